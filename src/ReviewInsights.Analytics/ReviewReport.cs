using System.Collections.Immutable;
using ReviewInsights.Analytics.Curves;
using ReviewInsights.Analytics.Reports;

namespace ReviewInsights.Analytics;

/// <summary>Everything a report shows, computed and ready to be drawn. Immutable; arrays are compared by reference.</summary>
/// <param name="Title">What the report is about: usually the name of the input.</param>
/// <param name="Lexicons">Versions of the lexicons the reviews were tagged with.</param>
/// <param name="Names">Names of aspects, attributes and stages.</param>
/// <param name="Quality">How much the data can carry.</param>
/// <param name="Journey">The curve over all reviews, and why customers are lost where they are.</param>
/// <param name="By">What the groups are, such as <c>product</c>; null when the data names none.</param>
/// <param name="Groups">One journey a group, those with the most reviews first.</param>
/// <param name="Heat">Aspects by stages; cells nobody speaks about are left out.</param>
/// <param name="Trend">The course over time, or null where reviews carry no time.</param>
/// <param name="Worst">Groups with the most certain excess of negative reviews; at most ten.</param>
/// <param name="Best">Groups with the most certain excess of positive reviews; at most ten.</param>
/// <param name="Feedback">What is praised and blamed, by aspect.</param>
public sealed record ReviewReport(
    string Title,
    ImmutableArray<string> Lexicons,
    ReportNames Names,
    ReportQuality Quality,
    ReportJourney Journey,
    string? By,
    ImmutableArray<GroupJourney> Groups,
    ImmutableArray<HeatCell> Heat,
    ReportTrend? Trend,
    ImmutableArray<RankedGroup> Worst,
    ImmutableArray<RankedGroup> Best,
    ImmutableArray<AspectFeedback> Feedback);

/// <summary>Names of what the report speaks about, by code; a code without a name is shown as it is.</summary>
/// <param name="Aspects">Names of aspects and attributes.</param>
/// <param name="Stages">Names of stages.</param>
public sealed record ReportNames(ImmutableDictionary<string, DisplayName> Aspects, ImmutableDictionary<string, DisplayName> Stages);

/// <summary>How much the data can carry: what was read and what it lacks.</summary>
/// <param name="Reviews">Reviews that were read.</param>
/// <param name="Rejected">Rows that could not be read.</param>
/// <param name="Silent">Reviews without an opinion that belongs to a stage.</param>
/// <param name="WithoutText">Reviews whose record carries no text, so that nothing can be quoted.</param>
/// <param name="WithoutTime">Reviews that name no time, or one ten years from where most are; they are missing in trend and feedback.</param>
/// <param name="WithoutGroup">Reviews that name no group; they are missing in rankings.</param>
/// <param name="WithoutRating">Reviews without a rating.</param>
/// <param name="From">Day of the earliest review, or null.</param>
/// <param name="To">Day of the latest review, or null.</param>
public sealed record ReportQuality(
    long Reviews, long Rejected, long Silent, long WithoutText, long WithoutTime, long WithoutGroup, long WithoutRating, DateOnly? From, DateOnly? To);

/// <summary>A curve and why customers are lost on it.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Diagnoses">One for each of the curve's breakpoints, in the same order.</param>
public sealed record ReportJourney(EmotionCurve Curve, ImmutableArray<StageDiagnosis> Diagnoses);

/// <summary>The journey of one group.</summary>
/// <param name="Key">What the group is called.</param>
/// <param name="Journey">Its journey.</param>
public sealed record GroupJourney(string Key, ReportJourney Journey);

/// <summary>Why customers are lost at a stage, and what to do.</summary>
/// <param name="Breakpoint">The stage and how much it falls.</param>
/// <param name="Causes">What contributes most to the fall, the largest first.</param>
public sealed record StageDiagnosis(StageBreakpoint Breakpoint, ImmutableArray<DiagnosedCause> Causes);

/// <summary>One cause of a breakpoint.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Attribute">Code of the attribute, or null where reviews name the aspect only.</param>
/// <param name="Reviews">Reviews that blame it at the stage.</param>
/// <param name="Contribution">Its share of the fall, in [0, 1]: its share of the blame at the stage, among groups times its excess over the other groups.</param>
/// <param name="Expressions">The most frequent negative wordings, the most frequent first.</param>
/// <param name="Quotes">At most five reviews that say so.</param>
/// <param name="Actions">What the action table advises: the two that fit best and were not advised for a larger cause.</param>
public sealed record DiagnosedCause(
    string Aspect,
    string? Attribute,
    long Reviews,
    double Contribution,
    ImmutableArray<ExpressionCount> Expressions,
    ImmutableArray<Quote> Quotes,
    ImmutableArray<StageAction> Actions);

