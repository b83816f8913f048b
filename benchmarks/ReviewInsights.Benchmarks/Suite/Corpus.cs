using System.Text;
using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>The texts that a benchmark goes over in one operation; the columns divide by its size.</summary>
public sealed class Corpus
{
    /// <summary>Seed of the texts that are taken as they come.</summary>
    public const ulong Seed = 1;

    private const int ReviewsGenerated = 20_000;
    private const int ReviewsTaken = 100;

    private Corpus(string name, string[] texts)
    {
        (Name, Texts) = (name, texts);
        Bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        Characters = texts.Sum(text => (long)text.Length);
    }

    public string Name { get; }

    public string[] Texts { get; }

    /// <summary>Size as UTF-8.</summary>
    public long Bytes { get; }

    /// <summary>Size in UTF-16 code units.</summary>
    public long Characters { get; }

    /// <summary>Generated reviews as they come.</summary>
    public static Corpus Mixed() => new("mixed", ReviewGenerator.Texts(Seed, count: 2000));

    /// <summary>So many generated reviews that the start of a process does not matter.</summary>
    public static Corpus Dump() => new("dump", ReviewGenerator.Texts(Seed, count: 20_000));

    /// <summary>Reviews of one length each, from short to long.</summary>
    public static IEnumerable<Corpus> ByLength()
    {
        var texts = ReviewGenerator.Texts(Seed, count: ReviewsGenerated);
        foreach (var length in (int[])[20, 34, 60, 130, 600])
            yield return new Corpus($"{length} characters", [.. texts.OrderBy(text => Math.Abs(text.Length - length)).Take(ReviewsTaken)]);
    }

    /// <summary>Texts that no customer writes and every service receives.</summary>
    public static IEnumerable<Corpus> Pathological()
    {
        var unbroken = string.Concat(ReviewGenerator.Texts(seed: 2, count: 2000)).Where(char.IsLetter);
        yield return new Corpus("100,000 without punctuation", [string.Concat(unbroken.Take(100_000))]);
        yield return new Corpus("repeated negators", [string.Concat(Enumerable.Repeat("不是不", 10_000))]);
        yield return new Corpus("one character repeated", [new string('好', 30_000)]);
        yield return new Corpus("punctuation only", [string.Concat(Enumerable.Repeat("，。！", 10_000))]);
        yield return new Corpus("lone surrogates", [string.Concat(Enumerable.Repeat("好\uD83D用\uDE04", 5000))]);
    }

    public static IEnumerable<Corpus> All() => [Mixed(), .. ByLength(), .. Pathological()];

    /// <summary>The name, which is what the table shows.</summary>
    public override string ToString() => Name;
}
