using System.Text.Json;
using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Json;

/// <summary>Reviews as JSON objects, one a line.</summary>
internal sealed class NdjsonReviewSource(string name, InputStream stream, LineReader lines, ReviewReaderOptions options)
    : LineReviewSource(name, stream, lines, InputFormat.Ndjson, options)
{
    private readonly JsonLine _parser = new();
    private readonly int[] _ranks = new int[ColumnAliases.Fields.Count()];

    protected override IEnumerable<ReviewRow> ReadRows()
    {
        while (Lines.TryRead())
        {
            if (!Lines.Current.IsWhiteSpace())
                yield return ReadRow();
            else if (Options.RejectBlankLines)
                yield return RejectLine(column: null, "the line is blank; a JSON object is expected");
        }
    }

    private ReviewRow ReadRow()
    {
        using var document = _parser.Parse(Lines, out var column, out var problem);
        if (document is null)
            return RejectLine(column, problem);

        Array.Fill(_ranks, int.MaxValue);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var propertyName = JsonStrings.ReadName(property);
            if (!Map.TryFind(propertyName, out var match) || match.Rank > _ranks[(int)match.Field])
                continue;
            var (field, rank) = match;
            if (field == ReviewField.Text && property.Value.ValueKind != JsonValueKind.String)
                return RejectLine(column: null, $"\"{propertyName}\" is {JsonLine.Describe(property.Value.ValueKind)}, not a string");
            _ranks[(int)field] = rank;
            SetValue(field, property.Value);
        }

        return _ranks[(int)ReviewField.Text] == int.MaxValue
            ? RejectLine(column: null, $"no property holds the review text; name it with {ColumnAliases.OptionOf(ReviewField.Text)}")
            : Accept(Lines.LineNumber);
    }

    private void SetValue(ReviewField field, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Assembler.Set(field, JsonStrings.Read(value));
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Assembler.Set(field, value.GetRawText());
                break;
            case JsonValueKind.Null:
                Assembler.Set(field, "");
                break;
            default:
                Assembler.CountUnreadable(field);
                break;
        }
    }

    private ReviewRow RejectLine(int? column, string reason) =>
        Reject(Lines.LineNumber, column, reason, Lines.Current.ToString());
}
