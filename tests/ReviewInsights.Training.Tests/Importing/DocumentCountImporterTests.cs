namespace ReviewInsights.Training.Tests.Importing;

public sealed class DocumentCountImporterTests
{
    [Fact]
    public void A_word_counts_once_a_review_and_most_frequent_words_come_first()
    {
        var segmenter = Segmenter.Create(new LexiconBuilder().AddWord("续航", 9).AddWord("屏幕", 9).AddWord("手感", 9).Build());
        using var table = new StringWriter();

        var report = DocumentCountImporter.ImportDocumentCounts(["续航续航屏幕", "屏幕乱", "屏幕续航手感"], "reviews", segmenter, table, minDocuments: 2);

        table.ToString().ShouldBe("word\tdocuments\n*\t3\n屏幕\t3\n续航\t2\n");
        (report.Read, report.Written, report.Dropped.Single().Count).ShouldBe((3, 2, 1));
    }
}
