using ReviewInsights.Lexicons;

namespace ReviewInsights.Models;

/// <summary>What the first stage knows about one review: log-odds of every head for every clause, and scores beside them.</summary>
internal sealed class ReviewScores
{
    internal int ClauseCount;

    /// <summary>Log-odds, a row of <see cref="HeadLayout.Stride"/> a clause.</summary>
    internal float[] Logits = [];

    /// <summary>The document model's score of each clause.</summary>
    internal float[] ClauseDocuments = [];

    /// <summary>Bit (aspect, polarity) is set where the rules found such an opinion in the clause.</summary>
    internal ulong[] RuleCells = [];

    /// <summary>Length of each clause in code units.</summary>
    internal int[] Lengths = [];

    /// <summary>The domain that the review is certainly about, or -1.</summary>
    internal int Domain = -1;

    /// <summary>The document model's score of the review.</summary>
    internal float Document;

    internal ReadOnlySpan<float> LogitsOf(int clause) => Logits.AsSpan(clause * HeadLayout.Stride, HeadLayout.Stride);

    /// <summary>Makes room for a review and forgets what the rules found.</summary>
    internal void Prepare(int clauseCount)
    {
        ClauseCount = clauseCount;
        if (ClauseDocuments.Length < clauseCount)
        {
            var size = Math.Max(16, clauseCount * 2);
            Logits = new float[size * HeadLayout.Stride];
            ClauseDocuments = new float[size];
            RuleCells = new ulong[size];
            Lengths = new int[size];
        }
        RuleCells.AsSpan(0, clauseCount).Clear();
    }
}
