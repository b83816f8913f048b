using System.Collections.Immutable;
using ReviewInsights.IO;
using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Duplicates;

namespace ReviewInsights.Cli.Tagging;

/// <summary>What to do about a row that repeats an earlier one.</summary>
internal enum DuplicateAction
{
    /// <summary>Count and tag it.</summary>
    Count = 0,

    /// <summary>Count it and leave it out. Costs some thirty bytes of memory for each different row.</summary>
    Drop = 1,

    /// <summary>Nothing, not even counting.</summary>
    Keep = 2,
}

/// <summary>When a row repeats another, and what is done about it.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Key">The fields in which the two agree.</param>
internal sealed record Duplicates(DuplicateAction Action, ImmutableArray<ReviewField> Key)
{
    /// <summary>Whether all fields have to agree.</summary>
    public bool IsWholeRow => Key == RowHasher.AllFields;

    /// <summary>Reads the two options of the command line.</summary>
    /// <param name="action"><c>count</c>, <c>drop</c> or <c>keep</c>.</param>
    /// <param name="key">Names of fields, separated by commas; null for the usual.</param>
    /// <param name="isKeyed">Whether the output keeps one row an id, so that the id is the usual key rather than all fields.</param>
    /// <exception cref="UsageException">A name is not that of a field.</exception>
    public static Duplicates Parse(string action, string? key, bool isKeyed) => new(
        Enum.Parse<DuplicateAction>(action, ignoreCase: true),
        key is null ? isKeyed ? [ReviewField.Id] : RowHasher.AllFields : [.. key.Split(',', StringSplitOptions.TrimEntries).Select(ToField).Distinct().Order()]);

    private static ReviewField ToField(string name)
    {
        foreach (var field in RowHasher.AllFields)
        {
            if (ColumnAliases.NameOf(field) == name)
                return field;
        }

        throw new UsageException($"--duplicate-key '{name}': names of fields are right, separated by commas: {string.Join(", ", RowHasher.AllFields.Select(ColumnAliases.NameOf))}");
    }
}
