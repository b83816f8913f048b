// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>Walks the gram trie over one text. Positions count the start mark: character i of the text stands at i + 1.</summary>
internal ref struct GramWalk
{
    private readonly ReadOnlySpan<TrieNode> _trie;
    private readonly ReadOnlySpan<GramRows> _rows;
    private readonly ReadOnlySpan<ushort> _codes;
    private readonly ReadOnlySpan<sbyte> _heads;
    private readonly ReadOnlySpan<float> _scales;
    private readonly ReadOnlySpan<sbyte> _domains;
    private readonly ReadOnlySpan<float> _domainScales;
    private readonly GramWorkspace _work;
    private readonly int _start, _end;

    internal GramWalk(Lexicon lexicon, GramWorkspace work)
    {
        _trie = lexicon.GramTrie;
        _rows = lexicon.GramRows;
        _heads = lexicon.HeadWeights;
        _scales = lexicon.HeadScales;
        _domains = lexicon.DomainWeights;
        _domainScales = lexicon.DomainScales;
        _codes = work.Codes;
        _work = work;
        _start = lexicon.GramCodes[GramMarks.Start];
        _end = lexicon.GramCodes[GramMarks.End];
    }

    internal DocumentSum Review;
    internal DocumentSum Clause;
    internal int DomainGrams;

    /// <summary>Grams that begin at a position between clauses: they count for the document and the domain alone.</summary>
    internal void OutsideClauses(int at)
    {
        var node = 0;
        for (var depth = 0; depth < GramMarks.MaxDocumentLength && Step(ref node, _codes[at + depth]); depth++) TakeForDocument(node, depth);
    }

    /// <summary>Grams that begin at a position inside a clause that ends at <paramref name="end"/>.</summary>
    internal void InsideClause(int at, int end)
    {
        var node = 0;
        for (var depth = 0; depth < GramMarks.MaxLength && Step(ref node, _codes[at + depth]); depth++)
        {
            var last = at + depth;
            if (depth < GramMarks.MaxDocumentLength)
            {
                var weight = TakeForDocument(node, depth);
                if (weight != 0 && last < end) Clause.Add(weight);
            }
            if (last < end)
            {
                TakeForClause(node, at, depth + 1, depth);
                if (last + 1 == end && depth + 1 < GramMarks.MaxLength) TakeAtEnd(node, at, depth + 1);
            }
            else if (depth >= GramMarks.MaxDocumentLength)
            {
                return;
            }
        }
    }

    /// <summary>Grams of a clause that begin with the start mark.</summary>
    internal void FromStartOfClause(int start, int end)
    {
        var node = 0;
        if (!Step(ref node, _start)) return;
        for (var depth = 1; depth < GramMarks.MaxLength && start + depth - 1 < end && Step(ref node, _codes[start + depth - 1]); depth++)
        {
            TakeForClause(node, start, depth, depth);
            if (start + depth == end && depth + 1 < GramMarks.MaxLength) TakeAtEnd(node, start, depth);
        }
    }

    /// <summary>Grams of a clause that count only in one domain: one or two characters behind the domain's mark.</summary>
    internal void OfDomain(int mark, int start, int end)
    {
        var root = 0;
        if (!Step(ref root, mark)) return;
        for (var at = start - 1; at < end; at++)
        {
            var node = root;
            if (!Step(ref node, at < start ? _start : _codes[at])) continue;
            TakeForClause(node, at, at < start ? 0 : 1, GramMarks.MaxReviewLength);
            if (Step(ref node, at + 1 == end ? _end : _codes[at + 1])) TakeForClause(node, Math.Max(at, start), at < start || at + 1 == end ? 1 : 2, GramMarks.MaxReviewLength);
        }
    }

    private readonly bool Step(ref int node, int code)
    {
        if (code == 0) return false;
        var offset = _trie[node].Base;
        if (offset == 0) return false;
        var cell = offset + code;
        if (_trie[cell].Check != node) return false;
        node = cell;
        return true;
    }

    /// <summary>The document weight of the gram at a node, or 0; its domain row is added on the way.</summary>
    private float TakeForDocument(int node, int depth)
    {
        ref readonly var cell = ref _trie[node];
        if (cell.Payload == 0) return 0;
        if (depth < GramMarks.MaxReviewLength && _rows[cell.Payload - 1].Domain is >= 0 and var row && _work.InDomain.Add(cell.Payload))
        {
            WeightRows.Add(_domains.Slice(row * ModelData.DomainStride, ModelData.DomainStride), _domainScales[row], _work.Domain);
            DomainGrams++;
        }
        if (cell.LogProbability != 0) Review.Add(cell.LogProbability);
        return cell.LogProbability;
    }

    private readonly void TakeForClause(int node, int at, int length, int depth)
    {
        var payload = _trie[node].Payload;
        if (payload == 0) return;
        ref readonly var rows = ref _rows[payload - 1];
        if (rows.Own >= 0 && _work.InClause.Add(payload)) _work.AddHit(rows.Own, at - 1, length);
        if (depth < GramMarks.MaxReviewLength && rows.Review >= 0 && _work.InReview.Add(payload))
            WeightRows.Add(_heads.Slice(rows.Review * HeadLayout.Stride, HeadLayout.Stride), _scales[rows.Review], _work.Review);
    }

    private readonly void TakeAtEnd(int node, int at, int length)
    {
        if (Step(ref node, _end)) TakeForClause(node, at, length, length);
    }
}

/// <summary>Weights of the document model, summed up, and their number.</summary>
internal struct DocumentSum
{
    private float _sum;
    private int _count;

    internal readonly float Score => _sum / MathF.Sqrt(_count + 1);

    internal void Add(float weight)
    {
        _sum += weight;
        _count++;
    }
}
