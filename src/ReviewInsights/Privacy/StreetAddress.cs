namespace ReviewInsights.Privacy;

/// <summary>
/// Reads the parts of an address one behind the other (浙江省 杭州市 文三路 90号 3栋 501室) and judges whether they lead to a door.
/// A city alone does not, a road with a house number does.
/// </summary>
internal ref struct StreetAddress
{
    /// <summary>More parts than any address has; a bound, so that a text made of parts costs linear time.</summary>
    private const int MaxParts = 12;

    private const int MaxRegionName = 4;
    private const int MaxName = 6;
    private const int MaxGap = 2;
    private const int MaxNumber = 8;

    private readonly PiiVocabulary _vocabulary;
    private readonly ReadOnlySpan<char> _text;
    private int _regions;
    private int _towns;
    private int _anchors;
    private int _houses;
    private WordRoles _ends;
    private int _buildings;
    private int _lastBuilding;

    internal StreetAddress(PiiVocabulary vocabulary, ReadOnlySpan<char> text)
    {
        _vocabulary = vocabulary;
        _text = text;
    }

    /// <summary>Index of the first character.</summary>
    internal int Start { get; private set; }

    /// <summary>Index behind the last character.</summary>
    internal int End { get; private set; }

    /// <summary>Reads the address whose first part ends with the word that begins at <paramref name="at"/>, or is that word, a city.</summary>
    /// <param name="at">Where the word begins.</param>
    /// <param name="length">Its length.</param>
    /// <param name="roles">What it does.</param>
    /// <param name="floor">Where the address may begin at the earliest.</param>
    /// <returns>False where the word ends no part.</returns>
    internal bool Read(int at, int length, WordRoles roles, int floor)
    {
        if ((roles & WordRoles.Area) != WordRoles.Nothing) Start = at;
        else if ((roles & WordRoles.NameEnds) != WordRoles.Nothing) Start = NameStart(at, roles, floor);
        else Start = NumberStart(at, floor);
        if (Start == at && (roles & WordRoles.Area) == WordRoles.Nothing) return false;
        End = at;
        Take(at, length, roles);
        for (var parts = 1; parts < MaxParts && TryPart(); parts++) { }
        return true;
    }

    /// <summary>Whether the address leads to a door, a road in a known district or, behind a cue such as 地址, near one.</summary>
    internal readonly bool IsPersonal(bool isCued) =>
        (_anchors > 0 && _houses + _buildings > 0)
        || (_regions > 0 && _buildings > 0)
        || _buildings > 1
        || (_regions + _towns > 1 && _anchors > _towns)
        || (isCued && _regions > 0 && _anchors > 0);

    /// <summary>The part behind the end, if there is one: a city, a name with its end, a number with its end.</summary>
    private bool TryPart()
    {
        var at = End;
        for (var gap = 0; ; gap++)
        {
            if (_vocabulary.Match(_text, at, WordRoles.Area, out var area) is var length && length > 0)
            {
                Take(at, length, area);
                return true;
            }
            if (TryNumber(at) || TryName(at)) return true;
            if (gap == MaxGap || at >= _text.Length || _text[at] is not (' ' or '\u3000' or ',' or '，' or '、' or '-')) return false;
            at++;
        }
    }

    private bool TryNumber(int at)
    {
        var end = NumberEnd(at);
        if (end == at) return false;
        var length = _vocabulary.Match(_text, end, WordRoles.NumberEnds | WordRoles.Lookalike, out var roles);
        if (length > 0 && (roles & WordRoles.Lookalike) == WordRoles.Nothing)
        {
            Take(end, length, roles);
            return true;
        }
        if (_ends == WordRoles.Nothing || !IsFlat(at, end)) return false;
        _buildings += _ends == WordRoles.Place ? 1 : 0;
        End = end;
        _ends = WordRoles.Nothing;
        return true;
    }

    /// <summary>A flat without a word: 3号楼501, 90号-501, 花园12-1-501.</summary>
    private readonly bool IsFlat(int at, int end)
    {
        var last = at;
        for (var i = at; i < end; i++)
        {
            if (!Glyph.IsDigit(_text[i]) && !IsHyphen(_text[i])) return false;
            if (IsHyphen(_text[i])) last = i + 1;
        }
        if (end < _text.Length && (Glyph.IsWordPart(_text[end]) || _vocabulary.Has(_text, end, WordRoles.Unit))) return false;
        return end - last is 3 or 4 && (_ends != WordRoles.Place || last > at) && at == End;
    }

    private bool TryName(int at)
    {
        for (var next = at; next - at <= MaxName && next < _text.Length && Glyph.IsHan(_text[next]);)
        {
            var length = _vocabulary.Match(_text, next, WordRoles.NameEnds | WordRoles.Lookalike | WordRoles.Stop | WordRoles.Cues, out var roles);
            if ((roles & WordRoles.NameEnds) != WordRoles.Nothing && (next > at || IsBehindArea(at)))
            {
                Take(next, length, roles);
                return true;
            }
            // A cue is no name either: the scanner goes on behind an address that is none, and must not miss it.
            if ((roles & (WordRoles.Stop | WordRoles.Cues)) != WordRoles.Nothing) return false;
            next += (roles & WordRoles.Lookalike) != WordRoles.Nothing ? length : 1;
        }
        return false;
    }

    private readonly bool IsBehindArea(int at) => _ends == WordRoles.Area && at == End;

    private void Take(int at, int length, WordRoles roles)
    {
        // 浙江 and 省 are one part; 南京 in 南京路 is the name of a road.
        if (IsBehindArea(at) && (roles & WordRoles.NameEnds) != WordRoles.Nothing) _regions--;
        if ((roles & (WordRoles.Region | WordRoles.Area)) != WordRoles.Nothing) _regions++;
        End = at + length;
        if ((roles & WordRoles.Town) != WordRoles.Nothing) _towns++;
        if ((roles & (WordRoles.Town | WordRoles.Road | WordRoles.Place)) != WordRoles.Nothing) _anchors++;
        if ((roles & WordRoles.House) != WordRoles.Nothing) _houses++;
        // Only unequal words make an address of a building and a flat: 1栋2栋 is a list.
        if ((roles & WordRoles.Building) != WordRoles.Nothing && (_buildings == 0 || !SameWord(_lastBuilding, at, length)))
        {
            _buildings++;
            _lastBuilding = at;
        }
        _ends = roles & (WordRoles.Area | WordRoles.Place | WordRoles.NumberEnds);
    }

    private readonly bool SameWord(int one, int other, int length) => _text.Slice(one, length).SequenceEqual(_text.Slice(other, length));

    private readonly int NameStart(int at, WordRoles roles, int floor)
    {
        var most = (roles & WordRoles.Region) != WordRoles.Nothing ? MaxRegionName : MaxName;
        var start = at;
        while (start > floor && at - start < most && Glyph.IsHan(_text[start - 1]) && !_vocabulary.Has(_text, start - 1, WordRoles.Stop)) start--;
        return (roles & WordRoles.Place) != WordRoles.Nothing && at - start < 2 ? at : start;
    }

    private readonly int NumberStart(int at, int floor)
    {
        var start = at;
        while (start > floor && at - start < MaxNumber && IsNumberPart(_text[start - 1])) start--;
        // A longer run is no number of a house.
        return start > floor && at - start == MaxNumber && IsNumberPart(_text[start - 1]) ? at : NumberEnd(start) == at ? start : at;
    }

    private readonly int NumberEnd(int start)
    {
        var (at, digits, letters) = (start, 0, 0);
        for (; at < _text.Length && at - start <= MaxNumber && IsNumberPart(_text[at]); at++)
        {
            if (Glyph.IsLetter(_text[at])) letters++;
            else if (!IsHyphen(_text[at])) digits++;
            else if (at == start) return start;
        }
        return at - start <= MaxNumber && letters <= 1 && digits + letters > 0 ? at : start;
    }

    private static bool IsNumberPart(char c) => Glyph.IsWordPart(c) || IsHyphen(c) || c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '零' or '〇' or '甲' or '乙' or '丙';

    private static bool IsHyphen(char c) => c is '-' or '－' or '–' or '—';
}
