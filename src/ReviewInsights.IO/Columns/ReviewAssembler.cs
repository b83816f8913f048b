using System.Collections.Immutable;
using System.Globalization;

namespace ReviewInsights.IO.Columns;

/// <summary>Field values of one row to a review. Optional values that cannot be read are left out and counted.</summary>
internal sealed class ReviewAssembler(TimeSpan assumedOffset)
{
    private readonly string?[] _values = new string?[ColumnAliases.Fields.Count()];
    private readonly SortedDictionary<string, long> _unreadable = new(StringComparer.Ordinal);

    /// <summary>How many values of a column could not be read.</summary>
    public ImmutableSortedDictionary<string, long> UnreadableValues => _unreadable.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether the current row names its review.</summary>
    public bool HasId => _values[(int)ReviewField.Id] is not null;

    /// <summary>Text of the current row, or null where it has none.</summary>
    public string? Text => _values[(int)ReviewField.Text];

    /// <summary>Sets a field of the current row; blank means not given, except for the text.</summary>
    public void Set(ReviewField field, string value) =>
        _values[(int)field] = field == ReviewField.Text || !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>Counts a value that is not of the field's type.</summary>
    public void CountUnreadable(ReviewField field)
    {
        var name = ColumnAliases.NameOf(field);
        _unreadable[name] = _unreadable.GetValueOrDefault(name) + 1;
    }

    /// <summary>The review; the assembler is empty afterwards.</summary>
    public Review Build(long rowNumber)
    {
        var review = new Review(
            Word(ReviewField.Id) ?? rowNumber.ToString(CultureInfo.InvariantCulture),
            Text ?? "")
        {
            CreatedAt = Time(ReviewField.CreatedAt),
            Rating = Stars(ReviewField.Rating),
            ProductId = Word(ReviewField.ProductId),
            Brand = Word(ReviewField.Brand),
            Category = Word(ReviewField.Category),
            Channel = Word(ReviewField.Channel),
            OrderId = Word(ReviewField.OrderId),
            Batch = Word(ReviewField.Batch),
            UserId = Word(ReviewField.UserId),
            Stage = Word(ReviewField.Stage),
            ServiceScore = Stars(ReviewField.ServiceScore),
            LogisticsScore = Stars(ReviewField.LogisticsScore),
            ProductScore = Stars(ReviewField.ProductScore),
        };
        Clear();
        return review;
    }

    /// <summary>Forgets the current row.</summary>
    public void Clear() => Array.Clear(_values);

    private string? Word(ReviewField field) => _values[(int)field]?.Trim();

    private DateTimeOffset? Time(ReviewField field)
    {
        if (Word(field) is not { } word)
            return null;
        if (TimeText.TryParse(word, assumedOffset, out var time))
            return time;
        CountUnreadable(field);
        return null;
    }

    private double? Stars(ReviewField field)
    {
        if (Word(field) is not { } word)
            return null;
        var digits = word.AsSpan().TrimEnd("星分");
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var stars) && stars is >= 1 and <= 5)
            return stars;
        CountUnreadable(field);
        return null;
    }
}
