using System.Globalization;
using System.Text;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Tests.Records;

public sealed class RoundingTests
{
    [Fact]
    public void A_formatted_score_is_the_shortest_form_of_the_rounded_one()
    {
        var random = new Random(20260304);
        var halves = Enumerable.Range(-20_002, 40_005).Select(i => i / 20_000.0);
        var others = Enumerable.Range(0, 20_000).Select(_ => (double)(float)(random.NextDouble() * 2 - 1));

        foreach (var value in halves.Concat(others).Append(-0.0).Append(1e-9).Append(-1e-9).Append(17.25))
            Formatted(value).ShouldBe(Rounding.Score(value).ToString(CultureInfo.InvariantCulture));
    }

    private static string Formatted(double value)
    {
        Span<byte> bytes = stackalloc byte[32];
        return Encoding.UTF8.GetString(bytes[..Rounding.Format(value, bytes)]);
    }
}
