namespace ReviewInsights.Training;

/// <summary>Compares an analyser's overall polarity with labels. Stateless.</summary>
public static class PolarityEvaluator
{
    /// <summary>Analyses all texts and sums up; a score above 0 reads as positive. Costs microseconds a text.</summary>
    /// <param name="analyzer">The analyser.</param>
    /// <param name="texts">Labelled texts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PolarityEvaluation Evaluate(ReviewAnalyzer analyzer, IReadOnlyList<LabelledText> texts)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(texts);
        var result = new PolarityEvaluation();
        using var session = analyzer.OpenSession();
        foreach (var text in texts)
        {
            session.Analyze(text.Text);
            result.Add(text, session.Overall);
        }
        return result;
    }
}

/// <summary>What an evaluation of overall polarity found.</summary>
public sealed class PolarityEvaluation
{
    private readonly int[,] _confusion = new int[2, 2];
    private readonly SortedDictionary<string, (int Right, int Count)> _byCategory = new(StringComparer.Ordinal);
    private readonly List<bool> _isRight = [];

    internal PolarityEvaluation()
    {
    }

    /// <summary>Number of texts.</summary>
    public int Count => _isRight.Count;

    /// <summary>Share of texts with the right sign, in [0, 1].</summary>
    public double Accuracy => Count == 0 ? 0 : (double)_isRight.Count(r => r) / Count;

    /// <summary>Mean of the F1 of both classes, in [0, 1].</summary>
    public double MacroF1 => (F1(0) + F1(1)) / 2;

    /// <summary>Stated probabilities of being positive.</summary>
    public Calibration Calibration { get; } = new();

    /// <summary>Right and all texts by category of goods.</summary>
    public IReadOnlyDictionary<string, (int Right, int Count)> ByCategory => _byCategory;

    /// <summary>Whether each text's sign is right, in the order given.</summary>
    public IReadOnlyList<bool> IsRight => _isRight;

    /// <summary>Texts by label and prediction.</summary>
    /// <param name="isPositive">The label.</param>
    /// <param name="saidPositive">The prediction.</param>
    public int Confusions(bool isPositive, bool saidPositive) => _confusion[isPositive ? 1 : 0, saidPositive ? 1 : 0];

    internal void Add(LabelledText text, OverallPolarity found)
    {
        var said = found.Score > 0;
        _confusion[text.IsPositive ? 1 : 0, said ? 1 : 0]++;
        _isRight.Add(said == text.IsPositive);
        Calibration.Add(said ? found.Confidence : 1 - found.Confidence, text.IsPositive);
        var (right, count) = _byCategory.GetValueOrDefault(text.Category);
        _byCategory[text.Category] = (right + (said == text.IsPositive ? 1 : 0), count + 1);
    }

    private double F1(int @class)
    {
        int right = _confusion[@class, @class], wrong = _confusion[@class, 1 - @class] + _confusion[1 - @class, @class];
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong);
    }
}
