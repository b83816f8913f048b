using System.Collections.Immutable;

namespace ReviewInsights.Training;

/// <summary>What an import read, dropped and wrote.</summary>
/// <param name="SourceName">Name of the source, as the caller gave it.</param>
/// <param name="Read">Rows read from the source.</param>
/// <param name="Written">Rows written, without the header.</param>
/// <param name="Dropped">Rows dropped, by rule, in the order in which the rules run. Compared by reference.</param>
public sealed record ImportReport(string SourceName, int Read, int Written, ImmutableArray<DroppedRows> Dropped);

/// <summary>The rows that one rule of an import dropped.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Count">How many rows it dropped.</param>
public readonly record struct DroppedRows(string Rule, int Count);
