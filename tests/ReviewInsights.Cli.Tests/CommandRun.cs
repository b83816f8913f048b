using System.Text;

namespace ReviewInsights.Cli.Tests;

/// <summary>What one run of the command line did.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] args) => WithInput("", args);

    public static CommandRun WithInput(string input, params string[] args)
    {
        using var output = new MemoryStream();
        var error = new StringWriter();
        int code;
        using (var terminal = new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error))
            code = CommandLine.Run(args, terminal);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}

/// <summary>A folder that lives as long as the test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-insights-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public string Read(string name) => File.ReadAllText(this[name]);

    public string[] Files() => [.. _folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
