using ReviewInsights.Lexicons;
using ReviewInsights.Models;
using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Opinions;

/// <summary>
/// The second stage and what hangs on it: which (aspect, polarity) cells a review voices, at which stage, how certainly. All of
/// it learns from first-stage scores of folds that did not see the review, or it would trust them too much.
/// </summary>
internal sealed class SecondStage
{
    private readonly ClauseCorpus _corpus;
    private readonly HeadLayout _heads;
    private readonly OpinionTrainingOptions _options;
    private readonly int[] _foldOf;
    private readonly List<Candidate> _candidates = [];
    private readonly float[] _said;

    /// <param name="corpus">The reviews.</param>
    /// <param name="stage">Gives document scores.</param>
    /// <param name="logits">Out-of-fold log-odds; rows of <see cref="HeadLayout.Stride"/> a clause.</param>
    /// <param name="foldOf">Fold of each review.</param>
    /// <param name="options">How to train.</param>
    internal SecondStage(ClauseCorpus corpus, FirstStage stage, float[] logits, int[] foldOf, OpinionTrainingOptions options)
    {
        _corpus = corpus;
        _heads = corpus.Heads;
        _options = options;
        _foldOf = foldOf;
        _said = new float[corpus.Reviews.Count * _heads.Cells];
        var reader = new ReviewReader(corpus, stage, logits, options);
        for (var r = 0; r < corpus.Reviews.Count; r++) Collect(r, reader);
        Weights = Fit(_candidates, c => c.Features, c => c.IsGold ? 1 : 0, options.SecondStageCost);
        PredictOutOfFold();
        Threshold = BestThreshold();
        (StageWeights, StageBias) = FitStages();
        Confidence = FitConfidence(reader);
        SuggestionThreshold = BestSuggestionThreshold(logits);
    }

    internal float[] Weights { get; }

    internal float Threshold { get; }

    internal float[] StageWeights { get; }

    internal float[] StageBias { get; }

    internal float[] Confidence { get; }

    internal float SuggestionThreshold { get; }

    /// <summary>The cells that the out-of-fold models report for a review, as bits.</summary>
    internal ulong ReportedCells(int review)
    {
        ulong cells = 0;
        for (var cell = 0; cell < _heads.Cells; cell++)
            if (_said[review * _heads.Cells + cell] > Threshold) cells |= 1ul << cell;
        return cells;
    }

    /// <summary>F1 of (stage, polarity) over all reviews with known stages, from out-of-fold cells and the trained stage tables.</summary>
    internal double StageF1()
    {
        var model = new ModelData { StageWeights = StageWeights, StageBias = StageBias };
        var reported = new HashSet<(int Review, int Stage, int Polarity)>();
        foreach (var candidate in _candidates)
        {
            if (_said[candidate.Review * _heads.Cells + candidate.Cell] <= Threshold || !_corpus.Reviews[candidate.Review].IsComplete) continue;
            var stage = StageChoice.Of(_heads, model, candidate.Stages, candidate.Cell);
            if (stage != OpinionMark.NoStage) reported.Add((candidate.Review, stage, candidate.Cell % HeadLayout.Polarities));
        }
        var gold = new HashSet<(int, int, int)>();
        for (var r = 0; r < _corpus.Reviews.Count; r++)
            foreach (var opinion in _corpus.Reviews[r].Opinions)
                if (_corpus.Reviews[r].IsComplete && opinion.Stage is { } code && _corpus.Lexicon.Info.Stages.IndexOf(code) is >= 0 and var stage) gold.Add((r, stage, (int)opinion.Polarity + 1));
        return 2.0 * reported.Count(gold.Contains) / (reported.Count + gold.Count);
    }

    private void Collect(int review, ReviewReader reader)
    {
        reader.Open(review);
        var gold = _corpus.CellsOf(_corpus.Reviews[review]);
        for (var cell = 0; cell < _heads.Cells; cell++)
        {
            if (reader.Cells.BestScore(cell) <= CellFeatures.Threshold) continue;
            var features = new float[reader.Cells.Count];
            reader.Cells.Write(reader.Scores, cell, features);
            _candidates.Add(new Candidate(review, cell, features, reader.StageLogits(reader.Cells.BestClause(cell)), (gold >> cell & 1) != 0));
        }
    }

    private void PredictOutOfFold()
    {
        var weights = new float[_options.Folds][];
        Parallel.For(0, weights.Length, fold =>
            weights[fold] = Fit([.. _candidates.Where(c => _foldOf[c.Review] != fold)], c => c.Features, c => c.IsGold ? 1 : 0, _options.SecondStageCost));
        foreach (var candidate in _candidates)
            _said[candidate.Review * _heads.Cells + candidate.Cell] = Logistic.Of(WeightRows.Dot(weights[_foldOf[candidate.Review]], candidate.Features));
    }

    /// <summary>The threshold for the best F1 over (review, cell) pairs of fully annotated reviews.</summary>
    private float BestThreshold()
    {
        var gold = _corpus.Reviews.Where(r => r.IsComplete).Sum(r => System.Numerics.BitOperations.PopCount(_corpus.CellsOf(r)));
        return F1Threshold.Best(_candidates.Where(c => _corpus.Reviews[c.Review].IsComplete).Select(c => (_said[c.Review * _heads.Cells + c.Cell], c.IsGold)), gold);
    }

