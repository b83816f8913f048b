using ReviewInsights.Lexicons;

namespace ReviewInsights.Models;

/// <summary>The stage of an opinion: the outcome with the highest score among the stages and none.</summary>
internal static class StageChoice
{
    /// <returns>Index of the stage, or <see cref="OpinionMark.NoStage"/>.</returns>
    internal static byte Of(HeadLayout heads, ModelData model, ReadOnlySpan<float> stageLogits, int cell)
    {
        var outcomes = heads.Stages + 1;
        var aspect = cell / HeadLayout.Polarities;
        ReadOnlySpan<float> weights = model.StageWeights.AsSpan(aspect * outcomes * heads.Stages, outcomes * heads.Stages);
        ReadOnlySpan<float> bias = model.StageBias.AsSpan(cell * outcomes, outcomes);
        var best = 0;
        var highest = float.NegativeInfinity;
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            var score = bias[outcome];
            for (var s = 0; s < heads.Stages; s++) score += weights[outcome * heads.Stages + s] * CellFeatures.Cut(stageLogits[s]);
            if (score > highest) (highest, best) = (score, outcome);
        }
        return best == heads.Stages ? OpinionMark.NoStage : (byte)best;
    }
}
