using System.CommandLine;
using ReviewInsights.IO;

namespace ReviewInsights.RabbitMq;

/// <summary><c>collect -o FILE</c>: the records in the order of the input, each once.</summary>
internal static class CollectCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "File to write; it appears when it is complete", Required = true };
        var expect = new Option<long?>("--expect") { Description = "How many reviews were published; if records are missing nothing is written and all stays in the queue" };
        var idle = new Option<double>("--idle") { Description = "Ends when nothing has come for this many seconds", DefaultValueFactory = _ => 10 };
        var command = new Command("collect", "Writes the records in the order of the input, each once.") { output, expect, idle };
        var broker = new BrokerOptions(command);
        command.SetAction(async (parsed, stop) =>
        {
            var queues = broker.Queues(parsed);
            await using var connection = await broker.ConnectAsync(parsed, stop);
            await using (var channel = await connection.CreateChannelAsync(cancellationToken: stop))
                await queues.DeclareAsync(channel, stop);
            var deliveries = await Deliveries.OpenAsync(connection, queues.Tagged, prefetch: 0, stop);
            var (merge, last) = await ReadAsync(deliveries, TimeSpan.FromSeconds(parsed.GetValue(idle)), stop);
            await Console.Error.WriteLineAsync($"{merge.Count} records, {merge.Repeated} of them more than once");
            if (parsed.GetValue(expect) is { } expected && merge.Missing(expected) is { Count: > 0 } missing)
            {
                await Console.Error.WriteLineAsync($"{missing.Count} of {expected} records are missing, the first for line {missing.First}; look into {queues.Dead}, or collect again later");
                return ExitCode.Incomplete;
            }

            using (var file = PartialFile.Create(parsed.GetValue(output)!))
            {
                merge.Write(file.Stream);
                file.Commit();
            }

            // Only now: what is on disk need not be in the queue.
            if (last is { } tag) await deliveries.Channel.BasicAckAsync(tag, multiple: true, stop);
            await deliveries.CloseAsync();
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<(RecordMerge Merge, ulong? Last)> ReadAsync(Deliveries deliveries, TimeSpan idle, CancellationToken stop)
    {
        var merge = new RecordMerge();
        ulong? last = null;
        while (true)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(stop);
            quiet.CancelAfter(idle);
            try
            {
                if (!await deliveries.Reader.WaitToReadAsync(quiet.Token)) return (merge, last);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return (merge, last);
            }

            while (deliveries.Reader.TryRead(out var delivery))
            {
                merge.Add(delivery.Sequence, delivery.Body);
                last = delivery.Tag;
            }
        }
    }
}
