using System.Text;

namespace ReviewInsights.Benchmarks.Generation;

/// <summary>A piece of text, encoded once so that writing it is a copy.</summary>
/// <param name="Utf8">The bytes.</param>
/// <param name="Length">Length in UTF-16 code units, the unit of the length distribution.</param>
internal readonly record struct Fragment(byte[] Utf8, int Length)
{
    internal static Fragment Of(string text) => new(Encoding.UTF8.GetBytes(text), text.Length);

    internal static Fragment[] AllOf(IEnumerable<string> texts) => [.. texts.Select(Of)];
}
