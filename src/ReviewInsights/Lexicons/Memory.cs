using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ReviewInsights.Lexicons;

/// <summary>
/// Asks the processor for parts of a lexicon ahead of their use. A lexicon is larger than the cache, and a walk does not know
/// where it goes next until it has seen where it is; what is asked for early is waited for once, not one after the other.
/// </summary>
internal static class Memory
{
    /// <summary>Asks for an item of a lexicon.</summary>
    internal static unsafe void Prefetch<T>(in T item)
        where T : unmanaged => Prefetch(Unsafe.AsPointer(ref Unsafe.AsRef(in item)));

    /// <summary>Asks for what lies at an address. One that is nobody's does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Prefetch(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }
}
