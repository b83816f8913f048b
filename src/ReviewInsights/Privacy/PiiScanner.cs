using System.Runtime.InteropServices;

namespace ReviewInsights.Privacy;

/// <summary>
/// Walks once through a text and stops at each personal datum. Every rule looks a bounded way ahead or back, and never behind the
/// last datum, so that a text costs linear time and a masked text holds nothing more to mask.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct PiiScanner
{
    /// <summary>How far a datum may stand behind its cue, in characters.</summary>
    private const int CueReach = 12;

    /// <summary>A number in front of 订单号 is one from this many digits on.</summary>
    private const int LeastDigitsBeforeCue = 10;

    private readonly PiiVocabulary _vocabulary;
    private readonly PiiKinds _kinds;
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    /// <summary>End of the last datum: nothing before it is looked at again.</summary>
    private int _floor;

    /// <summary>The last cue, and where its datum would begin.</summary>
    private WordRoles _cue;
    private int _cueAt = -1;

    /// <summary>No mail address begins before this: the characters up to here are known to be followed by no @.</summary>
    private int _noMailBefore;

    internal PiiScanner(PiiVocabulary vocabulary, PiiKinds kinds, ReadOnlySpan<char> text)
    {
        _vocabulary = vocabulary;
        _kinds = kinds;
        _text = text;
    }

    /// <summary>The datum found last.</summary>
    internal PiiSpan Current { get; private set; }

    internal bool MoveNext()
    {
        while (_at < _text.Length && _text[_at..].IndexOfAny(_vocabulary.Starts) is var skipped && skipped >= 0)
        {
            _at += skipped;
            if (Glyph.IsWordPart(_text[_at]) ? ReadWord() : ReadCharacter()) return true;
        }
        _at = _text.Length;
        return false;
    }

    private readonly bool IsWordStart => _at == _floor || !Glyph.IsWordPart(_text[_at - 1]);

    private bool ReadWord()
    {
        if (IsWordStart)
        {
            if (ReadMail()) return true;
            if (ReadCue()) return false;
            if (ReadParcel()) return true;
        }
        return ReadCued() || (Glyph.IsDigit(_text[_at]) ? ReadNumber() : SkipLetters());
    }

    private bool ReadMail()
    {
        if (!Wants(PiiKinds.Mail) || _at < _noMailBefore) return false;
        _noMailBefore = MailAddress.NameEnd(_text, _at);
        return Found(PiiKinds.Mail, _at, MailAddress.EndOf(_text, _noMailBefore));
    }

    private bool ReadCue()
    {
        var length = _vocabulary.Match(_text, _at, WordRoles.Cues, out var cue);
        if (length == 0) return false;
        _at += length;
        _cue = cue;
        _cueAt = SkipFillers(_at, out var isExplicit);
        if (isExplicit && (cue & WordRoles.AccountMaybeCue) != WordRoles.Nothing) _cue |= WordRoles.AccountCue;
        return true;
    }

    /// <summary>Where the datum of a cue would begin.</summary>
    /// <param name="start">End of the cue.</param>
    /// <param name="isExplicit">Whether a colon, 是 or 号 announces it.</param>
    private readonly int SkipFillers(int start, out bool isExplicit)
    {
        isExplicit = false;
        var at = start;
        while (at < _text.Length && at - start < CueReach)
        {
            var length = _vocabulary.Match(_text, at, WordRoles.Filler, out _);
            if (length == 0 && !IsGap(_text[at])) break;
            isExplicit |= length > 0 || Glyph.Fold(_text[at]) == ':';
            at += Math.Max(length, 1);
        }
        return at;
    }

    /// <summary>Signs may stand between a cue and its datum, but not the end of a sentence, nor what is masked already.</summary>
    private static bool IsGap(char c) => !char.IsLetterOrDigit(c) && c is not ('。' or '！' or '？' or '!' or '?' or PiiMasker.MaskCharacter);

    private readonly bool IsCued(WordRoles cue) => _at == _cueAt && (_cue & cue) != WordRoles.Nothing;

    private bool ReadParcel()
    {
        if (!Wants(PiiKinds.Order) || !Glyph.IsLetter(_text[_at])) return false;
        if (Found(PiiKinds.Order, _at, OrderNumber.PostalEnd(_text, _at))) return true;
        var letters = _vocabulary.Match(_text, _at, WordRoles.Carrier, out _);
        return letters > 0 && Found(PiiKinds.Order, _at, OrderNumber.ParcelEnd(_text, _at + letters));
    }

    private bool ReadCued()
    {
        if (_at != _cueAt) return false;
        if (IsCued(WordRoles.OrderCue) && Wants(PiiKinds.Order) && Found(PiiKinds.Order, _at, OrderNumber.CuedEnd(_text, _at, _vocabulary)))
        {
            _cueAt = SkipFillers(_at, out _); // one cue may announce several: 订单号 … 和 …
            return true;
        }
        if (!IsCued(WordRoles.AccountCue | WordRoles.AccountMaybeCue)) return false;
        if (Glyph.IsDigit(_text[_at]) && ReadPhone(new DigitGroups(_text, _at))) return true;
        return Wants(PiiKinds.Account) && Found(PiiKinds.Account, _at, AccountName.EndOf(_text, _at, IsCued(WordRoles.AccountCue), _vocabulary));
    }

    private bool ReadNumber()
    {
        var groups = new DigitGroups(_text, _at);
        if (IsWordStart)
        {
            if (Wants(PiiKinds.IdCard) && Found(PiiKinds.IdCard, _at, IdCardNumber.EndOf(_text, groups, IsCued(WordRoles.IdCardCue)))) return true;
            if (Wants(PiiKinds.BankCard) && Found(PiiKinds.BankCard, _at, BankCardNumber.EndOf(_text, groups, IsCued(WordRoles.BankCardCue)))) return true;
        }
        if (ReadPhone(groups)) return true;
        var end = groups.Count > 0 ? groups.EndOf(0) : Glyph.DigitsEnd(_text, _at);
        if (Wants(PiiKinds.Order) && end - _at >= LeastDigitsBeforeCue && groups.Count > 0
            && _vocabulary.Has(_text, SkipFillers(end, out _), WordRoles.OrderCue) && Found(PiiKinds.Order, _at, end)) return true;
        _at = end;
        return false;
    }

    private bool ReadPhone(in DigitGroups groups)
    {
        if (!Wants(PiiKinds.Phone)) return false;
        var start = _at > _floor && Glyph.Fold(_text[_at - 1]) == '+' ? _at - 1 : _at;
        return Found(PiiKinds.Phone, start, PhoneNumber.EndOf(_text, groups, IsCued(WordRoles.PhoneCue)));
    }

    private bool SkipLetters()
    {
        while (_at < _text.Length && Glyph.IsLetter(_text[_at])) _at++;
        return false;
    }

    private bool ReadCharacter()
    {
        if (ReadCue()) return false;
        const WordRoles parts = WordRoles.Area | WordRoles.NameEnds | WordRoles.NumberEnds | WordRoles.Lookalike;
        var length = _vocabulary.Match(_text, _at, parts, out var roles);
        if (length > 0 && (roles & WordRoles.Lookalike) == WordRoles.Nothing && Wants(PiiKinds.Address))
        {
            var address = new StreetAddress(_vocabulary, _text);
            if (address.Read(_at, length, roles, _floor))
            {
                var isCued = address.Start == _cueAt && (_cue & WordRoles.AddressCue) != WordRoles.Nothing;
                if (address.IsPersonal(isCued)) return Found(PiiKinds.Address, address.Start, address.End);
                // A shorter address within says less: what makes one personal only adds up.
                _at = address.End;
                return false;
            }
        }
        _at += Math.Max(length, 1);
        return false;
    }

    private readonly bool Wants(PiiKinds kind) => (_kinds & kind) != PiiKinds.None;

    private bool Found(PiiKinds kind, int start, int end)
    {
        if (end == 0) return false;
        Current = new PiiSpan(kind, TextSpan.FromBounds(start, end));
        _at = _floor = end;
        return true;
    }
}
