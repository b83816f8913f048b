using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ReviewInsights.Benchmarks;

/// <summary>
/// <c>throughput offsets|strings|analyze TEXTS</c>: one number, MB of UTF-8 a second, over a file of one text a line. For comparing
/// with programs of other languages, which <c>benchmarks/peers/run</c> alternates with this one.
/// </summary>
internal static class Throughput
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    internal static int Run(string what, string path)
    {
        var texts = File.ReadAllLines(path);
        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var lexicon = Lexicon.LoadDefault();
        var words = Segmenter.Create(lexicon);
        using var session = ReviewAnalyzer.Create(lexicon).OpenSession();
        Func<long> pass = what switch
        {
            "offsets" => () => Sum(texts, text => session.Segment(text).Length),
            "strings" => () => Sum(texts, text => words.Cut(text).Length),
            "analyze" => () => Sum(texts, text => session.Analyze(text).Length),
            _ => throw new ArgumentException($"'{what}' is not one of: offsets, strings, analyze", nameof(what)),
        };
        Time(pass, WarmUp, out _);
        var passes = Time(pass, Measured, out var elapsed);
        Console.WriteLine((bytes * passes / 1e6 / elapsed.TotalSeconds).ToString("0.00", CultureInfo.InvariantCulture));
        return 0;
    }

    private static long Sum(string[] texts, Func<string, int> count)
    {
        var sum = 0L;
        foreach (var text in texts) sum += count(text);
        return sum;
    }

    private static int Time(Func<long> pass, TimeSpan atLeast, out TimeSpan elapsed)
    {
        var clock = Stopwatch.StartNew();
        var passes = 0;
        long? expected = null;
        do
        {
            var sum = pass();
            if (sum != (expected ??= sum)) throw new InvalidOperationException("Two passes over the same texts gave different counts.");
            passes++;
        }
        while (clock.Elapsed < atLeast);
        elapsed = clock.Elapsed;
        return passes;
    }
}
