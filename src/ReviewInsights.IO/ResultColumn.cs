using System.Globalization;

namespace ReviewInsights.IO;

/// <summary>What a column of the flat table holds.</summary>
public enum ResultColumnKind
{
    /// <summary>Texts, by strangers or codes of ours.</summary>
    Text,

    /// <summary>Numbers, scores rounded to four decimals.</summary>
    Number,

    /// <summary>Points in time.</summary>
    Time,
}

/// <summary>One column of the flat table. Immutable, thread-safe.</summary>
public sealed class ResultColumn
{
    private readonly Func<ReviewAnalysis, ResultCell> _read;

    private ResultColumn(string name, ResultColumnKind kind, Func<ReviewAnalysis, ResultCell> read)
    {
        Name = name;
        Kind = kind;
        _read = read;
    }

    /// <summary>Name in files: <c>aspect.value</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Name in databases, where a dot would need quotes: <c>aspect_value</c>. Whatever is no letter, digit or underscore is an
    /// underscore.
    /// </summary>
    public string DatabaseName => string.Create(Name.Length, Name, static (span, name) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsLetterOrDigit(name[i]) ? name[i] : '_';
    });

    /// <summary>What the cells hold.</summary>
    public ResultColumnKind Kind { get; }

    /// <summary>What the column says about a review.</summary>
    public ResultCell Read(ReviewAnalysis analysis) => _read(analysis);

    internal static ResultColumn OfText(string name, Func<ReviewAnalysis, string?> read) =>
        new(name, ResultColumnKind.Text, analysis => new ResultCell(read(analysis), null, null));

    internal static ResultColumn OfNumber(string name, Func<ReviewAnalysis, double?> read) =>
        new(name, ResultColumnKind.Number, analysis => new ResultCell(null, read(analysis), null));

    internal static ResultColumn OfTime(string name, Func<ReviewAnalysis, DateTimeOffset?> read) => new(name, ResultColumnKind.Time, analysis =>
    {
        var time = read(analysis);
        return new ResultCell(time?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture), null, time);
    });
}
