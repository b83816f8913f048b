// HOT: spans and flat arrays only.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReviewInsights.Models;

/// <summary>
/// The logistic function, to about 1e-7. Not of the platform's library, whose last digit depends on the processor: only sums and
/// products that are rounded one by one, so the same bits everywhere and for one number as for many.
/// </summary>
internal static class Logistic
{
    /// <summary>Beyond, the result is 0 or 1 to the last digit and the exponential would leave the range of a float.</summary>
    private const float Limit = 80;

    /// <summary>Adding it rounds a small number to a whole one, which then stands in the lowest bits.</summary>
    private const float Rounder = 12_582_912;

    private const float Log2E = 1.44269504f;

    /// <summary>ln 2 in two parts (Cody and Waite 1980): multiples of the first are exact.</summary>
    private const float Ln2High = 0.693359375f, Ln2Low = -2.12194440e-4f;

    /// <summary>The probability for log-odds.</summary>
    internal static float Of(float logOdds) => Of(Vector256.CreateScalar(logOdds)).ToScalar();

    /// <summary>The probabilities for as many log-odds; a multiple of eight.</summary>
    internal static void Of(ReadOnlySpan<float> logOdds, Span<float> probabilities)
    {
        ref var from = ref MemoryMarshal.GetReference(logOdds);
        ref var to = ref MemoryMarshal.GetReference(probabilities[..logOdds.Length]);
        for (nuint i = 0; i < (nuint)logOdds.Length; i += 8) Of(Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    private static Vector256<float> Of(Vector256<float> z)
    {
        var x = Vector256.Min(Vector256.Max(-z, Vector256.Create(-Limit)), Vector256.Create(Limit));
        var rounded = x * Log2E + Vector256.Create(Rounder);
        var n = rounded - Vector256.Create(Rounder);
        var r = x - n * Ln2High - n * Ln2Low;
        var series = ((((r * (1 / 720f) + Vector256.Create(1 / 120f)) * r + Vector256.Create(1 / 24f)) * r + Vector256.Create(1 / 6f)) * r + Vector256.Create(0.5f)) * r * r + r + Vector256<float>.One;
        var power = (rounded.AsInt32() + Vector256.Create(127)) << 23;
        return Vector256<float>.One / (Vector256<float>.One + series * power.AsSingle());
    }
}
