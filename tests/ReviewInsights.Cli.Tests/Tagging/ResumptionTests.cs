using System.Collections.Immutable;
using ReviewInsights.Cli.Tagging;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tests.Tagging;

public sealed class ResumptionTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> Job = ImmutableSortedDictionary<string, string>.Empty.Add("format", "ndjson");

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(250L, 9L, 200)]
    [InlineData(199L, 9L, 100)]
    [InlineData(250L, 4L, 100)]
    [InlineData(null, 9L, 200)]
    [InlineData(99L, 9L, 0)]
    [InlineData(-1L, 9L, 0)]
    public void The_last_checkpoint_is_taken_whose_bytes_are_all_there(long? outputLength, long quarantineLength, long rows)
    {
        WriteJournal();

        using var resumption = Resumption.Start(_scratch["journal"], Job, resumes: true, outputLength, quarantineLength);

        resumption.From.Rows.ShouldBe(rows);
    }

    [Fact]
    public void Checkpoints_whose_output_is_gone_are_forgotten_before_a_new_one_is_begun()
    {
        WriteJournal();

        Resumption.Start(_scratch["journal"], Job, resumes: true, outputLength: -1, quarantineLength: 0).Dispose();

        using var journal = RunJournal.Open(_scratch["journal"]).ShouldNotBeNull();
        journal.Checkpoints.ShouldBeEmpty();
    }

    [Fact]
    public void Without_being_asked_nothing_is_resumed()
    {
        WriteJournal();

        using var resumption = Resumption.Start(_scratch["journal"], Job, resumes: false, outputLength: 250, quarantineLength: 9);

        resumption.From.ShouldBe(default);
    }

    [Fact]
    public void Another_job_is_named_by_what_differs()
    {
        WriteJournal();

        Should.Throw<UsageException>(() => Resumption.Start(_scratch["journal"], Job.SetItem("format", "csv"), resumes: true, outputLength: 250, quarantineLength: 9))
            .Message.ShouldContain("format ('ndjson', now 'csv')");
    }

    public void Dispose() => _scratch.Dispose();

    private void WriteJournal()
    {
        using var journal = RunJournal.Create(_scratch["journal"], Job);
        journal.Add(new Checkpoint(100, 1, 100, 3));
        journal.Add(new Checkpoint(200, 2, 200, 5));
    }
}
