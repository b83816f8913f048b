using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReviewInsights.Analytics;

namespace ReviewInsights.Cli.Reporting;

/// <summary>Promotion phases from a file: a line each, name, first day and last day, separated by tabs or commas; # begins a comment.</summary>
internal static class PhaseFile
{
    private static readonly char[] Separators = ['\t', ',', '，'];

    public static ImmutableArray<PromotionPhase> Read(string path)
    {
        var phases = ImmutableArray.CreateBuilder<PromotionPhase>();
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            var cells = line.Split(Separators, StringSplitOptions.TrimEntries);
            if (cells is not [{ Length: > 0 } name, var first, var last] || !TryDay(first, out var from) || !TryDay(last, out var to))
                throw new UsageException($"{path}:{number}: '{line}' is no phase; right is a name, its first day and its last, such as 预售,2026-05-26,2026-05-31");
            if (to < from) throw new UsageException($"{path}:{number}: the phase '{name}' ends on {last}, before it begins on {first}");
            phases.Add(new PromotionPhase(name, from, to));
        }

        return phases.ToImmutable();
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{path}: the file is not UTF-8; save it as UTF-8 (Excel: CSV UTF-8)");
        }
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
