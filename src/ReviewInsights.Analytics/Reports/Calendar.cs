namespace ReviewInsights.Analytics.Reports;

/// <summary>Days into weeks and months.</summary>
internal static class Calendar
{
    /// <summary>A trend of more points than this is cut into longer buckets.</summary>
    private const int MostDays = 200, MostWeeks = 160;

    internal static string CodeOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => "day",
        TimeUnit.Week => "week",
        _ => "month",
    };

    /// <summary>The shortest unit that leaves a trend one can read.</summary>
    internal static TimeUnit UnitFor(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return days <= MostDays ? TimeUnit.Day : days <= MostWeeks * 7 ? TimeUnit.Week : TimeUnit.Month;
    }

    /// <summary>First day of the bucket that holds a day.</summary>
    internal static DateOnly StartOf(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => day,
        // Day 0 was a Monday. The first days of the calendar belong to a week that began before it.
        TimeUnit.Week => day.AddDays(-(day.DayNumber % 7)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    internal static DateOnly Next(DateOnly start, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => start.AddDays(1),
        TimeUnit.Week => start.AddDays(7),
        _ => start.AddMonths(1),
    };
}
