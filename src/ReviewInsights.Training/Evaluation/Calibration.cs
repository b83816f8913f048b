using System.Collections.Immutable;

namespace ReviewInsights.Training;

/// <summary>How well stated probabilities agree with what is right, in bins of equal width.</summary>
public sealed class Calibration
{
    /// <summary>Bins between 0 and 1.</summary>
    public const int BinCount = 15;

    private readonly (int Count, double Stated, int Right)[] _bins = new (int, double, int)[BinCount];

    /// <summary>Number of probabilities.</summary>
    public int Count => _bins.Sum(b => b.Count);

    /// <summary>Expected calibration error (Naeini et al. 2015): the mean distance of stated and observed shares, in [0, 1], bins weighed by size.</summary>
    public double ExpectedError => Count == 0 ? 0 : _bins.Sum(b => Math.Abs(b.Stated - b.Right)) / Count;

    /// <summary>The bins that are not empty: how many, mean probability stated, share that was right.</summary>
    public ImmutableArray<(int Count, double Stated, double Observed)> Bins =>
        [.. _bins.Where(b => b.Count > 0).Select(b => (b.Count, b.Stated / b.Count, (double)b.Right / b.Count))];

    internal void Add(double stated, bool isRight)
    {
        ref var bin = ref _bins[Math.Min(BinCount - 1, (int)(stated * BinCount))];
        bin = (bin.Count + 1, bin.Stated + stated, bin.Right + (isRight ? 1 : 0));
    }
}
