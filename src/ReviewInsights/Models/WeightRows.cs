// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Models;

/// <summary>
/// Adds rows of weights. Sums of grams are sixteen-bit whole numbers that stop at their bounds (±512), so they are the same in any
/// order and on every processor; sums of floats are multiplied and added separately, never fused.
/// </summary>
internal static class WeightRows
{
    /// <summary>Adds the rows of many grams, times a factor. Rows of a trie lie within the weights: <see cref="LexiconImage"/> made sure of that.</summary>
    internal static void Add(ReadOnlySpan<sbyte> weights, ReadOnlySpan<GramHit> hits, float factor, Span<float> sums)
    {
        var registers = default(Sums);
        ref var first = ref MemoryMarshal.GetReference(weights);
        foreach (ref readonly var hit in hits) registers.Add(ref Unsafe.Add(ref first, (nint)hit.Row * WeightRow.Length));
        registers.AddTo(sums, factor * WeightRow.Unit);
    }

    /// <summary>Adds many rows, times a factor.</summary>
    internal static void Add(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> rows, float factor, Span<float> sums)
    {
        var registers = default(Sums);
        ref var first = ref MemoryMarshal.GetReference(weights);
        foreach (var row in rows) registers.Add(ref Unsafe.Add(ref first, (nint)row * WeightRow.Length));
        registers.AddTo(sums, factor * WeightRow.Unit);
    }

    /// <summary>Adds the rows of many grams for the domains, of which there are at most sixteen.</summary>
    internal static void AddDomains(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> rows, Span<float> sums)
    {
        var registers = default(Sums);
        ref var first = ref MemoryMarshal.GetReference(weights);
        foreach (var row in rows) registers.AddSixteen(ref Unsafe.Add(ref first, (nint)row * WeightRow.Length));
        registers.AddTo(sums, WeightRow.DomainUnit);
    }

    /// <summary>Adds a row of floats times a factor.</summary>
    internal static void Add(ReadOnlySpan<float> row, float factor, Span<float> sums)
    {
        ref var weight = ref MemoryMarshal.GetReference(row[..HeadLayout.Stride]);
        ref var sum = ref MemoryMarshal.GetReference(sums[..HeadLayout.Stride]);
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < HeadLayout.Stride; i += 8)
            (Vector256.LoadUnsafe(ref sum, i) + Vector256.LoadUnsafe(ref weight, i) * factors).StoreUnsafe(ref sum, i);
    }

    /// <summary>Sum of products, eight sums side by side: one alone would wait for itself.</summary>
    internal static float Dot(ReadOnlySpan<float> weights, ReadOnlySpan<float> features)
    {
        ref var weight = ref MemoryMarshal.GetReference(weights[..features.Length]);
        ref var feature = ref MemoryMarshal.GetReference(features);
        var sums = Vector256<float>.Zero;
        var i = 0;
        for (; i + 8 <= features.Length; i += 8) sums += Vector256.LoadUnsafe(ref weight, (nuint)i) * Vector256.LoadUnsafe(ref feature, (nuint)i);
        // Lane by lane: Vector256.Sum adds in an order of the processor's choice.
        var sum = 0f;
        for (var lane = 0; lane < 8; lane++) sum += sums[lane];
        for (; i < features.Length; i++) sum += weights[i] * features[i];
        return sum;
    }

    /// <summary>Sixty-four sums in four registers.</summary>
    private struct Sums
    {
        private Vector256<short> _0, _1, _2, _3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(ref sbyte weight)
        {
            _0 = AddSaturate(_0, Sixteen(ref weight, 0));
            _1 = AddSaturate(_1, Sixteen(ref weight, 16));
            _2 = AddSaturate(_2, Sixteen(ref weight, 32));
            _3 = AddSaturate(_3, Sixteen(ref weight, 48));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void AddSixteen(ref sbyte weight) => _0 = AddSaturate(_0, Sixteen(ref weight, 0));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void AddTo(Span<float> sums, float factor)
        {
            ref var sum = ref MemoryMarshal.GetReference(sums[..HeadLayout.Stride]);
            var unit = Vector256.Create(factor);
            AddTo(_0, ref sum, 0, unit);
            AddTo(_1, ref sum, 16, unit);
            AddTo(_2, ref sum, 32, unit);
            AddTo(_3, ref sum, 48, unit);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void AddTo(Vector256<short> values, ref float sum, nuint at, Vector256<float> unit)
        {
            var (low, high) = Vector256.Widen(values);
            (Vector256.LoadUnsafe(ref sum, at) + Vector256.ConvertToSingle(low) * unit).StoreUnsafe(ref sum, at);
            (Vector256.LoadUnsafe(ref sum, at + 8) + Vector256.ConvertToSingle(high) * unit).StoreUnsafe(ref sum, at + 8);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<short> Sixteen(ref sbyte weights, nuint at)
        {
            var bytes = Vector128.LoadUnsafe(ref weights, at);
            return Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes) : Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<short> AddSaturate(Vector256<short> a, Vector256<short> b)
        {
            if (Avx2.IsSupported) return Avx2.AddSaturate(a, b);
            // Without the instruction: an overflow shows where both have one sign and the sum the other.
            var sum = a + b;
            var overflow = (a ^ sum) & (b ^ sum);
            return Vector256.ConditionalSelect(overflow >> 15, (a >> 15) ^ Vector256.Create(short.MaxValue), sum);
        }
    }
}
