using System.Runtime.InteropServices;

namespace ReviewInsights.Lexicons;

/// <summary>An aspect (the first entries of the table) or a level-two attribute of one.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct AttributeEntry
{
    /// <summary>Index of the aspect; equals the entry's own index for an aspect.</summary>
    internal ushort Aspect;

    /// <summary>Stage an opinion about it belongs to unless its wording says otherwise, or <see cref="TermEntry.NoStage"/>.</summary>
    internal byte Stage;

    /// <summary>Bit <c>s</c> is set where stage <c>s</c> is possible; bit 31 stands for no stage.</summary>
    internal uint AllowedStages;

    internal readonly bool Allows(byte stage) => (AllowedStages & StageBit(stage)) != 0;

    internal static uint StageBit(byte stage) => 1u << (stage == TermEntry.NoStage ? 31 : stage);
}
