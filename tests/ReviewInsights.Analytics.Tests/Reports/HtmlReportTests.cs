using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReviewInsights.Analytics.Reports;

namespace ReviewInsights.Analytics.Tests.Reports;

public sealed class HtmlReportTests
{
    public static TheoryData<ReportLanguage> Languages { get; } = [ReportLanguage.Chinese, ReportLanguage.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Markup_in_data_stays_text(ReportLanguage language)
    {
        var page = Own(SampleReport.Page(SampleReport.Hostile(), language));

        page.ShouldNotContain("<img");
        Regex.Count(page, "<script").ShouldBe(3, "the data and two scripts of our own");
        Regex.Count(page, "</script").ShouldBe(3);
        page.ShouldNotContain("alert(1)<", customMessage: "every < from data is encoded");
        page.ShouldContain("&lt;img src=x onerror=alert(2)&gt;");
    }

    [Fact]
    public void The_data_is_json_without_markup()
    {
        var json = Data(SampleReport.Page(SampleReport.Hostile()));

        json.IndexOfAny(['<', '>', '&', '\'']).ShouldBe(-1);
        using var document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("trend").GetProperty("phases")[0].GetProperty("name").GetString().ShouldBe(SampleReport.Attack);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        HtmlReport.Write(SampleReport.Full(), ReportLanguage.English, first);
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = other;
            HtmlReport.Write(SampleReport.Full(), ReportLanguage.English, second);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        second.ToArray().ShouldBe(first.ToArray());
        Encoding.UTF8.GetString(first.ToArray()).ShouldBe(SampleReport.Page(SampleReport.Full(), ReportLanguage.English));
    }

    [Fact]
    public void Every_word_exists_in_both_languages()
    {
        var chinese = new ReportText(ReportLanguage.Chinese);
        var english = new ReportText(ReportLanguage.English);
        foreach (var property in typeof(ReportText).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)))
        {
            var (zh, en) = ((string)property.GetValue(chinese)!, (string)property.GetValue(english)!);
            zh.ShouldNotBeNullOrWhiteSpace(property.Name);
            en.ShouldNotBeNullOrWhiteSpace(property.Name);
            zh.ShouldNotBe(en, property.Name);
            IsHan(en).ShouldBeFalse(property.Name);
        }

        chinese.Glossary.Count.ShouldBe(english.Glossary.Count);
    }

    [Fact]
    public void An_english_page_without_data_has_no_chinese_word()
    {
        var page = Own(SampleReport.Page(SampleReport.Empty() with { Title = "Empty" }, ReportLanguage.English));

        IsHan(page).ShouldBeFalse();
        page.ShouldContain("<html lang=\"en\">");
    }

    [Theory]
    [InlineData("curve", "No stage reaches 5 reviews")]
    [InlineData("diagnosis", "No breakpoint was found")]
    [InlineData("groups", "names no groups")]
    [InlineData("heat", "there is no heat map")]
    [InlineData("trend", "there is no trend")]
    [InlineData("ranking", "there is no ranking")]
    [InlineData("feedback", "No review voices an opinion")]
    [InlineData("quality", "They cannot be quoted")]
    public void A_section_without_data_says_why(string section, string sentence)
    {
        var page = SampleReport.Page(SampleReport.Empty(), ReportLanguage.English);

        var from = page.IndexOf($"<section id=\"{section}\"", StringComparison.Ordinal);
        page.IndexOf(sentence, from, StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("</section>", from, StringComparison.Ordinal));
        Own(page).ShouldNotContain("role=\"img\"");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_names_no_address_of_the_network(ReportLanguage language)
    {
        var page = Own(SampleReport.Page(SampleReport.Full(), language));

        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldNotContain("src=\"");
        Regex.Count(page, "href=").ShouldBe(Regex.Count(page, "href=\"#") + Regex.Count(page, "href=\"data:"));
        page.ShouldNotContain("@import");
        page.ShouldNotContain("url(");
    }

    [Fact]
    public void Our_script_never_writes_markup()
    {
        ReportAssets.Script.ShouldNotContain("innerHTML");
        ReportAssets.Script.ShouldNotContain("insertAdjacentHTML");
        ReportAssets.Script.ShouldNotContain("document.write");
        ReportAssets.Script.ShouldNotContain("eval");
    }

    [Fact]
    public void An_inlined_script_cannot_end_its_element()
    {
        foreach (var script in (string[])[ReportAssets.Charts, ReportAssets.Script])
        {
            script.ShouldNotContain("</script", Case.Insensitive);
            script.ShouldNotContain("<!--");
        }
    }

    [Fact]
    public void A_breakpoint_shows_its_cause_words_and_advice()
    {
        var page = SampleReport.Page(SampleReport.Full(), ReportLanguage.English);

        page.ShouldContain("Customers are lost at After-sales: compared with Usage, the mean score falls by 0.52.");
        page.ShouldContain("After-sales service · Response");
        page.ShouldContain("客服三天<mark>没人回</mark>，电话也打不通");
        page.ShouldContain("Answer tickets within two hours");
        page.ShouldContain("p &lt; 0.001");
    }

    [Fact]
    public void No_more_than_24_groups_are_drawn_and_all_are_listed()
    {
        var full = SampleReport.Full();
        var page = Own(SampleReport.Page(full with { Groups = [.. Enumerable.Range(0, 30).Select(i => full.Groups[0] with { Key = $"g-{i}" })] }));

        Regex.Count(page, "data-chart=\"group-").ShouldBe(24);
        page.ShouldContain("<th scope=\"row\">g-29</th>");
    }

    [Fact]
    public void A_stream_stays_open_and_has_no_byte_order_mark()
    {
        using var stream = new MemoryStream();

        HtmlReport.Write(SampleReport.Empty(), ReportLanguage.Chinese, stream);

        stream.WriteByte(0);
        stream.GetBuffer()[0].ShouldBe((byte)'<');
    }

    [Fact]
    public void An_unknown_language_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => HtmlReport.Write(SampleReport.Empty(), (ReportLanguage)9, TextWriter.Null));

    /// <summary>The page without the chart library, which is not ours.</summary>
    private static string Own(string page) => page.Replace(ReportAssets.Charts, "", StringComparison.Ordinal);

    private static string Data(string page)
    {
        var from = page.IndexOf("id=\"report-data\">", StringComparison.Ordinal) + "id=\"report-data\">".Length;
        return page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)];
    }

    private static bool IsHan(string text) => text.Any(c => c is >= '一' and <= '鿿');
}
