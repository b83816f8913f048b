using System.Text;
using ReviewInsights.IO.Delimited;

namespace ReviewInsights.IO.Tests.Delimited;

public sealed class LineFeedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void A_line_comes_behind_as_many_records_of_filling_as_were_announced(int room)
    {
        using var feed = new LineFeed();
        var seen = "";
        foreach (var line in (string[])["a", "", new string('b', 9_000), "c"])
        {
            var fillings = feed.Fillings;
            Encoding.ASCII.GetBytes(line, feed.SetLine(line.Length));

            //  a record of filling is 64 bytes long with its line end
            var toRead = fillings * 64 + line.Length + 1;
            while (seen.Length < toRead)
                seen += Read(feed, room);
            var records = seen.Split('\n');

            records[..fillings].ShouldAllBe(r => r.Length == 63 && string.IsNullOrWhiteSpace(r));
            records[fillings].ShouldBe(line);
            //  what was read of the fillings behind the line has to be passed over next time
            seen = seen[toRead..];
        }
    }

    [Fact]
    public void The_input_never_ends()
    {
        using var feed = new LineFeed();
        "a"u8.CopyTo(feed.SetLine(1));
        for (var i = 0; i < 1_000; i++)
            Read(feed, room: 50).ShouldNotBeEmpty();
    }

    private static string Read(LineFeed feed, int room)
    {
        var bytes = new byte[room];
        return Encoding.ASCII.GetString(bytes, 0, feed.Read(bytes, 0, room));
    }
}
