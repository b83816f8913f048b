using System.Text.RegularExpressions;

namespace ReviewInsights.Tests.Conventions;

/// <summary>The tree is the diagram: a folder of the core uses only folders before it.</summary>
public sealed class LayerTests
{
    private static readonly string[] Flow = ["Text", "Lexicons", "Segmentation", "Keywords", "Clauses", "Opinions", "Stages", "Models"];

    [Fact]
    public void A_folder_uses_only_folders_before_it()
    {
        var offences = new List<string>();
        for (var layer = 0; layer < Flow.Length; layer++)
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ReviewInsights", Flow[layer]), "*.cs"))
                foreach (Match used in Regex.Matches(File.ReadAllText(file), @"\bReviewInsights\.(?<folder>\w+)", RegexOptions.NonBacktracking))
                    if (Array.IndexOf(Flow, used.Groups["folder"].Value) > layer) offences.Add($"{Path.GetFileName(file)} uses {used.Value}");

        offences.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_core_is_in_the_flow() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "ReviewInsights"))
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj" or "DependencyInjection"))
            .ShouldBe(Flow, ignoreOrder: true);
}
