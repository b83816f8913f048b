namespace ReviewInsights.Lexicons;

/// <summary>
/// The weights of one gram for all heads: up to sixty-four signed bytes, all in one unit. One cache line, so that one look-up of a
/// gram feeds every head; whole numbers, so that every processor adds up the same sums; one unit, so that a row is added as it is.
/// </summary>
internal static class WeightRow
{
    internal const int Length = HeadLayout.Stride;

    /// <summary>What a weight of a clause head counts, in log-odds. Weights beyond ±2 are rare and are cut there.</summary>
    internal const float Unit = 1f / 64;

    /// <summary>What a weight of a domain counts: those are larger, and only their sums are compared.</summary>
    internal const float DomainUnit = 1f / 16;

    /// <summary>Scales in a model's file are this times a power of two.</summary>
    private const float FinestScale = 1f / 512;

    /// <summary>The scale of a row in a model's file: the smallest under which its highest weight fits a byte.</summary>
    internal static float ScaleFor(float highest)
    {
        var scale = FinestScale;
        while (highest > scale * sbyte.MaxValue) scale *= 2;
        return scale;
    }

    /// <param name="weights">Weights as multiples of the scale; at most <see cref="Length"/>.</param>
    /// <param name="scale">What <see cref="ScaleFor"/> gave.</param>
    /// <param name="unit">What a weight shall count in the row.</param>
    /// <param name="rows">Takes the row.</param>
    internal static void Append(ReadOnlySpan<sbyte> weights, float scale, float unit, List<sbyte> rows)
    {
        // Halves, which are frequent between two powers of two, go up: a weight that is lost speaks for silence, and most do anyway.
        foreach (var weight in weights) rows.Add((sbyte)Math.Clamp(MathF.Floor(weight * scale / unit + 0.5f), -sbyte.MaxValue, sbyte.MaxValue));
        while (rows.Count % Length != 0) rows.Add(0);
    }
}
