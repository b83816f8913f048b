using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReviewInsights.RabbitMq;

/// <summary><c>dead</c>: which messages could not be read, and why.</summary>
internal static class DeadCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var idle = new Option<double>("--idle") { Description = "Ends when nothing has come for this many seconds", DefaultValueFactory = _ => 2 };
        var command = new Command("dead", "Lists the messages that could not be read, one JSON object each; they stay in the queue; the first 65,535.") { idle };
        var broker = new BrokerOptions(command);
        command.SetAction(async (parsed, stop) =>
        {
            var queues = broker.Queues(parsed);
            await using var connection = await broker.ConnectAsync(parsed, stop);
            await using (var channel = await connection.CreateChannelAsync(cancellationToken: stop))
                await queues.DeclareAsync(channel, stop);
            var deliveries = await Deliveries.OpenAsync(connection, queues.Dead, ushort.MaxValue, stop);
            await using var output = Console.OpenStandardOutput();
            while (await deliveries.WaitAsync(TimeSpan.FromSeconds(parsed.GetValue(idle)), stop))
            {
                while (deliveries.Reader.TryRead(out var delivery)) Write(output, delivery);
            }

            await deliveries.CloseAsync();
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Stream output, Delivery delivery)
    {
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            if (delivery.Sequence is { } line) writer.WriteNumber("line", line);
            writer.WriteString("reason", delivery.Reason);
            // Whatever the bytes are, they are no review; here they are shown, not kept.
            writer.WriteString("body", Encoding.UTF8.GetString(delivery.Body.Span));
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
