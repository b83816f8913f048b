using System.IO.Compression;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Tests.Decoding;

public sealed class TemporaryFileTests
{
    [Fact]
    public void A_file_without_a_path_has_no_name_from_the_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes a file when it is closed");
        using var file = TemporaryFile.Create();
        File.Exists(file.Name).ShouldBeFalse();
        file.Write("好"u8);
        file.Length.ShouldBe(3);
    }

    [Fact]
    public void Only_the_user_can_read_a_named_file()
    {
        // Windows keeps temporary files in a folder of the user's own.
        if (OperatingSystem.IsWindows())
            return;
        using var file = TemporaryFile.CreateNamed();
        try
        {
            File.GetUnixFileMode(file.Name).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        finally
        {
            File.Delete(file.Name);
        }
    }

    [Fact]
    public void The_path_of_a_packed_input_holds_its_bytes_until_the_input_is_disposed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write("评论"u8);
        packed.Position = 0;

        string path;
        using (var input = new InputStream(packed))
        {
            input.StartsWith("评"u8).ShouldBeTrue();
            path = input.ToFile();
            input.ToFile().ShouldBe(path);
            File.ReadAllText(path).ShouldBe("评论");
        }

        File.Exists(path).ShouldBeFalse();
    }
}
