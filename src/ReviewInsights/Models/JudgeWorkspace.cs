using ReviewInsights.Lexicons;

namespace ReviewInsights.Models;

/// <summary>Buffers of the trained model for one session, reused from text to text.</summary>
internal sealed class JudgeWorkspace(HeadLayout heads)
{
    internal readonly ReviewScores Scores = new();
    internal readonly GramWorkspace Grams = new();
    internal readonly CellFeatures Cells = new(heads);

    /// <summary>Probability that the review says each cell; 0 for cells that were not looked at.</summary>
    internal readonly float[] Said = new float[heads.Cells];

    internal readonly float[] Features = new float[new CellFeatures(heads).Count];
}
