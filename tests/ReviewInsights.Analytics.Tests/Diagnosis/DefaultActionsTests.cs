using System.Text.RegularExpressions;
using ReviewInsights.Tests;

namespace ReviewInsights.Analytics.Tests.Diagnosis;

/// <summary>What the table of actions that comes with the library promises.</summary>
public sealed partial class DefaultActionsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "lexicons");
    private static readonly LexiconInfo Info = Lexicon.LoadDefault().Info;
    private static readonly ActionTable Table = ActionTable.LoadDefault();

    [Fact]
    public void The_table_has_at_least_sixty_rows() => Table.Actions.Length.ShouldBeGreaterThanOrEqualTo(60);

    [Fact]
    public void Its_codes_are_those_of_the_default_lexicon_and_no_row_stands_twice()
    {
        using var file = File.OpenRead(Path.Combine(Folder, "stages", "actions.tsv"));

        ActionTable.Load(file, "actions.tsv", Info).Actions.ShouldBe(Table.Actions);
    }

    [Fact]
    public void A_row_of_a_stage_is_about_something_that_reviews_can_say_there()
    {
        var possible = PossibleStages();

        Table.Actions.Where(a => a.Stage is not null && !possible[a.Attribute ?? a.Aspect].Contains(a.Stage)).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_reviews_blame_at_whatever_stage_something_can_be_done()
    {
        var missing =
            from pair in PossibleStages()
            from stage in pair.Value
            let aspect = pair.Key.Split('.')[0]
            where Table.Find(stage, aspect, pair.Key == aspect ? null : pair.Key).IsEmpty
            select $"{pair.Key} at {stage}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_aspect_has_an_action() => Info.Aspects.Except(Table.Actions.Select(a => a.Aspect)).ShouldBeEmpty();

    [Fact]
    public void Every_attribute_has_an_action_of_its_own_at_the_stage_it_belongs_to()
    {
        var stages = Rows("aspects/aspects.tsv").ToDictionary(r => r[0], r => r[3].Split(',')[0]);
        var missing =
            from row in Rows("aspects/attributes.tsv")
            let aspect = row[0].Split('.')[0]
            let stage = row.Length > 3 && row[3].Length > 0 ? row[3] : stages[aspect]
            where Table.Find(stage, aspect, row[0]).All(a => a.Attribute is null)
            select row[0];

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_attribute_is_remedied_otherwise_at_another_stage()
    {
        Table.Find("receiving", "material", "material.defect")[0].Owner.English.ShouldBe("Warehouse lead");
        Table.Find("usage", "material", "material.defect")[0].Owner.English.ShouldBe("Quality control lead");
    }

    [Fact]
    public void No_two_actions_are_the_same()
    {
        Table.Actions.GroupBy(a => a.Action.Chinese).Where(g => g.Count() > 1).ShouldBeEmpty();
        Table.Actions.GroupBy(a => a.Action.English).Where(g => g.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void Chinese_columns_are_Chinese_and_English_ones_are_not()
    {
        var names = Table.Actions.SelectMany(a => new[] { a.Cause, a.Action, a.Owner, a.Measure }).ToList();

        names.Where(n => !Chinese().IsMatch(n.Chinese)).ShouldBeEmpty();
        names.Where(n => NotAscii().IsMatch(n.English)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_measure_says_by_when_how_much_or_against_what()
    {
        // A measure without a span, a threshold or something to compare with cannot be checked. Numbers may be written out.
        Table.Actions.Where(a => !Figure().IsMatch(a.Measure.English)).Select(a => a.Measure.English).ShouldBeEmpty();
    }

    /// <summary>The stages at which an opinion about an aspect or attribute can stand.</summary>
    private static Dictionary<string, HashSet<string>> PossibleStages()
    {
        var possible = Rows("aspects/aspects.tsv").ToDictionary(row => row[0], row => row[3].Split(',').Where(s => s != "none").ToHashSet());
        foreach (var row in Rows("aspects/attributes.tsv").ToList())
        {
            HashSet<string> stages = [.. possible[row[0].Split('.')[0]]];
            if (row.Length > 3 && row[3] is not ("" or "none")) stages.Add(row[3]);
            possible.Add(row[0], stages);
        }
        return possible;
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Folder, file))
        .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
        .Skip(1)
        .Select(line => line.Split('\t'));

    [GeneratedRegex(@"[\u4E00-\u9FFF]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[^\x20-\x7E]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotAscii();

    [GeneratedRegex(@"\d|\b(two|three|four|five|six|seven|eight|nine|ten|months?|quarter|halves?|halved|against)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Figure();
}
