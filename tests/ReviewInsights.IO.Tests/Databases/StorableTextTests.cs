using ReviewInsights.IO.Databases;

namespace ReviewInsights.IO.Tests.Databases;

public sealed class StorableTextTests
{
    [Fact]
    public void What_databases_refuse_is_replaced_in_its_place_and_counted_once_a_text()
    {
        var storable = new StorableText();
        storable.Of("好👍\0\0坏\ud83d").ShouldBe("好👍\ufffd\ufffd坏\ufffd");
        storable.Of("好👍").ShouldBe("好👍");
        storable.Losses.ShouldBe(new WriteLosses(0, ReplacedSurrogates: 1, ReplacedNulls: 1, 0));
    }

    [Fact]
    public void In_JSON_only_the_escapes_are_meant()
    {
        var storable = new StorableText();
        storable.OfJson("""{"a":"\u0000\\u0000\ud83d\ude00\ud83d","b":"\n\u001f\\"}""").ShouldBe("""{"a":"\ufffd\\u0000\ud83d\ude00\ufffd","b":"\n\u001f\\"}""");
        storable.Losses.ShouldBe(new WriteLosses(0, ReplacedSurrogates: 1, ReplacedNulls: 1, 0));
    }
}
