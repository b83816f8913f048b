using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace ReviewInsights.Benchmarks.Generation;

/// <summary><c>generate OUTPUT</c>: a dump of reviews of any size.</summary>
internal static class GenerateCommand
{
    internal static Command Create()
    {
        var output = new Argument<string>("OUTPUT") { Description = "File to write, or - for standard output; .gz compresses" };
        var rows = new Option<long?>("--rows") { Description = "How many reviews" };
        var bytes = new Option<string?>("--bytes") { Description = "Stop at this size before compression, such as 500M or 10G" };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same reviews", DefaultValueFactory = _ => 1 };
        var format = new Option<string?>("--format") { Description = "csv, ndjson or lines; from the name of the file unless given" };
        format.AcceptOnlyFromAmong("csv", "ndjson", "lines");
        var command = new Command("generate", "Writes a dump of generated reviews.") { output, rows, bytes, seed, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(rows) is null && result.GetValue(bytes) is null) result.AddError("Say how much: --rows or --bytes.");
        });
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output)!;
            var dump = DumpFormat.Of(parsed.GetValue(format) ?? FormatOf(path));
            var clock = Stopwatch.StartNew();
            using var stream = Open(path);
            var written = Dump.Write(stream, dump, parsed.GetValue(seed), parsed.GetValue(rows) ?? long.MaxValue,
                parsed.GetValue(bytes) is { } size ? ParseSize(size) : long.MaxValue);
            stream.Flush();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{written.Rows} reviews, {written.Bytes} bytes, {written.Bytes / 1e6 / clock.Elapsed.TotalSeconds:0} MB/s"));
            return 0;
        });
        return command;
    }

    /// <summary>A number of bytes: 1500, 64k, 500M, 10G; the letters are powers of a thousand.</summary>
    internal static long ParseSize(string text)
    {
        var factor = text[^1..] switch { "k" or "K" => 1_000, "M" => 1_000_000, "G" => 1_000_000_000, _ => 1 };
        return factor * long.Parse(factor == 1 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static string FormatOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path;
        return Path.GetExtension(name) switch { ".ndjson" or ".jsonl" => "ndjson", ".txt" => "lines", _ => "csv" };
    }

    private static Stream Open(string path)
    {
        if (path == "-") return Console.OpenStandardOutput();
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
    }
}
