using System.Buffers;
using System.Text;
using ReviewInsights.Analytics;
using ReviewInsights.Benchmarks.Generation;
using ReviewInsights.Benchmarks.Guard.Measures;
using ReviewInsights.Benchmarks.Guard.Oracles;
using ReviewInsights.IO;

namespace ReviewInsights.Benchmarks.Guard;

/// <summary>Everything the guard measures, over one generated dump.</summary>
internal sealed class MeasureSet : IDisposable
{
    private const int Resamples = 200;

    private const int Reviews = 2000;
    private const ulong Seed = 5;

    private readonly Scratch _scratch = new();
    private readonly string[] _texts = ReviewGenerator.Texts(Seed, Reviews);
    private readonly ReviewAnalyzer _analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
    private readonly AnalysisSession _session;
    private readonly Lazy<SubstringAnalysis> _substrings = new(() => new SubstringAnalysis());
    private readonly Lazy<ReviewAnalysis[]> _analyses;

    internal MeasureSet()
    {
        _session = _analyzer.OpenSession();
        _analyses = new Lazy<ReviewAnalysis[]>(() => Array.ConvertAll(_texts, _analyzer.Analyze));
        using var dump = File.Create(Csv);
        Dump.Write(dump, DumpFormat.Of("csv"), Seed, Reviews);
    }

    private string Csv => _scratch["reviews.csv"];

    /// <summary>The measures, in the order of the table. None does any work before it is taken.</summary>
    /// <param name="dumpBytes">Sizes of the dumps whose peak memory is taken.</param>
    internal IEnumerable<IMeasure> All(IEnumerable<long> dumpBytes) =>
    [
        Segment(), Session(), Objects(), Read(), Write(), Tag(), Load(), Curve(), Intervals(),
        new AllocationMeasure("segment-allocation", "session, segment, B a review", 0, Reviews, SegmentAll),
        new AllocationMeasure("session-allocation", "session, analyse, B a review", 0, Reviews, AnalyzeAll),
        new AllocationMeasure("objects-allocation", "Analyze, B a review", 3072, Reviews, AnalyzeToObjects),
        new GrowthMeasure(_analyzer, reviews: 1_000_000),
        new MaskGrowthMeasure(),
        .. dumpBytes.Select(bytes => new MemoryMeasure($"memory-{bytes / 1_000_000}M", bytes)),
    ];

    public void Dispose()
    {
        _session.Dispose();
        _scratch.Dispose();
    }

    private RatioMeasure Segment()
    {
        var oracle = new Lazy<MaximumMatching>(() => new MaximumMatching(LexiconTable.Words()));
        return new RatioMeasure("segment", "session, segment ÷ maximum matching over strings", SegmentAll, () => ForEachText(oracle.Value.Segment));
    }

    private RatioMeasure Session() => new("session", "session, analyse ÷ look-up of substrings", AnalyzeAll, () => ForEachText(_substrings.Value.Analyze));

    private RatioMeasure Objects() => new("objects", "Analyze ÷ look-up of substrings", AnalyzeToObjects, () => ForEachText(_substrings.Value.Analyze));

    private RatioMeasure Read() => new("read", "reading CSV ÷ String.Split", ReadAll, () => Count(PlainRecords.ReadCsv(Csv)));

    private RatioMeasure Write()
    {
        var output = new ArrayBufferWriter<byte>();
        var format = new NdjsonFormat();
        return new RatioMeasure("write", "writing NDJSON ÷ concatenating strings", Ours, Oracle);

        void Ours()
        {
            output.ResetWrittenCount();
            foreach (var analysis in _analyses.Value) format.WriteRow(output, analysis);
        }

        void Oracle()
        {
            output.ResetWrittenCount();
            foreach (var analysis in _analyses.Value)
                Encoding.UTF8.GetBytes(PlainRecords.ToJson(analysis.Review.Id, analysis.Opinions.Select(o => (o.Aspect, o.Stage, o.Score))), output);
        }
    }

    private RatioMeasure Tag() => new(
        "tag", "tag CSV → NDJSON, one thread ÷ the plain way",
        () => CommandLineTool.RunHere("tag", Csv, "--output", _scratch["ours.ndjson"], "--threads", "1", "--log-level", "warning"),
        () => PlainTagging.Run(_substrings.Value, Csv, _scratch["plain.ndjson"]));

    private RatioMeasure Load()
    {
        var table = new Lazy<byte[]>(() => LexiconTable.Bytes("segment", "words.tsv"));
        return new RatioMeasure("load", "lexicon to first review ÷ looking at each byte of the word list", AnalyzeFirst, () => LexiconTable.CountCells(table.Value));
    }

    private void AnalyzeFirst()
    {
        using var session = ReviewAnalyzer.Create(Lexicon.LoadDefault()).OpenSession();
        session.Analyze(_texts[0]);
    }

    private RatioMeasure Curve() => new("curve", "collecting analysed reviews for a curve ÷ lists of scores", () => CollectCurve(), () => CollectLists());

    private RatioMeasure Intervals()
    {
        var options = new CurveOptions { BootstrapSamples = Resamples };
        return new("intervals", "curve with bootstrap intervals ÷ resampling the reviews", () => CollectCurve(options).ToCurve(), () => CollectLists().Bootstrap(Resamples));
    }

    private CurveAggregator CollectCurve(CurveOptions? options = null)
    {
        var curve = new CurveAggregator(options);
        foreach (var analysis in _analyses.Value) curve.Add(analysis);
        return curve;
    }

    private ScoreLists CollectLists()
    {
        var lists = new ScoreLists();
        foreach (var analysis in _analyses.Value) lists.Add(analysis.Opinions.Select(o => (o.Stage, (double)o.Score)));
        return lists;
    }

    private void SegmentAll()
    {
        foreach (var text in _texts) _session.Segment(text);
    }

    private void AnalyzeAll()
    {
        foreach (var text in _texts) _session.Analyze(text);
    }

    private void AnalyzeToObjects() => ForEachText(_analyzer.Analyze);

    private void ReadAll()
    {
        using var input = ReviewInput.Open(Csv);
        using var source = input.Reviews();
        Count(source.Read());
    }

    private void ForEachText<T>(Func<string, T> analyze)
    {
        foreach (var text in _texts) analyze(text);
    }

    private static void Count<T>(IEnumerable<T> rows)
    {
        if (rows.Count() != Reviews) throw new InvalidOperationException($"The dump has {Reviews} rows; another number was read.");
    }
}
