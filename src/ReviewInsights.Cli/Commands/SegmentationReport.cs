using System.Text.Encodings.Web;
using System.Text.Json;
using ReviewInsights.Training;

namespace ReviewInsights.Cli.Commands;

/// <summary>An evaluation of segmentation, as text for people and as JSON for programs.</summary>
internal sealed class SegmentationReport(LexiconInfo lexicon, SegmentationEvaluation evaluation)
{
    private const int JsonVersion = 1;

    private const int DifferencesShown = 20;

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Name and evaluation of another lexicon over the same texts, or null.</summary>
    public (string Name, SegmentationEvaluation Evaluation)? Against { get; set; }

    public void WriteText(TextWriter output)
    {
        var words = evaluation.Words;
        output.WriteLine($"{evaluation.Texts.Count} texts: precision {words.Precision:0.0000}, recall {words.Recall:0.0000}, F1 {words.F1:0.0000}, gold words {words.Gold}, words {words.Predicted}");
        var recall = EvaluateCommand.Table("gold words", "recall", "number");
        recall.Add(["known", $"{evaluation.KnownWords.Recall:0.0000}", $"{evaluation.KnownWords.Gold}"]);
        recall.Add(["unknown", $"{evaluation.UnknownWords.Recall:0.0000}", $"{evaluation.UnknownWords.Gold}"]);
        recall.Write(output);
        output.WriteLine("\nmost frequent wrong cuts");
        foreach (var (difference, count) in evaluation.Differences.Take(DifferencesShown)) output.WriteLine($"  {count,5}  {difference.Gold} → {difference.Found}");
        if (Against is not { } other) return;
        var change = DifferenceTo(other.Evaluation);
        output.WriteLine(
            $"\nagainst {other.Name}: F1 {other.Evaluation.Words.F1:0.0000}, difference {change.Difference:+0.0000;-0.0000}, 95 % interval {change.Low:+0.0000;-0.0000} to {change.High:+0.0000;-0.0000} (paired bootstrap over texts): {(change.IsSignificant ? "significant" : "not significant")}");
    }

    public void WriteJson(Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, JsonOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", JsonVersion);
            writer.WriteString("lexicon", lexicon.Version);
            writer.WriteNumber("texts", evaluation.Texts.Count);
            Write(writer, evaluation.Words);
            Write(writer, "known", evaluation.KnownWords);
            Write(writer, "unknown", evaluation.UnknownWords);
            writer.WriteStartArray("differences");
            foreach (var (difference, count) in evaluation.Differences.Take(DifferencesShown))
            {
                writer.WriteStartObject();
                writer.WriteString("gold", difference.Gold);
                writer.WriteString("found", difference.Found);
                writer.WriteNumber("count", count);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            if (Against is { } other) WriteAgainst(writer, other.Name, other.Evaluation);
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private BootstrapDifference DifferenceTo(SegmentationEvaluation other) => PairedTests.Bootstrap(other.Texts, evaluation.Texts);

    private void WriteAgainst(Utf8JsonWriter writer, string name, SegmentationEvaluation other)
    {
        var change = DifferenceTo(other);
        writer.WriteStartObject("against");
        writer.WriteString("lexicon", name);
        Write(writer, other.Words);
        writer.WriteNumber("difference", change.Difference);
        writer.WriteNumber("low", change.Low);
        writer.WriteNumber("high", change.High);
        writer.WriteBoolean("significant", change.IsSignificant);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, WordScore words)
    {
        writer.WriteNumber("gold_words", words.Gold);
        writer.WriteNumber("words", words.Predicted);
        writer.WriteNumber("precision", words.Precision);
        writer.WriteNumber("recall", words.Recall);
        writer.WriteNumber("f1", words.F1);
    }

    private static void Write(Utf8JsonWriter writer, string name, WordScore words)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("gold_words", words.Gold);
        writer.WriteNumber("recall", words.Recall);
        writer.WriteEndObject();
    }
}
