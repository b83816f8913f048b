namespace ReviewInsights.IO.Tests;

/// <summary>Texts that some format cannot carry as they are, and reviews made of them.</summary>
internal static class StrangeTexts
{
    public const string Formula = "=HYPERLINK(\"http://x\",\"点我领红包\")";
    public const string Null = "前\0后";
    public const string LoneHalf = "好\ud83d";

    public static readonly string Long = new string('好', 39_999) + "完";

    public static readonly string[] All =
    [
        "物流很快👍🏻🎉，𠮷野家也不错", "第一行\r\n第二行\n\t\u0001\b\u001f\u007f\u0085\u2028完", "  首尾都有空格\u3000", "", "a,\"b\"\n;c\td", "'已有撇号", "#不是注释",
        Formula, "+86 客服电话", "-1+1", "@SUM(A1)", "\tx", "\rx",
        "\ufffe与\uffff", Null, LoneHalf, "\udc00好\udbff", Long,
        "_x0041_", "_x0041\u0001", "_x005F_x0041_", "_x0041_x0042_", "_x00e9_", "__xyz_",
    ];

    public static ReviewAnalysis Review(string text, string? id = null) => Tiny.Analysis(new Review(id ?? "r", text)) with { Opinions = [] };

    /// <summary>One review a text, with the number of the text for an id.</summary>
    public static IEnumerable<ReviewAnalysis> Reviews => All.Select((text, at) => Review(text, $"r-{at}"));

    /// <summary>The text with <paramref name="replaced"/> characters as U+FFFD.</summary>
    public static string WithReplacement(string text, Func<string, int, bool> replaced) =>
        string.Concat(text.Select((c, at) => replaced(text, at) ? '\ufffd' : c));

    public static bool IsLoneHalf(string text, int at) => char.IsSurrogate(text[at])
        && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
        && !(at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
