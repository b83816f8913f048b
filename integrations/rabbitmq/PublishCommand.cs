using System.CommandLine;
using System.Text;
using RabbitMQ.Client;

namespace ReviewInsights.RabbitMq;

/// <summary><c>publish FILE</c>: each line of an NDJSON file becomes a message.</summary>
internal static class PublishCommand
{
    private const int BatchSize = 256;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Reviews as NDJSON, UTF-8; - is standard input" };
        var command = new Command("publish", "Puts reviews into the queue, numbered in their order.") { file };
        var broker = new BrokerOptions(command);
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetValue(file)!;
            using var reader = new StreamReader(path == "-" ? Console.OpenStandardInput() : File.OpenRead(path), Encoding.UTF8);
            await using var connection = await broker.ConnectAsync(parsed, stop);
            var published = await PublishAsync(connection, broker.Queues(parsed), reader, stop);
            await Console.Error.WriteLineAsync($"{published} reviews published");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<long> PublishAsync(IConnection connection, Queues queues, StreamReader reader, CancellationToken stop)
    {
        await using var channel = await Queues.OpenConfirmingAsync(connection, stop);
        await queues.DeclareAsync(channel, stop);
        long sequence = 0;
        var confirmations = new List<Task>(BatchSize);
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            // Blank lines are no rows, here as where the tool reads a file.
            if (string.IsNullOrWhiteSpace(line)) continue;
            var properties = new BasicProperties
            {
                Persistent = true,
                ContentType = "application/json",
                Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { [Queues.Sequence] = ++sequence },
            };
            confirmations.Add(channel.BasicPublishAsync("", queues.Reviews, mandatory: true, properties, Encoding.UTF8.GetBytes(line), stop).AsTask());
            if (confirmations.Count < BatchSize) continue;
            await Task.WhenAll(confirmations);
            confirmations.Clear();
        }

        await Task.WhenAll(confirmations);
        return sequence;
    }
}
