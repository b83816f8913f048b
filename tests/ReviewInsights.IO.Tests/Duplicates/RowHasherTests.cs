using ReviewInsights.IO.Duplicates;

namespace ReviewInsights.IO.Tests.Duplicates;

public sealed class RowHasherTests
{
    private static readonly Review Plain = new("7", "质量好") { Rating = 5, Brand = "甲", UserId = "u1" };

    private readonly RowHasher _hasher = new(RowHasher.AllFields);

    public static TheoryData<Review> Others =>
    [
        Plain with { Id = "8" },
        Plain with { Text = "质量好。" },
        Plain with { Rating = 4 },
        Plain with { Rating = null },
        Plain with { Brand = null },
        Plain with { Brand = "", UserId = "甲u1" },
        Plain with { Brand = null, Category = "甲" },
        Plain with { CreatedAt = DateTimeOffset.UnixEpoch },
    ];

    [Fact]
    public void Equal_rows_have_equal_hashes_wherever_they_stand() =>
        _hasher.Of(Row(1, Plain)).ShouldBe(_hasher.Of(Row(9, Plain with { })));

    [Theory]
    [MemberData(nameof(Others))]
    public void Rows_that_differ_in_one_field_have_different_hashes(Review other) =>
        _hasher.Of(Row(1, other)).ShouldNotBe(_hasher.Of(Row(1, Plain)));

    [Fact]
    public void An_id_made_from_the_row_number_tells_no_rows_apart() =>
        _hasher.Of(Row(1, Plain with { Id = "1" }) with { HasOwnId = false }).ShouldBe(_hasher.Of(Row(2, Plain with { Id = "2" }) with { HasOwnId = false }));

    [Fact]
    public void Only_the_fields_of_the_key_count()
    {
        var byText = new RowHasher([ReviewField.Text]);

        byText.Of(Row(1, Plain)).ShouldBe(byText.Of(Row(1, Plain with { Id = "8", Rating = 1 })));
        byText.Of(Row(1, Plain)).ShouldNotBe(byText.Of(Row(1, Plain with { Text = "差" })));
    }

    [Fact]
    public void The_hash_is_the_same_on_every_machine() => _hasher.Of(Row(1, Plain)).ToString("x").ShouldBe("e7d63625dd7130692970681d93876c0f");

    private static ReviewRow Row(long number, Review review) => new(number, number + 1, review, null) { HasOwnId = true };
}
