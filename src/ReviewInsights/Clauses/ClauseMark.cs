using ReviewInsights.Lexicons;

namespace ReviewInsights.Clauses;

/// <summary>How a clause relates to the one beside it.</summary>
internal enum ClauseLink : byte
{
    None,
    /// <summary>Opens with 但是 and the like: what counts in the end.</summary>
    But,
    /// <summary>Opens with 虽然 and the like: granted, but not decisive.</summary>
    Although,
}

/// <summary>What stands before a clause.</summary>
internal enum ClauseBreak : byte
{
    /// <summary>The start of the text, or a sentence end.</summary>
    Sentence,
    Comma,
    /// <summary>、: the clauses are members of one list.</summary>
    ListComma,
    /// <summary>A contrast word without punctuation before it.</summary>
    Contrast,
}

/// <summary>A stretch of text that can hold an opinion of its own.</summary>
internal struct ClauseMark
{
    internal int Start;
    internal int End;

    /// <summary>Index of the first term within the clause, and behind the last.</summary>
    internal int FirstHit;
    internal int EndHit;

    /// <summary>What its terms are.</summary>
    internal TermKinds Kinds;

    /// <summary>Index of the contrast word that made the link, or -1.</summary>
    internal int LinkHit;

    internal ClauseLink Link;
    internal ClauseBreak Before;

    /// <summary>Whether a question mark ends it.</summary>
    internal bool EndsAsQuestion;

    internal readonly TextSpan Span => TextSpan.FromBounds(Start, End);
}
