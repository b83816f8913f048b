namespace ReviewInsights;

/// <summary>The direction of an evaluation.</summary>
public enum Polarity : sbyte
{
    /// <summary>Unfavourable; the score is below zero.</summary>
    Negative = -1,

    /// <summary>Mentioned with a middling verdict; the score is zero.</summary>
    Neutral = 0,

    /// <summary>Favourable; the score is above zero.</summary>
    Positive = 1,

    /// <summary>Both favourable and unfavourable. Only of a review or of an aspect in a review, never of one opinion.</summary>
    Mixed = 2,
}
