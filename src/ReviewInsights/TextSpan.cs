namespace ReviewInsights;

/// <summary>A stretch of the original text, in UTF-16 code units. Never refers to a normalised copy.</summary>
/// <param name="Start">Index of the first code unit, 0-based.</param>
/// <param name="Length">Number of code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The text under the span. Costs nothing: no copy is made.</summary>
    /// <param name="original">The text that was analysed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in <paramref name="original"/>.</exception>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> original) => original.Slice(Start, Length);

    /// <summary>Whether <paramref name="other"/> lies within this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
