using System.Text.RegularExpressions;

namespace ReviewInsights.Tests.Conventions;

/// <summary>The tree is the diagram: a folder uses only folders of its project that stand before it in the flow.</summary>
public sealed class LayerTests
{
    public static TheoryData<string, string[]> Flows => new()
    {
        { "ReviewInsights", ["Text", "Lexicons", "Privacy", "Segmentation", "Keywords", "Clauses", "Opinions", "Stages", "Models"] },
        { "ReviewInsights.Analytics", ["Curves", "Breakpoints", "Diagnosis", "Trends", "Rankings", "Reports"] },
    };

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_folder_uses_only_folders_before_it(string project, string[] flow)
    {
        var offences = new List<string>();
        for (var layer = 0; layer < flow.Length; layer++)
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project, flow[layer]), "*.cs", SearchOption.AllDirectories))
                foreach (Match used in Regex.Matches(File.ReadAllText(file), $@"\b{Regex.Escape(project)}\.(?<folder>\w+)", RegexOptions.NonBacktracking))
                    if (Array.IndexOf(flow, used.Groups["folder"].Value) > layer) offences.Add($"{Path.GetFileName(file)} uses {used.Value}");

        offences.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_folder_is_in_the_flow(string project, string[] flow) =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", project))
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj" or "DependencyInjection"))
            .ShouldBe(flow, ignoreOrder: true);
}
