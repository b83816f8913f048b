using System.Collections.Immutable;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>What a run of <c>tag</c> is to do.</summary>
internal sealed record TagJob
{
    public required ReviewAnalyzer Analyzer { get; init; }

    /// <summary>Files, addresses, or <c>-</c>, in order.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Opens an input; the flag says whether every line of it must be answered.</summary>
    public required Func<string, bool, ReviewInput> Open { get; init; }

    public required Destination Destination { get; init; }

    public required Duplicates Duplicates { get; init; }

    public required int Threads { get; init; }

    /// <summary>File for rows that cannot be read, or null.</summary>
    public string? Quarantine { get; init; }

    /// <summary>Whether to go on from a run that was interrupted, if there was one.</summary>
    public bool Resumes { get; init; }

    /// <summary>The options that decide the bytes of the output, by name, for the journal.</summary>
    public required ImmutableSortedDictionary<string, string> Options { get; init; }

    /// <summary><c>auto</c>, <c>always</c> or <c>never</c>.</summary>
    public string Progress { get; init; } = "never";
}

/// <summary>Tags all inputs into one output, so that nothing is lost whatever happens on the way.</summary>
internal static class TagRun
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(Terminal terminal, TagJob job)
    {
        var destination = job.Destination;
        using var resumption = destination.Journal is { } journal
            ? Resumption.Start(journal, job.Options, job.Resumes, destination.LengthLeft, Resumption.LengthOfPartial(job.Quarantine))
            : Resumption.None();
        if (job.Resumes && destination.Journal is null)
            terminal.Log(LogLevel.Info, terminal.Say($"{destination.Description} cannot be taken up in the middle, so the run starts over", $"{destination.Description} 无法从中间续写，将从头开始"));
        // Behind a journal, because whoever has that has the output; a run without one finds out when it opens the file.
        if (resumption.From.Rows == 0 && destination.Journal is not null) destination.StartOver();
        var summary = new TagSummary(terminal);
        using var quarantine = new Quarantine(job.Quarantine, terminal, resumption.From.QuarantineLength);
        using var output = destination.Open(job.Analyzer, resumption.From);
        using var ledger = new InputLedger(new InputPosition(resumption.From.Rows, resumption.From.InputHash), job.Duplicates);
        try
        {
            using var progress = Progress.Start(terminal, job.Progress);
            Tag(terminal, job, output, quarantine, ledger, resumption, progress);
            ledger.End(job.Inputs[^1]);
        }
        catch (OperationCanceledException)
        {
            // Only when the last rows are written; a run that has not caught up has written none.
            if (ledger.IsCaughtUp) resumption.Add(ledger.Position, output, quarantine);
            if (destination.Journal is not null)
            {
                terminal.Log(LogLevel.Info, terminal.Say(
                    $"stopped behind row {ledger.Rows}; the same command with --resume goes on", $"在第 {ledger.Rows} 行之后停止；同一命令加 --resume 可续跑"));
            }
            throw;
        }
        catch when (ledger.Rows == 0 && resumption.From.Rows == 0)
        {
            // Nothing to go on from: no traces.
            output.Dispose();
            resumption.Discard();
            destination.StartOver();
            throw;
        }

        resumption.Commit(output, quarantine);
        quarantine.Report();
        OutputWarnings.Report(terminal, output.Losses.Merge(quarantine.Losses));
        summary.Report(ledger, resumption.From.Rows, quarantine.Count, job.Analyzer.Lexicon.Info.Version);
        return quarantine.Count > 0 ? ExitCode.DoneWithQuarantine : ExitCode.Done;
    }

    private static void Tag(
        Terminal terminal, TagJob job, TagOutput output, Quarantine quarantine, InputLedger ledger, Resumption resumption, Progress progress)
    {
        var pipeline = new TagPipeline(output, ledger, job.Threads)
        {
            OnRejected = quarantine.Add,
            OnRejectedBefore = quarantine.CountKept,
            NamesRows = job.Destination.IsKeyed,
            OnWritten = position => resumption.OnWritten(position, output, quarantine),
            OnProgress = progress.Report,
        };
        foreach (var path in job.Inputs)
        {
            // An engine that pipes rows through wants an answer to each, so a bad row is answered too.
            var canAnswer = path == "-" && job.Destination.IsNdjson;
            using var input = job.Open(path, canAnswer);
            using var source = input.Reviews();
            terminal.Log(LogLevel.Debug, $"{source.Name}: {input.Format}");
            var dialogue = canAnswer && input.Format == InputFormat.Ndjson ? Dialogue.AnswersEveryLine : path == "-" ? Dialogue.AnswersPauses : Dialogue.None;
            pipeline.Run(source, dialogue, terminal.Cancellation);
            InputWarnings.Report(terminal, source.Summary);
        }
    }
}
