using System.Buffers;
using System.Text;

namespace ReviewInsights.IO.Tests.Json;

public sealed class SessionEncoderTests
{
    private static readonly ReviewAnalyzer Analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());

    private static readonly Review[] Reviews =
    [
        new("1", ""),
        new("2", "物流很快，但是电池不太耐用，客服态度倒是挺好。建议多送一根线！"),
        new("\"\\\n\ud83d", "质量很好😀，物流太慢"),
        new("4", "还行吧，一般般，凑合用") { Stage = "usage" },
        new("5", "质量差，不推荐") { Stage = "问卷<\"一\ud83d😀>" },
        new("6", "很好") { Stage = "" },
        new("7", string.Concat(Enumerable.Repeat("屏幕很大，电池不耐用，价格太贵，", 400))),
        new("8", "价格便宜")
        {
            CreatedAt = new(2026, 3, 1, 8, 30, 0, 120, Tiny.China), Rating = 4.5, ProductId = "s", Brand = "\"山\"", Category = "c", Channel = "",
            OrderId = "o", Batch = "b", UserId = "😀", ServiceScore = 3,
        },
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_writes_what_the_result_objects_give(bool includeText)
    {
        var format = new NdjsonFormat { IncludeText = includeText };
        var encoder = format.OpenEncoder(Analyzer);
        foreach (var review in Reviews)
        {
            var output = new ArrayBufferWriter<byte>();
            encoder.WriteRow(output, review);

            Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe(Tiny.Line(format, Analyzer.Analyze(review)));
        }
    }
}
