using ReviewInsights.IO;

namespace ReviewInsights.Cli;

/// <summary>Says what could not be written as it was: a text comes back whole or the user is told.</summary>
internal static class OutputWarnings
{
    public static void Report(Terminal terminal, WriteLosses losses)
    {
        Say(losses.GuardedFormulas, "texts that a spreadsheet would run as a formula got an apostrophe in front", "处文本会被电子表格当作公式，已在前面加上撇号");
        Say(losses.ReplacedSurrogates, "texts held half a surrogate pair, which the output cannot carry; U+FFFD stands in its place", "处文本含半个代理对，输出无法表示，已换成 U+FFFD");
        Say(losses.ReplacedNulls, "texts held the character NUL, which databases cannot carry; U+FFFD stands in its place", "处文本含 NUL 字符，数据库无法存储，已换成 U+FFFD");
        Say(losses.ShortenedTexts, "texts were longer than a cell of a spreadsheet and are cut off", "处文本超出电子表格单元格长度，已截断");

        void Say(long count, string english, string chinese)
        {
            if (count > 0) terminal.Log(LogLevel.Warning, terminal.Say($"{count} {english}", $"{count} {chinese}"));
        }
    }
}
