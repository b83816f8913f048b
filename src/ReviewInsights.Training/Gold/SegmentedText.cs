using System.Collections.Immutable;
using System.Text;

namespace ReviewInsights.Training;

/// <summary>A text with the places where people cut it into words.</summary>
/// <param name="Text">The words joined, without what separated them.</param>
/// <param name="Ends">Ends of the words in UTF-16 code units, ascending; the last one is the text's length.</param>
/// <param name="OptionalCuts">Places inside words where a cut is right, too; ascending.</param>
public sealed record SegmentedText(string Text, ImmutableArray<int> Ends, ImmutableArray<int> OptionalCuts)
{
    /// <summary>Stands inside a word where a cut is optional.</summary>
    private const char OptionalCut = '·';

    /// <summary>Reads one text a line, its words separated by white space. Lines without a word are left out.</summary>
    /// <param name="reader">The text; read to its end and left open.</param>
    /// <param name="hasOptionalCuts">Whether a middle dot stands for an optional cut; otherwise it is a character like others.</param>
    public static IReadOnlyList<SegmentedText> Read(TextReader reader, bool hasOptionalCuts = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var texts = new List<SegmentedText>();
        while (reader.ReadLine() is { } line)
            if (Parse(line, hasOptionalCuts) is { Ends.Length: > 0 } text) texts.Add(text);
        return texts;
    }

    private static SegmentedText Parse(string line, bool hasOptionalCuts)
    {
        var text = new StringBuilder(line.Length);
        var (ends, optional) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var start = text.Length;
            foreach (var c in word)
            {
                if (hasOptionalCuts && c == OptionalCut) optional.Add(text.Length);
                else text.Append(c);
            }
            if (text.Length > start) ends.Add(text.Length);
        }
        return new SegmentedText(text.ToString(), ends.ToImmutable(), optional.ToImmutable());
    }
}
