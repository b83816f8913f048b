namespace ReviewInsights.Tests;

/// <summary>Texts that tests share: everyday reviews, and text no review should hold.</summary>
internal static class Samples
{
    internal static readonly Lexicon Lexicon = Lexicon.LoadDefault();

    internal static readonly ReviewAnalyzer Analyzer =
        ReviewAnalyzer.Create(Lexicon, new ReviewAnalyzerOptions { KeepTokens = true });

    internal static readonly string[] Reviews =
    [
        "物流很快，但是电池不太耐用，客服态度倒是挺好。",
        "虽然有点贵，但是质量没得说！！！下次还会再来😊👍🏻",
        "ＡＢＣ牌i5-3210M手机，2.5k屏幕很清晰，2016.1.19买的，用了3个月就坏了",
        "質量很好，包裝嚴實，就是物流太慢",
        "希望商家改进包装。如果便宜点就好了，好好好好用",
        "客服不理人，退货麻烦，再也不买了\n追评：退款到了",
    ];

    internal static readonly string[] StrangeTexts =
    [
        "",
        " ",
        "\0",
        "质量\0很好",
        "\uD800质量很好\uDC00",
        "\uDC00\uD800",
        "😀👨‍👩‍👧‍👦🇨🇳🇨🇳❤️👍🏽",
        "\u200D\uFE0F\u200D",
        "，。！？…、",
        "\u202E好很量质\u202C",
        "\r\n\t \u3000",
        new string('好', 20_000),
        new string('a', 20_000),
        new string('！', 20_000),
        string.Concat(Enumerable.Repeat("\U0001F469\u200D", 5_000)),
        new string('(', 20_000),
        string.Concat(Enumerable.Repeat("a@", 10_000)),
        string.Concat(Enumerable.Repeat("www.", 5_000)),
    ];

    /// <summary>Strings of pieces of reviews and of strange text, the same for the same seed.</summary>
    internal static IEnumerable<string> Random(int seed, int count)
    {
        var random = new Random(seed);
        string[] pieces = ["质量", "很", "不", "好", "贵", "快", "物流", "但是", "，", "。", " ", "a1", "-", "😀", "\uD83D", "\uFE0F", "好好好", "希望", "吗？", "\n", "２．５", "電池", "8", "点", "年", "(", ")", "^", "_", ":", "@", ".", "www.", "\u200D", "❤", "👍🏽", "🇨", "%"];
        for (var i = 0; i < count; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    internal static IEnumerable<string> All => Reviews.Concat(StrangeTexts).Concat(Random(seed: 7, count: 2_000));
}
