namespace ReviewInsights.Cli;

/// <summary>Puts the lexicon together that <c>--lexicon</c> asks for.</summary>
internal static class LexiconLayers
{
    /// <summary>Starts from the built-in lexicon; a compiled file takes its place, a table is laid over what there is.</summary>
    public static Lexicon Load(IReadOnlyList<string> files)
    {
        Lexicon? lexicon = null;
        LexiconBuilder? builder = null;
        foreach (var file in files)
        {
            if (file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
            {
                using var reader = File.OpenText(file);
                builder ??= (lexicon ?? Lexicon.LoadDefault()).ToBuilder();
                builder.AddTsv(reader, file);
                continue;
            }
            if (lexicon is not null || builder is not null)
                throw new UsageException($"{file}: a compiled lexicon stands in place of the built-in one, so it comes first and alone; lay tables (.tsv) over it");
            using var stream = File.OpenRead(file);
            lexicon = Lexicon.Load(stream, file);
        }
        return builder?.Build() ?? lexicon ?? Lexicon.LoadDefault();
    }
}
