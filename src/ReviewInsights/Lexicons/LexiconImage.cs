using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using static ReviewInsights.Lexicons.LexiconFormat;

namespace ReviewInsights.Lexicons;

/// <summary>
/// The bytes of a compiled lexicon and its sections, in place. An embedded resource is used where the runtime mapped it, so
/// that every lexicon made from it shares the same pages; other streams are read into one array.
/// </summary>
internal sealed unsafe class LexiconImage
{
    // Keeps the memory alive: the resource stream holds its assembly, the array itself.
    private readonly object _owner;
    private readonly byte* _start;
    private readonly int _length;
    private readonly string _sourceName;
    private readonly (int Offset, int Length)[] _sections = new (int, int)[SectionCount];
    private sbyte[]? _movedWeights;
    private sbyte* _weights;

    private LexiconImage(object owner, byte* start, int length, string sourceName)
    {
        _owner = owner;
        _start = start;
        _length = length;
        _sourceName = sourceName;
    }

    internal string ContentHash => Convert.ToHexString(Bytes.Slice(HashAt, HashLength)).ToLowerInvariant();

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            GC.KeepAlive(_owner);
            return new ReadOnlySpan<byte>(_start, _length);
        }
    }

    /// <summary>Uses memory that the runtime mapped; its content was checked when it was built.</summary>
    internal static LexiconImage FromResource(UnmanagedMemoryStream resource, string sourceName)
    {
        var image = new LexiconImage(resource, resource.PositionPointer, checked((int)resource.Length), sourceName);
        image.CheckHeader();
        image.AlignWeights();
        return image;
    }

    internal static LexiconImage FromBytes(ReadOnlySpan<byte> bytes, string sourceName)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(Math.Max(bytes.Length, 1), pinned: true);
        bytes.CopyTo(pinned);
        var image = new LexiconImage(pinned, (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)), bytes.Length, sourceName);
        image.CheckHeader();
        image.CheckContent();
        image.AlignWeights();
        return image;
    }

    internal ReadOnlySpan<T> Section<T>(Section section) where T : unmanaged
    {
        // The header was checked: every section lies within the image.
        var (offset, length) = _sections[(int)section];
        return new ReadOnlySpan<T>(_start + offset, length / sizeof(T));
    }

    /// <summary>The rows of <see cref="LexiconFormat.Section.GramWeights"/>, each in a cache line of its own.</summary>
    internal ReadOnlySpan<sbyte> Weights => new(_weights, _sections[(int)LexiconFormat.Section.GramWeights].Length);

    /// <summary>
    /// Where the runtime maps a resource is not ours to say, and a row across two cache lines costs twice the wait: rows that do
    /// not lie on lines are moved.
    /// </summary>
    private void AlignWeights()
    {
        var rows = Section<sbyte>(LexiconFormat.Section.GramWeights);
        _weights = (sbyte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(rows));
        if ((nuint)_weights % WeightRow.Length == 0) return;
        _movedWeights = GC.AllocateUninitializedArray<sbyte>(rows.Length + WeightRow.Length, pinned: true);
        var start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_movedWeights));
        _weights = (sbyte*)((start + WeightRow.Length - 1) / WeightRow.Length * WeightRow.Length);
        rows.CopyTo(new Span<sbyte>(_weights, rows.Length));
    }

    private void CheckHeader()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Compiled lexicons are little-endian; this machine is not.");
        if (_length < HeaderLength + SectionCount * 8) throw Damaged(0, $"{_length} bytes are too few for a compiled lexicon");
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(Bytes);
        if (magic != Magic) throw Damaged(0, $"the first bytes are {magic:x8}, not the mark of a compiled lexicon ({Magic:x8})");
        var version = BinaryPrimitives.ReadInt32LittleEndian(Bytes[4..]);
        if (version != LexiconFormat.Version) throw Damaged(4, $"format version {version}; this library reads version {LexiconFormat.Version}");
        var total = BinaryPrimitives.ReadInt64LittleEndian(Bytes[8..]);
        if (total != _length) throw Damaged(8, $"the header says {total} bytes, the file has {_length}");
        var sections = BinaryPrimitives.ReadInt32LittleEndian(Bytes[SectionCountAt..]);
        if (sections != SectionCount) throw Damaged(SectionCountAt, $"{sections} sections; this library reads {SectionCount}");
        for (var i = 0; i < SectionCount; i++)
        {
            var entry = Bytes[(HeaderLength + i * 8)..];
            var (offset, length) = _sections[i] = (BinaryPrimitives.ReadInt32LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[4..]));
            if (offset < HeaderLength || length < 0 || offset % Alignment != 0 || (long)offset + length > _length)
                throw Damaged(HeaderLength + i * 8, $"section {(Section)i} lies at {offset} with {length} bytes, outside the file");
        }
    }

    /// <summary>What a walk relies on: afterwards no index read from the file leaves its section.</summary>
    private void CheckContent()
    {
        Span<byte> hash = stackalloc byte[HashLength];
        SHA256.HashData(Bytes[HeaderLength..], hash);
        if (!hash.SequenceEqual(Bytes.Slice(HashAt, HashLength))) throw Damaged(HashAt, "the content does not have the hash that the header names; the file was changed or cut");
        CheckModel();
        var highestCode = Section<char>(LexiconFormat.Section.CodeCharacters).Length - 1;
        var codes = Section<ushort>(LexiconFormat.Section.CharacterCodes);
        if (codes.Length != char.MaxValue + 1) throw Damaged(0, $"{codes.Length} character codes instead of 65536");
        foreach (var code in codes)
            if (code > highestCode) throw Damaged(0, $"character code {code} above the highest, {highestCode}");
        var trie = Section<TrieNode>(LexiconFormat.Section.TrieNodes);
        var lists = Section<int>(LexiconFormat.Section.TermLists);
        var terms = Section<TermEntry>(LexiconFormat.Section.Terms);
        var attributes = Section<AttributeEntry>(LexiconFormat.Section.Attributes);
        if (Section<ushort>(LexiconFormat.Section.TrieLabels).Length != trie.Length) throw Damaged(0, "the trie has not as many labels as nodes");
        if (trie.Length == 0 || lists.Length < 2) throw Damaged(0, "the trie or the table of term lists is empty");
        foreach (ref readonly var node in trie)
            if (node.Base < 0 || node.Base + (long)highestCode >= trie.Length || node.TermList < 0 || node.TermList >= lists.Length - 1)
                throw Damaged(0, "a node of the trie points outside it");
        if (Section<TermKinds>(LexiconFormat.Section.TermKinds).Length != lists.Length - 1) throw Damaged(0, "not every term list has its kinds");
        for (var i = 0; i < lists.Length; i++)
            if (lists[i] < (i == 0 ? 0 : lists[i - 1]) || lists[i] > terms.Length) throw Damaged(0, "a term list lies outside the terms");
        foreach (ref readonly var term in terms)
            if (term.Attribute != TermEntry.NoAttribute && term.Attribute >= attributes.Length) throw Damaged(0, "a term names an attribute that does not exist");
        foreach (ref readonly var attribute in attributes)
            if (attribute.Aspect >= attributes.Length) throw Damaged(0, "an attribute names an aspect that does not exist");
    }

    private void CheckModel()
    {
        var trie = Section<TrieNode>(LexiconFormat.Section.GramNodes);
        if (Section<ushort>(LexiconFormat.Section.GramLabels).Length != trie.Length) throw Damaged(0, "the gram trie has not as many labels as nodes");
        if (trie.Length == 0) return;
        var codes = Section<ushort>(LexiconFormat.Section.GramCodes);
        if (codes.Length != char.MaxValue + 1) throw Damaged(0, $"{codes.Length} gram codes instead of 65536");
        var highestCode = 0;
        foreach (var code in codes) highestCode = Math.Max(highestCode, code);
        var weights = Section<sbyte>(LexiconFormat.Section.GramWeights).Length;
        if (weights % WeightRow.Length != 0) throw Damaged(0, $"{weights} bytes of weights are no whole number of rows");
        foreach (ref readonly var node in trie)
            if (node.Base < 0 || node.Base + (long)highestCode >= trie.Length || node.Payload < 0
                || node.Payload != 0 && new GramRows(node.Payload).End > weights / WeightRow.Length)
                throw Damaged(0, "a node of the gram trie points outside it, or at weights that do not exist");
    }

    internal LexiconFormatException Damaged(int offset, string problem) => new("RI201", _sourceName, 0, offset, problem);
}
