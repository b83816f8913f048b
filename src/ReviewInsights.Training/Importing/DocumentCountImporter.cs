using ReviewInsights.Lexicons;

namespace ReviewInsights.Training;

/// <summary>Counts in how many reviews each word occurs: the table <c>segment/documents.tsv</c>. Stateless.</summary>
public static class DocumentCountImporter
{
    /// <summary>Writes the words and the numbers of reviews that hold them, most first; only counts leave the reviews.</summary>
    /// <param name="texts">The reviews; read once.</param>
    /// <param name="sourceName">Name for the report.</param>
    /// <param name="segmenter">Cuts the reviews.</param>
    /// <param name="writer">Takes the table.</param>
    /// <param name="minDocuments">Words in fewer reviews are left out, 1 or more.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportReport ImportDocumentCounts(IEnumerable<string> texts, string sourceName, Segmenter segmenter, TextWriter writer, int minDocuments = 10)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(segmenter);
        ArgumentNullException.ThrowIfNull(writer);
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var session = segmenter.OpenSession();
        var all = 0;
        foreach (var text in texts)
        {
            all++;
            seen.Clear();
            foreach (ref readonly var token in session.Segment(text))
            {
                if (!token.IsKnown) continue;
                var word = segmenter.Lexicon.Fold(token.Span.Of(text));
                if (seen.Add(word)) documents[word] = documents.GetValueOrDefault(word) + 1;
            }
        }
        var rows = documents.Where(d => d.Value >= minDocuments && d.Key != DocumentCounts.AllDocuments)
            .OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).ToArray();
        writer.Write($"word\tdocuments\n{DocumentCounts.AllDocuments}\t{all}\n");
        foreach (var (word, count) in rows) writer.Write($"{word}\t{count}\n");
        return new ImportReport(sourceName, all, rows.Length, [new DroppedRows("too few reviews", documents.Count - rows.Length)]);
    }
}
