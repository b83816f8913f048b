namespace ReviewInsights.Clauses;

/// <summary>The clauses of one text, and the terms that count in them.</summary>
internal sealed class ClauseWorkspace
{
    internal ClauseMark[] Clauses = new ClauseMark[32];
    internal int ClauseCount;

    internal void Add(ClauseMark clause)
    {
        if (ClauseCount == Clauses.Length) Array.Resize(ref Clauses, ClauseCount * 2);
        Clauses[ClauseCount++] = clause;
    }
}
