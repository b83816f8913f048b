using ReviewInsights.Analytics;

namespace ReviewInsights.Cli.Reporting;

/// <summary>The words of <c>--over</c>.</summary>
internal static class TimeUnits
{
    public static readonly string[] Names = ["day", "week", "month"];

    public static TimeUnit? Of(string? name) => name is null ? null : Enum.Parse<TimeUnit>(name, ignoreCase: true);
}
