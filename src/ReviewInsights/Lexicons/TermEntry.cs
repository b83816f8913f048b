using System.Runtime.InteropServices;

namespace ReviewInsights.Lexicons;

/// <summary>What a term of the lexicon means: one row of one file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TermEntry
{
    /// <summary>Valence of an opinion word in [-1, 1]; factor of a negator or degree word.</summary>
    internal float Value;

    /// <summary>Index into the attribute table, or <see cref="NoAttribute"/>.</summary>
    internal ushort Attribute;

    internal TermKind Kind;

    /// <summary>A <see cref="Binding"/>, <see cref="DegreeKind"/>, <see cref="ContrastKind"/> or <see cref="HypotheticalKind"/>.</summary>
    internal byte Variant;

    /// <summary>Index of the stage, or <see cref="NoStage"/>.</summary>
    internal byte Stage;

    private readonly byte _reserved;

    /// <summary>Index of the source file.</summary>
    internal ushort Source;

    /// <summary>Line in the source file, 1-based.</summary>
    internal int Line;

    internal const ushort NoAttribute = ushort.MaxValue;
    internal const byte NoStage = byte.MaxValue;
}

/// <summary>The table a term comes from, in the order of the header names in lexicons/README.md.</summary>
internal enum TermKind : byte
{
    Target,
    Opinion,
    Negator,
    Degree,
    Contrast,
    Hypothetical,
    Question,
    StageCue,
}

/// <summary>Kinds as bits, so that most questions about a term are answered without its rows.</summary>
[Flags]
internal enum TermKinds : byte
{
    None = 0,
    Target = 1 << TermKind.Target,
    Opinion = 1 << TermKind.Opinion,
    Negator = 1 << TermKind.Negator,
    Degree = 1 << TermKind.Degree,
    Contrast = 1 << TermKind.Contrast,
    Hypothetical = 1 << TermKind.Hypothetical,
    Question = 1 << TermKind.Question,
    StageCue = 1 << TermKind.StageCue,
}

/// <summary>How an opinion word finds its aspect; see lexicons/README.md.</summary>
internal enum Binding : byte
{
    General,
    Weak,
    Strong,
    Only,
    Excess,
    Neutral,
}

internal enum DegreeKind : byte
{
    Boost,
    Soften,
    Excess,
    Post,
}

internal enum ContrastKind : byte
{
    But,
    Although,
    ButInitial,
}

internal enum HypotheticalKind : byte
{
    Wish,
    Condition,
    Hearsay,
    Advice,
}
