namespace ReviewInsights.Opinions;

/// <summary>Turns the strength of a score into the probability that its sign is right.</summary>
internal static class Confidence
{
    // Logistic curves over |score|, fitted on labelled reviews (see lexicons/README.md for how).
    private const double OpinionIntercept = 1.5, OpinionSlope = 2.0;
    private const double ReviewIntercept = 0.3, ReviewSlope = 3.5;

    internal static float OfOpinion(double score) => (float)Logistic(OpinionIntercept + OpinionSlope * Math.Abs(score));

    internal static float OfReview(double score) => (float)Logistic(ReviewIntercept + ReviewSlope * Math.Abs(score));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
