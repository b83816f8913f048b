using System.CommandLine;

namespace ReviewInsights.RabbitMq;

/// <summary><c>collect -o FILE</c>: the records in the order of the input, each once.</summary>
internal static class CollectCommand
{
    private const ushort Prefetch = 1000;

    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "File to write; it appears when it is complete, until then the records are in FILE.spool", Required = true };
        var expect = new Option<long>("--expect") { Description = "How many reviews were published; if records are missing FILE is not written, and collecting again goes on", Required = true };
        var dead = new Option<long>("--dead") { Description = "How many of them could not be read, as dead lists them, and have no record", DefaultValueFactory = _ => 0 };
        var idle = new Option<double>("--idle") { Description = "Ends when nothing has come for this many seconds", DefaultValueFactory = _ => 10 };
        var command = new Command("collect", "Writes the records in the order of the input, each once.") { output, expect, dead, idle };
        var broker = new BrokerOptions(command);
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetValue(output)!;
            using var spool = RecordSpool.Open(path + ".spool");
            await using var connection = await broker.ConnectAsync(parsed, stop);
            await ReadAsync(await OpenAsync(connection, broker.Queues(parsed), stop), spool, TimeSpan.FromSeconds(parsed.GetValue(idle)), stop);
            await Console.Error.WriteLineAsync($"{spool.Count} records; {spool.Repeated} came more than once");
            // Silence is no sign of the end: workers may be busy, or gone.
            var expected = parsed.GetValue(expect);
            var missing = spool.Missing(expected);
            if (missing.Count > parsed.GetValue(dead))
            {
                await Console.Error.WriteLineAsync($"{missing.Count} of {expected} records are missing, the first for line {missing.First}; collect again later, or see dead and give --dead");
                return ExitCode.Incomplete;
            }

            spool.WriteTo(path);
            File.Delete(path + ".spool");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<Deliveries> OpenAsync(RabbitMQ.Client.IConnection connection, Queues queues, CancellationToken stop)
    {
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: stop))
            await queues.DeclareAsync(channel, stop);
        return await Deliveries.OpenAsync(connection, queues.Tagged, Prefetch, stop);
    }

    private static async Task ReadAsync(Deliveries deliveries, RecordSpool spool, TimeSpan idle, CancellationToken stop)
    {
        while (await deliveries.WaitAsync(idle, stop))
        {
            ulong last = 0;
            while (deliveries.Reader.TryRead(out var delivery))
            {
                spool.Add(delivery.Sequence, delivery.Body.Span);
                last = delivery.Tag;
            }

            // Only now: what is on disk need not be in the queue. All before it are on disk too.
            spool.Flush();
            await deliveries.Channel.BasicAckAsync(last, multiple: true, stop);
        }

        await deliveries.CloseAsync();
    }
}
