namespace ReviewInsights.Stages;

/// <summary>Finished opinions and the sums per stage, in buffers that are reused.</summary>
internal sealed class StageWorkspace
{
    internal OpinionMark[] Opinions = new OpinionMark[16];
    internal int OpinionCount;

    /// <summary>Puts the opinions into the order of the text.</summary>
    internal void Sort()
    {
        // Insertion: a review has a handful, and equal places keep their order.
        for (var i = 1; i < OpinionCount; i++)
        {
            var opinion = Opinions[i];
            var at = i;
            for (; at > 0 && Opinions[at - 1].Expression.Start > opinion.Expression.Start; at--) Opinions[at] = Opinions[at - 1];
            Opinions[at] = opinion;
        }
    }

    internal void Add(OpinionMark opinion)
    {
        if (OpinionCount == Opinions.Length) Array.Resize(ref Opinions, OpinionCount * 2);
        Opinions[OpinionCount++] = opinion;
    }
}
