using ReviewInsights.Lexicons;
using ReviewInsights.Models;

namespace ReviewInsights.Training.Opinions;

/// <summary>What each head should say about each clause, and how much it matters; rows of <see cref="HeadLayout.Count"/>.</summary>
internal sealed class ClauseLabels
{
    private readonly ClauseCorpus _corpus;
    private readonly HeadLayout _heads;

    internal ClauseLabels(ClauseCorpus corpus, OpinionTrainingOptions options)
    {
        _corpus = corpus;
        _heads = corpus.Heads;
        Labels = new float[corpus.Clauses.Count * _heads.Count];
        Costs = new float[Labels.Length];
        Array.Fill(Costs, options.HeadCost);
        for (var c = 0; c < corpus.Clauses.Count; c++)
        {
            var labels = Labels.AsSpan(c * _heads.Count, _heads.Count);
            var costs = Costs.AsSpan(c * _heads.Count, _heads.Count);
            foreach (var opinion in corpus.Clauses[c].Opinions) Label(opinion, labels);
            LimitPolarity(labels, costs, options);
            LimitStages(c, costs);
            LabelSuggestion(c, labels, costs);
        }
    }

    internal float[] Labels { get; }

    internal float[] Costs { get; }

    private void Label(GoldOpinion opinion, Span<float> labels)
    {
        var cell = _corpus.CellOf(opinion);
        if (cell < 0) return;
        labels[cell / HeadLayout.Polarities] = 1;
        labels[_heads.FirstPolarity + cell % HeadLayout.Polarities] = 1;
        labels[_heads.FirstCell + cell] = 1;
        if (opinion.Stage is { } code && _corpus.Lexicon.Info.Stages.IndexOf(code) is >= 0 and var stage) labels[_heads.FirstStage + stage] = 1;
    }

    /// <summary>Polarity heads learn only from clauses with one polarity, and more from the rare neutral ones.</summary>
    private void LimitPolarity(ReadOnlySpan<float> labels, Span<float> costs, OpinionTrainingOptions options)
    {
        var polarities = labels.Slice(_heads.FirstPolarity, HeadLayout.Polarities);
        var isSingle = polarities[0] + polarities[1] + polarities[2] == 1;
        costs.Slice(_heads.FirstPolarity, HeadLayout.Polarities).Fill(!isSingle ? 0 : polarities[1] == 1 ? options.PolarityCost * options.NeutralFactor : options.PolarityCost);
    }

    private void LimitStages(int clause, Span<float> costs)
    {
        if (_corpus.Clauses[clause].Opinions.Any(o => o.Stage is null)) costs.Slice(_heads.FirstStage, _heads.Stages).Clear();
    }

    /// <summary>
    /// Which clause of a review holds the suggestion nobody marked: those with a word of wishing or advising do. A review that
    /// suggests without such a word teaches nothing.
    /// </summary>
    private void LabelSuggestion(int clause, Span<float> labels, Span<float> costs)
    {
        var row = _corpus.Clauses[clause];
        var cues = new ClauseCues(_heads);
        var wishes = row.Cues.Any(c => cues.IsWish(c.Cue));
        switch (_corpus.Reviews[row.Review].Suggestion)
        {
            case null:
            case true when !wishes:
                costs[_heads.Suggestion] = 0;
                break;
            case true:
                labels[_heads.Suggestion] = 1;
                break;
        }
    }
}
