using System.Text;
using ReviewInsights.IO.Decoding;
using ReviewInsights.IO.Delimited;

namespace ReviewInsights.IO.Tests.Delimited;

public sealed class DelimitedRecordReaderTests
{
    private const string NotClosed = "the quote that opens here is not closed";

    private static List<Found> Read(string text, char delimiter = ',', bool isLenient = false)
    {
        var lines = new LineReader(new InputDecoder(new MemoryStream(Encoding.UTF8.GetBytes(text)), "utf-8"));
        using var reader = new DelimitedRecordReader(lines, delimiter, isLenient);
        var found = new List<Found>();
        while (reader.TryRead())
        {
            string[] cells = [.. Enumerable.Range(0, reader.Count).Select(reader.Cell)];
            found.Add(new Found(reader.LineNumber, cells, reader.Raw, reader.Broken, reader.Broken is null ? 0 : reader.BrokenColumn));
        }
        return found;
    }

    private static string Lines(int count, string line) => string.Concat(Enumerable.Repeat(line + "\n", count));

    [Theory]
    [InlineData("1,好\n2,\"忘了关")]
    [InlineData("1,好\n2,\"忘了关\n")]
    [InlineData("1,好\r\n2,\"忘了关\r\n\r\n")]
    public void An_unclosed_quote_in_the_last_line_costs_that_line(string text)
    {
        var found = Read(text);

        found.Count.ShouldBe(2);
        found[0].Cells.ShouldBe(["1", "好"]);
        (found[1].Line, found[1].Raw, found[1].Broken, found[1].Column).ShouldBe((2, "2,\"忘了关", NotClosed, 3));
        found[1].Cells.ShouldBeEmpty();
    }

    [Fact]
    public void Of_five_thousand_rows_behind_an_unclosed_quote_none_is_lost()
    {
        var found = Read("0,\"忘了关\n" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},第{i}条\n")));

        found[0].Broken.ShouldBe(NotClosed);
        found.Skip(1).Select(f => f.Cells[1]).ShouldBe(Enumerable.Range(1, 5_000).Select(i => $"第{i}条"));
        found.Select(f => f.Line).ShouldBe(Enumerable.Range(1, 5_001).Select(i => (long)i));
    }

    [Fact]
    public void Rows_that_wait_to_be_read_again_are_kept_when_the_next_is_broken_too()
    {
        var found = Read("\"忘了关\n\"\"\"\"二\n三\n四\n");

        found.Select(f => (f.Line, f.Raw, f.Broken is null)).ShouldBe([(1, "\"忘了关", false), (2, "\"\"\"\"二", false), (3, "三", true), (4, "四", true)]);
    }

    [Theory]
    [InlineData("1,\"忘了关")]
    [InlineData("1,\"好\"吗")]
    [InlineData("1,55\"的屏,\"好\"吗")]
    public void A_cell_of_several_lines_right_behind_a_broken_line_is_whole(string broken)
    {
        var found = Read(broken + "\n2,\"第一行\r\n\n第三行,说\"\"好\"\"\",x\n3,行\n");

        found.Select(f => f.Line).ShouldBe([1, 2, 5]);
        found[0].Raw.ShouldBe(broken);
        found[1].Cells.ShouldBe(["2", "第一行\r\n\n第三行,说\"好\"", "x"]);
        found[1].Raw.ShouldBe("2,\"第一行\r\n\n第三行,说\"\"好\"\"\",x");
        found[2].Cells.ShouldBe(["3", "行"]);
    }

    [Fact]
    public void A_cell_may_take_two_thousand_lines_and_no_more()
    {
        Read("\"一\n" + Lines(1_998, "二") + "三\",x\n").ShouldHaveSingleItem().Cells.ShouldBe(["一\n" + Lines(1_998, "二") + "三", "x"]);

        var found = Read("\"一\n" + Lines(1_999, "二") + "三\",x\n");
        found.Count.ShouldBe(2_001);
        (found[0].Broken, found[0].Raw).ShouldBe((NotClosed, "\"一"));
    }

    [Fact]
    public void A_quote_that_opens_in_the_last_of_two_thousand_lines_costs_the_first()
    {
        var found = Read("1,\"一\n" + Lines(1_998, "二,行") + "三\",\"四\n5,好\n");

        (found[0].Line, found[0].Raw, found[0].Broken, found[0].Column).ShouldBe((1, "1,\"一", NotClosed, 4));
        found.Skip(1).Take(1_998).ShouldAllBe(f => f.Cells.SequenceEqual(new[] { "二", "行" }));
        //  read again, the last of them opens a quote at its end, which the rows behind it do not close
        found.Skip(1_999).Select(f => (f.Line, f.Raw, f.Broken)).ShouldBe([(2_000, "三\",\"四", NotClosed), (2_001, "5,好", null)]);
    }

