using System.Globalization;

namespace ReviewInsights.Analytics.Reports;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Figures
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A score or a change of one: always with its sign, so that a loss is not read as a level.</summary>
    public static string Score(double value) => value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>The size of a fall, for a sentence that says it is one.</summary>
    public static string Drop(double change) => Math.Abs(change).ToString("0.00", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0.#;−0.#;0", CultureInfo.InvariantCulture) + "%";

    public static string Points(double difference) => (100 * difference).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    public static string Excess(double value) => value.ToString("+#,0.#;−#,0.#;0", CultureInfo.InvariantCulture);

    public static string P(double value) => value < 0.001 ? "< 0.001" : "= " + value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A share as a number of CSS.</summary>
    public static string Css(double share) => share.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Range(Interval interval, Func<double, string> format) => $"{format(interval.Low)} … {format(interval.High)}";
}
