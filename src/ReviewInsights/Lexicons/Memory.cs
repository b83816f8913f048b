// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ReviewInsights.Lexicons;

/// <summary>
/// Asks the processor for parts of a lexicon ahead of their use. A lexicon is larger than the cache, and a walk does not know
/// where it goes next until it has seen where it is; what is asked for early is waited for once, not one after the other.
/// </summary>
internal static class Memory
{
    /// <summary>Asks for an item. An index beyond the items does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Prefetch<T>(ReadOnlySpan<T> items, int index)
        where T : unmanaged
    {
        // Lexicons lie in memory that does not move.
        if (Sse.IsSupported) Sse.Prefetch0((T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(items)) + index);
    }
}
