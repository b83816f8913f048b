namespace ReviewInsights.Benchmarks.Generation;

/// <summary>The data files embedded beside the generator: lines without comments and blanks.</summary>
internal static class EmbeddedText
{
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith('#')) yield return line;
    }
}
