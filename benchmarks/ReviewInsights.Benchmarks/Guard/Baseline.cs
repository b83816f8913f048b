using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReviewInsights.Benchmarks.Guard;

/// <summary>What was measured when the baseline was last accepted.</summary>
/// <param name="Machine">Where: ratios move little between machines, but they do move.</param>
/// <param name="Measured">By name of the measure. Ratios are held against these; of the others only the ceiling counts.</param>
internal sealed record Baseline(string Machine, SortedDictionary<string, double> Measured)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Baseline None { get; } = new("", []);

    internal static Baseline Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<Baseline>(File.ReadAllText(path), Readable)! : None;

    internal void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Readable) + "\n");

    internal double? Of(string name) => Measured.TryGetValue(name, out var value) ? value : null;

    /// <summary>This baseline with what was measured now in place of what it said; measures that were not taken stay.</summary>
    internal Baseline With(string machine, IEnumerable<Verdict> verdicts)
    {
        var measured = new SortedDictionary<string, double>(Measured, StringComparer.Ordinal);
        foreach (var verdict in verdicts) measured[verdict.Name] = Math.Round(verdict.Measured, 3);
        return new Baseline(machine, measured);
    }
}
