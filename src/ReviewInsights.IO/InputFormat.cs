namespace ReviewInsights.IO;

/// <summary>How reviews are laid out in a file or stream.</summary>
public enum InputFormat
{
    /// <summary>Told from the first bytes, the name of the file or, failing both, the first line.</summary>
    Auto = 0,

    /// <summary>Comma-separated with a header row; the delimiter may be another one.</summary>
    Csv = 1,

    /// <summary>Tab-separated with a header row.</summary>
    Tsv = 2,

    /// <summary>One JSON object a line.</summary>
    Ndjson = 3,

    /// <summary>One review text a line.</summary>
    Lines = 4,

    /// <summary>A workbook of Excel 2007 or later, its sheets with a header row.</summary>
    Xlsx = 5,

    /// <summary>A table or query of an SQLite database file.</summary>
    Sqlite = 6,

    /// <summary>A table or query of a PostgreSQL database, which a URI names: <c>postgres://user@host:5432/db</c>.</summary>
    Postgres = 7,
}
