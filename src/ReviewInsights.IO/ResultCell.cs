namespace ReviewInsights.IO;

/// <summary>One value of the flat table: a text, a number, a time or, where nothing is set, empty.</summary>
/// <param name="Text">The text, or the time as ISO 8601 with the offset it came with; null for numbers and empty cells.</param>
/// <param name="Number">The number, or null.</param>
/// <param name="Time">The time, or null.</param>
public readonly record struct ResultCell(string? Text, double? Number, DateTimeOffset? Time);
