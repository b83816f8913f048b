using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>Where a run of <c>tag</c> writes, before anything is opened.</summary>
internal abstract class Destination
{
    /// <summary>The file that will be written, or null where it is none.</summary>
    public virtual string? File => null;

    /// <summary>Where to keep the journal, or null where a run cannot be resumed.</summary>
    public virtual string? Journal => null;

    /// <summary>Whether records are written line by line as NDJSON, so that a row that cannot be read can be answered, too.</summary>
    public virtual bool IsNdjson => false;

    /// <summary>Whether a later row takes the place of an earlier one with its id.</summary>
    public virtual bool IsKeyed => false;

    /// <summary>What an earlier run left, in bytes; null where bytes are not the measure.</summary>
    public virtual long? LengthLeft => null;

    /// <summary>What decides the bytes of the output beside the input and the analyser.</summary>
    public abstract string Description { get; }

    /// <summary>Forgets what an earlier run left that is not resumed.</summary>
    public virtual void StartOver()
    {
    }

    /// <summary>Opens it.</summary>
    /// <param name="analyzer">Analyses what is to be written.</param>
    /// <param name="from">What an earlier run has finished and is to be kept; default starts anew.</param>
    /// <exception cref="IOException">It cannot be opened, or what is to be kept is not there any more.</exception>
    public abstract TagOutput Open(ReviewAnalyzer analyzer, Checkpoint from);
}

/// <summary>Bytes to standard output.</summary>
internal sealed class StandardOutput(Stream stream, ResultFormat format, PiiMasker? masker) : Destination
{
    public override bool IsNdjson => format is NdjsonFormat;

    public override string Description => format.GetType().Name;

    public override TagOutput Open(ReviewAnalyzer analyzer, Checkpoint from) => StreamOutput.To(stream, analyzer, format, masker);
}

/// <summary>Bytes to a file.</summary>
internal sealed class OutputFile(string path, ResultFormat format, PiiMasker? masker, string description) : Destination
{
    private readonly bool _isOrdinary = PartialFile.IsOrdinary(path);

    public override string? File => _isOrdinary ? path : null;

    public override string? Journal => _isOrdinary ? Resumption.JournalOf(path) : null;

    public override bool IsNdjson => format is NdjsonFormat;

    public override long? LengthLeft => Resumption.LengthOfPartial(path);

    public override string Description => description;

    public override void StartOver()
    {
        if (_isOrdinary) System.IO.File.Delete(PartialFile.PartialPathOf(path));
    }

    public override TagOutput Open(ReviewAnalyzer analyzer, Checkpoint from) =>
        StreamOutput.To(from.OutputLength > 0 ? PartialFile.Resume(path, from.OutputLength) : PartialFile.Create(path), analyzer, format, masker, hasHeader: from.OutputLength > 0);
}
