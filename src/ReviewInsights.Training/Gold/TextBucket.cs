using System.Security.Cryptography;
using System.Text;

namespace ReviewInsights.Training;

/// <summary>Splits texts by a hash, so that a text falls on the same side whatever stands beside it.</summary>
public static class TextBucket
{
    /// <summary>The MD5 of the text's UTF-8 form, read as one big-endian number, modulo <paramref name="count"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">Number of buckets, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static int Of(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
#pragma warning disable CA5351 // not for secrets: the published splits are by MD5
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5351
        return hash.Aggregate(0, (rest, b) => (rest * 256 + b) % count);
    }
}
