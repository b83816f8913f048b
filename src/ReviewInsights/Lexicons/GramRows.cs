namespace ReviewInsights.Lexicons;

/// <summary>Which rows of weights a gram has and where: they stand behind one another, and the payload of its trie cell says the rest.</summary>
internal readonly struct GramRows(int payload)
{
    private const int OwnFlag = 1, ReviewFlag = 2, DomainFlag = 4, FlagBits = 3;

    private int First => payload >> FlagBits;

    /// <summary>1 where the gram has a row of the kind, else 0.</summary>
    internal int OwnCount => payload & OwnFlag;

    internal int ReviewCount => (payload & ReviewFlag) >> 1;

    internal int DomainCount => (payload & DomainFlag) >> 2;

    /// <summary>The row for the clause that holds the gram.</summary>
    internal int Own => First;

    /// <summary>The row for all clauses of a review that holds the gram.</summary>
    internal int Review => First + OwnCount;

    /// <summary>The row for the domain of a review that holds the gram.</summary>
    internal int Domain => First + OwnCount + ReviewCount;

    internal int End => First + OwnCount + ReviewCount + DomainCount;

    /// <summary>The payload of a gram; 0 for one without rows.</summary>
    internal static int Pack(int first, FileRows rows)
    {
        var flags = (rows.Own >= 0 ? OwnFlag : 0) | (rows.Review >= 0 ? ReviewFlag : 0) | (rows.Domain >= 0 ? DomainFlag : 0);
        return flags == 0 ? 0 : checked(first << FlagBits) | flags;
    }
}
