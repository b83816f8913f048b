namespace ReviewInsights;

/// <summary>Personal data in a text.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Span">Where the datum stands, its inner separators included; in UTF-16 code units of the original text.</param>
public readonly record struct PiiSpan(PiiKinds Kind, TextSpan Span);
