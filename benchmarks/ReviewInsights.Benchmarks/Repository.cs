namespace ReviewInsights.Benchmarks;

/// <summary>The checkout that this was built from: lexicon tables, the baseline and the command line lie there.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ReviewInsights.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The benchmarks do not run below the checkout."));
}
