using System.Text;

namespace ReviewInsights.Benchmarks.Generation;

/// <summary>Makes reviews from a seed: the same seed and row give the same review, on every machine.</summary>
internal sealed class ReviewGenerator : IDisposable
{
    /// <summary>How many days the reviews are spread over.</summary>
    internal const int Days = 730;

    // Shares of 1 to 5 stars in hundredths, added up: shops show many fives, some ones and little between.
    private static readonly int[] Stars = [13, 19, 29, 45, 100];

    private readonly Vocabulary _vocabulary = Vocabulary.Load();
    private readonly LengthDistribution _lengths = LengthDistribution.Load();
    private readonly GeneratedReview _review = new();
    private readonly ClauseWriter _clauses;
    private readonly ulong _seed;

    internal ReviewGenerator(ulong seed)
    {
        _seed = seed;
        _clauses = new ClauseWriter(_vocabulary, _review);
    }

    /// <summary>The review of a row.</summary>
    /// <param name="row">0-based; no row depends on another.</param>
    /// <returns>Valid until the next call.</returns>
    internal GeneratedReview Generate(long row)
    {
        var chance = SplitMix.OfRow(_seed, row);
        var trade = chance.Pick(_vocabulary.Trades);
        _review.Number = row + 1;
        _review.Day = chance.Below(Days);
        _review.SecondOfDay = chance.Below(24 * 60 * 60);
        _review.Product = chance.Pick(trade.Products);
        _review.Brand = chance.Pick(trade.Brands);
        _review.Channel = chance.Pick(_vocabulary.Channels);
        _review.Rating = NextRating(ref chance);
        _review.Text.Clear();
        _clauses.Write(ref chance, trade, _lengths.Next(ref chance));
        return _review;
    }

    /// <summary>The texts of the first rows, as strings.</summary>
    internal static string[] Texts(ulong seed, int count)
    {
        using var generator = new ReviewGenerator(seed);
        var texts = new string[count];
        for (var row = 0; row < count; row++) texts[row] = Encoding.UTF8.GetString(generator.Generate(row).Text.Written);
        return texts;
    }

    public void Dispose() => _review.Dispose();

    private static int NextRating(ref SplitMix chance)
    {
        var share = chance.Below(100);
        var stars = 1;
        while (share >= Stars[stars - 1]) stars++;
        return stars;
    }
}
