namespace ReviewInsights.IO;

/// <summary>A point up to which a run is finished and safe on disk.</summary>
/// <param name="Rows">Data rows read, over all inputs, and dealt with: written, quarantined or dropped.</param>
/// <param name="InputHash">Hash of these rows, by which a later run knows that it reads the same input.</param>
/// <param name="OutputLength">Bytes of the output that belong to them.</param>
/// <param name="QuarantineLength">Bytes of the quarantine file that belong to them.</param>
public readonly record struct Checkpoint(long Rows, ulong InputHash, long OutputLength, long QuarantineLength);