    /// <summary>
    /// One head an outcome (stages, then none) over the stage log-odds, alone and by aspect, and over aspect, polarity and both;
    /// folded into one table by aspect and one by cell.
    /// </summary>
    private (float[] Weights, float[] Bias) FitStages()
    {
        int stages = _heads.Stages, outcomes = stages + 1, aspects = _heads.Aspects, cells = _heads.Cells;
        int byAspect = stages, ofAspect = byAspect + aspects * stages, ofPolarity = ofAspect + aspects, ofCell = ofPolarity + HeadLayout.Polarities, count = ofCell + cells;
        var (rows, known) = (new List<float[]>(), new List<HashSet<int>>());
        foreach (var candidate in _candidates)
        {
            var stagesOf = StagesOf(candidate);
            if (stagesOf.Count == 0) continue;
            var aspect = candidate.Cell / HeadLayout.Polarities;
            var row = new float[count];
            candidate.Stages.CopyTo(row, 0);
            candidate.Stages.CopyTo(row, byAspect + aspect * stages);
            row[ofAspect + aspect] = row[ofPolarity + candidate.Cell % HeadLayout.Polarities] = row[ofCell + candidate.Cell] = 1;
            rows.Add(row);
            known.Add(stagesOf);
        }
        var ridge = new double[count];
        Array.Fill(ridge, 1 / _options.HeadCost);
        var heads = Enumerable.Range(0, outcomes)
            .Select(outcome => Array.ConvertAll(LogisticRegression.Train(rows, known.ConvertAll(k => k.Contains(outcome) ? 1.0 : 0), ridge), w => (float)w)).ToArray();
        float[] weights = new float[aspects * outcomes * stages], bias = new float[cells * outcomes];
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            for (var a = 0; a < aspects; a++)
                for (var s = 0; s < stages; s++)
                    weights[(a * outcomes + outcome) * stages + s] = heads[outcome][s] + heads[outcome][byAspect + a * stages + s];
            for (var cell = 0; cell < cells; cell++)
                bias[cell * outcomes + outcome] = heads[outcome][ofAspect + cell / HeadLayout.Polarities]
                    + heads[outcome][ofPolarity + cell % HeadLayout.Polarities] + heads[outcome][ofCell + cell];
        }
        return (weights, bias);
    }

    private HashSet<int> StagesOf(Candidate candidate)
    {
        var known = new HashSet<int>();
        foreach (var opinion in _corpus.Reviews[candidate.Review].Opinions)
            if (_corpus.CellOf(opinion) == candidate.Cell && opinion.Stage is { } stage)
                known.Add(_corpus.Lexicon.Info.Stages.IndexOf(stage) is >= 0 and var index ? index : _heads.Stages);
        return known;
    }

    /// <summary>Learns from reported cells whose aspect is right: is the polarity, too?</summary>
    private float[] FitConfidence(ReviewReader reader)
    {
        var samples = new List<(float[] Features, double IsRight)>();
        for (var r = 0; r < _corpus.Reviews.Count; r++)
        {
            if (!_corpus.Reviews[r].IsComplete) continue;
            var gold = _corpus.CellsOf(_corpus.Reviews[r]);
            reader.Open(r);
            for (var cell = 0; cell < _heads.Cells; cell++)
            {
                if (_said[r * _heads.Cells + cell] <= Threshold || (gold >> (cell - cell % 3) & 7) == 0) continue;
                var features = new float[ConfidenceFeatures.Count];
                ConfidenceFeatures.Write(_heads, reader.Scores, reader.Cells, _said.AsSpan(r * _heads.Cells, _heads.Cells), cell, features);
                samples.Add((features, gold >> cell & 1));
            }
        }
        return Fit(samples, s => s.Features, s => s.IsRight, cost: 1);
    }

    /// <summary>The threshold with the best F1 over reviews.</summary>
    private float BestSuggestionThreshold(float[] logits)
    {
        var reviews = new List<(float Highest, bool Suggests)>();
        for (var r = 0; r < _corpus.Reviews.Count; r++)
        {
            if (_corpus.Reviews[r].Suggestion is not { } suggests) continue;
            var highest = float.NegativeInfinity;
            for (var c = _corpus.FirstClause[r]; c < _corpus.FirstClause[r + 1]; c++) highest = Math.Max(highest, logits[c * HeadLayout.Stride + _heads.Suggestion]);
            reviews.Add((highest, suggests));
        }
        var gold = reviews.Count(r => r.Suggests);
        if (gold == 0) return float.PositiveInfinity;
        return Enumerable.Range(-30, 61).Select(tenth => tenth / 10f)
            .MaxBy(threshold => 2.0 * reviews.Count(r => r.Suggests && r.Highest > threshold) / (gold + reviews.Count(r => r.Highest > threshold)));
    }

    /// <summary>Logistic regression with every feature but the constant ones punished by its variance, as if it were standardised.</summary>
    internal static float[] Fit<T>(IReadOnlyList<T> samples, Func<T, float[]> features, Func<T, double> label, double cost)
    {
        var rows = samples.Select(features).ToList();
        var size = rows[0].Length;
        var ridge = new double[size];
        for (var i = 0; i < size; i++)
        {
            double sum = 0, squares = 0;
            foreach (var row in rows)
            {
                sum += row[i];
                squares += (double)row[i] * row[i];
            }
            var variance = squares / rows.Count - sum / rows.Count * (sum / rows.Count);
            ridge[i] = variance > 1e-9 ? variance / cost : 1e-3;
        }
        return Array.ConvertAll(LogisticRegression.Train(rows, samples.Select(label).ToList(), ridge), w => (float)w);
    }

    private sealed record Candidate(int Review, int Cell, float[] Features, float[] Stages, bool IsGold);
}
