using ReviewInsights.Lexicons;

namespace ReviewInsights.Models;

/// <summary>What a review's overall polarity is computed from: the document model and what the second stage found said.</summary>
internal static class OverallFeatures
{
    internal const int Count = 7;

    internal static void Write(float document, ReadOnlySpan<float> said, int overallAspect, Span<float> features)
    {
        float negative = 0, positive = 0;
        for (var cell = 0; cell < said.Length; cell += HeadLayout.Polarities)
        {
            negative += said[cell];
            positive += said[cell + 2];
        }
        features[0] = 1;
        features[1] = document;
        features[2] = negative;
        features[3] = positive;
        said.Slice(overallAspect * HeadLayout.Polarities, HeadLayout.Polarities).CopyTo(features[4..]);
    }
}

/// <summary>What the confidence in an opinion's polarity is computed from, given that its aspect is right.</summary>
internal static class ConfidenceFeatures
{
    internal const int Count = 8;

    internal static void Write(HeadLayout heads, ReviewScores scores, CellFeatures cells, ReadOnlySpan<float> said, int cell, Span<float> features)
    {
        int clause = cells.BestClause(cell), first = cell - cell % HeadLayout.Polarities, sign = cell % HeadLayout.Polarities - 1;
        var all = cells.CellScore(clause, first) + cells.CellScore(clause, first + 1) + cells.CellScore(clause, first + 2);
        ulong rules = 0;
        for (var c = 0; c < scores.ClauseCount; c++) rules |= scores.RuleCells[c];
        features[0] = 1;
        features[1] = CellFeatures.Cut(scores.LogitsOf(clause)[heads.FirstPolarity + cell % HeadLayout.Polarities]);
        features[2] = cells.CellScore(clause, cell) / (all + 1e-9f);
        features[3] = scores.ClauseDocuments[clause] * sign;
        features[4] = scores.Document * sign;
        features[5] = (rules >> cell) & 1;
        features[6] = (rules >> first & 7 & ~(1ul << (cell - first))) != 0 ? 1 : 0;
        features[7] = said[cell];
    }
}
