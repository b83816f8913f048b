using ReviewInsights;
using ReviewInsights.Training;

if (args is not [var folder, var output, var name])
{
    Console.Error.WriteLine("usage: lexicon-compiler FOLDER OUTPUT NAME");
    return 2;
}
try
{
    var lexicon = LexiconFolder.Compile(folder, name);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    using var file = File.Create(output);
    lexicon.Save(file);
    Console.WriteLine($"{lexicon.Info.Version}: {lexicon.Info.WordCount} words, {lexicon.Info.TermCount} terms, {file.Length} bytes");
    return 0;
}
catch (LexiconFormatException e)
{
    // The form MSBuild turns into a build error that an editor can jump to.
    Console.Error.WriteLine($"{Path.Combine(folder, e.Message)}");
    return 1;
}
