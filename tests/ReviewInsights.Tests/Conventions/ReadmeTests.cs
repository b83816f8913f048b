using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReviewInsights.Tests.Conventions;

/// <summary>What the README shows compiles, runs, and prints what the README says.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string, string, string> Snippets()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var file in (string[])["README.md", "README.zh-CN.md", "src/ReviewInsights/MIGRATING-FROM-JIEBA.md"])
        {
            var blocks = File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n").Split("```");
            for (var i = 1; i < blocks.Length; i += 2)
            {
                if (!blocks[i].StartsWith("csharp\n", StringComparison.Ordinal)) continue;
                blocks[i + 2].ShouldStartWith("text\n", customMessage: $"{file}: a snippet is followed by what it prints");
                data.Add(file, blocks[i]["csharp\n".Length..], blocks[i + 2]["text\n".Length..]);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_prints_what_the_readme_says(string file, string code, string expected) => Run(code).ShouldBe(expected, file);

    private static string Run(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        // Console is what an application has by default; System comes with the implicit usings of every new project.
        var compilation = CSharpCompilation.Create("snippet", [CSharpSyntaxTree.ParseText("global using System;\n" + code)], references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        assembly.Position = 0;
        var entry = new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(assembly).EntryPoint!;
        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }
        return output.ToString();
    }
}
