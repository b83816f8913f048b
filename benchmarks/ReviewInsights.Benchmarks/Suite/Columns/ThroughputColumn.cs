using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ReviewInsights.Benchmarks.Suite.Columns;

/// <summary>A figure that follows from the mean time of a benchmark and the size of its corpus.</summary>
/// <param name="name">Head of the column.</param>
/// <param name="legend">What it means.</param>
/// <param name="figure">From the corpus and the seconds of one operation.</param>
internal sealed class ThroughputColumn(string name, string legend, Func<Corpus, double, double> figure) : IColumn
{
    /// <summary>MB of UTF-8 a second.</summary>
    internal static ThroughputColumn Megabytes { get; } = new("MB/s", "Millions of bytes of review text (UTF-8) a second", (corpus, seconds) => corpus.Bytes / 1e6 / seconds);

    /// <summary>Reviews a second.</summary>
    internal static ThroughputColumn Reviews { get; } = new("reviews/s", "Reviews a second", (corpus, seconds) => corpus.Texts.Length / seconds);

    /// <summary>Nanoseconds a UTF-16 code unit.</summary>
    internal static ThroughputColumn NanosecondsPerCharacter { get; } = new("ns/char", "Nanoseconds per UTF-16 code unit", (corpus, seconds) => seconds * 1e9 / corpus.Characters);

    public string Id => nameof(ThroughputColumn) + ColumnName;

    public string ColumnName => name;

    public string Legend => legend;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(one => CorpusOf(one) is not null);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        CorpusOf(benchmarkCase) is { } corpus && summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? figure(corpus, statistics.Mean / 1e9).ToString("#,0.##", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    private static Corpus? CorpusOf(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters.Items.Select(parameter => parameter.Value).OfType<Corpus>().FirstOrDefault();
}
