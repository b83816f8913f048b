using System.Numerics;

namespace ReviewInsights.Training;

/// <summary>Agreement of predicted sets with annotated ones, summed over reviews (micro averages).</summary>
/// <param name="Right">Members in both.</param>
/// <param name="Gold">Members annotated.</param>
/// <param name="Predicted">Members predicted.</param>
public readonly record struct SetScore(int Right, int Gold, int Predicted) : IAdditionOperators<SetScore, SetScore, SetScore>
{
    /// <summary>Share of the predicted that is right, in [0, 1]; 0 where nothing was predicted.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Right / Predicted;

    /// <summary>Share of the annotated that was found, in [0, 1]; 0 where nothing was annotated.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of precision and recall, in [0, 1].</summary>
    public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Right / (Gold + Predicted);

    /// <summary>Counts of both, added up.</summary>
    public static SetScore operator +(SetScore a, SetScore b) => new(a.Right + b.Right, a.Gold + b.Gold, a.Predicted + b.Predicted);

    internal static SetScore Of<T>(HashSet<T> gold, HashSet<T> predicted) => new(gold.Count(predicted.Contains), gold.Count, predicted.Count);
}
