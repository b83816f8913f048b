namespace ReviewInsights.Training.Tests.Importing;

public sealed class JiebaDictionaryImporterTests
{
    private const string Dictionary =
        """
        价格 5000 n
        便宜 3000 a
        价格便宜 10 n
        漂亮 2000 a
        很 90000 d
        很漂亮 5 a
        好用 3 v
        冷僻词 3 n
        画蛇添足 3 i
        中国银行 50 nt
        中国 9000 ns
        银行 8000 n
        的 300000 uj
        """;

    [Fact]
    public void Compounds_of_common_words_leave_and_names_stay()
    {
        var words = Words(Import());

        words.ShouldNotContain("价格便宜");
        words.ShouldContain("中国银行");
    }

    [Fact]
    public void A_weak_phrase_with_a_function_word_leaves() => Words(Import()).ShouldNotContain("很漂亮");

    [Fact]
    public void Uncounted_words_stay_only_as_idioms_or_where_reviews_use_them()
    {
        Words(Import()).ShouldNotContain("好用");
        Words(Import("好用", "真好用", "很好用的")).ShouldContain("好用");
        Words(Import()).ShouldContain("画蛇添足");
        Words(Import("好用", "真好用", "很好用的")).ShouldNotContain("冷僻词");
    }

    [Fact]
    public void Rows_are_sorted_by_frequency_and_the_report_adds_up()
    {
        using var output = new StringWriter();
        var report = JiebaDictionaryImporter.ImportWords(new StringReader(Dictionary), "dict.txt", [], output);
        var rows = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        rows[0].ShouldBe("word\tfrequency\ttag");
        rows[1].ShouldBe("的\t300000\tuj");
        report.Read.ShouldBe(13);
        report.Written.ShouldBe(rows.Length - 1);
        (report.Written + report.Dropped.Sum(d => d.Count)).ShouldBe(report.Read);
    }

    [Fact]
    public void Traditional_and_simplified_forms_become_one_word()
    {
        var folding = new Dictionary<char, char> { ['質'] = '质' };
        using var output = new StringWriter();

        JiebaDictionaryImporter.ImportWords(new StringReader("质量 100 n\n質量 900 n\n"), "dict.txt", [], output, folding);

        output.ToString().ShouldBe("word\tfrequency\ttag\n质量\t100\tn\n");
    }

    [Theory]
    [InlineData("价格 5000\n", 1, "has 2 columns")]
    [InlineData("价格 5000 n\n便宜 many a\n", 2, "frequency 'many' is not a whole number")]
    [InlineData("价格 0 n\n", 1, "frequency '0' is not a whole number")]
    public void A_bad_line_is_refused_with_its_place(string text, int line, string problem)
    {
        var error = Should.Throw<ImportFormatException>(() => JiebaDictionaryImporter.ImportWords(new StringReader(text), "dict.txt", [], TextWriter.Null));

        error.Line.ShouldBe(line);
        error.Message.ShouldStartWith($"dict.txt:{line}:");
        error.Message.ShouldContain(problem);
    }

    private static string Import(params string[] reviews)
    {
        using var output = new StringWriter();
        JiebaDictionaryImporter.ImportWords(new StringReader(Dictionary), "dict.txt", reviews, output);
        return output.ToString();
    }

    private static string[] Words(string table) => [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split('\t')[0])];
}
