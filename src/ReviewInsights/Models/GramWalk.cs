// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>
/// Finds the grams of one text in the trie. Positions count the start mark: character i of the text stands at i + 1. All grams of
/// one length are looked up before those of the next, and whether one exists is computed, not asked: so many look-ups wait for
/// memory together, and no branch is mispredicted at every other gram.
/// </summary>
internal readonly ref struct GramWalk
{
    private readonly ReadOnlySpan<ushort> _labels;
    private readonly ReadOnlySpan<TrieNode> _nodes;
    private readonly ReadOnlySpan<ushort> _codes;
    private readonly GramWorkspace _work;
    private readonly int _start, _end;

    /// <summary>The last cell, which no key takes: where a step ends that leads to no gram. It weighs nothing and leads nowhere.</summary>
    private readonly int _nowhere;

    internal GramWalk(Lexicon lexicon, GramWorkspace work)
    {
        var trie = lexicon.GramTrie;
        _labels = trie.Labels;
        _nodes = trie.Nodes;
        _nowhere = _nodes.Length - 1;
        _codes = work.Codes;
        _work = work;
        _start = lexicon.GramCodes[GramMarks.Start];
        _end = lexicon.GramCodes[GramMarks.End];
    }

    /// <summary>Looks up the grams that begin at each of the first positions.</summary>
    internal void Follow(int count)
    {
        Span<int> one = _work.One.AsSpan(0, count), two = _work.Two.AsSpan(0, count), three = _work.Three.AsSpan(0, count);
        ReadOnlySpan<ushort> codes = _codes[..(count + GramMarks.MaxLength - 1)];
        for (var i = 0; i < one.Length; i++) one[i] = Step(0, codes[i]);
        for (var i = 0; i < two.Length; i++) two[i] = Step(one[i], codes[i + 1]);
        for (var i = 0; i < three.Length; i++) three[i] = Step(two[i], codes[i + 2]);
    }

    /// <summary>
    /// Takes the grams that begin at positions from <paramref name="from"/> to <paramref name="to"/>, to wherever they end: all count
    /// for the document and the domain; those that end before <paramref name="clauseEnd"/> also for the clause and the review.
    /// </summary>
    internal DocumentSum Take(int from, int to, int clauseEnd)
    {
        _work.Reserve((to - from) * GramMarks.MaxLength);
        var sum = TakeOfLength(_work.One.AsSpan(from, to - from), 1, from, clauseEnd);
        sum += TakeOfLength(_work.Two.AsSpan(from, to - from), 2, from, clauseEnd);
        return sum + TakeOfLength(_work.Three.AsSpan(from, to - from), 3, from, clauseEnd);
    }

    private DocumentSum TakeOfLength(ReadOnlySpan<int> cells, int length, int from, int clauseEnd)
    {
        var nodes = _nodes;
        Span<GramHit> hits = _work.Hits;
        Span<int> reviewRows = _work.ReviewRows, domainRows = _work.DomainRows;
        int hitCount = _work.HitCount, reviewCount = _work.ReviewCount, domainCount = _work.DomainCount;
        float sum = 0;
        var count = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var node = ref nodes[cells[i]];
            sum += node.LogProbability;
            count += node.LogProbability != 0 ? 1 : 0;
            // Written down in any case; the index moves on only if it counts.
            var rows = new GramRows(node.Payload);
            var isInClause = from + i + length <= clauseEnd ? 1 : 0;
            hits[hitCount] = new GramHit(rows.Own, from + i - 1, length);
            hitCount += rows.OwnCount & isInClause;
            reviewRows[reviewCount] = rows.Review;
            reviewCount += rows.ReviewCount & isInClause;
            domainRows[domainCount] = rows.Domain;
            domainCount += rows.DomainCount;
        }
        (_work.HitCount, _work.ReviewCount, _work.DomainCount) = (hitCount, reviewCount, domainCount);
        return new DocumentSum(sum, count);
    }

    /// <summary>Takes the grams of a clause that begin with the start mark or end with the end mark.</summary>
    internal void TakeMarked(int start, int end)
    {
        _work.Reserve(GramMarks.MaxLength * GramMarks.MaxLength);
        var isLong = end - start > 1;
        var first = Step(Step(0, _start), _codes[start]);
        Take(first, start, 1, isShort: true);
        Take(isLong ? Step(first, _codes[start + 1]) : Step(first, _end), start, isLong ? 2 : 1, isShort: !isLong);
        Take(Step(_work.One[end - 1], _end), end - 1, 1, isShort: true);
        if (isLong) Take(Step(_work.Two[end - 2], _end), end - 2, 2, isShort: false);
    }

    /// <summary>Takes the grams of a clause that count only in one domain: up to two characters or marks behind the domain's mark.</summary>
    internal void TakeOfDomain(int mark, int start, int end)
    {
        var root = Step(0, mark);
        if (root == _nowhere) return;
        _work.Reserve((end - start + 1) * GramMarks.MaxReviewLength);
        var first = Step(root, _start);
        Take(first, start, 0, isShort: false);
        Take(Step(first, _codes[start]), start, 1, isShort: false);
        for (var at = start; at < end; at++)
        {
            first = Step(root, _codes[at]);
            Take(first, at, 1, isShort: false);
            var isLast = at + 1 == end;
            Take(Step(first, isLast ? _end : _codes[at + 1]), at, isLast ? 1 : 2, isShort: false);
        }
    }

    private void Take(int cell, int at, int characters, bool isShort)
    {
        var rows = new GramRows(_nodes[cell].Payload);
        _work.Hits[_work.HitCount] = new GramHit(rows.Own, at - 1, characters);
        _work.HitCount += rows.OwnCount;
        if (!isShort) return;
        _work.ReviewRows[_work.ReviewCount] = rows.Review;
        _work.ReviewCount += rows.ReviewCount;
    }

    /// <summary>Where a code leads from a cell. Code 0 leads nowhere: no child has it.</summary>
    private int Step(int node, int code)
    {
        var cell = _nodes[node].Base + code;
        var isChild = _labels[cell] == code ? 1 : 0;
        return _nowhere + (cell - _nowhere & -isChild);
    }
}

/// <summary>Weights of the document model, summed up, and their number.</summary>
internal readonly record struct DocumentSum(float Sum, int Count)
{
    internal float Score => Sum / MathF.Sqrt(Count + 1);

    public static DocumentSum operator +(DocumentSum a, DocumentSum b) => new(a.Sum + b.Sum, a.Count + b.Count);
}
