using System.Collections.Immutable;

namespace ReviewInsights.IO.Tests;

public sealed class RunJournalTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> Job =
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("format", "ndjson"), KeyValuePair.Create("词典", "\"中文\"\n")]);

    private readonly string _folder = Directory.CreateTempSubdirectory("review-insights-").FullName;

    private string JournalPath => Path.Combine(_folder, "out.journal");

    [Fact]
    public void What_was_noted_is_read_again()
    {
        var first = new Checkpoint(100, 0xDEADBEEF12345678, 5_000, 0);
        var second = new Checkpoint(200, 1, 9_999_999_999, 17);
        Write(first, second);

        using var journal = RunJournal.Open(JournalPath).ShouldNotBeNull();

        journal.Job.ShouldBe(Job);
        journal.Checkpoints.ShouldBe([first, second]);
    }

    [Fact]
    public void Where_there_is_no_journal_there_is_nothing_to_resume() => RunJournal.Open(JournalPath).ShouldBeNull();

    [Fact]
    public void A_line_that_a_kill_cut_off_is_not_read_at_any_length()
    {
        var first = new Checkpoint(100, 7, 5_000, 0);
        Write(first, new Checkpoint(200, 8, 10_000, 3));
        var whole = File.ReadAllBytes(JournalPath);
        var ofFirst = whole.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1;

        for (var length = ofFirst; length < whole.Length; length++)
        {
            File.WriteAllBytes(JournalPath, whole[..length]);
            using var journal = RunJournal.Open(JournalPath).ShouldNotBeNull();
            journal.Checkpoints.ShouldBe([first], $"after {length} bytes");
        }
    }

    [Fact]
    public void A_journal_cut_off_in_its_first_line_is_none()
    {
        Write();
        File.WriteAllBytes(JournalPath, File.ReadAllBytes(JournalPath)[..10]);

        RunJournal.Open(JournalPath).ShouldBeNull();
    }

    [Fact]
    public void Behind_a_line_that_a_power_cut_emptied_nothing_is_trusted()
    {
        Write(new Checkpoint(100, 7, 5_000, 0));
        File.AppendAllText(JournalPath, new string('\0', 40) + "\n{\"rows\":300,\"input\":\"09\",\"output\":1,\"quarantine\":0}\n");

        using var journal = RunJournal.Open(JournalPath).ShouldNotBeNull();

        journal.Checkpoints.Length.ShouldBe(1);
    }

    [Fact]
    public void A_resumed_journal_goes_on_behind_its_last_good_line()
    {
        Write(new Checkpoint(100, 7, 5_000, 0));
        File.AppendAllText(JournalPath, "{\"rows\":2");
        using (var journal = RunJournal.Open(JournalPath).ShouldNotBeNull())
        {
            journal.Add(new Checkpoint(150, 9, 6_000, 0));
        }

        using var again = RunJournal.Open(JournalPath).ShouldNotBeNull();

        again.Checkpoints.Select(c => c.Rows).ShouldBe([100, 150]);
    }

    [Theory]
    [InlineData("id,text\n1,好\n", "not the journal")]
    [InlineData("{\"journal\":99,\"job\":{}}\n", "version 99")]
    public void Another_file_is_not_taken_for_a_journal(string content, string problem)
    {
        File.WriteAllText(JournalPath, content);

        Should.Throw<InvalidDataException>(() => RunJournal.Open(JournalPath)).Message.ShouldContain(problem);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(params Checkpoint[] checkpoints)
    {
        using var journal = RunJournal.Create(JournalPath, Job);
        foreach (var checkpoint in checkpoints)
            journal.Add(checkpoint);
    }
}
