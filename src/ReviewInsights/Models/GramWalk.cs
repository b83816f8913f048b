// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>
/// Walks the gram trie over one text. Positions count the start mark: character i of the text stands at i + 1. What is found is
/// written down without asking whether it counts, and the index moves on only if it does: the answer is as good as random, and
/// a branch on it would be mispredicted at every other gram.
/// </summary>
internal readonly ref struct GramWalk
{
    private readonly ReadOnlySpan<TrieNode> _trie;
    private readonly ReadOnlySpan<ushort> _codes;
    private readonly GramWorkspace _work;
    private readonly int _root, _start, _end;

    internal GramWalk(Lexicon lexicon, GramWorkspace work)
    {
        _trie = lexicon.GramTrie;
        _root = _trie[0].Base;
        _codes = work.Codes;
        _work = work;
        _start = lexicon.GramCodes[GramMarks.Start];
        _end = lexicon.GramCodes[GramMarks.End];
    }

    /// <summary>
    /// Grams that begin at positions from <paramref name="from"/> to <paramref name="to"/>, to wherever they end: all count for the
    /// document and the domain; those that end before <paramref name="clauseEnd"/> also for the clause and the review.
    /// </summary>
    internal DocumentSum Grams(int from, int to, int clauseEnd)
    {
        var trie = _trie;
        var codes = _codes;
        _work.Reserve((to - from) * GramMarks.MaxLength);
        Span<GramHit> hits = _work.Hits;
        Span<int> reviewRows = _work.ReviewRows, domainRows = _work.DomainRows;
        int hitCount = _work.HitCount, reviewCount = _work.ReviewCount, domainCount = _work.DomainCount;
        float sum = 0;
        var count = 0;
        for (var at = from; at < to; at++)
        {
            int node = 0, offset = _root;
            for (var last = at; last < at + GramMarks.MaxLength; last++)
            {
                // Code 0 leads nowhere, nor does a cell without children: no child has code 0, and none a base of 0.
                var cell = offset + codes[last];
                ref readonly var child = ref trie[cell];
                if (child.Check != node) break;
                node = cell;
                offset = child.Base;
                sum += child.LogProbability;
                count += child.LogProbability != 0 ? 1 : 0;
                var rows = new GramRows(child.Payload);
                var isInClause = last < clauseEnd ? 1 : 0;
                hits[hitCount] = new GramHit(rows.Own, at - 1, last - at + 1);
                hitCount += rows.OwnCount & isInClause;
                reviewRows[reviewCount] = rows.Review;
                reviewCount += rows.ReviewCount & isInClause;
                domainRows[domainCount] = rows.Domain;
                domainCount += rows.DomainCount;
            }
        }
        (_work.HitCount, _work.ReviewCount, _work.DomainCount) = (hitCount, reviewCount, domainCount);
        return new DocumentSum(sum, count);
    }

    /// <summary>Grams of a clause that begin with the start mark or end with the end mark.</summary>
    internal void Marked(int start, int end)
    {
        _work.Reserve(GramMarks.MaxLength * GramMarks.MaxLength);
        for (var length = 1; length < GramMarks.MaxLength && length <= end - start; length++)
        {
            TakeMarked(_start, start, start + length, 0);
            TakeMarked(0, end - length, end, _end);
        }
        if (end - start < GramMarks.MaxLength - 1) TakeMarked(_start, start, end, _end);
    }

    /// <summary>Grams of a clause that count only in one domain: up to two characters or marks behind the domain's mark.</summary>
    internal void OfDomain(int mark, int start, int end)
    {
        var root = 0;
        if (!Step(ref root, mark)) return;
        _work.Reserve((end - start + 1) * GramMarks.MaxReviewLength);
        for (var at = start - 1; at < end; at++)
        {
            var node = root;
            if (!Step(ref node, at < start ? _start : _codes[at])) continue;
            Take(node, Math.Max(at, start), at < start ? 0 : 1, isShort: false);
            if (Step(ref node, at + 1 == end ? _end : _codes[at + 1])) Take(node, Math.Max(at, start), at < start || at + 1 == end ? 1 : 2, isShort: false);
        }
    }

    private void TakeMarked(int before, int from, int to, int behind)
    {
        var node = 0;
        if (before != 0 && !Step(ref node, before)) return;
        for (var at = from; at < to; at++)
            if (!Step(ref node, _codes[at])) return;
        if (behind != 0 && !Step(ref node, behind)) return;
        Take(node, from, to - from, isShort: to - from < GramMarks.MaxReviewLength);
    }

    private void Take(int node, int at, int characters, bool isShort)
    {
        var rows = new GramRows(_trie[node].Payload);
        if (rows.OwnCount > 0) _work.Hits[_work.HitCount++] = new GramHit(rows.Own, at - 1, characters);
        if (isShort && rows.ReviewCount > 0) _work.ReviewRows[_work.ReviewCount++] = rows.Review;
    }

    private bool Step(ref int node, int code)
    {
        var cell = _trie[node].Base + code;
        if (_trie[cell].Check != node) return false;
        node = cell;
        return true;
    }
}

/// <summary>Weights of the document model, summed up, and their number.</summary>
internal readonly record struct DocumentSum(float Sum, int Count)
{
    internal float Score => Sum / MathF.Sqrt(Count + 1);

    public static DocumentSum operator +(DocumentSum a, DocumentSum b) => new(a.Sum + b.Sum, a.Count + b.Count);
}
