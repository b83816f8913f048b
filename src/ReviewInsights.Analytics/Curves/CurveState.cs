using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ReviewInsights.Analytics.Curves;

/// <summary>
/// Everything a curve is computed from, as exact integers: for each pair of stages (a, b) the number of reviews that cover both,
/// the sum of their scores at a, and the sum of the products; on the diagonal these are n, Σx and Σx². Scores are integers from
/// -10000 to 10000, so sums of scores fit a long for any number of reviews, and sums of products an Int128.
/// </summary>
internal sealed class CurveState
{
    internal const int Unit = 10_000;

    private readonly ImmutableArray<string> _stages;
    private readonly long[] _counts;
    private readonly long[] _sums;
    private readonly Int128[] _products;
    private readonly long[] _positive;
    private readonly long[] _negative;
    private readonly ScoreHistogram?[] _histograms;
    private readonly Dictionary<AspectKey, long> _aspects = [];

    // The review being added: its sum and number of opinions per stage, and what it has said of which aspect.
    private readonly long[] _reviewSums;
    private readonly int[] _reviewCounts;
    private readonly HashSet<AspectKey> _reviewAspects = [];

    internal CurveState(ImmutableArray<string> stages)
    {
        _stages = stages;
        var pairs = stages.Length * stages.Length;
        _counts = new long[pairs];
        _sums = new long[pairs];
        _products = new Int128[pairs];
        _positive = new long[stages.Length];
        _negative = new long[stages.Length];
        _histograms = new ScoreHistogram?[stages.Length];
        _reviewSums = new long[stages.Length];
        _reviewCounts = new int[stages.Length];
    }

    internal long Reviews { get; private set; }

    internal int StageCount => _stages.Length;

    internal string Stage(int stage) => _stages[stage];

    internal long Count(int stage) => _counts[Pair(stage, stage)];

    internal long Positive(int stage) => _positive[stage];

    internal long Negative(int stage) => _negative[stage];

    internal double Mean(int stage) => (double)_sums[Pair(stage, stage)] / Count(stage) / Unit;

    internal double StandardDeviation(int stage)
    {
        var n = Count(stage);
        return n < 2 ? 0 : Math.Sqrt(CentredProducts(stage, stage) / (n - 1));
    }

    /// <summary>
    /// Σ (x − mean a)(y − mean b) over the reviews that cover both stages, in squared score units. The subtraction is done in
    /// integers, over the common denominator n(a)·n(b), so that nothing cancels.
    /// </summary>
    internal double CentredProducts(int a, int b)
    {
        Int128 na = Count(a), nb = Count(b), sa = _sums[Pair(a, a)], sb = _sums[Pair(b, b)];
        Int128 n = _counts[Pair(a, b)], sab = _sums[Pair(a, b)], sba = _sums[Pair(b, a)];

        // Int128 holds this for some 10^9 reviews a stage; checked, because beyond that it must not go wrong in silence.
        var numerator = checked((_products[Pair(a, b)] * na * nb) - (sab * sb * na) - (sba * sa * nb) + (n * sa * sb));
        return (double)numerator / (double)(na * nb) / ((double)Unit * Unit);
    }

    internal IEnumerable<AspectCount> Aspects(int stage, bool negative) =>
        from entry in _aspects
        where entry.Key.Stage == stage && entry.Key.Negative == negative
        select new AspectCount(entry.Key.Aspect, entry.Value);

    internal void Begin()
    {
        Array.Clear(_reviewSums);
        Array.Clear(_reviewCounts);
        _reviewAspects.Clear();
    }

    internal void Take(string aspect, string stage, double score)
    {
        if (!(Math.Abs(score) <= 1))
            throw new ArgumentException($"The score {score} of an opinion about '{aspect}' is outside [-1, 1].", nameof(score));
        if (string.Equals(stage, Lexicon.NoStageCode, StringComparison.Ordinal)) return;
        var index = _stages.IndexOf(stage);
        if (index < 0)
        {
            throw new ArgumentException(
                $"The stage '{stage}' of an opinion is not on the curve: {string.Join(", ", _stages)}.", nameof(stage));
        }

        var units = ToUnits(score);
        _reviewSums[index] += units;
        _reviewCounts[index]++;
        if (units != 0) _reviewAspects.Add(new AspectKey(index, aspect, units < 0));
    }

    internal void Commit()
    {
        for (var a = 0; a < _stages.Length; a++)
        {
            if (_reviewCounts[a] == 0) continue;
            var x = RoundedMean(_reviewSums[a], _reviewCounts[a]);
            if (x > 0) _positive[a]++;
            if (x < 0) _negative[a]++;
            HistogramOf(a).Add(x);
            for (var b = 0; b < _stages.Length; b++)
            {
                if (_reviewCounts[b] == 0) continue;
                var pair = Pair(a, b);
                _counts[pair]++;
                _sums[pair] += x;
                _products[pair] += x * RoundedMean(_reviewSums[b], _reviewCounts[b]);
            }
        }

        foreach (var key in _reviewAspects) CollectionsMarshal.GetValueRefOrAddDefault(_aspects, key, out _)++;
        Reviews++;
    }

