using System.Collections.Immutable;
using System.Globalization;
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
        foreach (var line in File.ReadLines(path))
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

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
