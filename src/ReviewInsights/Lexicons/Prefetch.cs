// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ReviewInsights.Lexicons;

/// <summary>
/// Asks the processor for parts of a lexicon ahead of their use. A lexicon is larger than the cache, and a walk does not know
/// where it goes next until it has seen where it is; what is asked for early is waited for once, not one after the other.
/// </summary>
internal static class Prefetch
{
    /// <summary>Asks for an item of a lexicon. One that is nobody's does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Item<T>(in T item)
        where T : unmanaged
    {
        // Images do not move, so the address stays that of the item.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in item)));
    }
}
