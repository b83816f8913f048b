using System.Runtime.InteropServices;

namespace ReviewInsights.Training.Learning;

/// <summary>Rows of (feature, value) pairs, one behind the other. Built once, then read by any number of threads.</summary>
internal sealed class SparseRows
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _features = [];
    private readonly List<float> _values = [];

    internal int Count => _starts.Count - 1;

    /// <summary>Highest feature number plus one.</summary>
    internal int FeatureCount { get; private set; }

    internal void Add(int feature, float value)
    {
        if (value == 0) return;
        _features.Add(feature);
        _values.Add(value);
        FeatureCount = Math.Max(FeatureCount, feature + 1);
    }

    internal void EndRow() => _starts.Add(_features.Count);

    internal ReadOnlySpan<int> FeaturesOf(int row) => CollectionsMarshal.AsSpan(_features)[_starts[row].._starts[row + 1]];

    internal ReadOnlySpan<float> ValuesOf(int row) => CollectionsMarshal.AsSpan(_values)[_starts[row].._starts[row + 1]];

    /// <summary>The same rows with features renumbered; those that map to a negative number are left out.</summary>
    internal SparseRows Select(ReadOnlySpan<int> newNumbers)
    {
        var selected = new SparseRows();
        for (var row = 0; row < Count; row++)
        {
            ReadOnlySpan<int> features = FeaturesOf(row);
            ReadOnlySpan<float> values = ValuesOf(row);
            for (var i = 0; i < features.Length; i++)
                if (newNumbers[features[i]] >= 0) selected.Add(newNumbers[features[i]], values[i]);
            selected.EndRow();
        }
        return selected;
    }
}
