namespace ReviewInsights.Training.Learning;

/// <summary>
/// A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh et al. 2008: A dual
/// coordinate descent method for large-scale linear SVM): minimises ½‖w‖² + C Σ max(0, 1 − yᵢ w·xᵢ)².
/// </summary>
internal static class SquaredHinge
{
    private const double Tolerance = 1e-3;

    /// <summary>Trains the weights of all features.</summary>
    /// <param name="rows">The features.</param>
    /// <param name="members">Numbers of the rows to train on.</param>
    /// <param name="isPositive">The class of each row.</param>
    /// <param name="cost">C.</param>
    /// <param name="featureCount">Number of features.</param>
    /// <param name="passes">Most passes over the rows.</param>
    /// <param name="seed">Seed of the order in which rows are visited.</param>
    internal static double[] Train(SparseRows rows, ReadOnlySpan<int> members, ReadOnlySpan<bool> isPositive, double cost, int featureCount, int passes, int seed)
    {
        var weights = new double[featureCount];
        var dual = new double[rows.Count];
        var diagonal = 1 / (2 * cost);
        var order = members.ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            var worst = 0.0;
            foreach (var row in order)
            {
                ReadOnlySpan<int> features = rows.FeaturesOf(row);
                ReadOnlySpan<float> values = rows.ValuesOf(row);
                double z = 0, norm = diagonal;
                for (var i = 0; i < features.Length; i++)
                {
                    z += weights[features[i]] * values[i];
                    norm += (double)values[i] * values[i];
                }
                var y = isPositive[row] ? 1 : -1;
                var gradient = y * z - 1 + diagonal * dual[row];
                var projected = dual[row] == 0 ? Math.Min(gradient, 0) : gradient;
                worst = Math.Max(worst, Math.Abs(projected));
                if (Math.Abs(projected) < 1e-12) continue;
                var next = Math.Max(dual[row] - gradient / norm, 0);
                var step = (next - dual[row]) * y;
                dual[row] = next;
                for (var i = 0; i < features.Length; i++) weights[features[i]] += step * values[i];
            }
            if (worst < Tolerance) break;
        }
        return weights;
    }
}
