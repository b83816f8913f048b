using System.Text;

namespace ReviewInsights.IO.Tests;

/// <summary>Many generated inputs, the same on every run: what a table says comes back, and no bytes bring a reader down.</summary>
public sealed class RoughInputTests
{
    private static readonly string[] Pieces = ["好", "\"", ",", "\n", "\r\n", "\t", "😀", "=", "'", " ", "a", "，", ";", "|", "\\", "{", "}", "\u2028", "\uFFFD"];

    [Fact]
    public void Any_table_that_is_written_is_read_back_cell_by_cell()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 300; round++)
        {
            var texts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Text(random)).ToArray();
            var table = "id,text,brand\n" + string.Concat(texts.Select((t, i) => $"{i},{Quoted(t)},b\n"));

            var read = Tiny.Read(table, "a.csv");

            read.Summary.Rejected.ShouldBe(0, table);
            read.Texts().ShouldBe(texts);
        }
    }

    [Fact]
    public void Rows_behind_a_broken_one_are_never_lost()
    {
        //  a broken row first, then rows whose texts no quote can touch: all of them must come through
        var random = new Random(20260302);
        string[] broken = ["1,\"开", "1,\"好\"吗", "1", "1,2,3", "\"", "\"1\"x,\"", "1,\"a,b"];
        for (var round = 0; round < 200; round++)
        {
            var good = Enumerable.Range(0, random.Next(1, 6)).Select(i => $"第{i}条").ToArray();
            var table = $"id,text\n{broken[random.Next(broken.Length)]}\n" + string.Concat(good.Select((t, i) => $"{i},{(random.Next(2) == 0 ? t : Quoted(t))}\n"));

            var read = Tiny.Read(table, "a.csv");

            read.Texts().ShouldBe(good, table);
            read.Summary.Rejected.ShouldBe(1, table);
        }
    }

    [Theory]
    [InlineData("a.csv", "id,text\n")]
    [InlineData("a.tsv", "id\ttext\n")]
    [InlineData("a.ndjson", "")]
    [InlineData("a.txt", "")]
    public void No_bytes_bring_a_reader_down(string name, string header)
    {
        var random = new Random(20260303);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            //  half of the inputs are damaged text, not noise
            if (round % 2 == 0)
            {
                var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(i => $"{{\"id\":{i},\"text\":\"{Pieces[random.Next(Pieces.Length)]}\\ud83d\"}}\n")));
                for (var hits = random.Next(1, 30); hits > 0; hits--) text[random.Next(text.Length)] = (byte)random.Next(256);
                bytes = text;
            }

            var read = Tiny.Read([.. Encoding.UTF8.GetBytes(header), .. bytes], name, new ReviewReaderOptions { Encoding = "utf-8" });

            read.Rows.ShouldAllBe(r => (r.Review == null) != (r.Rejection == null));
            read.Summary.Rows.ShouldBe(read.Rows.Count);
        }
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
