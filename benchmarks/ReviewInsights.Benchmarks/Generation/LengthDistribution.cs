using System.Globalization;

namespace ReviewInsights.Benchmarks.Generation;

/// <summary>How long reviews are, from the quantiles in <c>lengths.tsv</c>.</summary>
internal sealed class LengthDistribution
{
    private const int Resolution = 1 << 14;

    private readonly int[] _lengths = new int[Resolution];

    private LengthDistribution((double Share, int Length)[] quantiles)
    {
        var next = 1;
        for (var i = 0; i < Resolution; i++)
        {
            var share = (i + 0.5) / Resolution;
            while (quantiles[next].Share < share) next++;
            var (low, high) = (quantiles[next - 1], quantiles[next]);
            _lengths[i] = low.Length + (int)((high.Length - low.Length) * (share - low.Share) / (high.Share - low.Share) + 0.5);
        }
    }

    internal static LengthDistribution Load() => new([
        .. EmbeddedText.Lines("lengths.tsv").Skip(1).Select(line => line.Split('\t')).Select(cells =>
            (double.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture))),
    ]);

    /// <summary>A length in UTF-16 code units.</summary>
    internal int Next(ref SplitMix chance) => _lengths[chance.Below(Resolution)];
}
