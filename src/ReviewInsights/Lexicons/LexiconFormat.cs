namespace ReviewInsights.Lexicons;

/// <summary>
/// The compiled form: a header, a table of sections, the sections, each at a multiple of 16. Little-endian.
/// <code>
/// 0   magic "RILX"   4  version   8  total length   16  content hash (32 bytes, SHA-256 of all that follows the header)
/// 48  section count  52 reserved  64 sections: (offset, length) as two ints each
/// </code>
/// </summary>
internal static class LexiconFormat
{
    internal const uint Magic = 0x584C_4952; // "RILX"
    internal const int Version = 5;
    internal const int HashAt = 16;
    internal const int HashLength = 32;
    internal const int SectionCountAt = 48;
    internal const int HeaderLength = 64;
    internal const int Alignment = 16;
    internal const int SectionCount = (int)Section.Count;

    internal enum Section
    {
        /// <summary>Character code per code unit (folded); 65,536 ushorts, 0 for characters in no key.</summary>
        CharacterCodes,
        /// <summary>The folded character of each code, to read the keys back; ushorts.</summary>
        CodeCharacters,
        /// <summary>Labels of the words' <see cref="Lexicons.Trie"/>; ushorts.</summary>
        TrieLabels,
        /// <summary><see cref="TrieNode"/>s.</summary>
        TrieNodes,
        /// <summary>First term of each term list, and the end of the last; ints. List 0 is empty.</summary>
        TermLists,
        /// <summary><see cref="TermEntry"/>s.</summary>
        Terms,
        /// <summary>Of each term list, what its rows are; <see cref="Lexicons.TermKinds"/>.</summary>
        TermKinds,
        /// <summary><see cref="AttributeEntry"/>s; aspects first.</summary>
        Attributes,
        /// <summary>Pairs of ushorts: traditional, simplified.</summary>
        Folding,
        /// <summary>Name, sources, stages and attributes as lines of UTF-8 text.</summary>
        Names,
        /// <summary>Reviews that hold each word, as lines of UTF-8 text.</summary>
        DocumentCounts,
        /// <summary>The trained model's names and small tables, as <see cref="ModelData"/> writes them; this and the next are empty where there is no model.</summary>
        ModelParameters,
        /// <summary>Gram code per code unit (folded); 65,536 ushorts, 0 for characters in no gram.</summary>
        GramCodes,
        /// <summary>Labels of the grams' <see cref="Lexicons.Trie"/>; ushorts.</summary>
        GramLabels,
        /// <summary><see cref="TrieNode"/>s of grams: the document model's weight as probability, as payload what <see cref="GramRows"/> unpacks.</summary>
        GramNodes,
        /// <summary>Rows of weights, see <see cref="WeightRow"/>.</summary>
        GramWeights,
        Count,
    }
}
