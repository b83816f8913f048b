// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Models;

/// <summary>
/// Adds rows of weights. Multiplied and added separately, never fused: so every processor gives the same bits.
/// </summary>
internal static class WeightRows
{
    /// <summary>Adds a row of signed bytes times its scale; <paramref name="sum"/> holds a multiple of eight floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(ReadOnlySpan<sbyte> row, float scale, Span<float> sum)
    {
        ref var weight = ref MemoryMarshal.GetReference(row);
        ref var target = ref MemoryMarshal.GetReference(sum);
        var factor = Vector256.Create(scale);
        for (nuint i = 0; i < (nuint)row.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref weight, i));
            var first = Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low));
            var second = Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high));
            (Vector256.LoadUnsafe(ref target, i) + Vector256.ConvertToSingle(first) * factor).StoreUnsafe(ref target, i);
            (Vector256.LoadUnsafe(ref target, i + 8) + Vector256.ConvertToSingle(second) * factor).StoreUnsafe(ref target, i + 8);
        }
    }

    /// <summary>Adds a row of floats times a factor.</summary>
    internal static void Add(ReadOnlySpan<float> row, float factor, Span<float> sum)
    {
        ref var weight = ref MemoryMarshal.GetReference(row);
        ref var target = ref MemoryMarshal.GetReference(sum);
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < HeadLayout.Stride; i += 8)
            (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref weight, i) * factors).StoreUnsafe(ref target, i);
    }
}
