using System.Text;

namespace ReviewInsights.IO.Tests;

public sealed class QuarantineWriterTests
{
    [Fact]
    public void Rejected_rows_are_kept_with_place_and_reason()
    {
        using var stream = new MemoryStream();
        using (var writer = new QuarantineWriter(stream))
        {
            writer.Write(new RowRejection("a.csv", 2, 3, 14, "bad, very", "1,\"x\n"));
            writer.Write(new RowRejection("a.csv", 3, 5, null, "short", "=1+1"));
            writer.Losses.ShouldBe(new WriteLosses(GuardedFormulas: 1, 0, 0, 0));
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(
            "source,row,line,column,reason,raw\na.csv,2,3,14,\"bad, very\",\"1,\"\"x\n\"\na.csv,3,5,,short,'=1+1\n");
    }

    [Fact]
    public void A_file_with_rows_in_it_gets_no_second_header()
    {
        using var stream = new MemoryStream();
        stream.Write("source,row,line,column,reason,raw\n"u8);
        using (var writer = new QuarantineWriter(stream, hasHeader: true))
            writer.Write(new RowRejection("a.csv", 1, 2, null, "short", "x"));

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("source,row,line,column,reason,raw\na.csv,1,2,,short,x\n");
    }
}
