using System.Globalization;
using System.Text;

namespace ReviewInsights.Cli.Rendering;

/// <summary>How many columns a text takes on a screen: Chinese characters and emoji take two.</summary>
internal static class DisplayWidth
{
    // Blocks of East Asian width W or F (Unicode Standard Annex 11), first and last code point.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF),
        (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>
    /// A text from the data as it may stand in a line: no control characters, which could move the cursor or recolour the screen,
    /// and cut to <paramref name="width"/> columns.
    /// </summary>
    public static string Fit(string text, int width)
    {
        var shown = new StringBuilder();
        var left = width;
        foreach (var rune in text.EnumerateRunes())
        {
            var clean = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? new Rune(' ') : rune;
            left -= Of(clean);
            if (left < 0)
            {
                while (Of(shown.ToString()) > width - 2) shown.Length -= char.IsLowSurrogate(shown[^1]) ? 2 : 1;
                return shown.Append("..").ToString();
            }

            shown.Append(clean.ToString());
        }

        return shown.ToString();
    }

    private static int Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return Array.Exists(Wide, block => block.First <= rune.Value && rune.Value <= block.Last) ? 2 : 1;
    }
}
