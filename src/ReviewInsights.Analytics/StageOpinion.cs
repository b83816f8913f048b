namespace ReviewInsights.Analytics;

/// <summary>
/// The part of an opinion that a curve needs: what about, at which stage, how. The light input for records that were tagged
/// earlier and read back from a file.
/// </summary>
/// <param name="Aspect">Code of the aspect, such as <c>material</c>.</param>
/// <param name="Stage">Code of the stage, or <c>none</c> when the opinion belongs to no stage.</param>
/// <param name="Score">Strength and direction, in [-1, 1]; only its first four decimals count.</param>
public readonly record struct StageOpinion(string Aspect, string Stage, double Score);
