using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>Faces drawn with signs: (^_^), o(╯□╰)o, -_-, :-).</summary>
internal static class Emoticon
{
    /// <summary>Longest face between brackets, in code units.</summary>
    private const int LongestFace = 16;

    /// <summary>What eyes, cheeks and mouths are drawn with, and what no ordinary remark in brackets has two of.</summary>
    private const string FaceSigns = "^_＿>＞<＜≧≦≥≤▽△∀ω﹏╯╰╥□°º´｀`ﾟ゜￣⊙◕◡‿•・ಠಥдДσ☉❛ᴗㅂ∩";

    /// <summary>Where the face that begins at <paramref name="start"/> ends, or <paramref name="start"/> where none does.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var c = text[start];
        if (c is '(' or '（') return WithArm(text, InBrackets(text, start), start);
        if (IsArm(c) && start + 1 < text.Length && text[start + 1] is '(' or '（' && InBrackets(text, start + 1) is var end && end > start + 1)
            return WithArm(text, end, start);
        var face = EyesAndMouth(text, start);
        return face > start ? face : Smile(text, start);
    }

    private static int InBrackets(ReadOnlySpan<char> text, int open)
    {
        var signs = 0;
        for (var at = open + 1; at < text.Length && at <= open + LongestFace; at++)
        {
            var c = text[at];
            if (c is ')' or '）') return signs >= 2 || (at > open + 1 && HasEyes(text[(open + 1)..at])) ? at + 1 : open;
            if (CharacterTable.Of(c) is CharacterClass.Han or CharacterClass.LineBreak or CharacterClass.HighSurrogate) return open;
            if (FaceSigns.Contains(c, StringComparison.Ordinal)) signs++;
        }
        return open;
    }

    /// <summary>o_o, T.T: two equal letters with a mouth between them.</summary>
    private static bool HasEyes(ReadOnlySpan<char> inside) => inside is [var left, '_' or '.', var right] && left == right && char.IsAsciiLetter(left);

    private static bool IsArm(char c) => c is 'o' or 'O' or '╮' or '~' or '～' or 'ヾ' or 'ヽ' or '\\' or '٩' or 'ε' or 'Σ';

    private static int WithArm(ReadOnlySpan<char> text, int end, int start)
    {
        if (end <= start || end == text.Length) return end;
        var isArm = text[end] is '╭' or '/' or 'ﾉ' or 'ノ' or '~' or '～' or '۶' or 'و' || (text[end] is 'o' or 'O' && text[start] == text[end]);
        return isArm ? end + 1 : end;
    }

    /// <summary>^_^, -_-, &gt;.&lt;, =__=: an eye, a mouth, the same eye or its mirror image.</summary>
    private static int EyesAndMouth(ReadOnlySpan<char> text, int start)
    {
        var eye = text[start];
        var other = eye switch { '>' => '<', '≧' => '≦', '^' or '-' or '=' or '@' or '*' or '+' or '~' or '￣' or '→' or '←' or '⊙' or '°' => eye, _ => '\0' };
        if (other == '\0' || start + 2 >= text.Length) return start;
        var at = start + 1;
        while (at < text.Length && at <= start + 3 && text[at] == '_') at++;
        // Only eyes that are rare elsewhere look through other mouths.
        if (at == start + 1 && eye is '^' or '>' or '≧' or '￣' && text[at] is '.' or '-' or 'o' or 'O' or '0' or 'v' or 'ω' or '▽' or '﹏' or '∀') at++;
        return at > start + 1 && at < text.Length && text[at] == other ? at + 1 : start;
    }

    /// <summary>:) ;-) =) :D :((, unless what follows shows that the colon introduces something.</summary>
    private static int Smile(ReadOnlySpan<char> text, int start)
    {
        if (text[start] is not (':' or '：' or ';' or '；' or '=')) return start;
        var at = start + 1;
        if (at < text.Length && text[at] == '-') at++;
        if (at == text.Length) return start;
        var mouth = text[at];
        if (mouth is not (')' or '）' or '(' or '（' or 'D' or 'P')) return start;
        while (at < text.Length && text[at] == mouth) at++;
        if (mouth is ')' or '）' || at == text.Length) return at;
        return CharacterTable.Of(text[at]) is CharacterClass.Han or CharacterClass.Letter or CharacterClass.Digit ? start : at;
    }
}
