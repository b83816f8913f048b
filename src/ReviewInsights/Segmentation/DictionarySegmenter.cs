// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>
/// Cuts text into the sequence of words with the highest product of unigram probabilities. One walk over the double array
/// from right to left does all: the dynamic programme needs only what lies to the right, so no word graph is stored, and
/// the terms of the lexicon, which live in the same array, are found on the way.
/// </summary>
internal static class DictionarySegmenter
{
    /// <summary>Log-probability of a character that is no word: one occurrence in sixty million.</summary>
    private const double Unknown = -18;

    internal static void Run(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace work)
    {
        work.Prepare(text.Length);
        Walk(lexicon, text, work);
        EmitTokens(lexicon, text, work);
        KeepHitsOnBoundaries(work);
    }

    private static void Walk(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace work)
    {
        ReadOnlySpan<ushort> codeOf = lexicon.CharacterCodes;
        ReadOnlySpan<TrieNode> trie = lexicon.Trie;
        ReadOnlySpan<byte> classes = CharacterTable.All;
        var n = text.Length;
        Span<double> scores = work.Scores.AsSpan(0, n + 1);
        Span<int> ends = work.Ends.AsSpan(0, n), nodes = work.Nodes.AsSpan(0, n), runEnds = work.RunEnds.AsSpan(0, n);
        Span<ushort> codes = work.Codes.AsSpan(0, n + 1);
        for (var i = 0; i < n; i++) codes[i] = codeOf[text[i]];
        codes[n] = 0; // no child has code 0: the walk stops at the end of the text by itself
        scores[n] = 0;
        var rootBase = trie[0].Base;
        for (var i = n - 1; i >= 0; i--)
        {
            var run = runEnds[i] = RunRules.EndOf(text, classes, runEnds, i);
            var best = Unknown + scores[run];
            int bestEnd = run, bestNode = 0;
            int node = 0, offset = rootBase, j = i;
            for (int code = codes[i]; code != 0; code = codes[j])
            {
                var cell = offset + code;
                ref readonly var child = ref trie[cell];
                if (child.Check != node) break;
                j++;
                if (child.Payload > byte.MaxValue) work.AddHit(new TermHit(i, j, child.TermList));
                var score = child.LogProbability + scores[j]; // NaN where the prefix is no word: never greater
                if (score >= best && runEnds[j - 1] <= j && (run == i + 1 || j >= run))
                {
                    best = score;
                    bestEnd = j;
                    bestNode = cell;
                }
                node = cell;
                offset = child.Base;
                if (offset == 0) break;
            }
            scores[i] = best;
            ends[i] = bestEnd;
            nodes[i] = bestNode;
        }
    }

    private static void EmitTokens(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace work)
    {
        ReadOnlySpan<TrieNode> trie = lexicon.Trie;
        for (var i = 0; i < text.Length;)
        {
            int end = work.Ends[i], node = work.Nodes[i];
            work.AddToken(node != 0
                ? new Token(TextSpan.FromBounds(i, end), trie[node].Tag, IsKnown: true)
                : new Token(TextSpan.FromBounds(i, end), TagOf(text[i]), IsKnown: false));
            i = end;
        }
    }

    private static WordTag TagOf(char c) => CharacterTable.Of(c) switch
    {
        CharacterClass.Han => WordTag.Unknown,
        CharacterClass.Letter or CharacterClass.Digit => WordTag.Alphanumeric,
        CharacterClass.Space or CharacterClass.LineBreak => WordTag.Space,
        CharacterClass.HighSurrogate or CharacterClass.EmojiSymbol => WordTag.Emoji,
        _ => WordTag.Punctuation,
    };

    /// <summary>
    /// Drops terms that cut through a word (购买 must not show 买) and turns the rest into text order. A term inside a
    /// repeat counts at its beginning: 好好好好 is still 好.
    /// </summary>
    private static void KeepHitsOnBoundaries(SegmentationWorkspace work)
    {
        Span<TermHit> hits = work.Hits.AsSpan(0, work.HitCount);
        hits.Reverse();
        // The scores have served; a positive one, which no log-probability is, now marks the edge of a token.
        Span<double> scores = work.Scores;
        const double Boundary = 1;
        foreach (ref readonly var token in work.Tokens.AsSpan(0, work.TokenCount)) scores[token.Span.End] = Boundary;
        scores[0] = Boundary;
        var kept = 0;
        foreach (var hit in hits)
        {
            if (scores[hit.Start] != Boundary) continue;
            var inRepeat = work.RunEnds[hit.Start] > hit.End;
            if (scores[hit.End] == Boundary || inRepeat) hits[kept++] = hit;
        }
        work.HitCount = kept;
    }
}
