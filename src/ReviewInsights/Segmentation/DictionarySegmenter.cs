// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>
/// Cuts text into the sequence of words with the highest product of unigram probabilities. One walk over the double array
/// from right to left does all: the dynamic programme needs only what lies to the right, so no word graph is stored.
/// </summary>
internal static class DictionarySegmenter
{
    /// <summary>Log-probability of a run that is no word: one occurrence in sixty million.</summary>
    private const double Unknown = -18;

    /// <summary>Of a number's unit: less than any character costs alone, yet not so little that 6号称 loses 号称.</summary>
    private const double Unit = -5;

    /// <summary>How many characters ahead a word is asked for.</summary>
    private const int Ahead = 8;

    internal static void Run(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace work)
    {
        work.Prepare(text.Length);
        RunScanner.Run(lexicon, text, work);
        Walk(lexicon, text.Length, work);
        EmitTokens(text, work);
    }

    private static void Walk(Lexicon lexicon, int length, SegmentationWorkspace work)
    {
        var trie = lexicon.Trie;
        ReadOnlySpan<ushort> codes = work.Codes.AsSpan(0, length + 1);
        ReadOnlySpan<int> runEnds = work.RunEnds.AsSpan(0, length);
        Span<double> scores = work.Scores.AsSpan(0, length + 1);
        Span<int> ends = work.TokenEnds.AsSpan(0, length), payloads = work.Payloads.AsSpan(0, length);
        Span<int> termsFrom = work.TermsFrom.AsSpan(0, length);
        Span<TermHit> terms = work.Terms;
        var termCount = 0;
        scores[length] = 0;
        var rootBase = trie[0].Base;
        for (var i = length - 1; i >= 0; i--)
        {
            if (i >= Ahead) trie.Expect(codes[i - Ahead], codes[i - Ahead + 1]);
            termsFrom[i] = termCount;
            var end = runEnds[i];
            if (end == 0)
            {
                // Inside a run: no word may begin here, and none that ends here can win.
                scores[i] = double.NegativeInfinity;
                continue;
            }
            var best = Unknown;
            if (end < 0)
            {
                end = -end;
                best += Math.Max(scores[end], Unit + scores[end + 1]);
                if (Unit + scores[end + 1] >= scores[end]) end++;
            }
            else
            {
                best += scores[end];
            }
            var payload = SegmentationWorkspace.NoWord;
            int offset = rootBase, j = i;
            for (int code = codes[i]; code != 0; code = codes[j])
            {
                var cell = offset + code;
                if (!trie.Leads(code, cell)) break;
                ref readonly var child = ref trie[cell];
                j++;
                // Written down in any case; the index moves on only if it is a term, which no branch predicts well.
                terms[termCount] = new TermHit(i, j, child.TermList);
                termCount += child.TermList != 0 ? 1 : 0;
                if (termCount == terms.Length) terms = work.GrowTerms();
                var score = child.LogProbability + scores[j]; // NaN where the prefix is no word: never greater
                if (score >= best)
                {
                    best = score;
                    end = j;
                    payload = child.Payload;
                }
                offset = child.Base;
                if (offset == 0) break;
            }
            scores[i] = best;
            ends[i] = end;
            payloads[i] = payload;
        }
        work.TermCount = termCount;
    }

    private static void EmitTokens(ReadOnlySpan<char> text, SegmentationWorkspace work)
    {
        Span<int> ends = work.TokenEnds.AsSpan(0, text.Length);
        ReadOnlySpan<int> payloads = work.Payloads.AsSpan(0, text.Length);
        for (var i = 0; i < ends.Length;)
        {
            var span = TextSpan.FromBounds(i, ends[i]);
            var payload = payloads[i];
            work.AddToken(payload != SegmentationWorkspace.NoWord
                ? new Token(span, TrieNode.TagOf(payload), IsKnown: true)
                : new Token(span, RunRules.TagOf(span.Of(text)), IsKnown: false));
            for (i++; i < span.End; i++) ends[i] = 0;
        }
    }
}
