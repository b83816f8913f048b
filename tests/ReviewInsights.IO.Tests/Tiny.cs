using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace ReviewInsights.IO.Tests;

/// <summary>Small inputs and results, and the shortest way through the library for a test.</summary>
internal static class Tiny
{
    public static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static (List<ReviewRow> Rows, ReadSummary Summary) Read(byte[] bytes, string name, ReviewReaderOptions? options = null)
    {
        using var input = ReviewInput.Open(new MemoryStream(bytes), name, options);
        using var source = input.Reviews();
        return (source.Read().ToList(), source.Summary);
    }

    public static (List<ReviewRow> Rows, ReadSummary Summary) Read(string text, string name, ReviewReaderOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(text), name, options);

    public static string[] Texts(this (List<ReviewRow> Rows, ReadSummary Summary) read) =>
        [.. read.Rows.Where(r => r.Review is not null).Select(r => r.Review!.Text)];

    public static ReviewReaderOptions With(ReviewField field, string column) =>
        new() { Columns = ImmutableDictionary<ReviewField, string>.Empty.Add(field, column) };

    /// <summary>屏幕 很大, 电池不太耐用: one positive and one negative opinion, the second with evidence.</summary>
    public static ReviewAnalysis Analysis(Review? review = null) => new(
        review ?? new Review("r-17", "屏幕很大，电池不太耐用"),
        new OverallPolarity(Polarity.Mixed, -0.05, 0.61234),
        [new AspectPolarity("usage", Polarity.Negative), new AspectPolarity("design", Polarity.Positive)],
        [
            new Opinion("design", null, Polarity.Positive, 0.6, 0.9, "none", new(0, 4), new(0, 2), new(0, 4), []),
            new Opinion("usage", "usage.battery", Polarity.Negative, -0.70004, 0.91, "usage", new(5, 6), null, new(7, 4),
                [
                    new Evidence(EvidenceKind.Lexicon, "polarity/general.tsv:41", new(9, 2), 0, 0.8),
                    new Evidence(EvidenceKind.Negation, "不太", new(7, 2), 0.8, -0.70004),
                ]),
        ],
        [new StageScore("usage", -0.70004, 1)],
        Suggestion: null,
        Tokens: [],
        Clauses: [],
        Lexicon: "zh-0.1+3f9a");

    public static string Line(ResultFormat format, ReviewAnalysis analysis)
    {
        var buffer = new ArrayBufferWriter<byte>();
        format.WriteRow(buffer, analysis);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static List<TaggedRow> ReadTagged(string text)
    {
        using var input = ReviewInput.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "tagged.ndjson");
        return input.Tagged().ToList();
    }
}
