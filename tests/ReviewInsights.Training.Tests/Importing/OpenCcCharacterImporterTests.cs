namespace ReviewInsights.Training.Tests.Importing;

public sealed class OpenCcCharacterImporterTests
{
    [Fact]
    public void The_first_candidate_is_taken_and_rows_are_sorted()
    {
        using var output = new StringWriter();
        var report = OpenCcCharacterImporter.ImportCharacters(new StringReader("# note\n馬\t马\n乾\t干 乾\n"), "TSCharacters.txt", output);

        output.ToString().ShouldBe("from\tto\n乾\t干\n馬\t马\n");
        report.Written.ShouldBe(2);
    }

    [Fact]
    public void Identities_and_characters_outside_the_basic_plane_are_dropped()
    {
        using var output = new StringWriter();
        var report = OpenCcCharacterImporter.ImportCharacters(new StringReader("著\t著 着\n\U00020547\t奖\n"), "TSCharacters.txt", output);

        output.ToString().ShouldBe("from\tto\n");
        report.Dropped.Sum(d => d.Count).ShouldBe(2);
    }

    [Theory]
    [InlineData("馬 马\n", 1)]
    [InlineData("馬\t马\n馬馬\t马\n", 2)]
    [InlineData("馬\t马\n馬\t妈\n", 2)]
    public void A_bad_line_is_refused_with_its_place(string text, int line) =>
        Should.Throw<ImportFormatException>(() => OpenCcCharacterImporter.ImportCharacters(new StringReader(text), "t.txt", TextWriter.Null)).Line.ShouldBe(line);
}
