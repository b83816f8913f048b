using System.Runtime.InteropServices;

namespace ReviewInsights.Analytics.Diagnosis;

/// <summary>Who blames one aspect or attribute at one stage, and in which words. Mergeable in any order.</summary>
internal sealed class CauseTally
{
    internal const int QuoteCount = 5;

    private readonly Dictionary<string, long> _expressions = new(StringComparer.Ordinal);
    private readonly List<QuoteCandidate> _quotes = [];

    /// <summary>Reviews that blame it.</summary>
    internal long Reviews { get; private set; }

    internal void AddReview() => Reviews++;

    internal void AddExpression(string expression) => CollectionsMarshal.GetValueRefOrAddDefault(_expressions, expression, out _)++;

    /// <summary>Whether a quote with this score could still be among the five.</summary>
    internal bool Wants(double score) => _quotes.Count < QuoteCount || score <= _quotes[^1].Score;

    /// <summary>Keeps the five clearest, no wording twice; equals are told apart by id and place, so that order does not matter.</summary>
    internal void Offer(QuoteCandidate candidate)
    {
        var same = _quotes.FindIndex(q => string.Equals(q.Quote.Text, candidate.Quote.Text, StringComparison.Ordinal));
        if (same >= 0)
        {
            if (QuoteCandidate.Order.Compare(candidate, _quotes[same]) >= 0) return;
            _quotes.RemoveAt(same);
        }

        var at = _quotes.BinarySearch(candidate, QuoteCandidate.Order);
        _quotes.Insert(at < 0 ? ~at : at, candidate);
        if (_quotes.Count > QuoteCount) _quotes.RemoveAt(QuoteCount);
    }

    internal void Merge(CauseTally other)
    {
        Reviews += other.Reviews;
        foreach (var (expression, count) in other._expressions) CollectionsMarshal.GetValueRefOrAddDefault(_expressions, expression, out _) += count;
        foreach (var quote in other._quotes) Offer(quote);
    }

    internal IEnumerable<ExpressionCount> Expressions(int top) => _expressions
        .OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Take(top).Select(e => new ExpressionCount(e.Key, e.Value));

    internal IEnumerable<Quote> Quotes => _quotes.Select(q => q.Quote);
}

/// <summary>A quote and what decides whether it is shown.</summary>
internal readonly record struct QuoteCandidate(double Score, int Start, Quote Quote)
{
    /// <summary>The clearest blame first.</summary>
    internal static IComparer<QuoteCandidate> Order { get; } = Comparer<QuoteCandidate>.Create(static (a, b) =>
        a.Score.CompareTo(b.Score) is not 0 and var byScore ? byScore
        : string.CompareOrdinal(a.Quote.ReviewId, b.Quote.ReviewId) is not 0 and var byId ? byId
        : a.Start.CompareTo(b.Start) is not 0 and var byPlace ? byPlace
        : string.CompareOrdinal(a.Quote.Text, b.Quote.Text) is not 0 and var byText ? byText
        : a.Quote.Evidence.Start.CompareTo(b.Quote.Evidence.Start) is not 0 and var byEvidence ? byEvidence
        : a.Quote.Evidence.Length.CompareTo(b.Quote.Evidence.Length));
}

/// <summary>What a review blames, and at which stage.</summary>
internal readonly record struct CauseKey(string Stage, string Aspect, string? Attribute);
