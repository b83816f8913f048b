using System.Text;

namespace ReviewInsights.RabbitMq.Tests;

public sealed class RecordSpoolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-insights-");

    private string SpoolPath => Path.Combine(_folder.FullName, "out.spool");

    [Fact]
    public void Records_are_written_once_in_the_order_of_the_input_whatever_order_they_came_in()
    {
        using var spool = RecordSpool.Open(SpoolPath);
        foreach (var place in (long[])[3, 1, 2, 3, 1]) Add(spool, place);

        (spool.Count, spool.Repeated).ShouldBe((3, 2));
        Written(spool).ShouldBe("记录1\n记录2\n记录3\n");
    }

    [Fact]
    public void What_is_missing_is_counted_and_the_first_of_it_named()
    {
        using var spool = RecordSpool.Open(SpoolPath);
        foreach (var place in (long[])[1, 2, 4, 9]) Add(spool, place);

        spool.Missing(2).ShouldBe((0, 3));
        spool.Missing(5).ShouldBe((2, 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3\t记")]
    [InlineData("3")]
    public void A_run_that_was_cut_off_is_taken_up(string cut)
    {
        using (var spool = RecordSpool.Open(SpoolPath))
        {
            Add(spool, 2);
            Add(spool, 1);
            spool.Flush();
        }

        File.AppendAllText(SpoolPath, cut);

        using var again = RecordSpool.Open(SpoolPath);
        again.Count.ShouldBe(2);
        foreach (var place in (long[])[2, 3]) Add(again, place);
        again.Repeated.ShouldBe(1);
        Written(again).ShouldBe("记录1\n记录2\n记录3\n");
    }

    [Fact]
    public void Two_different_records_for_one_place_are_refused()
    {
        using var spool = RecordSpool.Open(SpoolPath);
        Add(spool, 1);
        Should.Throw<InvalidDataException>(() => spool.Add(1, "别的"u8)).Message.ShouldContain("two different records for line 1");
        Should.Throw<InvalidDataException>(() => spool.Add(sequence: null, "别的"u8)).Message.ShouldContain("x-sequence");
        Should.Throw<InvalidDataException>(() => spool.Add(2, "两\n行"u8)).Message.ShouldContain("not one line");
    }

    [Fact]
    public void A_file_that_is_something_else_is_left_alone()
    {
        File.WriteAllText(SpoolPath, "text\n质量很好\n");
        Should.Throw<InvalidDataException>(() => RecordSpool.Open(SpoolPath)).Message.ShouldContain("name another output");
        File.ReadAllText(SpoolPath).ShouldBe("text\n质量很好\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Add(RecordSpool spool, long place) => spool.Add(place, Encoding.UTF8.GetBytes($"记录{place}"));

    private string Written(RecordSpool spool)
    {
        var path = Path.Combine(_folder.FullName, "out.ndjson");
        spool.WriteTo(path);
        return File.ReadAllText(path);
    }
}
