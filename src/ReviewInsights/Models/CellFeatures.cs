// HOT: spans and flat arrays only.
using System.Numerics;
using System.Runtime.Intrinsics;
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>
/// The second stage looks at one (aspect, polarity) of a whole review: is it said at all? Its features are what the first stage
/// says about the cell, its rivals and its surroundings. One definition for training and for use.
/// </summary>
internal sealed class CellFeatures
{
    /// <summary>A cell whose best clause scores less is not looked at.</summary>
    internal const float Threshold = 0.04f;

    /// <summary>Share of the joint (aspect, polarity) heads in the score of a cell; the rest is aspect times polarity.</summary>
    private const float JointShare = 0.3f;

    /// <summary>An aspect with lower log-odds counts as never said in the clause: most aspects of most clauses.</summary>
    private const float Unlikely = -3.5f;

    /// <summary>Log-odds are cut here: beyond, differences mean nothing.</summary>
    private const float Certain = 6.9f;

    /// <summary>Features of the cell itself that also exist once per polarity.</summary>
    private const int MainCount = 23;
    private const int SurroundingCount = 11;

    private readonly HeadLayout _heads;
    private readonly float[] _best;
    private readonly float[] _sum;
    private readonly float[] _unsaid;
    private readonly int[] _bestClause;
    private readonly float[] _aspectBest;
    private float[] _cellScores = [];
    private float[] _probabilities = [];
    private ulong _ruleCells;
    private float _total, _highest;
    private int _likely;

    internal CellFeatures(HeadLayout heads)
    {
        _heads = heads;
        _best = new float[heads.Cells];
        _sum = new float[heads.Cells];
        _unsaid = new float[heads.Cells];
        _bestClause = new int[heads.Cells];
        _aspectBest = new float[(heads.Aspects + 7) / 8 * 8];
    }

    /// <summary>Number of features of a cell, a constant 1 included.</summary>
    internal int Count => MainCount * (1 + HeadLayout.Polarities) + SurroundingCount + _heads.Stages + 3 * _heads.Aspects + HeadLayout.Polarities + GramMarks.MaxDomains + 1;

    /// <summary>Score of the clause that says a cell most clearly, in [0, 1].</summary>
    internal float BestScore(int cell) => _best[cell];

    /// <summary>The clause that says a cell most clearly.</summary>
    internal int BestClause(int cell) => _bestClause[cell];

    /// <summary>Score of a cell in one clause, in [0, 1].</summary>
    internal float CellScore(int clause, int cell) => _cellScores[clause * _heads.Cells + cell];

    /// <summary>Takes a review; the other members then speak about its cells.</summary>
    internal void Open(ReviewScores scores)
    {
        var needed = scores.ClauseCount * _heads.Cells;
        if (_cellScores.Length < needed) (_cellScores, _probabilities) = (new float[needed * 2], new float[scores.ClauseCount * 2 * HeadLayout.Stride]);
        Logistic.Of(scores.Logits.AsSpan(0, scores.ClauseCount * HeadLayout.Stride), _probabilities);
        _cellScores.AsSpan(0, needed).Clear();
        Array.Clear(_best);
        Array.Clear(_sum);
        Array.Clear(_bestClause);
        Array.Fill(_unsaid, 1);
        Array.Fill(_aspectBest, -Certain);
        _ruleCells = 0;
        for (var c = 0; c < scores.ClauseCount; c++)
        {
            _ruleCells |= scores.RuleCells[c];
            OpenClause(scores.LogitsOf(c), c);
        }
        _total = _highest = 0;
        _likely = 0;
        foreach (var best in _best)
        {
            _total += best;
            _highest = Math.Max(_highest, best);
            if (best > 0.2f) _likely++;
        }
    }

    private void OpenClause(ReadOnlySpan<float> z, int clause)
    {
        var likely = 0u;
        for (var a = 0; a < _aspectBest.Length; a += 8)
        {
            var aspects = Vector256.LoadUnsafe(in z[a]);
            Vector256.Max(Vector256.LoadUnsafe(ref _aspectBest[a]), aspects).StoreUnsafe(ref _aspectBest[a]);
            likely |= Vector256.GreaterThanOrEqual(aspects, Vector256.Create(Unlikely)).ExtractMostSignificantBits() << a;
        }
        likely &= (1u << _heads.Aspects) - 1; // the last vector reaches beyond the aspects
        if (likely == 0) return;
        var p = ProbabilitiesOf(clause);
        float negative = p[_heads.FirstPolarity], neutral = p[_heads.FirstPolarity + 1], positive = p[_heads.FirstPolarity + 2];
        var share = (1 - JointShare) / (negative + neutral + positive + 1e-9f);
        for (; likely != 0; likely &= likely - 1)
        {
            var a = BitOperations.TrailingZeroCount(likely);
            var joint = p.Slice(_heads.FirstCell + a * 3, 3);
            var weight = p[a] * share;
            Take(clause, a * 3, weight * negative + JointShare * joint[0]);
            Take(clause, a * 3 + 1, weight * neutral + JointShare * joint[1]);
            Take(clause, a * 3 + 2, weight * positive + JointShare * joint[2]);
        }
    }

