using ReviewInsights.Training.Opinions;

namespace ReviewInsights.Training.Tests.Opinions;

public sealed class DomainModelTests
{
    [Fact]
    public void A_rare_domain_is_recognised_by_a_word_that_is_frequent_in_it()
    {
        // 乙 stands in every review of the rare domain and in a quarter of the frequent one's, which are five times as many all the same.
        List<(string Folded, string Domain)> documents = [.. Enumerable.Range(0, 600).Select(i => (i % 4 == 0 ? "乙还行" : "甲还行", "frequent"))];
        documents.AddRange(Enumerable.Repeat(("乙还行", "rare"), 30));

        var model = DomainModel.Train(documents, new OpinionTrainingOptions());

        model.Domains.ShouldBe(["frequent", "rare"]);
        model.CertainDomainOf("乙还行").ShouldBe(1);
        model.CertainDomainOf("甲还行").ShouldBe(0);
        model.CertainDomainOf("丙").ShouldBe(-1);
    }
}
