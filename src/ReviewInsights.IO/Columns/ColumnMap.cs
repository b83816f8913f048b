using System.Collections.Immutable;

namespace ReviewInsights.IO.Columns;

/// <summary>Which column or property holds which field, after the known names and the names given by option.</summary>
internal sealed class ColumnMap(ImmutableDictionary<ReviewField, string> overrides)
{
    private readonly Dictionary<string, ReviewField> _named = overrides.ToDictionary(o => ColumnAliases.Normalize(o.Value), o => o.Key);

    /// <summary>Columns of the header that hold no field, or one that another column holds better; known when it is resolved.</summary>
    public ImmutableArray<string> Unused { get; private set; } = [];

    /// <summary>The field of a column; of several columns of one field, the lowest rank wins.</summary>
    public bool TryFind(string columnName, out (ReviewField Field, int Rank) match)
    {
        if (_named.TryGetValue(ColumnAliases.Normalize(columnName), out var field))
        {
            match = (field, 0);
            return true;
        }

        return ColumnAliases.TryFind(columnName, out match) && !overrides.ContainsKey(match.Field);
    }

    /// <summary>For each field the index of its column in a header row, or -1.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="source">Name of the input for messages.</param>
    /// <param name="line">Line of the header, or null where the names are not in a line.</param>
    /// <exception cref="InputFormatException">No column holds the text, or a column named by option is missing.</exception>
    public int[] Resolve(IReadOnlyList<string> header, string source, long? line)
    {
        var columns = Enumerable.Repeat(-1, ColumnAliases.Fields.Count()).ToArray();
        var ranks = Enumerable.Repeat(int.MaxValue, columns.Length).ToArray();
        for (var i = 0; i < header.Count; i++)
        {
            if (TryFind(header[i], out var match) && match.Rank < ranks[(int)match.Field])
                (columns[(int)match.Field], ranks[(int)match.Field]) = (i, match.Rank);
        }

        foreach (var (field, name) in overrides.OrderBy(o => o.Key))
        {
            if (columns[(int)field] < 0)
                throw Missing(source, line, header, $"there is no column '{name}', which {ColumnAliases.OptionOf(field)} names.");
        }

        if (columns[(int)ReviewField.Text] < 0)
            throw Missing(source, line, header, WithoutText(header));
        Unused = [.. header.Where((name, i) => !columns.Contains(i) && name.Length > 0)];
        return columns;
    }

    // What tag writes as a table holds too little to make curves of it, and its column of opinions would pass for a text.
    private static string WithoutText(IReadOnlyList<string> header) => header.Contains("overall_polarity") && header.Contains("lexicon")
        ? "this is a table of tagged reviews without their texts; give the tagged NDJSON or the raw reviews."
        : $"no column holds the review text; name it with {ColumnAliases.OptionOf(ReviewField.Text)}.";

    private static InputFormatException Missing(string source, long? line, IReadOnlyList<string> header, string reason)
    {
        // A file that is no table at all has a header of any length.
        const int mostShown = 500;
        var names = string.Join(", ", header);
        var message = $"{reason} Columns found: {(names.Length <= mostShown ? names : names[..mostShown] + " …")}";
        return line is { } at ? new(source, at, column: null, message) : new(source, message);
    }
}
