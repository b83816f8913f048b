namespace ReviewInsights.Lexicons;

/// <summary>
/// Packs sorted keys into a double array, breadth first, so that the crowded upper levels lie together. Cells are taken
/// first fit from a free list: a dense array is a fast array, since the walk waits for memory and nothing else.
/// </summary>
internal sealed class TrieBuilder
{
    /// <summary>After this many misfits the search for wide nodes moves on: the cells passed over suit only-children.</summary>
    private const int MisfitLimit = 2000;

    private readonly int _codeCount;
    private ushort[] _labels = [];
    private TrieNode[] _nodes = [];
    private bool[] _isBase = [];
    private bool[] _isFree = [];
    private int[] _next = [];
    private int[] _previous = [];
    private int _firstFree = -1;
    private int _lastFree = -1;
    private int _wideSearchStart = -1;
    private int _lastUsed;

    private TrieBuilder(int codeCount) => _codeCount = codeCount;

    /// <summary>Builds the array.</summary>
    /// <param name="keys">Distinct keys as character codes, none of them 0, in ordinal order.</param>
    /// <param name="logProbabilities">Per key; NaN where the key is not a word.</param>
    /// <param name="payloads">Per key.</param>
    /// <param name="codeCount">Highest character code.</param>
    internal static (ushort[] Labels, TrieNode[] Nodes) Build(ushort[][] keys, float[] logProbabilities, int[] payloads, int codeCount)
    {
        var builder = new TrieBuilder(codeCount);
        builder.Grow(Math.Max(1024, keys.Length * 3));
        builder.Take(0);
        builder.Fill(keys, logProbabilities, payloads);
        // The walk reads Base + code without a bound: every cell that can be addressed must exist.
        var length = builder._lastUsed + codeCount + 2;
        if (length > builder._nodes.Length) builder.Grow(length);
        return (builder._labels[..length], builder._nodes[..length]);
    }

    private void Fill(ushort[][] keys, float[] logProbabilities, int[] payloads)
    {
        var pending = new Queue<(int Node, int From, int To, int Depth)>();
        pending.Enqueue((0, 0, keys.Length, 0));
        var children = new List<(ushort Code, int From, int To)>();
        while (pending.TryDequeue(out var range))
        {
            var (node, at, to, depth) = range;
            if (at < to && keys[at].Length == depth)
            {
                _nodes[node].LogProbability = logProbabilities[at];
                _nodes[node].Payload = payloads[at];
                at++;
            }
            children.Clear();
            while (at < to)
            {
                var code = keys[at][depth];
                var from = at;
                while (at < to && keys[at][depth] == code) at++;
                children.Add((code, from, at));
            }
            if (children.Count == 0) continue;
            var offset = FindBase(children);
            _nodes[node].Base = offset;
            _isBase[offset] = true;
            foreach (var (code, from, end) in children)
            {
                Take(offset + code);
                _labels[offset + code] = code;
                pending.Enqueue((offset + code, from, end, depth + 1));
            }
        }
    }

    private int FindBase(List<(ushort Code, int From, int To)> children)
    {
        var first = children[0].Code;
        var wide = children.Count > 1;
        var cell = wide && _wideSearchStart >= 0 && _isFree[_wideSearchStart] ? _wideSearchStart : _firstFree;
        var start = cell;
        for (var misfits = 0; ; misfits++)
        {
            if (cell < 0) cell = Grow(_nodes.Length * 2);
            var offset = cell - first;
            if (offset > 0)
            {
                if (offset + _codeCount >= _nodes.Length) Grow(offset + _codeCount + 1);
                if (!_isBase[offset] && Fits(children, offset))
                {
                    if (misfits > MisfitLimit) _wideSearchStart = Advance(start, misfits / 2);
                    return offset;
                }
            }
            cell = _next[cell];
        }
    }

    private bool Fits(List<(ushort Code, int From, int To)> children, int offset)
    {
        for (var i = 1; i < children.Count; i++)
            if (!_isFree[offset + children[i].Code]) return false;
        return true;
    }

    private int Advance(int cell, int steps)
    {
        while (steps-- > 0 && _next[cell] >= 0) cell = _next[cell];
        return cell;
    }

    /// <summary>Appends free cells; returns the first of them.</summary>
    private int Grow(int size)
    {
        var old = _nodes.Length;
        size = Math.Max(size, old * 2);
        Array.Resize(ref _labels, size);
        Array.Resize(ref _nodes, size);
        Array.Resize(ref _isBase, size);
        Array.Resize(ref _isFree, size);
        Array.Resize(ref _next, size);
        Array.Resize(ref _previous, size);
        for (var i = old; i < size; i++)
        {
            _labels[i] = Trie.NoLabel;
            _nodes[i].LogProbability = float.NaN;
            _isFree[i] = true;
            _previous[i] = _lastFree;
            _next[i] = -1;
            if (_lastFree >= 0) _next[_lastFree] = i;
            else _firstFree = i;
            _lastFree = i;
        }
        return old;
    }

    private void Take(int cell)
    {
        _isFree[cell] = false;
        int previous = _previous[cell], next = _next[cell];
        if (previous >= 0) _next[previous] = next;
        else _firstFree = next;
        if (next >= 0) _previous[next] = previous;
        else _lastFree = previous;
        if (_wideSearchStart == cell) _wideSearchStart = next;
        _lastUsed = Math.Max(_lastUsed, cell);
    }
}
