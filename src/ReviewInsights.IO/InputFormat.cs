namespace ReviewInsights.IO;

/// <summary>How reviews are laid out in a file or stream.</summary>
public enum InputFormat
{
    /// <summary>Told from the name of the file or, failing that, from its first line.</summary>
    Auto = 0,

    /// <summary>Comma-separated with a header row; the delimiter may be another one.</summary>
    Csv = 1,

    /// <summary>Tab-separated with a header row.</summary>
    Tsv = 2,

    /// <summary>One JSON object a line.</summary>
    Ndjson = 3,

    /// <summary>One review text a line.</summary>
    Lines = 4,
}
