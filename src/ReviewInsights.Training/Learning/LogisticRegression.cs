namespace ReviewInsights.Training.Learning;

/// <summary>
/// Logistic regression over a few hundred dense features by Newton's method (Hastie, Tibshirani and Friedman 2009, 4.4.1, with
/// a ridge): minimises ½λ‖w‖² + Σ log(1 + exp(−yᵢ w·xᵢ)). Exact and the same on every run.
/// </summary>
internal static class LogisticRegression
{
    private const int MaxSteps = 50;

    /// <summary>Trains the weights.</summary>
    /// <param name="rows">Rows of equal length; add a constant feature for an intercept.</param>
    /// <param name="labels">Target probabilities.</param>
    /// <param name="ridge">λ of each feature; 0 leaves one unpunished.</param>
    internal static double[] Train(IReadOnlyList<float[]> rows, IReadOnlyList<double> labels, ReadOnlySpan<double> ridge)
    {
        var size = ridge.Length;
        var weights = new double[size];
        var loss = Loss(rows, labels, ridge, weights);
        for (var iteration = 0; iteration < MaxSteps; iteration++)
        {
            var gradient = new double[size];
            var hessian = new double[size * size];
            Accumulate(rows, labels, weights, gradient, hessian);
            for (var i = 0; i < size; i++)
            {
                gradient[i] += ridge[i] * weights[i];
                hessian[i * size + i] += ridge[i] + 1e-9;
            }
            var step = SolveCholesky(hessian, gradient, size);
            // Newton's step may overshoot far from the optimum; halving it keeps the loss falling.
            var scale = 1.0;
            double next;
            double[] trial;
            do
            {
                trial = new double[size];
                for (var i = 0; i < size; i++) trial[i] = weights[i] - scale * step[i];
                next = Loss(rows, labels, ridge, trial);
                scale /= 2;
            }
            while (next > loss && scale > 1e-6);
            if (next > loss) break;
            var gain = loss - next;
            (weights, loss) = (trial, next);
            if (gain < 1e-9 * (1 + Math.Abs(loss))) break;
        }
        return weights;
    }

    internal static double Dot(ReadOnlySpan<double> weights, ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += weights[i] * row[i];
        return sum;
    }

    private static double Loss(IReadOnlyList<float[]> rows, IReadOnlyList<double> labels, ReadOnlySpan<double> ridge, double[] weights)
    {
        var loss = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            var z = Dot(weights, rows[i]);
            // −y log σ(z) − (1−y) log σ(−z), without overflow.
            loss += Math.Max(z, 0) - labels[i] * z + Math.Log(1 + Math.Exp(-Math.Abs(z)));
        }
        for (var i = 0; i < weights.Length; i++) loss += ridge[i] * weights[i] * weights[i] / 2;
        return loss;
    }

    private static void Accumulate(IReadOnlyList<float[]> rows, IReadOnlyList<double> labels, double[] weights, double[] gradient, double[] hessian)
    {
        var size = weights.Length;
        var used = new int[size];
        for (var r = 0; r < rows.Count; r++)
        {
            var row = rows[r];
            var p = 1 / (1 + Math.Exp(-Dot(weights, row)));
            var slope = p * (1 - p);
            var count = 0;
            for (var i = 0; i < size; i++)
                if (row[i] != 0) used[count++] = i;
            for (var a = 0; a < count; a++)
            {
                var i = used[a];
                gradient[i] += (p - labels[r]) * row[i];
                var weighted = slope * row[i];
                for (var b = 0; b <= a; b++) hessian[i * size + used[b]] += weighted * row[used[b]];
            }
        }
    }

    /// <summary>Solves H x = g for a symmetric positive definite H, of which the lower half is read and overwritten.</summary>
    private static double[] SolveCholesky(double[] h, double[] g, int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = h[i * size + j];
                for (var k = 0; k < j; k++) sum -= h[i * size + k] * h[j * size + k];
                h[i * size + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / h[j * size + j];
            }
        }
        var x = (double[])g.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= h[i * size + k] * x[k];
            x[i] /= h[i * size + i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++) x[i] -= h[k * size + i] * x[k];
            x[i] /= h[i * size + i];
        }
        return x;
    }
}
