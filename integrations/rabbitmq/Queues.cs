using System.Text;
using RabbitMQ.Client;

namespace ReviewInsights.RabbitMq;

/// <summary>The three queues of one run. Declaring them again is harmless, so every command does.</summary>
/// <param name="Reviews">Name of the queue that reviews come in by.</param>
internal sealed record Queues(string Reviews)
{
    /// <summary>Header with the place of a review in the input, 1-based; results carry it on.</summary>
    public const string Sequence = "x-sequence";

    /// <summary>Header of a dead letter that says why it could not be read.</summary>
    public const string Reason = "x-reason";

    // A message that took this many workers down with it is not delivered to one more.
    private const int DeliveryLimit = 20;

    public string Tagged => Reviews + ".tagged";

    /// <summary>The queue of dead letters, and the exchange that leads there.</summary>
    public string Dead => Reviews + ".dead";

    public async Task DeclareAsync(IChannel channel, CancellationToken cancellation)
    {
        await channel.ExchangeDeclareAsync(Dead, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellation);
        await DeclareAsync(channel, Dead, [], cancellation);
        await channel.QueueBindAsync(Dead, Dead, routingKey: "", cancellationToken: cancellation);
        await DeclareAsync(channel, Tagged, [], cancellation);

        // At least once holds for dead letters too, which needs a queue that refuses rather than drops when it is full.
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-delivery-limit"] = DeliveryLimit,
            ["x-dead-letter-exchange"] = Dead,
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };
        await DeclareAsync(channel, Reviews, arguments, cancellation);
    }

    /// <summary>A channel on which a publish has succeeded only when the broker has the message safe.</summary>
    public static Task<IChannel> OpenConfirmingAsync(IConnection connection, CancellationToken cancellation) =>
        // How many are unconfirmed at a time is bounded by the size of a batch; the limiter of the client would slow each down.
        connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null),
            cancellation);

    /// <summary>The place in the input that a message carries, or null.</summary>
    public static long? SequenceOf(IReadOnlyBasicProperties properties) =>
        properties.Headers is { } headers && headers.TryGetValue(Sequence, out var value) ? value switch { long number => number, int number => number, _ => null } : null;

    /// <summary>Why a message is a dead letter: what the worker wrote, or the broker's own word (<c>delivery_limit</c>); null elsewhere.</summary>
    public static string? ReasonOf(IReadOnlyBasicProperties properties)
    {
        if (properties.Headers is not { } headers) return null;
        if (!headers.TryGetValue(Reason, out var value) && !headers.TryGetValue("x-first-death-reason", out value)) return null;
        return value is byte[] text ? Encoding.UTF8.GetString(text) : value?.ToString();
    }

    // Replicated and on disk; the only kind of queue that counts deliveries.
    private static Task<QueueDeclareOk> DeclareAsync(IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellation)
    {
        arguments["x-queue-type"] = "quorum";
        return channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
    }
}
