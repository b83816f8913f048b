namespace ReviewInsights.Lexicons;

/// <summary>
/// The weights of one gram for all heads: up to sixty signed bytes and, in the last byte, how far to shift them left to get
/// multiples of 2⁻⁹. Sixty-four bytes, one cache line, so that one look-up of a gram feeds every head; whole numbers, so that
/// every processor adds up the same sums.
/// </summary>
internal static class WeightRow
{
    internal const int Length = HeadLayout.Stride;

    /// <summary>Most heads that a row has room for.</summary>
    internal const int Capacity = Length - 4;

    /// <summary>What a weight counts in units of the sums.</summary>
    internal const float Unit = 1f / 512;

    private const int MaxShift = 7;

    /// <summary>The scale of a row: the smallest power of two times <see cref="Unit"/> under which its highest weight fits a byte.</summary>
    internal static float ScaleFor(float highest)
    {
        var scale = Unit;
        while (highest > scale * sbyte.MaxValue && scale < Unit * (1 << MaxShift)) scale *= 2;
        return scale;
    }

    /// <param name="weights">Weights as multiples of the scale.</param>
    /// <param name="scale">What <see cref="ScaleFor"/> gave.</param>
    /// <param name="rows">Takes the row.</param>
    internal static void Append(ReadOnlySpan<sbyte> weights, float scale, List<sbyte> rows)
    {
        foreach (var weight in weights[..Math.Min(weights.Length, Capacity)]) rows.Add(weight);
        while (rows.Count % Length != Length - 1) rows.Add(0);
        rows.Add((sbyte)Math.Clamp((int)MathF.Log2(scale / Unit), 0, MaxShift));
    }

    internal static int ShiftOf(ReadOnlySpan<sbyte> row) => row[Length - 1] & MaxShift;
}
