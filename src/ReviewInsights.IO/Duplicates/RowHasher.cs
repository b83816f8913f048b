using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ReviewInsights.IO.Duplicates;

/// <summary>A 128-bit hash of a row by some of its fields, the same on every machine. Holds a state: one per thread.</summary>
/// <param name="fields">The fields that make two rows the same.</param>
internal sealed class RowHasher(ImmutableArray<ReviewField> fields)
{
    private readonly XxHash128 _hash = new();

    /// <summary>All fields: rows are the same when nothing tells them apart.</summary>
    public static ImmutableArray<ReviewField> AllFields { get; } = [.. Enum.GetValues<ReviewField>()];

    /// <summary>The hash of a review, or of a rejected row as it stands in the input.</summary>
    public UInt128 Of(in ReviewRow row)
    {
        if (row.Review is { } review)
        {
            foreach (var field in fields)
                Append(review, field, row.HasOwnId);
        }
        else
        {
            Append(row.Rejection?.Raw);
        }

        var hash = _hash.GetCurrentHashAsUInt128();
        _hash.Reset();
        return hash;
    }

    private void Append(Review review, ReviewField field, bool hasOwnId)
    {
        switch (field)
        {
            case ReviewField.Text: Append(review.Text); break;
            // An id made from the row number would make every row unique.
            case ReviewField.Id: Append(hasOwnId ? review.Id : null); break;
            case ReviewField.CreatedAt: Append(review.CreatedAt?.UtcTicks ?? long.MinValue); break;
            case ReviewField.Rating: Append(review.Rating); break;
            case ReviewField.ProductId: Append(review.ProductId); break;
            case ReviewField.Brand: Append(review.Brand); break;
            case ReviewField.Category: Append(review.Category); break;
            case ReviewField.Channel: Append(review.Channel); break;
            case ReviewField.OrderId: Append(review.OrderId); break;
            case ReviewField.Batch: Append(review.Batch); break;
            case ReviewField.UserId: Append(review.UserId); break;
            case ReviewField.Stage: Append(review.Stage); break;
            case ReviewField.ServiceScore: Append(review.ServiceScore); break;
            case ReviewField.LogisticsScore: Append(review.LogisticsScore); break;
            case ReviewField.ProductScore: Append(review.ProductScore); break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "not a field");
        }
    }

    // The length goes first, so that "ab" and "c" differ from "a" and "bc"; -1 tells nothing from an empty text.
    private void Append(string? value)
    {
        Append(value?.Length ?? -1L);
        if (value is not null)
            _hash.Append(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    private void Append(double? value) => Append(BitConverter.DoubleToInt64Bits(value ?? double.NaN));

    private void Append(long value) => _hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));
}
