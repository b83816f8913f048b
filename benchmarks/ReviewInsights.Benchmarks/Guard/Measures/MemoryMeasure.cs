using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Guard.Measures;

/// <summary>The most memory that <c>tag</c> holds while it goes through a dump, in a process of its own with all cores.</summary>
internal sealed class MemoryMeasure(string name, long dumpBytes) : IMeasure
{
    public string Name => name;

    public string Description => $"peak memory of tag on a dump of {dumpBytes / 1e6:N0} MB, MB";

    public double? Ceiling => 250;

    public double Take()
    {
        using var scratch = new Scratch();
        using (var file = new FileStream(scratch["dump.csv"], FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
            Dump.Write(file, DumpFormat.Of("csv"), seed: 13, bytes: dumpBytes);
        return CommandLineTool.RunApart("tag", scratch["dump.csv"], "--output", scratch["tagged.ndjson"], "--log-level", "warning") / 1e6;
    }
}
