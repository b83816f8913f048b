using System.Diagnostics;
using System.Globalization;

namespace ReviewInsights.Cli.Tagging;

/// <summary>What a run of <c>tag</c> did, in one line, so that rows in and rows out can be compared.</summary>
internal sealed class TagSummary(Terminal terminal)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <param name="ledger">Counts the rows read. Its counting of duplicates ends here.</param>
    /// <param name="resumedAt">Rows that an earlier run had done.</param>
    /// <param name="quarantined">Rows that could not be read.</param>
    /// <param name="lexicon">Version of the lexicon.</param>
    public void Report(InputLedger ledger, long resumedAt, long quarantined, string lexicon)
    {
        var seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        var tagged = ledger.Rows - quarantined - ledger.Dropped;
        var rate = (ledger.Rows - resumedAt) / Math.Max(seconds, 0.001);
        var parts = new List<string>
        {
            Say($"{ledger.Rows:N0} rows read", $"读取 {ledger.Rows:N0} 行"),
            Say($"{tagged:N0} tagged", $"标注 {tagged:N0}"),
            Say($"{quarantined:N0} quarantined", $"隔离 {quarantined:N0}"),
        };
        if (ledger.CountDuplicates() is { } duplicates)
            parts.Add(ledger.Dropped > 0 ? Say($"{duplicates:N0} duplicates left out", $"略去重复 {duplicates:N0}") : Say($"{duplicates:N0} duplicates", $"重复 {duplicates:N0}"));
        if (ledger.CountingProblem is { } problem)
            terminal.Log(LogLevel.Warning, terminal.Say($"duplicates could not be counted: {problem}", $"无法统计重复行：{problem}"));
        if (resumedAt > 0) parts.Add(Say($"resumed behind row {resumedAt:N0}", $"自第 {resumedAt:N0} 行之后续跑"));
        parts.Add(Say($"{seconds:N1} s, {rate:N0} rows/s", $"{seconds:N1} 秒，{rate:N0} 行/秒"));
        parts.Add(Say($"lexicon {lexicon}", $"词典 {lexicon}"));
        terminal.Log(LogLevel.Info, string.Join(terminal.Say("; ", "；"), parts));
    }

    private string Say(FormattableString english, FormattableString chinese) =>
        terminal.Say(english.ToString(CultureInfo.InvariantCulture), chinese.ToString(CultureInfo.InvariantCulture));
}
