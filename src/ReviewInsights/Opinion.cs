using System.Collections.Immutable;

namespace ReviewInsights;

/// <summary>One evaluation by the writer: what about, how, at which stage of the journey, and why we think so.</summary>
/// <param name="Aspect">Code of the aspect, such as <c>material</c>.</param>
/// <param name="Attribute">Level-two code such as <c>material.fabric</c>, or null when only the aspect is known.</param>
/// <param name="Polarity">Positive, negative or neutral; never mixed. Agrees with the sign of <paramref name="Score"/>.</param>
/// <param name="Score">Strength and direction, in [-1, 1].</param>
/// <param name="Confidence">Estimated probability, in [0, 1], that the polarity is right, given that the aspect is (calibrated as Platt 1999 describes).</param>
/// <param name="Stage">Code of the stage, or <c>none</c> when the opinion belongs to no stage.</param>
/// <param name="Clause">The clause that holds the opinion.</param>
/// <param name="Target">The wording that names the aspect, or null when it is implied (太贵了) or carried over.</param>
/// <param name="Expression">The shortest span that carries the opinion, target included when it is adjacent.</param>
/// <param name="Evidence">The chain of steps to <paramref name="Score"/>. Compared by reference, as arrays are.</param>
public sealed record Opinion(
    string Aspect,
    string? Attribute,
    Polarity Polarity,
    double Score,
    double Confidence,
    string Stage,
    TextSpan Clause,
    TextSpan? Target,
    TextSpan Expression,
    ImmutableArray<Evidence> Evidence);
