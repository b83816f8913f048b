using System.Globalization;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli.Curves;

/// <summary>The trend for people: a bar a bucket, and the changes in words.</summary>
internal sealed class TrendText(Language language)
{
    private const int BarWidth = 30;

    public void Write(TextWriter writer, ReportTrend? trend, long undated)
    {
        writer.WriteLine(Say("Negative reviews over time", "差评随时间的变化"));
        if (trend is null)
        {
            writer.WriteLine(Say("  none of the reviews names a time", "  没有评论带有时间"));
            return;
        }

        var table = new PlainTable("lrrrll");
        table.Add(BucketName(trend.Unit), Say("Reviews", "评论数"), Say("Negative", "差评"), Say("Share", "占比"), $"0%{new string(' ', BarWidth - 6)}100%", Say("Phase", "阶段"));
        for (var i = 0; i < trend.Buckets.Length; i++)
        {
            var bucket = trend.Buckets[i];
            var share = bucket.Reviews == 0 ? 0 : (double)bucket.Negative / bucket.Reviews;
            table.Add(
                (trend.Changes.Any(change => change.Bucket == i) ? "> " : "  ") + Day(bucket.Start),
                Number(bucket.Reviews), Number(bucket.Negative), bucket.Reviews == 0 ? "-" : Percent(share),
                new string('█', (int)Math.Round(share * BarWidth)).PadRight(1), string.Join(' ', trend.PhasesAt(i).Select(phase => phase.Name)));
        }

        table.Write(writer);
        if (undated > 0) writer.WriteLine(Say($"{undated} reviews name no time and are missing here", $"{undated} 条评论没有时间，未计入"));
        writer.WriteLine();
        writer.WriteLine(Say("Changes (>): where the share of negative reviews changes for good", "变化（>）：差评占比发生持续变化之处"));
        if (trend.Changes.IsEmpty) writer.WriteLine(Say("  none beyond chance", "  没有超出随机波动的变化"));
        foreach (var change in trend.Changes)
        {
            var (before, after, difference) = (Percent(change.Before.Value), Percent(change.After.Value), change.Difference);
            writer.WriteLine(Say(
                $"  {Day(trend.Buckets[change.Bucket].Start)}: from {before} to {after} (95% interval of the difference {Points(difference.Low)} to {Points(difference.High)})",
                $"  {Day(trend.Buckets[change.Bucket].Start)}：从 {before} 到 {after}（差值的 95% 区间 {Points(difference.Low)} 至 {Points(difference.High)}）"));
        }
    }

    private string BucketName(string unit) => "  " + unit switch
    {
        "day" => Say("Day", "日"),
        "week" => Say("Week from", "周（起）"),
        _ => Say("Month from", "月（起）"),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Points(double difference) => (difference * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%";

    private string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;
}
