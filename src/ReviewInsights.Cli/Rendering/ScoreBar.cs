namespace ReviewInsights.Cli.Rendering;

/// <summary>Scores from -1 to 1 drawn with block characters.</summary>
internal static class ScoreBar
{
    /// <summary>The scale above bars; as wide as they are.</summary>
    public const string Scale = "-1        0        +1";

    private const int Half = 10;
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>A bar to the left (negative) or right of an axis, 21 columns in all, half a column for 0.05.</summary>
    /// <param name="score">In [-1, 1], or null for the bare axis.</param>
    public static string Draw(double? score)
    {
        var halves = (int)Math.Round(Math.Abs(score ?? 0) * 2 * Half, MidpointRounding.AwayFromZero);
        var full = new string('█', halves / 2);
        var odd = halves % 2 == 1;
        return score < 0
            ? ((odd ? "▐" : "") + full).PadLeft(Half) + "│"
            : new string(' ', Half) + "│" + full + (odd ? "▌" : "");
    }

    /// <summary>One column: full height for 1, the lowest for -1, a dot for no value.</summary>
    public static char Column(double? score) =>
        score is { } value ? Levels[Math.Clamp((int)((value + 1) / 2 * Levels.Length), 0, Levels.Length - 1)] : '·';
}
