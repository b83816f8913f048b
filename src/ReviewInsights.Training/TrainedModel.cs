using ReviewInsights.Lexicons;

namespace ReviewInsights.Training;

/// <summary>A trained model in the form that <see cref="LexiconBuilder.AddModel"/> reads. Immutable.</summary>
public sealed class TrainedModel
{
    private readonly ModelData _data;

    internal TrainedModel(ModelData data) => _data = data;

    /// <summary>Number of distinct grams.</summary>
    public int GramCount => _data.Grams.Length;

    /// <summary>Rows of weights of the clause heads.</summary>
    public int RowCount => _data.Scales.Length;

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    /// <param name="destination">Where to write; left open.</param>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        _data.Save(destination);
    }
}
