namespace ReviewInsights.Benchmarks.Generation;

/// <summary>What stands at one place of a template.</summary>
internal enum Slot
{
    /// <summary>Any of the fragments of the piece: a literal is a list of one.</summary>
    Choice = 0,
    Product = 1,
    Brand = 2,
    Part = 3,
    Good = 4,
    Bad = 5,
    Plus = 6,
    Minus = 7,

    /// <summary>Nothing is written; another aspect is spoken of from here on.</summary>
    Turn = 8,

    /// <summary>The comma of the review, which may be none.</summary>
    Pause = 9,
}

/// <summary>One place of a template.</summary>
internal readonly record struct Piece(Slot Slot, Fragment[] Choices);

/// <summary>A clause with places to fill, such as <c>{part}{degree}{good}</c>.</summary>
internal sealed record Template(Piece[] Pieces)
{
    internal static Template Parse(string text, IReadOnlyDictionary<string, Fragment[]> words)
    {
        var pieces = new List<Piece>();
        while (text.Length > 0)
        {
            var end = text[0] == '{' ? text.IndexOf('}') + 1 : text[0] == '，' ? 1 : Literal(text);
            pieces.Add(Read(text[..end], words));
            text = text[end..];
        }
        return new Template([.. pieces]);
    }

    private static int Literal(string text) => text.IndexOfAny(['{', '，']) is var end and >= 0 ? end : text.Length;

    private static Piece Read(string piece, IReadOnlyDictionary<string, Fragment[]> words)
    {
        if (piece == "，") return new Piece(Slot.Pause, []);
        if (piece[0] != '{') return new Piece(Slot.Choice, [Fragment.Of(piece)]);
        var name = piece.Trim('{', '}');
        if (words.TryGetValue(name, out var choices)) return new Piece(Slot.Choice, choices);
        return Enum.TryParse<Slot>(name, ignoreCase: true, out var slot) && slot != Slot.Choice
            ? new Piece(slot, [])
            : throw new InvalidDataException($"{piece} is neither a list of [words] nor a place of a template.");
    }
}
