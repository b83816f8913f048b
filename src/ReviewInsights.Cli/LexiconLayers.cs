using ReviewInsights.Training;

namespace ReviewInsights.Cli;

/// <summary>Puts the lexicon together that <c>--lexicon</c> and <c>--user-dict</c> ask for.</summary>
internal static class LexiconLayers
{
    /// <summary>Starts from the built-in lexicon; a compiled file takes its place, tables and models are laid over what there is.</summary>
    /// <param name="files">Compiled lexicons, tables and models, in the order given.</param>
    /// <param name="userDictionaries">User dictionaries in jieba's format; they come last.</param>
    public static Lexicon Load(IReadOnlyList<string> files, IReadOnlyList<string> userDictionaries)
    {
        Lexicon? lexicon = null;
        LexiconBuilder? builder = null;
        if (files.Contains("") || userDictionaries.Contains(""))
            throw new UsageException("--lexicon and --user-dict: the name of a file is empty");
        foreach (var file in files)
        {
            if (file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
            {
                using var reader = File.OpenText(file);
                builder ??= (lexicon ?? Lexicon.LoadDefault()).ToBuilder();
                builder.AddTsv(reader, file);
                continue;
            }
            if (file.EndsWith(LexiconFolder.ModelExtension, StringComparison.OrdinalIgnoreCase))
            {
                using var model = File.OpenRead(file);
                builder ??= (lexicon ?? Lexicon.LoadDefault()).ToBuilder();
                builder.AddModel(model, file);
                continue;
            }
            if (lexicon is not null || builder is not null)
                throw new UsageException($"{file}: a compiled lexicon stands in place of the built-in one, so it comes first and alone; lay tables (.tsv) and models ({LexiconFolder.ModelExtension}) over it");
            using var stream = File.OpenRead(file);
            lexicon = Lexicon.Load(stream, file);
        }
        foreach (var file in userDictionaries)
        {
            using var reader = File.OpenText(file);
            builder ??= (lexicon ?? Lexicon.LoadDefault()).ToBuilder();
            builder.AddJiebaDictionary(reader, file);
        }
        return builder?.Build() ?? lexicon ?? Lexicon.LoadDefault();
    }
}
