namespace ReviewInsights.Cli.Demo;

/// <summary>The sample reviews that the tool carries.</summary>
internal static class Sample
{
    private const string Resource = "sample.reviews.csv";

    public static byte[] Read()
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
