using System.Globalization;
using System.Text;

namespace ReviewInsights.Lexicons;

/// <summary>In how many of the reviews counted for a lexicon each word occurs.</summary>
internal sealed class DocumentCounts
{
    /// <summary>The row that says how many reviews were counted.</summary>
    internal const string AllDocuments = "*";

    private readonly IReadOnlyDictionary<string, int> _documents;
    private readonly int _all;

    private DocumentCounts(IReadOnlyDictionary<string, int> documents) => (_documents, _all) = (documents, documents.GetValueOrDefault(AllDocuments));

    internal double ShareOf(string word) => _all == 0 ? 0 : (double)_documents.GetValueOrDefault(word) / _all;

    internal double InverseFrequency(string word) => _all == 0 ? 1 : Math.Log((_all + 1.0) / (_documents.GetValueOrDefault(word) + 1.0));

    internal static byte[] Format(IReadOnlyDictionary<string, int> documents)
    {
        var text = new StringBuilder();
        foreach (var (word, count) in documents.OrderBy(d => d.Key, StringComparer.Ordinal)) text.Append(word).Append('\t').Append(count).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads what <see cref="Format"/> wrote; the image's hash vouches for it.</summary>
    internal static Dictionary<string, int> Parse(ReadOnlySpan<byte> section)
    {
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(section);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty) continue;
            var tab = line.IndexOf('\t');
            documents.Add(line[..tab].ToString(), int.Parse(line[(tab + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
        }
        return documents;
    }

    internal static DocumentCounts Of(ReadOnlySpan<byte> section) => new(Parse(section));
}
