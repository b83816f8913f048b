namespace ReviewInsights.Training;

/// <summary>The cuts of people and of a segmenter through one text, side by side.</summary>
internal sealed class Cuts
{
    private readonly string _text;
    private readonly bool[] _required;
    private readonly bool[] _optional;
    private readonly bool[] _found;

    internal Cuts(SegmentedText gold, IReadOnlyList<int> ends)
    {
        _text = gold.Text;
        _required = Marks(gold.Ends);
        _optional = Marks(gold.OptionalCuts);
        _found = Marks(ends);
    }

    /// <summary>Whether an annotated word was found: both ends cut, and inside at most where a cut is optional.</summary>
    internal bool IsFound(int start, int end)
    {
        if (!_found[end] || !_found[start]) return false;
        for (var i = start + 1; i < end; i++)
            if (_found[i] && !_optional[i]) return false;
        return true;
    }

    /// <summary>Whether a predicted word is right: both ends are required or optional cuts, and no required one lies inside.</summary>
    internal bool IsRight(int start, int end)
    {
        if (!IsAllowed(start) || !IsAllowed(end)) return false;
        for (var i = start + 1; i < end; i++)
            if (_required[i]) return false;
        return true;
    }

    /// <summary>The shortest stretches that were cut wrongly, in the order of the text.</summary>
    internal IEnumerable<CutDifference> Differences()
    {
        var start = 0;
        var differs = false;
        for (var i = 1; i <= _text.Length; i++)
        {
            differs |= _required[i] ? !_found[i] : _found[i] && !_optional[i];
            if (!_required[i] || !_found[i]) continue;
            if (differs) yield return new CutDifference(Words(_required, start, i), Words(_found, start, i));
            (start, differs) = (i, false);
        }
    }

    private bool IsAllowed(int at) => _required[at] || _optional[at];

    /// <summary>Marks of the places, the beginning of the text included.</summary>
    private bool[] Marks(IReadOnlyList<int> places)
    {
        var marks = new bool[_text.Length + 1];
        marks[0] = true;
        foreach (var place in places) marks[place] = true;
        return marks;
    }

    private string Words(bool[] cuts, int start, int end)
    {
        var words = new System.Text.StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (i > start && cuts[i]) words.Append(' ');
            words.Append(_text[i]);
        }
        return words.ToString();
    }
}