    private void Take(int clause, int cell, float score)
    {
        _cellScores[clause * _heads.Cells + cell] = score;
        _sum[cell] += score;
        _unsaid[cell] *= 1 - Math.Min(score, 0.999f);
        if (score <= _best[cell]) return;
        _best[cell] = score;
        _bestClause[cell] = clause;
    }

    private ReadOnlySpan<float> ProbabilitiesOf(int clause) => _probabilities.AsSpan(clause * HeadLayout.Stride, HeadLayout.Stride);

    /// <summary>Writes the features of a cell.</summary>
    internal void Write(ReviewScores scores, int cell, Span<float> features)
    {
        int aspect = cell / 3, polarity = cell % 3, clause = _bestClause[cell], last = scores.ClauseCount - 1;
        var z = scores.LogitsOf(clause);
        var before = clause > 0 ? ProbabilitiesOf(clause - 1) : default;
        var after = clause < last ? ProbabilitiesOf(clause + 1) : default;
        features[..Count].Clear();
        var main = features[..MainCount];
        float other1 = _best[aspect * 3 + (polarity + 1) % 3], other2 = _best[aspect * 3 + (polarity + 2) % 3];
        var rival = -Certain;
        for (var a = 0; a < _heads.Aspects; a++)
            if (a != aspect && z[a] > rival) rival = z[a];
        main[0] = Logit(_best[cell]);
        main[1] = Logit(1 - _unsaid[cell]);
        main[2] = MathF.Sqrt(Math.Max(_sum[cell] - _best[cell], 0));
        main[3] = Cut(_aspectBest[aspect]);
        main[4] = Cut(z[aspect]);
        main[5] = Cut(z[_heads.FirstPolarity + polarity]);
        main[6] = Cut(z[_heads.FirstCell + cell]);
        main[7] = Logit(other1);
        main[8] = Logit(other2);
        main[9] = Math.Max(other1, other2) - _best[cell];
        main[10] = Cut(rival);
        main[11] = scores.ClauseDocuments[clause];
        main[12] = scores.Document;
        main[13] = clause > 0 ? scores.ClauseDocuments[clause - 1] : 0;
        main[14] = clause < last ? scores.ClauseDocuments[clause + 1] : 0;
        main[15] = before.IsEmpty ? 0 : before[_heads.FirstPolarity + polarity];
        main[16] = after.IsEmpty ? 0 : after[_heads.FirstPolarity + polarity];
        main[17] = before.IsEmpty ? 0 : before[aspect];
        main[18] = after.IsEmpty ? 0 : after[aspect];
        main[19] = (scores.RuleCells[clause] >> cell) & 1;
        main[20] = (_ruleCells >> cell) & 1;
        main[21] = (scores.RuleCells[clause] >> (aspect * 3) & 7) == 0 ? 0 : 1;
        main[22] = ((_ruleCells & ~(1ul << cell)) >> (aspect * 3) & 7) == 0 ? 0 : 1;
        main.CopyTo(features[(MainCount * (1 + polarity))..]);
        var at = MainCount * (1 + HeadLayout.Polarities);
        features[at++] = scores.ClauseCount;
        features[at++] = MathF.Sqrt(scores.ClauseCount);
        features[at++] = Math.Min(scores.Lengths[clause], 64);
        features[at++] = clause;
        features[at++] = clause == last ? 1 : 0;
        features[at++] = clause == 0 ? 1 : 0;
        features[at++] = _total;
        features[at++] = _highest;
        features[at++] = _likely;
        features[at++] = scores.RuleCells[clause] == 0 ? 1 : 0;
        features[at++] = _ruleCells == 0 ? 1 : 0;
        for (var s = 0; s < _heads.Stages; s++) features[at++] = Cut(z[_heads.FirstStage + s]);
        for (var a = 0; a < _heads.Aspects; a++) features[at++] = Cut(z[a]);
        for (var a = 0; a < _heads.Aspects; a++) features[at++] = Cut(_aspectBest[a]);
        features[at + aspect] = 1;
        features[at + _heads.Aspects + polarity] = 1;
        at += _heads.Aspects + HeadLayout.Polarities;
        // People annotate one trade more thoroughly than another.
        if (scores.Domain >= 0) features[at + scores.Domain] = 1;
        features[at + GramMarks.MaxDomains] = 1;
    }

    internal static float Cut(float z) => Math.Clamp(z, -Certain, Certain);

    private static float Logit(float p)
    {
        p = Math.Clamp(p, 1e-3f, 0.999f);
        return MathF.Log(p / (1 - p));
    }
}
