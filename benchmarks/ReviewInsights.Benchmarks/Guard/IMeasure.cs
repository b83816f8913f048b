namespace ReviewInsights.Benchmarks.Guard;

/// <summary>One thing that the guard measures.</summary>
internal interface IMeasure
{
    /// <summary>Short name, the key in the baseline.</summary>
    string Name { get; }

    /// <summary>What it is, with its unit, for the table.</summary>
    string Description { get; }

    /// <summary>The most that it may be; null for a ratio to an oracle, which must not fall far below the baseline.</summary>
    double? Ceiling { get; }

    /// <summary>Measures. May be called again where the first answer failed.</summary>
    double Take();
}
