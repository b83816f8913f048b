namespace ReviewInsights.IO.Tests;

public sealed class PartialFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("review-insights-").FullName;

    private string Target => Path.Combine(_folder, "out.ndjson");

    [Fact]
    public void A_file_has_its_name_only_when_it_is_complete()
    {
        using (var file = PartialFile.Create(Target))
        {
            file.Stream.Write("好"u8);
            File.Exists(Target).ShouldBeFalse();
            file.Commit();
        }

        File.ReadAllText(Target).ShouldBe("好");
        File.Exists(Target + ".partial").ShouldBeFalse();
    }

    [Fact]
    public void A_file_given_up_stays_partial_and_the_older_one_stays_whole()
    {
        File.WriteAllText(Target, "old");
        using (var file = PartialFile.Create(Target))
            file.Stream.Write("half"u8);

        File.ReadAllText(Target).ShouldBe("old");
        File.ReadAllText(Target + ".partial").ShouldBe("half");
    }

    [Fact]
    public void A_finished_file_replaces_the_older_one()
    {
        File.WriteAllText(Target, "old and longer");
        using (var file = PartialFile.Create(Target))
        {
            file.Stream.Write("new"u8);
            file.Commit();
        }

        File.ReadAllText(Target).ShouldBe("new");
    }

    [Fact]
    public void A_resumed_file_keeps_what_was_finished_and_no_more()
    {
        using (var file = PartialFile.Create(Target))
            file.Stream.Write("finished and half do"u8);

        using (var file = PartialFile.Resume(Target, "finished".Length))
        {
            file.Stream.Write(", too"u8);
            file.Commit();
        }

        File.ReadAllText(Target).ShouldBe("finished, too");
    }

    [Fact]
    public void A_file_shorter_than_it_should_be_is_not_resumed()
    {
        using (var file = PartialFile.Create(Target))
            file.Stream.Write("short"u8);

        Should.Throw<IOException>(() => PartialFile.Resume(Target, 6)).Message.ShouldContain("5 bytes");
        File.ReadAllText(Target + ".partial").ShouldBe("short");
    }

    [Fact]
    public void Two_runs_do_not_write_into_one_another()
    {
        using var file = PartialFile.Create(Target);
        file.Stream.Write("first"u8);
        file.FlushToDisk();

        Should.Throw<IOException>(() => PartialFile.Create(Target));
        Should.Throw<IOException>(() => PartialFile.Resume(Target, 2));

        file.Commit();
        File.ReadAllText(Target).ShouldBe("first");
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Should.Throw<IOException>(() => PartialFile.Create(_folder)).Message.ShouldContain("is a folder");
    }

    [Fact]
    public void A_device_is_written_to_and_stays_a_device()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "this system has no /dev/null");
        using (var file = PartialFile.Create("/dev/null"))
        {
            file.Stream.Write("gone"u8);
            file.Commit();
        }

        File.ReadAllBytes("/dev/null").ShouldBeEmpty();
        PartialFile.IsOrdinary("/dev/null").ShouldBeFalse();
        File.Exists("/dev/null.partial").ShouldBeFalse();
    }

    [Fact]
    public void A_pipe_is_no_ordinary_file()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "this system has no named pipes");
        using (var make = System.Diagnostics.Process.Start("/usr/bin/mkfifo", Target))
            make.WaitForExit();

        PartialFile.IsOrdinary(Target).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
