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
        // Day 0 was a Monday.
        TimeUnit.Week => day.AddDays(-(day.DayNumber % 7)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    /// <summary>Last day of a bucket.</summary>
    internal static DateOnly EndOf(DateOnly start, string unit) => unit switch
    {
        "day" => start,
        "week" => DateOnly.FromDayNumber(Math.Min(start.DayNumber + 6, DateOnly.MaxValue.DayNumber)),
        _ => new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
    };

    /// <summary>The starts of all buckets from one day to another.</summary>
    internal static IReadOnlyList<DateOnly> Starts(DateOnly from, DateOnly to, TimeUnit unit)
    {
        var starts = new List<DateOnly>();
        for (var start = StartOf(to, unit); ; start = StartOf(start.AddDays(-1), unit))
        {
            starts.Add(start);
            if (start <= from) break;
        }

        starts.Reverse();
        return starts;
    }
}
