namespace ReviewInsights.Stages;

/// <summary>Finished opinions and the sums per stage, in buffers that are reused.</summary>
internal sealed class StageWorkspace
{
    internal OpinionMark[] Opinions = new OpinionMark[16];
    internal int OpinionCount;

    internal void Add(OpinionMark opinion)
    {
        if (OpinionCount == Opinions.Length) Array.Resize(ref Opinions, OpinionCount * 2);
        Opinions[OpinionCount++] = opinion;
    }
}
