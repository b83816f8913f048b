using System.Collections.Immutable;
using System.Globalization;
using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli.Demo;

/// <summary>Picks a few telling reviews and shows what was found in them.</summary>
internal sealed class ExampleReviews(LexiconInfo names, Language language)
{
    private const int Wanted = 3;
    private const int LongestText = 45;

    private readonly List<ReviewAnalysis> _picked = [];

    /// <summary>Keeps the review if it is short, praises one aspect and blames another, and is the first such of its product.</summary>
    public void Offer(ReviewAnalysis analysis)
    {
        var isTelling = analysis.Review.Text.Length <= LongestText
            && analysis.Opinions.All(o => o.Aspect != Lexicon.OverallAspectCode)
            && analysis.Aspects.Any(a => a.Polarity == Polarity.Positive)
            && analysis.Aspects.Any(a => a.Polarity == Polarity.Negative);
        if (isTelling && _picked.Count < Wanted && _picked.TrueForAll(other => other.Review.ProductId != analysis.Review.ProductId))
            _picked.Add(analysis);
    }

    public void Write(TextWriter writer)
    {
        foreach (var analysis in _picked)
        {
            writer.WriteLine($"  {analysis.Review.Text}");
            var table = new PlainTable("lrlll");
            foreach (var opinion in analysis.Opinions)
            {
                table.Add(
                    "   ",
                    opinion.Score.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
                    opinion.Expression.Of(analysis.Review.Text).ToString(),
                    NameOf(names.AspectNames, opinion.Aspect),
                    NameOf(names.StageNames, opinion.Stage));
            }

            table.Write(writer);
        }
    }

    private string NameOf(ImmutableDictionary<string, DisplayName> known, string code) => known.TryGetValue(code, out var name)
        ? language == Language.Chinese ? name.Chinese : name.English
        : "";
}
