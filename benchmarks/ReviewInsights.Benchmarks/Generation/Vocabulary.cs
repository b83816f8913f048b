namespace ReviewInsights.Benchmarks.Generation;

/// <summary>What a clause is up to.</summary>
internal enum Mood
{
    Praise = 0,
    Blame = 1,
    Contrast = 2,
    Plain = 3,
}

/// <summary>What can be said about one side of a product.</summary>
internal sealed record Aspect(Fragment[] Part, Fragment[] Good, Fragment[] Bad, Fragment[] Plus, Fragment[] Minus);

/// <summary>The goods of one trade and what customers look at.</summary>
internal sealed record Trade(Fragment[] Brands, Fragment[] Products, Aspect[] Aspects);

/// <summary>All that reviews are made of, encoded. Immutable.</summary>
internal sealed class Vocabulary
{
    private const int LongestClosing = 10;

    private readonly Template[][] _templates;
    private readonly Fragment[][][] _closings;

    private Vocabulary(VocabularyFile file)
    {
        var aspects = file.SectionsOf("aspect").ToDictionary(section => section["aspect ".Length..], section => ReadAspect(file, section));
        Trades =
        [
            .. file.SectionsOf("trade").Select(section => new Trade(
                Fragment.AllOf(file.List(section, "brand")),
                Fragment.AllOf(file.List(section, "product")),
                [.. file.List(section, "aspects").Single().Split(' ').Select(name => aspects[name])])),
        ];
        var words = file.Lists("words").ToDictionary(name => name, name => Fragment.AllOf(file.List("words", name)));
        (Channels, Ends, Emoji) = (words["channel"], words["end"], words["emoji"]);
        _templates =
        [
            .. Enum.GetValues<Mood>().Select(mood => file.List("templates", NameOf(mood)).Select(text => Template.Parse(text, words)).ToArray()),
        ];
        _closings = [.. Enum.GetValues<Mood>().Select(mood => ByLength(file.List("closings", NameOf(mood is Mood.Contrast ? Mood.Plain : mood))))];
    }

    internal Trade[] Trades { get; }

    internal Fragment[] Channels { get; }

    internal Fragment[] Ends { get; }

    internal Fragment[] Emoji { get; }

    internal static Vocabulary Load() => new(VocabularyFile.Load());

    internal Template[] Templates(Mood mood) => _templates[(int)mood];

    /// <summary>Endings of just this length, or of the next shorter one there is.</summary>
    internal Fragment[] Closings(Mood mood, int length) => _closings[(int)mood][Math.Min(length, LongestClosing)];

    private static Aspect ReadAspect(VocabularyFile file, string section)
    {
        return new Aspect(Of("part"), Of("good"), Of("bad"), Of("plus"), Of("minus"));

        Fragment[] Of(string list) => Fragment.AllOf(file.List(section, list));
    }

    private static Fragment[][] ByLength(List<string> closings)
    {
        var table = new Fragment[LongestClosing + 1][];
        table[0] = [];
        for (var length = 1; length <= LongestClosing; length++)
        {
            var fitting = closings.Where(text => text.Length == length);
            table[length] = fitting.Any() ? Fragment.AllOf(fitting) : table[length - 1];
        }
        return table;
    }

    private static string NameOf(Mood mood) => mood.ToString().ToLowerInvariant();
}
