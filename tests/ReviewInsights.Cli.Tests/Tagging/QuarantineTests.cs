namespace ReviewInsights.Cli.Tests.Tagging;

public sealed class QuarantineTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_clean_run_leaves_a_strange_file_at_the_place_of_the_quarantine_alone()
    {
        var notes = _scratch.Write("notes.txt", "id,text\nmine,mine\n");

        CommandRun.Of("tag", _scratch.Write("a.txt", "好\n"), "-o", _scratch["out.ndjson"], "--quarantine", notes).ExitCode.ShouldBe(ExitCode.Done);

        _scratch.Read("notes.txt").ShouldBe("id,text\nmine,mine\n");
    }

    [Fact]
    public void The_quarantine_of_an_earlier_run_is_not_taken_for_that_of_a_clean_one()
    {
        CommandRun.Of("tag", _scratch.Write("a.ndjson", "broken\n"), "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        _scratch.Write("out.ndjson.quarantine.csv.partial", "source,row,line,column,reason,raw\nleft,by,an,interrupted,run,x\n");

        CommandRun.Of("tag", _scratch.Write("a.ndjson", "{\"text\":\"好\"}\n"), "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.Done);

        _scratch.Files().ShouldBe(["a.ndjson", "out.ndjson"]);
    }

    [Fact]
    public void A_quarantine_that_is_read_again_is_not_written_over()
    {
        CommandRun.Of("tag", _scratch.Write("a.csv", "id,text\n1,好\n2\n"), "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        var quarantine = _scratch.Read("out.ndjson.quarantine.csv");

        var run = CommandRun.Of("tag", _scratch["out.ndjson.quarantine.csv"], "--text-column", "raw", "-o", _scratch["out.ndjson"]);

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        _scratch.Read("out.ndjson.quarantine.csv").ShouldBe(quarantine);
    }

    [Fact]
    public void A_quarantine_in_a_folder_that_is_not_there_is_found_out_before_the_work()
    {
        var run = CommandRun.Of("tag", _scratch.Write("a.txt", "好\n"), "-o", _scratch["out.ndjson"], "--quarantine", _scratch["nowhere/bad.csv"]);

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        _scratch.Files().ShouldNotContain("out.ndjson.partial");
    }

    public void Dispose() => _scratch.Dispose();
}
