// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>First look at a text, from left to right: the lexicon's code of each character, and the runs no word may cut.</summary>
internal static class RunScanner
{
    internal static void Run(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace work)
    {
        ReadOnlySpan<ushort> codeOf = lexicon.CharacterCodes;
        ReadOnlySpan<byte> classes = CharacterTable.All;
        Span<ushort> codes = work.Codes.AsSpan(0, text.Length + 1);
        Span<int> runEnds = work.RunEnds.AsSpan(0, text.Length);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var isPlain = classes[c] == (byte)CharacterClass.Han && (i + 1 == text.Length || text[i + 1] != c);
            var end = isPlain ? i + 1 : RunRules.EndOf(text, i);
            codes[i] = codeOf[c];
            runEnds[i] = end < text.Length && !isPlain && RunRules.IsNumberWithUnit(text[i..end], text[end]) ? -end : end;
            for (i++; i < end; i++)
            {
                codes[i] = codeOf[text[i]];
                runEnds[i] = 0;
            }
        }
        codes[text.Length] = 0; // no child has code 0: a walk stops at the end of the text by itself
    }
}
