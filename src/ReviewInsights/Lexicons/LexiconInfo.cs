using System.Collections.Immutable;

namespace ReviewInsights;

/// <summary>What a lexicon is and what it can name. Arrays are compared by reference.</summary>
/// <param name="Name">Name and edition, such as <c>zh-0.1</c>.</param>
/// <param name="FormatVersion">Version of the compiled form.</param>
/// <param name="ContentHash">SHA-256 of the compiled content, 64 hexadecimal digits: equal rows, equal hash.</param>
/// <param name="WordCount">Words of the segmentation dictionary.</param>
/// <param name="TermCount">Rows that carry meaning: targets, opinion words, negators, cues and so on.</param>
/// <param name="Aspects">Codes of the aspects, in their order.</param>
/// <param name="Attributes">Codes of the attributes of level two, in their order.</param>
/// <param name="Stages">Codes of the stages, in the order of the journey.</param>
public sealed record LexiconInfo(
    string Name,
    int FormatVersion,
    string ContentHash,
    int WordCount,
    int TermCount,
    ImmutableArray<string> Aspects,
    ImmutableArray<string> Attributes,
    ImmutableArray<string> Stages)
{
    /// <summary>Name and the first eight digits of the hash: what results carry (<c>zh-0.1+3f9a1c20</c>).</summary>
    public string Version => $"{Name}+{ContentHash[..8]}";

    /// <summary>Names by code of aspect and attribute.</summary>
    public required ImmutableDictionary<string, DisplayName> AspectNames { get; init; }

    /// <summary>Names by code of stage.</summary>
    public required ImmutableDictionary<string, DisplayName> StageNames { get; init; }
}

/// <summary>What people read in place of a code.</summary>
/// <param name="Chinese">Chinese name.</param>
/// <param name="English">English name.</param>
public sealed record DisplayName(string Chinese, string English);
