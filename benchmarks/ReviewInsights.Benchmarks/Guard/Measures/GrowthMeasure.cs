using System.Text;
using ReviewInsights.Analytics;
using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Guard.Measures;

/// <summary>
/// Whether a review costs the same behind a million others as behind ten thousand: an old session, through which all of them went, and
/// young ones take turns over the same reviews; curves of the same age stand behind them.
/// </summary>
internal sealed class GrowthMeasure(ReviewAnalyzer analyzer, int reviews) : IMeasure
{
    private const int BlockReviews = 10_000;
    private const int BlocksCompared = 9;

    public string Name => "growth";

    public string Description => $"time per review behind {reviews:N0} others ÷ behind {BlockReviews:N0}, session and curve";

    // 10 % is what is aimed at; the rest is for the noise of shared machines.
    public double? Ceiling => 1.2;

    public double Take()
    {
        using var generator = new ReviewGenerator(seed: 11);
        using var old = new AnalysedStream(analyzer);
        var ratios = new List<double>();
        var texts = new string[BlockReviews];
        for (long row = 0; row < reviews; row += BlockReviews)
        {
            for (var i = 0; i < BlockReviews; i++) texts[i] = Encoding.UTF8.GetString(generator.Generate(row + i).Text.Written);
            if (row < reviews - BlocksCompared * BlockReviews)
            {
                old.Add(texts);
                continue;
            }
            using var young = new AnalysedStream(analyzer);
            young.Add(texts);
            ratios.Add(Time(old, texts) / Time(young, texts));
        }
        ratios.Sort();
        return ratios[BlocksCompared / 2];
    }

    private static double Time(AnalysedStream stream, string[] texts)
    {
        GC.Collect(); // each pays for its own garbage only
        var start = Environment.CpuUsage.TotalTime;
        stream.Add(texts);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    /// <summary>A session and the curve of all reviews that went through it.</summary>
    private sealed class AnalysedStream(ReviewAnalyzer analyzer) : IDisposable
    {
        private readonly AnalysisSession _session = analyzer.OpenSession();
        private readonly CurveAggregator _curve = new();
        private StageOpinion[] _staged = new StageOpinion[64];

        internal void Add(string[] texts)
        {
            foreach (var text in texts) Add(_session.Analyze(text));
        }

        public void Dispose() => _session.Dispose();

        private void Add(ReadOnlySpan<OpinionMark> opinions)
        {
            if (_staged.Length < opinions.Length) _staged = new StageOpinion[opinions.Length * 2];
            var info = analyzer.Lexicon.Info;
            for (var i = 0; i < opinions.Length; i++)
            {
                ref readonly var opinion = ref opinions[i];
                var stage = opinion.StageId == OpinionMark.NoStage ? Lexicon.NoStageCode : info.Stages[opinion.StageId];
                _staged[i] = new StageOpinion(info.Aspects[opinion.AspectId], stage, opinion.Score);
            }
            _curve.Add(_staged.AsSpan(0, opinions.Length));
        }
    }
}
