using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReviewInsights.Cli.Curves;

/// <summary>The report as one JSON document, for programs.</summary>
internal static class CurveJson
{
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static void Write(Stream output, CurveReport report)
    {
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            writer.WriteStartArray("lexicons");
            foreach (var lexicon in report.Lexicons)
                writer.WriteStringValue(lexicon);
            writer.WriteEndArray();
            writer.WritePropertyName("curve");
            report.Curves.Overall.WriteJson(writer);
            if (report.By is not null)
                WriteGroups(writer, report);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteGroups(Utf8JsonWriter writer, CurveReport report)
    {
        writer.WriteString("by", report.By);
        writer.WriteStartArray("groups");
        foreach (var (key, curve) in report.Curves.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("group", key);
            writer.WritePropertyName("curve");
            curve.WriteJson(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
