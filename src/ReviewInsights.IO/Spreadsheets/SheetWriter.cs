using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ReviewInsights.IO.Records;
using SheetTextElement = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>
/// Writes the cells of one sheet as they come. Texts stand in their cells: a table of shared texts would have to be kept in memory.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly OpenXmlWriter _writer;
    private readonly string[] _columns;
    private readonly Row _row = new();
    private readonly Cell _cell = new();
    private readonly InlineString _inline = new();
    private readonly SheetTextElement _text = new();
    private readonly CellValue _value = new();
    private readonly OpenXmlAttribute[] _numberAttributes = new OpenXmlAttribute[1];
    private readonly OpenXmlAttribute[] _textAttributes = [default, new("t", "", "inlineStr"), default];
    private readonly OpenXmlAttribute[] _keepSpaces = [new("xml:space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private string _rowNumber = "";

    /// <param name="stream">The part of the workbook that is the sheet.</param>
    /// <param name="header">Names of the columns.</param>
    public SheetWriter(Stream stream, IEnumerable<string> header)
    {
        var names = header.ToList();
        _columns = [.. names.Select((_, at) => ColumnLetters.Of(at))];
        _writer = OpenXmlWriter.Create(stream);
        _writer.WriteStartDocument(true);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetViews(new SheetView(FrozenHeader()) { WorkbookViewId = 0 }));
        _writer.WriteStartElement(new SheetData());
        StartRow();
        for (var i = 0; i < names.Count; i++)
            WriteText(i, names[i], SheetStyle.Header);
        EndRow();
    }

    /// <summary>How many rows there are, the header among them.</summary>
    public int Rows { get; private set; }

    /// <summary>Texts that were cut.</summary>
    public long ShortenedTexts { get; private set; }

    /// <summary>Begins a row.</summary>
    public void StartRow()
    {
        Rows++;
        _rowNumber = Rows.ToString(CultureInfo.InvariantCulture);
        _writer.WriteStartElement(_row, [new OpenXmlAttribute("r", "", _rowNumber)]);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => _writer.WriteEndElement();

    /// <summary>Writes a number.</summary>
    public void WriteNumber(int column, double number)
    {
        _numberAttributes[0] = Address(column);
        _writer.WriteStartElement(_cell, _numberAttributes);
        _writer.WriteStartElement(_value);
        _writer.WriteString(number.ToString("R", CultureInfo.InvariantCulture));
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    /// <summary>
    /// Writes a text. One that looks like a formula is none in a cell of text, but would become one as soon as somebody edits the
    /// cell: it takes the style that says so, as if it had been typed with an apostrophe, and stays the text it is.
    /// </summary>
    public void WriteText(int column, string text) => WriteText(column, text, FormulaGuard.IsFormula(text) ? SheetStyle.QuotePrefix : SheetStyle.Plain);

    /// <summary>Ends the sheet.</summary>
    public void Complete()
    {
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.Close();
    }

    public void Dispose() => _writer.Dispose();

    private void WriteText(int column, string text, SheetStyle style)
    {
        var shortened = SheetText.Shorten(text);
        if (shortened.Length < text.Length)
            ShortenedTexts++;
        _textAttributes[0] = Address(column);
        _textAttributes[2] = new OpenXmlAttribute("s", "", ((int)style).ToString(CultureInfo.InvariantCulture));
        _writer.WriteStartElement(_cell, _textAttributes);
        _writer.WriteStartElement(_inline);
        _writer.WriteStartElement(_text, _keepSpaces);
        _writer.WriteString(SheetText.Escape(shortened));
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private OpenXmlAttribute Address(int column) => new("r", "", _columns[column] + _rowNumber);

    private static Pane FrozenHeader() =>
        new() { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
}
