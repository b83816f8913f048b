using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ReviewInsights.Training.Importing;

/// <summary>Every complaint about a source file, in one place: where, what was read, what is allowed.</summary>
[StackTraceHidden]
internal static class ImportErrors
{
    [DoesNotReturn]
    internal static void WrongColumnCount(string source, int line, string row, int found, string allowed) =>
        throw new ImportFormatException(source, line, 1, $"'{row}' has {found} columns; allowed: {allowed}");

    [DoesNotReturn]
    internal static void EmptyCell(string source, int line, int column, string name) =>
        throw new ImportFormatException(source, line, column, $"{name} is empty; allowed: at least one character");

    [DoesNotReturn]
    internal static void BadFrequency(string source, int line, int column, string cell) =>
        throw new ImportFormatException(source, line, column, $"frequency '{cell}' is not a whole number; allowed: 1 to {int.MaxValue}");

    [DoesNotReturn]
    internal static void ManyCharacters(string source, int line, int column, string cell) =>
        throw new ImportFormatException(source, line, column, $"'{cell}' is not one character; allowed: one character before the tab");

    [DoesNotReturn]
    internal static void SecondMapping(string source, int line, string character) =>
        throw new ImportFormatException(source, line, 1, $"'{character}' is mapped a second time; allowed: one row a character");
}
