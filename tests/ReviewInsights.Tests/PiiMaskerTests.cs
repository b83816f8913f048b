
namespace ReviewInsights.Tests;

public sealed class PiiMaskerTests
{
    /// <summary>What data, cues and addresses are made of, and what breaks them.</summary>
    private static readonly string[] Pieces =
    [
        "1", "13800000000", "138", "0000", "86", "0571", "80000000", "6222", "0009", "110101", "19000101", "001X", "-", "－", " ", "+", "(", ")", ".", "@", "_", "#", "*", "：",
        "a", "abc000", "mail.example", "SF", "JDVA", "VX", "QQ", "wxid_", "微信", "加我", "订单号", "单号", "电话", "身份证", "卡号", "地址", "住在", "是", "和", "的", "元",
        "浙江", "省", "杭州", "市", "西湖", "区", "无名", "路", "南京", "镇", "村", "小区", "花园", "号", "号楼", "栋", "单元", "室", "楼", "三", "十", "走路", "号店", "，", "。", "\n",
        "１", "Ａ", "＠", "\u3000", "😀", "\uD83D", "\uDE00", "\u200D", "\0", "٣", "①", "Ⅳ", "ß",
    ];

    private static readonly PiiMasker Masker = PiiMasker.Default;

    private static IEnumerable<string> Hostile => Samples.All.Concat(Random(seed: 3, count: 20_000));

    [Fact]
    public void A_masked_text_has_the_length_of_the_original_and_its_text_outside_the_data()
    {
        foreach (var text in Hostile)
        {
            var masked = Masker.Mask(text);

            var expected = text.ToCharArray();
            foreach (var datum in Masker.Find(text))
                for (var i = datum.Span.Start; i < datum.Span.End; i++)
                    if (char.IsLetterOrDigit(expected[i])) expected[i] = PiiMasker.MaskCharacter;
            masked.ShouldBe(new string(expected), Escaped(text));
        }
    }

    [Fact]
    public void Data_stand_in_order_without_overlap_and_are_of_one_kind()
    {
        var found = 0;
        foreach (var text in Hostile)
        {
            var end = 0;
            foreach (var datum in Masker.Find(text))
            {
                datum.Span.Start.ShouldBeGreaterThanOrEqualTo(end, Escaped(text));
                datum.Span.Length.ShouldBeGreaterThan(0, Escaped(text));
                System.Numerics.BitOperations.PopCount((uint)datum.Kind).ShouldBe(1);
                end = datum.Span.End;
                found++;
            }
            end.ShouldBeLessThanOrEqualTo(text.Length, Escaped(text));
        }
        found.ShouldBeGreaterThan(1_000, "the texts must put the rules to work");
    }

    [Fact]
    public void Masking_twice_is_masking_once()
    {
        foreach (var text in Hostile)
        {
            var once = Masker.Mask(text);

            Masker.Mask(once).ShouldBeSameAs(once, $"{Escaped(text)} → {Escaped(once)}");
        }
    }

    [Fact]
    public void Every_prefix_and_suffix_of_a_strange_text_is_masked_without_error()
    {
        foreach (var text in Random(seed: 5, count: 300).Append("+86-571-80000000-801收货地址：浙江省 杭州市无名路9号3栋501SF1000000000001a.b@mail.example"))
            for (var cut = 0; cut <= text.Length; cut++)
            {
                Masker.Mask(text[..cut]).Length.ShouldBe(cut);
                Masker.Mask(text[cut..]).Length.ShouldBe(text.Length - cut);
            }
    }

    [Fact]
    public void Surrogates_stay_as_they_are()
    {
        foreach (var text in Hostile)
        {
            var masked = Masker.Mask(text);
            for (var i = 0; i < text.Length; i++)
                if (char.IsSurrogate(text[i])) masked[i].ShouldBe(text[i], Escaped(text));
        }
    }

    [Fact]
    public void A_text_without_data_is_returned_itself()
    {
        const string text = "电池5000毫安，1299元，很好用";

        Masker.Mask(text).ShouldBeSameAs(text);
        Masker.Find(text).ShouldBeEmpty();
    }

    [Fact]
    public void Looking_through_texts_without_data_allocates_nothing()
    {
        foreach (var text in Samples.Reviews) Masker.Mask(text).ShouldBeSameAs(text);

        Allocation.Of(() =>
        {
            foreach (var text in Samples.Reviews) Masker.Mask(text);
        }).ShouldBe(0);
    }

    [Fact]
    public void Masking_into_the_callers_memory_gives_the_same_text_and_allocates_nothing()
    {
        const string text = "电话13800000000，寄到无名路9号";
        var masked = new char[text.Length + 1];
        masked[^1] = '!';

        Masker.Mask(text, masked).ShouldBe(2);

        new string(masked).ShouldBe(Masker.Mask(text) + "!");
        Allocation.Of(() => Masker.Mask(text, masked)).ShouldBe(0);
    }

    [Fact]
    public void A_text_can_be_masked_in_place()
    {
        foreach (var text in Hostile)
        {
            var memory = text.ToCharArray();

            Masker.Mask(memory, memory);

            new string(memory).ShouldBe(Masker.Mask(text), Escaped(text));
        }
    }

    [Fact]
    public void Spans_of_the_original_hold_in_the_masked_text()
    {
        const string text = "13800000000打不通，物流太慢";
        var span = Samples.Analyzer.Analyze(text).Opinions.ShouldHaveSingleItem().Expression;

        span.Of(Masker.Mask(text)).ToString().ShouldBe(span.Of(text).ToString());
    }

    [Theory]
    [InlineData(PiiKinds.Phone, "***********，a@mail.example，订单号1000000001")]
    [InlineData(PiiKinds.Mail, "13800000000，*@****.*******，订单号1000000001")]
    [InlineData(PiiKinds.Order | PiiKinds.Mail, "13800000000，*@****.*******，订单号**********")]
    [InlineData(PiiKinds.None, "13800000000，a@mail.example，订单号1000000001")]
    public void Only_the_wanted_kinds_are_masked(PiiKinds kinds, string masked)
    {
        var masker = new PiiMasker(kinds);

        masker.Kinds.ShouldBe(kinds);
        masker.Mask("13800000000，a@mail.example，订单号1000000001").ShouldBe(masked);
    }

    [Fact]
    public void Many_threads_mask_alike()
    {
        var texts = Hostile.Take(2_000).ToArray();
        var expected = texts.Select(Masker.Mask).ToArray();

        texts.AsParallel().AsOrdered().Select(Masker.Mask).ShouldBe(expected);
    }

    [Fact]
    public void What_cannot_be_done_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => Masker.Mask(null!));
        Should.Throw<ArgumentException>(() => Masker.Mask("好用", new char[1])).Message.ShouldContain("holds 1 characters; the text has 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new PiiMasker((PiiKinds)1024)).Message.ShouldContain("Kinds are a union of");
    }

    private static IEnumerable<string> Random(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    /// <summary>Readable in a message whatever it holds.</summary>
    private static string Escaped(string text) => string.Concat(text.Take(200).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString()));
}