/// <summary>How often a wording carries a negative opinion.</summary>
/// <param name="Expression">The wording.</param>
/// <param name="Count">Number of opinions.</param>
public readonly record struct ExpressionCount(string Expression, long Count);

/// <summary>A clause of a review that speaks for a finding.</summary>
/// <param name="ReviewId">Id of the review.</param>
/// <param name="Text">The clause, as it was written.</param>
/// <param name="Evidence">The expression within <paramref name="Text"/>.</param>
public sealed record Quote(string ReviewId, string Text, TextSpan Evidence);

/// <summary>What to do about a cause: one row of the action table.</summary>
/// <param name="Stage">Code of the stage it applies to, or null for any.</param>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Attribute">Code of the attribute, or null for any.</param>
/// <param name="Cause">What is wrong.</param>
/// <param name="Action">What to do.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Measure">How to see whether it worked.</param>
public sealed record StageAction(
    string? Stage, string Aspect, string? Attribute, DisplayName Cause, DisplayName Action, DisplayName Owner, DisplayName Measure);

/// <summary>How one aspect fares at one stage.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Stage">Code of the stage.</param>
/// <param name="Positive">Reviews that praise it there.</param>
/// <param name="Negative">Reviews that blame it there.</param>
public readonly record struct HeatCell(string Aspect, string Stage, long Positive, long Negative);

/// <summary>The course of negative reviews over time.</summary>
/// <param name="Unit">Length of a bucket: <c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Buckets">In order of time, without gaps.</param>
/// <param name="Changes">Where the share of negative reviews changes for good.</param>
/// <param name="Phases">Promotion phases that the user named.</param>
public sealed record ReportTrend(string Unit, ImmutableArray<TrendBucket> Buckets, ImmutableArray<TimeChange> Changes, ImmutableArray<PromotionPhase> Phases)
{
    /// <summary>The phases that share a day with a bucket.</summary>
    /// <param name="bucket">Index of the bucket.</param>
    public IEnumerable<PromotionPhase> PhasesAt(int bucket)
    {
        var start = Buckets[bucket].Start;
        var end = Calendar.EndOf(start, Unit);
        return Phases.Where(phase => phase.From <= end && phase.To >= start);
    }
}

/// <summary>One day, week or month.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Reviews">Reviews in it.</param>
/// <param name="Negative">Those whose overall polarity is negative.</param>
public readonly record struct TrendBucket(DateOnly Start, long Reviews, long Negative)
{
    /// <summary>Share of negative reviews with its Wilson interval; null in a bucket without reviews.</summary>
    public Share? Share => Reviews > 0 ? Wilson.Share(Negative, Reviews) : null;
}

/// <summary>A change of the share of negative reviews in time. It is no breakpoint of a journey.</summary>
/// <param name="Bucket">Index of the first bucket with the new share.</param>
/// <param name="Before">Share of negative reviews from the change before it on.</param>
/// <param name="After">Share until the next change.</param>
/// <param name="Difference">95 % interval of after minus before: Newcombe 1998, method 10.</param>
public sealed record TimeChange(int Bucket, Share Before, Share After, Interval Difference);

/// <summary>A stretch of time with a name, such as 预售 or 爆发.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record PromotionPhase(string Name, DateOnly From, DateOnly To);

/// <summary>A group in a ranking by share of negative or positive reviews.</summary>
/// <param name="Key">What the group is called.</param>
/// <param name="Reviews">Its reviews.</param>
/// <param name="Hits">Those that are negative, or positive in a ranking of the best.</param>
/// <param name="Rate">Share of hits, drawn towards the share of all groups (mean of the posterior), in [0, 1].</param>
/// <param name="Bound">The share it exceeds with 95 % probability (5 % quantile of the posterior); what the ranking goes by.</param>
/// <param name="Excess">Hits beyond what the share of all groups would give: reviews × (rate − share of all).</param>
public sealed record RankedGroup(string Key, long Reviews, long Hits, double Rate, double Bound, double Excess);

/// <summary>What reviews say about an aspect, now and in the period before.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Now">In the latest period.</param>
/// <param name="Before">In the period before, of the same length; null where the data does not reach back so far.</param>
/// <param name="Difference">95 % interval (Newcombe) of the change of the share of reviews that blame it; null without a period before.</param>
public sealed record AspectFeedback(string Aspect, AspectCounts Now, AspectCounts? Before, Interval? Difference);

/// <summary>How many reviews of a period praise and blame an aspect; a review may do both.</summary>
/// <param name="Reviews">All reviews of the period.</param>
/// <param name="Positive">Those that praise it.</param>
/// <param name="Negative">Those that blame it.</param>
public readonly record struct AspectCounts(long Reviews, long Positive, long Negative)
{
    /// <summary>Share of all reviews that blame it, in [0, 1]; null without reviews.</summary>
    public double? Blame => Reviews > 0 ? (double)Negative / Reviews : null;
}
