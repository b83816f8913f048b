using System.Text;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Tests.Decoding;

public sealed class LineReaderTests
{
    private static List<(string Text, string End)> Lines(string text)
    {
        var reader = new LineReader(new InputDecoder(new MemoryStream(Encoding.UTF8.GetBytes(text)), "auto"));
        var lines = new List<(string, string)>();
        while (reader.TryRead())
            lines.Add((reader.Current.ToString(), reader.LineEnd));
        return lines;
    }

    [Fact]
    public void Lines_and_line_ends_put_together_are_the_input()
    {
        const string Text = "一\r\n二\n\n三\r四\r\r\n五";
        Lines(Text).ShouldBe([("一", "\r\n"), ("二", "\n"), ("", "\n"), ("三\r四\r", "\r\n"), ("五", "")]);
        string.Concat(Lines(Text).Select(l => l.Text + l.End)).ShouldBe(Text);
    }

    [Fact]
    public void Lines_of_old_programs_for_the_mac_end_with_a_return()
    {
        Lines("一\r二\r\r三").ShouldBe([("一", "\r"), ("二", "\r"), ("", "\r"), ("三", "")]);
        Lines("一\r").ShouldBe([("一", "\r")]);
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"第{i}条\r"));
        Lines(many + "尾\r\n末\n后").TakeLast(4).ShouldBe([("第19999条", "\r"), ("尾", "\r\n"), ("末", "\n"), ("后", "")]);
    }

    [Fact]
    public void A_return_is_text_as_soon_as_the_first_64_ki_characters_hold_a_line_end()
    {
        var almost = new string('好', (64 * 1024) - 2) + "\r";
        Lines(almost + "\n行").ShouldBe([(almost[..^1], "\r\n"), ("行", "")]);
        Lines("甲\r" + new string('好', (64 * 1024) - 3) + "\n乙").Count.ShouldBe(2);
        Lines("甲\r" + new string('好', (64 * 1024) - 2) + "\n乙").Count.ShouldBe(3);
    }

    [Fact]
    public void The_line_of_an_invalid_sequence_is_right_with_any_line_end()
    {
        foreach (var end in (string[])["\n", "\r\n", "\r"])
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("好评" + end, 9_000))), 0xFF, .. Encoding.UTF8.GetBytes("好" + end + "行")];
            var reader = new LineReader(new InputDecoder(new MemoryStream(bytes), "utf-8"));
            while (reader.TryRead()) { }
            (reader.ReplacedSequences, reader.FirstReplacedLine, reader.LineNumber).ShouldBe((1, 9_001, 9_002));
        }
    }

    [Fact]
    public void Lines_longer_than_every_buffer_come_out_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i}好😀"));
        Lines(text + "\n短").ShouldBe([(text, "\n"), ("短", "")]);
    }

    [Fact]
    public void A_line_pushed_back_comes_again_and_is_counted_once()
    {
        var reader = new LineReader(new InputDecoder(new MemoryStream("a\nb\n"u8.ToArray()), "auto"));
        reader.TryRead();
        reader.PushBack();
        reader.TryRead();
        reader.Current.ToString().ShouldBe("a");
        reader.LineNumber.ShouldBe(1);
        reader.TryRead();
        reader.Current.ToString().ShouldBe("b");
    }
}
