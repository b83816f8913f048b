using BenchmarkDotNet.Attributes;
using ReviewInsights.Analytics;
using ReviewInsights.Benchmarks.Guard.Oracles;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>Reviews that were analysed before, put into one curve, into a curve a group, and into lists of scores.</summary>
public class CurveBenchmark
{
    private const int Groups = 50;

    private ReviewAnalysis[] _analyses = [];
    private string[] _keys = [];

    [ParamsSource(nameof(Corpora))]
    public Corpus Texts { get; set; } = null!;

    public static IEnumerable<Corpus> Corpora() => [Corpus.Mixed()];

    [GlobalSetup]
    public void Setup()
    {
        _analyses = Array.ConvertAll(Texts.Texts, ReviewAnalyzer.Create(Lexicon.LoadDefault()).Analyze);
        _keys = [.. Enumerable.Range(0, Groups).Select(group => $"product {group}")];
    }

    [Benchmark(Baseline = true)]
    public int ListsOfScores()
    {
        var lists = new ScoreLists();
        foreach (var analysis in _analyses) lists.Add(analysis.Opinions.Select(o => (o.Stage, (double)o.Score)));
        return lists.ToCurve().Count;
    }

    [Benchmark]
    public EmotionCurve OneCurve()
    {
        var curve = new CurveAggregator();
        foreach (var analysis in _analyses) curve.Add(analysis);
        return curve.ToCurve();
    }

    [Benchmark]
    public GroupedCurves CurvePerGroup()
    {
        var curves = new GroupedCurveAggregator();
        for (var i = 0; i < _analyses.Length; i++) curves.Add(_keys[i % Groups], _analyses[i]);
        return curves.ToCurves();
    }
}
