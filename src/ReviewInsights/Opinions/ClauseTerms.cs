using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Segmentation;

namespace ReviewInsights.Opinions;

/// <summary>The terms of one clause and what the lexicon says about each: what all rules look at.</summary>
internal readonly ref struct ClauseTerms
{
    private readonly ReadOnlySpan<int> _lists;
    private readonly ReadOnlySpan<TermEntry> _entries;

    internal ClauseTerms(Lexicon lexicon, ReadOnlySpan<char> text, ReadOnlySpan<TermHit> hits, in ClauseMark clause)
    {
        _lists = lexicon.TermLists;
        _entries = lexicon.Terms;
        Attributes = lexicon.Attributes;
        Text = text;
        Clause = clause;
        Hits = hits[clause.FirstHit..clause.EndHit];
    }

    internal ReadOnlySpan<AttributeEntry> Attributes { get; }

    internal ReadOnlySpan<char> Text { get; }

    internal ClauseMark Clause { get; }

    internal ReadOnlySpan<TermHit> Hits { get; }

    internal TextSpan SpanOf(int hit) => TextSpan.FromBounds(Hits[hit].Start, Hits[hit].End);

    internal ReadOnlySpan<TermEntry> EntriesOf(int hit) => _entries[_lists[Hits[hit].List].._lists[Hits[hit].List + 1]];

    /// <summary>The first row of a kind about a term.</summary>
    internal bool TryGet(int hit, TermKind kind, out TermEntry entry)
    {
        entry = default;
        if (!Has(hit, kind)) return false;
        foreach (ref readonly var candidate in EntriesOf(hit))
        {
            if (candidate.Kind != kind) continue;
            entry = candidate;
            return true;
        }
        return false;
    }

    internal bool Has(int hit, TermKind kind) => (Hits[hit].Kinds & (TermKinds)(1 << (int)kind)) != TermKinds.None;

    /// <summary>Whether any term of the clause has a row of one of these kinds.</summary>
    internal bool HasAny(TermKinds kinds) => (Clause.Kinds & kinds) != TermKinds.None;

    /// <summary>Number of code units between two terms.</summary>
    internal int Gap(int before, int after) => Hits[after].Start - Hits[before].End;
}
