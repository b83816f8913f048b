namespace ReviewInsights.Privacy;

/// <summary>Runs of digits with separators between them: 138-0000-0000, 6222 0000 0000 0000. Reads a bounded way ahead.</summary>
internal ref struct DigitGroups
{
    private const int MaxGroups = 6;

    /// <summary>Longest number that is looked at; longer runs are none.</summary>
    internal const int MaxDigits = 24;

    private const int MaxSeparators = 3;

    private readonly ReadOnlySpan<char> _text;
    private Buffer _starts;
    private Buffer _ends;

    internal DigitGroups(ReadOnlySpan<char> text, int start)
    {
        _text = text;
        var digits = 0;
        for (var at = start; Count < MaxGroups;)
        {
            var end = Glyph.DigitsEnd(text, at, MaxDigits + 1 - digits);
            digits += end - at;
            if (end == at || digits > MaxDigits) return;
            (_starts[Count], _ends[Count]) = (at, end);
            Count++;
            at = SeparatorsEnd(text, end);
            if (at == end) return;
        }
    }

    /// <summary>Number of groups.</summary>
    internal int Count { get; private set; }

    internal readonly int StartOf(int group) => _starts[group];

    internal readonly int EndOf(int group) => _ends[group];

    internal readonly int LengthOf(int group) => _ends[group] - _starts[group];

    /// <summary>Whether the groups from <paramref name="first"/> have these lengths; 0 for any or none.</summary>
    internal readonly bool AreOf(int first, int one, int two = 0, int three = 0) =>
        IsOf(first, one) && (two == 0 || IsOf(first + 1, two)) && (three == 0 || IsOf(first + 2, three));

    private readonly bool IsOf(int group, int length) => group < Count && LengthOf(group) == length;

    /// <summary>The digits of some groups in a row, as values.</summary>
    /// <returns>How many there are.</returns>
    internal readonly int CopyTo(Span<byte> values, int first, int count)
    {
        var length = 0;
        for (var group = first; group < first + count; group++)
            foreach (var c in _text[_starts[group].._ends[group]]) values[length++] = (byte)Glyph.Value(c);
        return length;
    }

    private static int SeparatorsEnd(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && at - start < MaxSeparators && IsSeparator(text[at])) at++;
        return at < text.Length && Glyph.IsDigit(text[at]) ? at : start;
    }

    private static bool IsSeparator(char c) =>
        c is '-' or '－' or '–' or '—' or '‐' or '‑' or '−' or '.' or '·' or '_' or ' ' or '\u00A0' or '\u3000' or '\t' or ')' or '）';

    [System.Runtime.CompilerServices.InlineArray(MaxGroups)]
    private struct Buffer
    {
        private int _first;
    }
}
