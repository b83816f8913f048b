namespace ReviewInsights.IO.Databases;

/// <summary>Rows that a database hands over one after the other. Exceptions are those of <see cref="IReviewSource.Read"/>.</summary>
internal interface ITableRows : IDisposable
{
    /// <summary>Names of the columns.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Share of the rows that have been read, or null where counting them would take long.</summary>
    double? Progress { get; }

    /// <summary>Moves to the next row; false behind the last.</summary>
    bool TryRead();

    /// <summary>A value of the row: null, text, a number, or bytes.</summary>
    object? Value(int column);
}
