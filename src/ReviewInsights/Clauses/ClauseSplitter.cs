// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Segmentation;
using ReviewInsights.Text;

namespace ReviewInsights.Clauses;

/// <summary>Cuts text into clauses: at punctuation, at white space between Chinese words, before words of contrast, and where none of these comes for long.</summary>
internal static class ClauseSplitter
{
    /// <summary>
    /// Nobody says so much in one clause. Rules compare the terms of a clause with each other, so a text without punctuation would
    /// cost the square of its length if it were one.
    /// </summary>
    private const int LongestClause = 1000;

    internal static void Run(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace segmentation, ClauseWorkspace work)
    {
        work.ClauseCount = 0;
        KeepLongest(segmentation);
        ReadOnlySpan<TermHit> hits = segmentation.Hits.AsSpan(0, segmentation.HitCount);
        ReadOnlySpan<Token> tokens = segmentation.Tokens.AsSpan(0, segmentation.TokenCount);
        var clause = NewClause(0, 0, ClauseBreak.Sentence);
        var hit = 0;
        for (var t = 0; t < tokens.Length; t++)
        {
            var span = tokens[t].Span;
            while (hit < hits.Length && hits[hit].Start < span.Start) hit++;
            var isHitStart = hit < hits.Length && hits[hit].Start == span.Start;
            if (span.Start - clause.Start >= LongestClause && (hit == 0 || hits[hit - 1].End <= span.Start))
            {
                Close(ref clause, span.Start, hit, hits, work);
                clause = NewClause(span.Start, hit, ClauseBreak.Comma);
            }
            if (!IsWord(text[span.Start]) && Separates(text, tokens, t) is { } separator)
            {
                // A separator inside a term (an emoticon, a word with a space) separates nothing.
                if (hit > 0 && hits[hit - 1].End > span.Start || isHitStart) continue;
                clause.EndsAsQuestion = text[span.Start] is '?' or '？';
                Close(ref clause, span.Start, hit, hits, work);
                clause = NewClause(span.End, hit, separator);
            }
            else if (isHitStart && (hits[hit].Kinds & TermKinds.Contrast) != TermKinds.None && Contrast(lexicon, hits[hit], clause, text) is { } link)
            {
                if (HasContent(text, clause.Start, span.Start))
                {
                    Close(ref clause, span.Start, hit, hits, work);
                    clause = NewClause(span.Start, hit, ClauseBreak.Contrast);
                }
                clause.Link = link;
                clause.LinkHit = hit;
            }
        }
        Close(ref clause, text.Length, hits.Length, hits, work);
    }

    /// <summary>Of overlapping terms the first stands, and of those with one start the longest.</summary>
    private static void KeepLongest(SegmentationWorkspace segmentation)
    {
        Span<TermHit> hits = segmentation.Hits.AsSpan(0, segmentation.HitCount);
        int kept = 0, end = 0;
        foreach (var hit in hits)
        {
            if (hit.Start < end) continue;
            hits[kept++] = hit;
            end = hit.End;
        }
        segmentation.HitCount = kept;
    }

    private static ClauseMark NewClause(int start, int firstHit, ClauseBreak before) =>
        new() { Start = start, FirstHit = firstHit, Before = before, LinkHit = -1 };

    private static void Close(ref ClauseMark clause, int end, int endHit, ReadOnlySpan<TermHit> hits, ClauseWorkspace work)
    {
        clause.End = end;
        clause.EndHit = endHit;
        foreach (ref readonly var hit in hits[clause.FirstHit..endHit]) clause.Kinds |= hit.Kinds;
        if (clause.End > clause.Start) work.Add(clause);
    }

    /// <summary>Most tokens: told apart by one look, before anything else is asked.</summary>
    private static bool IsWord(char c) => CharacterTable.Of(c) is CharacterClass.Han or CharacterClass.Letter or CharacterClass.Digit;

    private static ClauseBreak? Separates(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int t)
    {
        if (tokens[t].Tag == WordTag.Emoji) return null; // a face may begin with a bracket
        var c = text[tokens[t].Span.Start];
        switch (CharacterTable.Of(c))
        {
            case CharacterClass.SentenceEnd:
            case CharacterClass.LineBreak:
                return ClauseBreak.Sentence;
            case CharacterClass.ClauseEnd:
                return c is ';' or '；' ? ClauseBreak.Sentence : ClauseBreak.Comma;
            case CharacterClass.ListComma:
                return ClauseBreak.ListComma;
            case CharacterClass.Space:
                return t > 0 && t + 1 < tokens.Length && IsLatin(text, tokens[t - 1]) && IsLatin(text, tokens[t + 1]) ? null : ClauseBreak.Comma;
            case CharacterClass.Symbol:
                return c == '.' ? ClauseBreak.Sentence : null;
            default:
                return null;
        }
    }

    private static bool IsLatin(ReadOnlySpan<char> text, Token token) => CharacterTable.IsWordPart(CharacterTable.Of(text[token.Span.Start]));

    private static ClauseLink? Contrast(Lexicon lexicon, TermHit hit, in ClauseMark clause, ReadOnlySpan<char> text)
    {
        for (var i = lexicon.TermLists[hit.List]; i < lexicon.TermLists[hit.List + 1]; i++)
        {
            ref readonly var term = ref lexicon.Terms[i];
            if (term.Kind != TermKind.Contrast) continue;
            if (term.Variant == (byte)ContrastKind.Although) return ClauseLink.Although;
            // 就是 and 只是 turn only where they open a clause; elsewhere they mean "is exactly".
            var opensOnly = term.Variant == (byte)ContrastKind.ButInitial;
            return opensOnly && HasContent(text, clause.Start, hit.Start) ? null : ClauseLink.But;
        }
        return null;
    }

    private static bool HasContent(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (var c in text[start..end])
            if (IsWord(c)) return true;
        return false;
    }
}
