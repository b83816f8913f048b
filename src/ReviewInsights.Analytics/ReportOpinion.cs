namespace ReviewInsights.Analytics;

/// <summary>The part of an opinion that a report needs.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Attribute">Code of the attribute, or null.</param>
/// <param name="Stage">Code of the stage, or <c>none</c>.</param>
/// <param name="Score">Strength and direction, in [-1, 1].</param>
/// <param name="Clause">The clause that holds the opinion, in the review's text.</param>
/// <param name="Expression">The wording that carries it, likewise.</param>
public readonly record struct ReportOpinion(string Aspect, string? Attribute, string Stage, double Score, TextSpan Clause, TextSpan Expression);
