using ReviewInsights.IO;

namespace ReviewInsights.Cli;

/// <summary>Keeps a slip of the keyboard from costing data: files that are read are never written, and none is written twice.</summary>
internal static class OutputGuard
{
    /// <param name="terminal">Whose language the message is in.</param>
    /// <param name="inputs">Paths to read; <c>-</c> is standard input, and databases are no files.</param>
    /// <param name="outputs">Paths to write; null and <c>-</c> are none.</param>
    /// <exception cref="UsageException">An output is an input or another output.</exception>
    public static void Check(Terminal terminal, IReadOnlyCollection<string> inputs, params ReadOnlySpan<string?> outputs)
    {
        if (inputs.Contains("") || outputs.Contains(""))
            throw new UsageException(terminal.Say("the name of a file is empty", "文件名为空"));
        var taken = inputs.Where(path => path != "-" && !ReviewInput.IsDatabaseUri(path)).Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        foreach (var output in outputs)
        {
            if (output is not null and not "-" && !taken.Add(Path.GetFullPath(output)))
            {
                throw new UsageException(terminal.Say(
                    $"{output}: this would replace an input or another output; name another file",
                    $"{output}：会覆盖输入或另一输出，请换一个文件名"));
            }
        }
    }
}
