// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>
/// Walks the gram trie over one text. Positions count the start mark: character i of the text stands at i + 1. What is found is
/// written down without asking whether it counts, and the index moves on only if it does: the answer is as good as random, and
/// a branch on it would be mispredicted at every other gram.
/// </summary>
internal readonly unsafe ref struct GramWalk
{
    /// <summary>How many characters ahead a gram is asked for.</summary>
    internal const int Ahead = 8;

    private readonly Trie _trie;
    private readonly ReadOnlySpan<ushort> _codes;
    private readonly GramWorkspace _work;
    private readonly sbyte* _weights;
    private readonly int _start, _end;

    internal GramWalk(Lexicon lexicon, GramWorkspace work)
    {
        _trie = lexicon.GramTrie;
        _codes = work.Codes;
        _work = work;
        _weights = (sbyte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(lexicon.GramWeights)); // of an image, which does not move
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
        ReadOnlySpan<ushort> codes = _codes;
        _work.Reserve((to - from) * GramMarks.MaxLength);
        var weights = _weights;
        Span<GramHit> hits = _work.Hits;
        Span<int> reviewRows = _work.ReviewRows, domainRows = _work.DomainRows;
        int hitCount = _work.HitCount, reviewCount = _work.ReviewCount, domainCount = _work.DomainCount;
        var root = trie[0].Base;
        float sum = 0;
        var count = 0;
        for (var at = from; at < to; at++)
        {
            trie.Expect(codes[at + Ahead], codes[at + Ahead + 1]);
            trie.Expect(codes[at + Ahead / 2], codes[at + Ahead / 2 + 1], codes[at + Ahead / 2 + 2]);
            var offset = root;
            for (var last = at; last < at + GramMarks.MaxLength; last++)
            {
                // Code 0 leads nowhere, nor does a cell without children: no label is 0, and no base.
                var cell = offset + codes[last];
                if (!trie.Leads(codes[last], cell)) break;
                ref readonly var node = ref trie[cell];
                offset = node.Base;
                sum += node.LogProbability;
                count += node.LogProbability != 0 ? 1 : 0;
                var rows = new GramRows(node.Payload);
                Prefetch.Item(in weights[rows.Own * WeightRow.Length]);
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
        var isLong = end - start > 1;
        int first = Step(Step(0, _start), _codes[start]), last = Step(0, _codes[end - 1]);
        Take(first, start, 1, isShort: true);
        Take(Step(first, isLong ? _codes[start + 1] : _end), start, isLong ? 2 : 1, isShort: !isLong);
        Take(Step(last, _end), end - 1, 1, isShort: true);
        if (isLong) Take(Step(Step(Step(0, _codes[end - 2]), _codes[end - 1]), _end), end - 2, 2, isShort: false);
    }

    /// <summary>Grams of a clause that count only in one domain: up to two characters or marks behind the domain's mark.</summary>
    internal void OfDomain(int mark, int start, int end)
    {
        var root = Step(0, mark);
        if (root < 0) return;
        _work.Reserve((end - start + 1) * GramMarks.MaxReviewLength);
        for (var at = start - 1; at < end; at++)
        {
            var first = Step(root, at < start ? _start : _codes[at]);
            if (first < 0) continue;
            Take(first, Math.Max(at, start), at < start ? 0 : 1, isShort: false);
            Take(Step(first, at + 1 == end ? _end : _codes[at + 1]), Math.Max(at, start), at < start || at + 1 == end ? 1 : 2, isShort: false);
        }
    }

    private void Take(int cell, int at, int characters, bool isShort)
    {
        if (cell < 0) return;
        var rows = new GramRows(_trie[cell].Payload);
        if (rows.OwnCount > 0) _work.Hits[_work.HitCount++] = new GramHit(rows.Own, at - 1, characters);
        if (isShort && rows.ReviewCount > 0) _work.ReviewRows[_work.ReviewCount++] = rows.Review;
    }

    /// <summary>Where a code leads from a cell, or -1; from -1 to -1.</summary>
    private int Step(int cell, int code)
    {
        if (cell < 0) return cell;
        var next = _trie[cell].Base + code;
        return _trie.Leads(code, next) ? next : -1;
    }
}

/// <summary>Weights of the document model, summed up, and their number.</summary>
internal readonly record struct DocumentSum(float Sum, int Count)
{
    internal float Score => Sum / MathF.Sqrt(Count + 1);

    public static DocumentSum operator +(DocumentSum a, DocumentSum b) => new(a.Sum + b.Sum, a.Count + b.Count);
}
