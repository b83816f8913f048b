using System.Numerics;

namespace ReviewInsights.Training;

/// <summary>Agreement of predicted words with annotated ones, summed over texts (micro averages). Where cuts are optional the right ones differ in number by the side that is asked.</summary>
/// <param name="RightGold">Annotated words that were found.</param>
/// <param name="Gold">Words annotated.</param>
/// <param name="RightPredicted">Predicted words that are right.</param>
/// <param name="Predicted">Words predicted.</param>
public readonly record struct WordScore(int RightGold, int Gold, int RightPredicted, int Predicted) : IAdditionOperators<WordScore, WordScore, WordScore>
{
    /// <summary>Share of the predicted words that is right, in [0, 1]; 0 where nothing was predicted.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)RightPredicted / Predicted;

    /// <summary>Share of the annotated words that was found, in [0, 1]; 0 where nothing was annotated.</summary>
    public double Recall => Gold == 0 ? 0 : (double)RightGold / Gold;

    /// <summary>Harmonic mean of precision and recall, in [0, 1].</summary>
    public double F1 => Precision + Recall is > 0 and var sum ? 2 * Precision * Recall / sum : 0;

    /// <summary>Counts of both, added up.</summary>
    public static WordScore operator +(WordScore a, WordScore b) =>
        new(a.RightGold + b.RightGold, a.Gold + b.Gold, a.RightPredicted + b.RightPredicted, a.Predicted + b.Predicted);
}