    [Fact]
    public void A_pipe_gets_its_answer_row_by_row()
    {
        var pipe = new Pipe();
        pipe.Send("id,text\n");
        using var input = ReviewInput.Open(pipe, "a.csv");
        using var source = input.Reviews();
        using var rows = source.Read().GetEnumerator();

        Answer("1,物流很快\n").Review!.Text.ShouldBe("物流很快");
        Answer("2,\"很好,\"\"推荐\"\"\"\n").Review!.Text.ShouldBe("很好,\"推荐\"");
        Answer("3,55\"的屏幕\n").Review!.Text.ShouldBe("55\"的屏幕");
        Answer("4,\"好\"吗\n").Rejection!.Raw.ShouldBe("4,\"好\"吗");
        Answer("5,\"第一行\n第二行\"\n").Review!.Text.ShouldBe("第一行\n第二行");
        for (var length = 0; length < 200; length++)
            Answer($"6,{new string('x', length)}\n").Review!.Text.Length.ShouldBe(length);

        ReviewRow Answer(string row)
        {
            pipe.Send(row);
            rows.MoveNext().ShouldBeTrue();
            source.HasBufferedRow.ShouldBeFalse();
            return rows.Current;
        }
    }

    [Fact]
    public void Of_a_record_of_several_lines_the_rows_that_follow_are_there_already()
    {
        var lines = new LineReader(new InputDecoder(new MemoryStream("\"开\n一\n二\n"u8.ToArray()), "utf-8"));
        using var reader = new DelimitedRecordReader(lines, ',', isLenient: false);

        reader.TryRead().ShouldBeTrue();
        reader.HasBufferedLine.ShouldBeTrue();
        reader.TryRead();
        reader.TryRead().ShouldBeTrue();
        reader.HasBufferedLine.ShouldBeFalse();
    }

    [Fact]
    public void A_broken_line_of_a_lenient_input_is_split_plainly() =>
        Read("\"很好\"物美\t5\n\"忘了关\t4\n", '\t', isLenient: true).Select(f => string.Join('|', f.Cells)).ShouldBe(["\"很好\"物美|5", "\"忘了关|4"]);

    [Fact]
    public void The_place_of_a_broken_quote_is_counted_in_characters()
    {
        Read("价格5\"😀好,\"坏\"了\n")[0].Column.ShouldBe(9);
        //  the second line opens it, and the place is one in that line
        Read("1,\"一\n好\",\"坏\"了\n")[0].Column.ShouldBe(4);
        Read("1,\"一\n好\"了\n")[0].Column.ShouldBe(3);
    }

    [Theory]
    [InlineData("一\r二")]
    [InlineData("\r")]
    [InlineData("一\0二")]
    [InlineData("\uFEFF一")]
    [InlineData("\u007F\u001F\u0001")]
    [InlineData("  一\u3000 ")]
    [InlineData("#一")]
    public void Characters_that_mean_something_to_other_parsers_are_text(string cell)
    {
        var found = Read($"id,text\n{cell},x\n\"{cell}\n{cell}\",\"{cell}\"\n");
        found.Skip(1).Select(f => f.Cells).ShouldBe([[cell, "x"], [$"{cell}\n{cell}", cell]]);
    }

    [Theory]
    [InlineData('，')]
    [InlineData('\u001F')]
    [InlineData('\0')]
    [InlineData(' ')]
    [InlineData('x')]
    public void Any_character_may_be_the_delimiter(char delimiter) =>
        Read($"一,二{delimiter}\"三{delimiter},\"{delimiter}四\n", delimiter).ShouldHaveSingleItem().Cells.ShouldBe(["一,二", $"三{delimiter},", "四"]);

    [Fact]
    public void A_cell_longer_than_every_buffer_comes_out_whole()
    {
        var text = string.Concat(Enumerable.Repeat("好\"\"\r,😀二三", 30_000));
        var found = Read($"id,text,more\n1,\"{text}\n{text}\",x\n2,行,y\n");

        string.Equals(found[1].Cells[1], $"{text}\n{text}".Replace("\"\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal).ShouldBeTrue();
        found[2].Cells.ShouldBe(["2", "行", "y"]);
    }

    private sealed record Found(long Line, string[] Cells, string Raw, string? Broken, int Column);

    /// <summary>The reading end of a pipe: asking for more than was sent would wait for ever, so it fails the test.</summary>
    private sealed class Pipe : MemoryStream
    {
        private byte[] _sent = [];

        public void Send(string text) => _sent = [.. _sent, .. Encoding.UTF8.GetBytes(text)];

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_sent.Length == 0)
                throw new InvalidOperationException("the reader waits although a whole row was sent");
            count = Math.Min(count, _sent.Length);
            _sent.AsSpan(0, count).CopyTo(buffer.AsSpan(offset));
            _sent = _sent[count..];
            return count;
        }
    }
}
