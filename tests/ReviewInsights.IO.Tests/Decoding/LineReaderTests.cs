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
