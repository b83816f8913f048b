using ReviewInsights.Lexicons;
using ReviewInsights.Training.Opinions;

namespace ReviewInsights.Training;

/// <summary>A trained model in the form that <see cref="LexiconBuilder.AddModel"/> reads. Immutable.</summary>
public sealed class TrainedModel
{
    private readonly ModelData _data;

    internal TrainedModel(ModelData data) => _data = data;

    /// <summary>The model that a lexicon holds, or null where it has none that fits its aspects and stages.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lexicon"/> is null.</exception>
    public static TrainedModel? Of(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        return ModelUnpacker.Unpack(lexicon) is { } data ? new TrainedModel(data) : null;
    }

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
