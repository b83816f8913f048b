using System.Text;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Curves;

/// <summary>Writes a report to a stream: a table for people, JSON or CSV for programs.</summary>
internal delegate void CurveOutput(Stream output, CurveReport report);

/// <summary>The three kinds of <see cref="CurveOutput"/>.</summary>
internal static class CurveOutputs
{
    /// <summary>What the options ask for or, where they leave it open, what the name of the file says.</summary>
    public static CurveOutput Choose(bool json, bool csv, string? path, LexiconInfo names, Language language) =>
        (json, csv, Path.GetExtension(path)?.ToLowerInvariant()) switch
        {
            (true, _, _) => CurveJson.Write,
            (_, true, _) => CurveCsv.Write,
            (_, _, ".json") => CurveJson.Write,
            (_, _, ".csv") => CurveCsv.Write,
            _ => (output, report) =>
            {
                using var text = NewText(output);
                new CurveText(names, language).Write(text, report);
            }
            ,
        };

    /// <summary>Writes to standard output or, where there is a path, to a file that appears when it is complete.</summary>
    public static void Write(Terminal terminal, string? path, Action<Stream> write)
    {
        if (path is null)
        {
            write(terminal.Output);
            return;
        }

        using var file = PartialFile.Create(path);
        write(file.Stream);
        file.Commit();
    }

    private static StreamWriter NewText(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
}
