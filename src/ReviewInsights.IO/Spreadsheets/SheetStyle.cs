namespace ReviewInsights.IO.Spreadsheets;

/// <summary>The styles of cells, by their place in the workbook's list.</summary>
internal enum SheetStyle
{
    /// <summary>As the reader likes.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Header,

    /// <summary>A text that stays a text when the cell is edited.</summary>
    QuotePrefix,
}