    /// <exception cref="OverflowException">A sum is larger than a number can be, which no reviews add up to, but what was read may.</exception>
    internal void Merge(CurveState other)
    {
        checked
        {
            Reviews += other.Reviews;
            for (var pair = 0; pair < _counts.Length; pair++)
            {
                _counts[pair] += other._counts[pair];
                _sums[pair] += other._sums[pair];
                _products[pair] += other._products[pair];
            }

            for (var stage = 0; stage < _stages.Length; stage++)
            {
                _positive[stage] += other._positive[stage];
                _negative[stage] += other._negative[stage];
                if (other._histograms[stage] is { } scores) HistogramOf(stage).Merge(scores);
            }
        }

        foreach (var (key, count) in other._aspects) AddAspect(key, count);
    }

    /// <summary>Writes everything as properties of the object that is open.</summary>
    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("reviews", Reviews);
        PartialState.WriteNumbers(writer, "counts", _counts);
        PartialState.WriteNumbers(writer, "sums", _sums);
        PartialState.WriteNumbers(writer, "products", _products);
        PartialState.WriteNumbers(writer, "positive", _positive);
        PartialState.WriteNumbers(writer, "negative", _negative);
        writer.WriteStartArray("scores");
        foreach (var histogram in _histograms)
        {
            // Pairs of bin and count: most bins of most groups are empty.
            writer.WriteStartArray();
            for (var bin = 0; histogram is not null && bin < ScoreHistogram.BinCount; bin++)
            {
                if (histogram.Counts[bin] == 0) continue;
                writer.WriteNumberValue(bin);
                writer.WriteNumberValue(histogram.Counts[bin]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("aspects");
        foreach (var (key, count) in _aspects.OrderBy(a => a.Key.Stage).ThenBy(a => a.Key.Aspect, StringComparer.Ordinal).ThenBy(a => a.Key.Negative))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(key.Stage);
            PartialState.WriteText(writer, key.Aspect);
            writer.WriteBooleanValue(key.Negative);
            writer.WriteNumberValue(count);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>Adds what <see cref="Write"/> wrote.</summary>
    internal void Read(JsonElement state)
    {
        Reviews = checked(Reviews + PartialState.ReadCount(state.GetProperty("reviews")));
        PartialState.AddCounts(state, "counts", _counts);
        PartialState.AddNumbers(state, "sums", _sums);
        PartialState.AddNumbers(state, "products", _products);
        PartialState.AddCounts(state, "positive", _positive);
        PartialState.AddCounts(state, "negative", _negative);
        var scores = state.GetProperty("scores");
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            var pairs = scores[stage];
            for (var i = 0; i + 1 < pairs.GetArrayLength(); i += 2)
            {
                var bin = pairs[i].GetInt32();
                if ((uint)bin >= ScoreHistogram.BinCount) throw new FormatException($"bin {bin} is none of 0 to {ScoreHistogram.BinCount - 1}");
                HistogramOf(stage).Add(bin, PartialState.ReadCount(pairs[i + 1]));
            }
        }

        foreach (var entry in state.GetProperty("aspects").EnumerateArray())
        {
            var stage = entry[0].GetInt32();
            if ((uint)stage >= (uint)_stages.Length) throw new FormatException($"stage {stage} is none of 0 to {_stages.Length - 1}");
            AddAspect(new AspectKey(stage, PartialState.ReadText(entry[1]), entry[2].GetBoolean()), PartialState.ReadCount(entry[3]));
        }
    }

    /// <summary>A score in ten-thousandths, rounded as <see cref="Math.Round(double, int)"/> rounds when a record is written.</summary>
    internal static long ToUnits(double score) => (long)Math.Round(score * Unit);

    /// <summary>Sum over count to the nearest integer, halves away from 0, so that praise and blame mirror each other.</summary>
    internal static long RoundedMean(long sum, int count) => Math.Sign(sum) * (((2 * Math.Abs(sum)) + count) / (2L * count));

    /// <summary>Scores of the reviews that speak about a stage.</summary>
    internal ScoreHistogram HistogramOf(int stage) => _histograms[stage] ??= new ScoreHistogram();

    private void AddAspect(AspectKey key, long count)
    {
        ref var reviews = ref CollectionsMarshal.GetValueRefOrAddDefault(_aspects, key, out _);
        reviews = checked(reviews + count);
    }

    private int Pair(int a, int b) => (a * _stages.Length) + b;

    private readonly record struct AspectKey(int Stage, string Aspect, bool Negative);
}
