namespace ReviewInsights.Benchmarks;

/// <summary>A temporary folder that lives as long as the measurement.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-insights-bench-");

    internal string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
