using System.Buffers;
using RabbitMQ.Client;
using ReviewInsights.IO;

namespace ReviewInsights.RabbitMq;

/// <summary>
/// Takes reviews, tags them, publishes the records, and acknowledges a review only when the broker has confirmed its record. A worker
/// that dies in between leaves the review to another one: every review is answered at least once, and by the same bytes.
/// </summary>
internal sealed class ReviewWorker(ReviewAnalyzer analyzer, Queues queues, ushort prefetch, TextWriter log)
{
    private readonly NdjsonFormat _format = new();

    /// <summary>Works until told to stop; a batch that has begun is finished.</summary>
    /// <returns>How many reviews were tagged.</returns>
    /// <exception cref="IOException">The broker closed the connection.</exception>
    public async Task<long> RunAsync(IConnection connection, CancellationToken stop)
    {
        await using var output = await Queues.OpenConfirmingAsync(connection, stop);
        await queues.DeclareAsync(output, stop);
        var deliveries = await Deliveries.OpenAsync(connection, queues.Reviews, prefetch, stop);
        await log.WriteLineAsync($"working on {queues.Reviews}");
        long done = 0, tagged = 0;
        var batch = new List<Delivery>();
        while (await ReadBatchAsync(deliveries, batch, stop))
        {
            tagged += await AnswerAsync(output, batch);

            // One by one: with "multiple" a message that came in meanwhile could not be told from these.
            foreach (var delivery in batch) await deliveries.Channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None);
            done += batch.Count;
            await log.WriteLineAsync($"{done} done");
        }

        await deliveries.CloseAsync();
        await output.CloseAsync(CancellationToken.None);
        return tagged;
    }

    /// <summary>Waits for a message and takes what else is there.</summary>
    private static async Task<bool> ReadBatchAsync(Deliveries deliveries, List<Delivery> batch, CancellationToken stop)
    {
        batch.Clear();
        try
        {
            if (stop.IsCancellationRequested || !await deliveries.Reader.WaitToReadAsync(stop)) return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        while (deliveries.Reader.TryRead(out var delivery)) batch.Add(delivery);
        return true;
    }

    /// <summary>Publishes the answers and waits until the broker has confirmed all of them.</summary>
    private async Task<int> AnswerAsync(IChannel output, List<Delivery> batch)
    {
        var answers = new Answer[batch.Count];
        Parallel.For(0, batch.Count, i => answers[i] = Tag(batch[i]));
        var confirmations = new List<Task>(batch.Count);
        for (var i = 0; i < answers.Length; i++)
        {
            var properties = new BasicProperties { Persistent = true, ContentType = "application/json", Headers = HeadersOf(batch[i], answers[i].Reason) };
            var (exchange, key) = answers[i].Reason is null ? ("", queues.Tagged) : (queues.Dead, "");
            confirmations.Add(output.BasicPublishAsync(exchange, key, mandatory: true, properties, answers[i].Body).AsTask());
        }

        await Task.WhenAll(confirmations);
        return answers.Count(answer => answer.Reason is null);
    }

    private Answer Tag(Delivery delivery)
    {
        if (ReviewMessage.Read(delivery.Body.Span, delivery.Sequence, out var reason) is not { } review) return new Answer(delivery.Body, reason);
        var record = new ArrayBufferWriter<byte>();
        _format.WriteRow(record, analyzer.Analyze(review));
        return new Answer(record.WrittenMemory[..^1], Reason: null);
    }

    private static Dictionary<string, object?> HeadersOf(Delivery delivery, string? reason)
    {
        var headers = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (delivery.Sequence is { } sequence) headers[Queues.Sequence] = sequence;
        if (reason is not null) headers[Queues.Reason] = reason;
        return headers;
    }

    /// <param name="Body">The record without its line end, or the message as it came.</param>
    /// <param name="Reason">Why there is no record, or null.</param>
    private readonly record struct Answer(ReadOnlyMemory<byte> Body, string? Reason);
}
