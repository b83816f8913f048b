using ReviewInsights.Lexicons;
using ReviewInsights.Models;
using ReviewInsights.Text;

namespace ReviewInsights.Training.Opinions;

/// <summary>Annotated reviews cut into clauses, with what the rules found and what people found in each.</summary>
internal sealed class ClauseCorpus
{
    private readonly AnalysisSession _session;
    private readonly CharacterFolding _folding;
    private readonly ReviewScores _scores = new();

    internal ClauseCorpus(Lexicon lexicon)
    {
        _session = ReviewAnalyzer.Create(lexicon, new ReviewAnalyzerOptions { RulesOnly = true }).OpenSession();
        _folding = lexicon.ReadFolding();
        Lexicon = lexicon;
        Heads = new HeadLayout(lexicon.Info.Aspects.Length, lexicon.Info.Stages.Length);
        if (Heads.Count > WeightRow.Length)
            throw new ArgumentException($"{Heads.Aspects} aspects and {Heads.Stages} stages need {Heads.Count} heads; there is room for {WeightRow.Length}.", nameof(lexicon));
    }

    internal Lexicon Lexicon { get; }

    internal HeadLayout Heads { get; }

    internal List<GoldReview> Reviews { get; } = [];

    /// <summary>Each review, folded.</summary>
    internal List<string> Folded { get; } = [];

    internal List<ClauseRow> Clauses { get; } = [];

    /// <summary>Index of each review's first clause, and behind them the number of clauses.</summary>
    internal List<int> FirstClause { get; } = [0];

    internal void Add(GoldReview review)
    {
        _session.Analyze(review.Text);
        var first = Clauses.Count;
        var sink = new CueLists(_session.Clauses.Length);
        _session.CollectCues(review.Text, Heads, _scores, ref sink);
        for (var c = 0; c < _session.Clauses.Length; c++)
        {
            var span = _session.Clauses[c].Span;
            Clauses.Add(new ClauseRow(Reviews.Count, span, Fold(span.Of(review.Text)), sink.Lists[c], _scores.RuleCells[c]));
        }
        if (Clauses.Count > first)
            foreach (var opinion in review.Opinions) Align(opinion, first);
        Reviews.Add(review);
        Folded.Add(Fold(review.Text));
        FirstClause.Add(Clauses.Count);
    }

    internal string Fold(ReadOnlySpan<char> text) => Grams.Fold(_folding, text);

    /// <summary>Number of the opinion's (aspect, polarity), or -1 for an aspect that the lexicon does not have.</summary>
    internal int CellOf(GoldOpinion opinion) =>
        Lexicon.Info.Aspects.IndexOf(opinion.Aspect) is >= 0 and var aspect ? aspect * HeadLayout.Polarities + (int)opinion.Polarity + 1 : -1;

    /// <summary>The cells that people found in a review, as bits.</summary>
    internal ulong CellsOf(GoldReview review) => review.Opinions.Select(CellOf).Where(c => c >= 0).Aggregate(0ul, (bits, cell) => bits | 1ul << cell);

    /// <summary>An opinion belongs to every clause that shares two characters with it, and in any case to the one that shares most.</summary>
    private void Align(GoldOpinion opinion, int first)
    {
        int best = first, most = int.MinValue;
        for (var i = first; i < Clauses.Count; i++)
        {
            var span = Clauses[i].Span;
            var shared = Math.Min(span.End, opinion.Span.End) - Math.Max(span.Start, opinion.Span.Start);
            if (shared >= most) (best, most) = (i, shared);
            if (shared >= 2) Clauses[i].Opinions.Add(opinion);
        }
        Clauses[best].Opinions.Add(opinion);
    }

    private readonly struct CueLists(int clauseCount) : ICueSink
    {
        internal List<(int Cue, float Value)>[] Lists { get; } = [.. Enumerable.Range(0, clauseCount).Select(_ => new List<(int, float)>())];

        public void Add(int clause, int cue, float value) => Lists[clause].Add((cue, value));
    }
}

/// <summary>One clause of a corpus.</summary>
/// <param name="Review">Index of its review.</param>
/// <param name="Span">Its place in the review's text.</param>
/// <param name="Folded">Its folded text between marks.</param>
/// <param name="Cues">What the rules found, as features.</param>
/// <param name="RuleCells">The (aspect, polarity) cells that the rules found, as bits.</param>
internal sealed record ClauseRow(int Review, TextSpan Span, string Folded, List<(int Cue, float Value)> Cues, ulong RuleCells)
{
    /// <summary>What people found in it.</summary>
    internal HashSet<GoldOpinion> Opinions { get; } = [];
}
