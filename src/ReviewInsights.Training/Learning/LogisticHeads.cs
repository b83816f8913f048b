using System.Numerics.Tensors;

namespace ReviewInsights.Training.Learning;

/// <summary>
/// Many logistic regressions over the same rows, trained side by side by dual coordinate ascent (Yu, Huang and Lin 2011: Dual
/// coordinate descent methods for logistic regression and maximum entropy models). Each minimises
/// ½‖w‖² + Σ cᵢ log(1 + exp(−yᵢ w·xᵢ)). The same rows and seed give the same bytes.
/// </summary>
internal sealed class LogisticHeads
{
    /// <summary>A pass that moves the dual variables less than this on average is the last one.</summary>
    private const double Tolerance = 3e-4;

    private const int MaxNewtonSteps = 12;

    private readonly float[] _weights;

    private LogisticHeads(int headCount, int featureCount) => (HeadCount, _weights) = (headCount, new float[headCount * featureCount]);

    internal int HeadCount { get; }

    internal Span<float> WeightsOf(int feature) => _weights.AsSpan(feature * HeadCount, HeadCount);

    /// <summary>Trains the heads.</summary>
    /// <param name="rows">The features.</param>
    /// <param name="members">Numbers of the rows to train on.</param>
    /// <param name="labels">Target probability of each (row, head), 0 or 1 as a rule; rows behind one another.</param>
    /// <param name="costs">Weight cᵢ of each (row, head); 0 leaves the pair out.</param>
    /// <param name="headCount">Number of heads.</param>
    /// <param name="featureCount">Number of features.</param>
    /// <param name="passes">Most passes over the rows.</param>
    /// <param name="seed">Seed of the order in which rows are visited.</param>
    internal static LogisticHeads Train(
        SparseRows rows, ReadOnlySpan<int> members, ReadOnlySpan<float> labels, ReadOnlySpan<float> costs, int headCount, int featureCount, int passes, int seed)
    {
        var heads = new LogisticHeads(headCount, featureCount);
        // The dual variable of a pair is the distance of its label from p; p starts at the label, where w = 0 is its primal.
        var p = labels.ToArray();
        var order = members.ToArray();
        var random = new Random(seed);
        Span<float> z = stackalloc float[headCount];
        Span<float> step = stackalloc float[headCount];
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            var moved = 0.0;
            foreach (var row in order)
            {
                ReadOnlySpan<int> features = rows.FeaturesOf(row);
                ReadOnlySpan<float> values = rows.ValuesOf(row);
                heads.Score(features, values, z);
                var norm = TensorPrimitives.SumOfSquares(values);
                var change = heads.Solve(z, step, p.AsSpan(row * headCount, headCount), costs.Slice(row * headCount, headCount), norm, ref moved);
                if (!change) continue;
                for (var i = 0; i < features.Length; i++)
                {
                    var weights = heads.WeightsOf(features[i]);
                    TensorPrimitives.MultiplyAdd(step, values[i], weights, weights);
                }
            }
            if (moved / ((double)order.Length * headCount) < Tolerance) break;
        }
        return heads;
    }

    /// <summary>Scores (log-odds) of a row under every head.</summary>
    internal void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        scores.Clear();
        for (var i = 0; i < features.Length; i++) TensorPrimitives.MultiplyAdd(WeightsOf(features[i]), values[i], scores, scores);
    }

    private bool Solve(ReadOnlySpan<float> z, Span<float> step, Span<float> p, ReadOnlySpan<float> costs, float norm, ref double moved)
    {
        var change = false;
        for (var h = 0; h < HeadCount; h++)
        {
            step[h] = 0;
            if (costs[h] <= 0) continue;
            var next = Probability(z[h], p[h], costs[h] * norm);
            step[h] = costs[h] * (p[h] - next);
            var distance = Math.Abs(p[h] - next);
            moved += distance;
            change |= distance > 1e-4f;
            p[h] = next;
        }
        return change;
    }

    /// <summary>The p = σ(t) with t = z + cq(p₀ − p): Newton's method, kept between bounds by bisection.</summary>
    private static float Probability(float z, float p, float cq)
    {
        float low = z + cq * (p - 1), high = z + cq * p;
        var t = MathF.Log((p + 1e-7f) / (1 - p + 1e-7f));
        if (!(t >= low && t <= high)) t = (low + high) / 2;
        var sigma = 0f;
        for (var i = 0; i < MaxNewtonSteps; i++)
        {
            sigma = 1 / (1 + MathF.Exp(-t));
            var error = t - z - cq * (p - sigma);
            var slope = 1 + cq * sigma * (1 - sigma);
            if (error > 0) high = t;
            else low = t;
            if (MathF.Abs(error) < 1e-3f * slope) break;
            var next = t - error / slope;
            t = next > low && next < high ? next : (low + high) / 2;
        }
        return 1 / (1 + MathF.Exp(-t));
    }
}
