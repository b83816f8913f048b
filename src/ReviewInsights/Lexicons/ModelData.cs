using System.Text;

namespace ReviewInsights.Lexicons;

/// <summary>
/// A trained model as a file holds it: grams with their weights in plain order, before the compiler packs them for look-up.
/// The same model gives the same bytes.
/// </summary>
internal sealed record ModelData
{
    /// <summary>"RIMO", little-endian.</summary>
    private const uint Magic = 0x4F4D4952;

    private const int Version = 1;

    internal string Name { get; set; } = "";
    internal string[] Aspects { get; set; } = [];
    internal string[] Stages { get; set; } = [];
    internal string[] Domains { get; set; } = [];

    /// <summary>Grams in ordinal order; texts of one to four characters, marks of <see cref="Text.GramMarks"/> included.</summary>
    internal string[] Grams { get; set; } = [];

    /// <summary>The document model's weight of each gram; 0 for none.</summary>
    internal float[] DocumentWeights { get; set; } = [];

    /// <summary>Rows of each gram: index into the rows of the clause heads for grams of the clause itself and of the review, and into those of the domain heads; -1 for none.</summary>
    internal FileRows[] Rows { get; set; } = [];

    /// <summary>Weights of the clause heads: <see cref="HeadLayout.Stride"/> bytes a row, each to be multiplied by the row's scale.</summary>
    internal sbyte[] Weights { get; set; } = [];
    internal float[] Scales { get; set; } = [];

    /// <summary>Weights of the domain heads: <see cref="DomainStride"/> bytes a row.</summary>
    internal sbyte[] DomainWeights { get; set; } = [];
    internal float[] DomainScales { get; set; } = [];

    /// <summary>Weights of the features that are no grams: <see cref="HeadLayout.Stride"/> a feature.</summary>
    internal float[] Dense { get; set; } = [];

    /// <summary>Weights of the second stage.</summary>
    internal float[] Second { get; set; } = [];

    /// <summary>Stage weights: for each aspect and outcome (stages, then none) a weight for each stage's log-odds.</summary>
    internal float[] StageWeights { get; set; } = [];

    /// <summary>Stage intercepts: for each cell and outcome.</summary>
    internal float[] StageBias { get; set; } = [];

    /// <summary>Weights of a review's overall polarity.</summary>
    internal float[] Overall { get; set; } = [];

    /// <summary>Weights of the confidence in an opinion's polarity.</summary>
    internal float[] Confidence { get; set; } = [];

    /// <summary>Probability above which the second stage reports a cell.</summary>
    internal float CellThreshold { get; set; }

    /// <summary>Log-odds above which a clause holds a suggestion.</summary>
    internal float SuggestionThreshold { get; set; }

    /// <summary>How many tables the lexicon had when the model was added: rows of later ones are a user's own.</summary>
    internal int KnownSources { get; set; }

    internal const int DomainStride = 16;

    internal HeadLayout Heads => new(Aspects.Length, Stages.Length);

    internal void Save(Stream destination)
    {
        using var writer = new BinaryWriter(destination, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Name);
        Write(writer, Aspects);
        Write(writer, Stages);
        Write(writer, Domains);
        Write(writer, Grams);
        Write(writer, DocumentWeights);
        writer.Write(Rows.Length);
        foreach (var row in Rows)
        {
            writer.Write(row.Own);
            writer.Write(row.Review);
            writer.Write(row.Domain);
        }
        Write(writer, Weights);
        Write(writer, Scales);
        Write(writer, DomainWeights);
        Write(writer, DomainScales);
        Write(writer, Dense);
        Write(writer, Second);
        Write(writer, StageWeights);
        Write(writer, StageBias);
        Write(writer, Overall);
        Write(writer, Confidence);
        writer.Write(CellThreshold);
        writer.Write(SuggestionThreshold);
        writer.Write(KnownSources);
    }

    /// <exception cref="LexiconFormatException">The stream is no model of this version, or it is damaged.</exception>
    internal static ModelData Load(Stream source, string sourceName)
    {
        using var reader = new BinaryReader(source, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic) throw new LexiconFormatException("RI210", sourceName, 0, 0, "the first bytes are not the mark of a model");
            if (reader.ReadInt32() is var version and not Version) throw new LexiconFormatException("RI211", sourceName, 0, 4, $"format version {version}; this library reads version {Version}");
            return new ModelData
            {
                Name = reader.ReadString(),
                Aspects = ReadStrings(reader),
                Stages = ReadStrings(reader),
                Domains = ReadStrings(reader),
                Grams = ReadStrings(reader),
                DocumentWeights = ReadFloats(reader),
                Rows = ReadRows(reader),
                Weights = ReadBytes(reader),
                Scales = ReadFloats(reader),
                DomainWeights = ReadBytes(reader),
                DomainScales = ReadFloats(reader),
                Dense = ReadFloats(reader),
                Second = ReadFloats(reader),
                StageWeights = ReadFloats(reader),
                StageBias = ReadFloats(reader),
                Overall = ReadFloats(reader),
                Confidence = ReadFloats(reader),
                CellThreshold = reader.ReadSingle(),
                SuggestionThreshold = reader.ReadSingle(),
                KnownSources = reader.ReadInt32(),
            };
        }
        catch (EndOfStreamException)
        {
            throw new LexiconFormatException("RI212", sourceName, 0, 0, "the model ends early");
        }
    }

    private static void Write(BinaryWriter writer, string[] texts)
    {
        writer.Write(texts.Length);
        foreach (var text in texts)
        {
            // UTF-16 units, not UTF-8: a gram may be half of a surrogate pair.
            writer.Write((byte)text.Length);
            foreach (var c in text) writer.Write((ushort)c);
        }
    }

    private static void Write(BinaryWriter writer, float[] numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers) writer.Write(number);
    }

    private static void Write(BinaryWriter writer, sbyte[] numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers) writer.Write(number);
    }

    private static string[] ReadStrings(BinaryReader reader)
    {
        var texts = new string[Count(reader, 1)];
        for (var i = 0; i < texts.Length; i++)
        {
            var characters = new char[reader.ReadByte()];
            for (var j = 0; j < characters.Length; j++) characters[j] = (char)reader.ReadUInt16();
            texts[i] = new string(characters);
        }
        return texts;
    }

    private static float[] ReadFloats(BinaryReader reader)
    {
        var numbers = new float[Count(reader, 4)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = reader.ReadSingle();
        return numbers;
    }

    private static sbyte[] ReadBytes(BinaryReader reader)
    {
        var numbers = new sbyte[Count(reader, 1)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = reader.ReadSByte();
        return numbers;
    }

    private static FileRows[] ReadRows(BinaryReader reader)
    {
        var rows = new FileRows[Count(reader, 12)];
        for (var i = 0; i < rows.Length; i++) rows[i] = new FileRows { Own = reader.ReadInt32(), Review = reader.ReadInt32(), Domain = reader.ReadInt32() };
        return rows;
    }

    /// <summary>A count that the rest of the stream can hold, so that a damaged file asks for no absurd memory.</summary>
    private static int Count(BinaryReader reader, int bytesEach)
    {
        var count = reader.ReadInt32();
        if (count < 0 || (reader.BaseStream.CanSeek && (long)count * bytesEach > reader.BaseStream.Length - reader.BaseStream.Position)) throw new EndOfStreamException();
        return count;
    }
}

/// <summary>Where the weights of a gram stand in a model's file; -1 where it has none.</summary>
internal struct FileRows
{
    internal int Own;
    internal int Review;
    internal int Domain;
}
