namespace ReviewInsights.Benchmarks.Guard.Measures;

/// <summary>
/// Whether a character costs the same in a long text as in a short one when personal data are masked: one long text against as many
/// characters in short ones, all made of a piece that begins a datum over and over and never ends one. The worst piece counts.
/// </summary>
internal sealed class MaskGrowthMeasure : IMeasure
{
    private const int Pieces = 1_000;
    private const int Factor = 64;
    private const int Repetitions = 5;

    private static readonly string[] Beginnings =
        ["1", "1 ", "13-", "号", "路", "路1", "1栋", "a@", "a.", "a@a.", "a@aa.", "SF1", "订单号", "微信 ", "杭州", "县", "一", "+"];

    private readonly PiiMasker _masker = new();

    public string Name => "mask-growth";

    public string Description => $"masking, time per character of {Pieces * Factor:N0} pieces ÷ of {Pieces:N0}";

    // Quadratic time would be 64. Texts and results that leave the cache cost twice; the rest is for the noise of shared machines.
    public double? Ceiling => 8;

    public double Take() => Beginnings.Max(piece =>
    {
        var text = string.Concat(Enumerable.Repeat(piece, Pieces));
        var longText = string.Concat(Enumerable.Repeat(piece, Pieces * Factor));
        return Least(() => _masker.Find(longText)) / Least(() => MaskMany(text));
    });

    private void MaskMany(string text)
    {
        for (var i = 0; i < Factor; i++) _masker.Find(text);
    }

    private static double Least(Action mask) => Enumerable.Range(0, Repetitions).Min(_ =>
    {
        GC.Collect(); // each pays for its own garbage only
        var start = Environment.CpuUsage.TotalTime;
        mask();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    });
}
