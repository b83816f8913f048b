namespace ReviewInsights.Analytics.Diagnosis;

/// <summary>All that a group of reviews blames, by stage and cause.</summary>
internal sealed class CauseTable
{
    /// <summary>A longer wording is a sentence, and no two sentences are alike.</summary>
    private const int LongestExpression = 24;

    private readonly Dictionary<CauseKey, CauseTally> _causes = [];
    private readonly HashSet<CauseKey> _ofReview = [];

    internal IEnumerable<(CauseKey Key, CauseTally Tally)> At(string stage) =>
        from cause in _causes.OrderBy(c => c.Key.Aspect, StringComparer.Ordinal).ThenBy(c => c.Key.Attribute, StringComparer.Ordinal)
        where string.Equals(cause.Key.Stage, stage, StringComparison.Ordinal)
        select (cause.Key, cause.Value);

    internal long ReviewsOf(CauseKey key) => _causes.TryGetValue(key, out var tally) ? tally.Reviews : 0;

    internal void Add(Review review, ReadOnlySpan<ReportOpinion> opinions)
    {
        _ofReview.Clear();
        foreach (ref readonly var opinion in opinions)
        {
            if (opinion.Score >= 0 || string.Equals(opinion.Stage, Lexicon.NoStageCode, StringComparison.Ordinal)) continue;
            var key = new CauseKey(opinion.Stage, opinion.Aspect, opinion.Attribute);
            var tally = TallyOf(key);
            var isFirst = _ofReview.Add(key);
            if (isFirst) tally.AddReview();
            // One voice a review: who repeats himself is no crowd.
            if (review.Text.Length == 0 || !isFirst) continue;
            var expression = Cut(opinion.Expression, review.Text);
            if (expression.Length is > 0 and <= LongestExpression) tally.AddExpression(expression.Of(review.Text).ToString());
            var clause = Cut(opinion.Clause, review.Text);
            if (clause.Length > 0 && tally.Wants(opinion.Score)) tally.Offer(new QuoteCandidate(opinion.Score, clause.Start, QuoteOf(review, clause, expression)));
        }
    }

    internal void Merge(CauseTable other)
    {
        foreach (var (key, tally) in other._causes) TallyOf(key).Merge(tally);
    }

    private CauseTally TallyOf(CauseKey key)
    {
        if (_causes.TryGetValue(key, out var tally)) return tally;
        tally = new CauseTally();
        _causes.Add(key, tally);
        return tally;
    }

    private static Quote QuoteOf(Review review, TextSpan clause, TextSpan expression)
    {
        int start = Math.Clamp(expression.Start, clause.Start, clause.End), end = Math.Clamp(expression.End, start, clause.End);
        return new Quote(review.Id, clause.Of(review.Text).ToString(), TextSpan.FromBounds(start - clause.Start, end - clause.Start));
    }

    /// <summary>
    /// A span of a record may belong to another text than the record carries: what lies outside is left out, and half of a surrogate
    /// pair taken whole.
    /// </summary>
    private static TextSpan Cut(TextSpan span, string text)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var end = (int)Math.Clamp((long)span.Start + span.Length, start, text.Length);
        if (start > 0 && start < text.Length && char.IsSurrogatePair(text[start - 1], text[start])) start--;
        if (end > start && end < text.Length && char.IsSurrogatePair(text[end - 1], text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }
}
