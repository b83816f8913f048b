using System.Text;

namespace ReviewInsights.Lexicons;

/// <summary>The names section: a few hundred short strings, as lines with the count of each group before it.</summary>
internal static class LexiconNames
{
    internal static string Format(LexiconModel model)
    {
        var text = new StringBuilder();
        text.Append(model.Name).Append('\n').Append(model.Words.Count).Append('\n');
        Append(model.Sources, s => s);
        Append(model.Stages, Row);
        Append(model.Aspects, Row);
        Append(model.Attributes, Row);
        return text.ToString();

        static string Row(NamedCode name) => $"{name.Code}\t{name.Chinese}\t{name.English}";

        void Append<T>(List<T> items, Func<T, string> format)
        {
            text.Append(items.Count).Append('\n');
            foreach (var item in items) text.Append(format(item)).Append('\n');
        }
    }

    /// <summary>Reads the section back into <paramref name="model"/>.</summary>
    /// <exception cref="FormatException">The section is not what <see cref="Format"/> writes.</exception>
    internal static void Parse(string text, LexiconModel model)
    {
        var lines = text.Split('\n');
        var at = 0;
        model.Name = Next();
        model.WordCount = Count();
        Read(model.Sources, line => line);
        Read(model.Stages, Row);
        Read(model.Aspects, Row);
        Read(model.Attributes, Row);

        string Next() => at < lines.Length ? lines[at++] : throw new FormatException("the names section ends early");

        int Count() => int.TryParse(Next(), out var count) ? count : throw new FormatException("the names section holds no count where one is due");

        void Read<T>(List<T> items, Func<string, T> parse)
        {
            for (var i = Count(); i > 0; i--) items.Add(parse(Next()));
        }

        static NamedCode Row(string line) =>
            line.Split('\t') is [var code, var zh, var en] ? new NamedCode(code, zh, en) : throw new FormatException($"'{line}' is not a code with two names");
    }
}
