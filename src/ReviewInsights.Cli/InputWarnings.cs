using ReviewInsights.IO;

namespace ReviewInsights.Cli;

/// <summary>Says what was odd in an input that was read: nothing is mangled in silence.</summary>
internal static class InputWarnings
{
    private const int ColumnsNamed = 12;

    public static void Report(Terminal terminal, ReadSummary summary)
    {
        if (summary.ReplacedSequences > 0)
            terminal.Log(LogLevel.Warning, terminal.Say(
                $"{summary.Source}: {summary.ReplacedSequences} byte sequences are not valid {summary.Encoding}, the first in line {summary.FirstReplacedLine}; --encoding names another encoding",
                $"{summary.Source}：{summary.ReplacedSequences} 处字节不是有效的 {summary.Encoding}，首处在第 {summary.FirstReplacedLine} 行；可用 --encoding 指定编码"));
        if (summary.UnusedColumns.Length > 0)
        {
            var names = string.Join(", ", summary.UnusedColumns.Take(ColumnsNamed)) + (summary.UnusedColumns.Length > ColumnsNamed ? ", …" : "");
            terminal.Log(LogLevel.Info, terminal.Say(
                $"{summary.Source}: columns not used: {PiiMasker.Default.Mask(names)}; the options --*-column name those that hold a field",
                $"{summary.Source}：未使用的列：{PiiMasker.Default.Mask(names)}；可用 --*-column 指定字段所在的列"));
        }
        if (summary.SkippedSheets.Length > 0)
            terminal.Log(LogLevel.Warning, terminal.Say(
                $"{summary.Source}: sheets with another header were not read: {string.Join(", ", summary.SkippedSheets)}; --sheet names one to read",
                $"{summary.Source}：以下工作表表头不同，未读取：{string.Join("、", summary.SkippedSheets)}；可用 --sheet 指定工作表"));
        foreach (var (column, count) in summary.UnreadableValues)
            terminal.Log(LogLevel.Warning, terminal.Say(
                $"{summary.Source}: {count} values of {column} could not be read and were left out",
                $"{summary.Source}：{column} 列有 {count} 个值无法识别，已略去"));
    }
}
