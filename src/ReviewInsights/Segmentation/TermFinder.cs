// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Segmentation;

/// <summary>
/// Keeps, of the terms that the walk met, those that begin and end where tokens do: 购买 must not show 买. Two exceptions: a term
/// inside a run counts at its beginning (好好好好 is still 好), and a word that is just a modifier and a term counts as both (the
/// dictionary has 很快 as one word).
/// </summary>
internal static class TermFinder
{
    internal static void Run(Lexicon lexicon, SegmentationWorkspace work)
    {
        var tokens = work.Tokens.AsSpan(0, work.TokenCount);
        var length = tokens.IsEmpty ? 0 : tokens[^1].Span.End;
        ReadOnlySpan<int> ends = work.TokenEnds.AsSpan(0, length);
        ReadOnlySpan<int> lists = lexicon.TermLists;
        ReadOnlySpan<TermKinds> kinds = lexicon.TermKinds;
        ref var first = ref MemoryMarshal.GetReference(lexicon.Terms);
        foreach (ref readonly var token in tokens)
        {
            var start = token.Span.Start;
            var terms = work.TermsAt(start);
            if (terms.IsEmpty) continue;
            var runEnd = Math.Abs(work.RunEnds[start]);
            TermHit modifier = default;
            // The longest first.
            for (var i = terms.Length - 1; i >= 0; i--)
            {
                ref readonly var term = ref terms[i];
                if (term.End == length || ends[term.End] != 0 || term.End < runEnd)
                {
                    Prefetch.Item(in Unsafe.Add(ref first, lists[term.List])); // all that follows asks what it means
                    work.AddHit(term with { Kinds = kinds[term.List] });
                }
                else if (term.End < token.Span.End && (kinds[term.List] & (TermKinds.Degree | TermKinds.Negator)) != TermKinds.None) modifier = term;
            }
            if (modifier.End != 0 && TermOf(work.TermsAt(modifier.End), token.Span.End) is { List: not 0 } rest)
            {
                work.AddHit(modifier with { Kinds = kinds[modifier.List] });
                work.AddHit(rest with { Kinds = kinds[rest.List] });
            }
        }
    }

    private static TermHit TermOf(ReadOnlySpan<TermHit> terms, int end)
    {
        foreach (ref readonly var term in terms)
            if (term.End == end) return term;
        return default;
    }
}
