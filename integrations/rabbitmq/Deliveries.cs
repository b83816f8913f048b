using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace ReviewInsights.RabbitMq;

/// <summary>One message, copied out of the client's buffers.</summary>
internal sealed record Delivery(ulong Tag, ReadOnlyMemory<byte> Body, long? Sequence, string? Reason);

/// <summary>Messages as they come in, to be acknowledged by the reader. As many are waiting as the prefetch allows.</summary>
internal sealed class Deliveries
{
    private readonly Channel<Delivery> _waiting = System.Threading.Channels.Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });
    private string _consumerTag = "";

    private Deliveries(IChannel channel) => Channel = channel;

    /// <summary>The channel they come by and are acknowledged on.</summary>
    public IChannel Channel { get; }

    /// <summary>Ends, or fails with the reason, when the broker closes the channel.</summary>
    public ChannelReader<Delivery> Reader => _waiting.Reader;

    /// <param name="connection">Gets a channel of its own for them.</param>
    /// <param name="queue">Where they come from.</param>
    /// <param name="prefetch">How many may be unacknowledged, 1 or more.</param>
    /// <param name="cancellation">Ends the opening, not the consuming.</param>
    public static async Task<Deliveries> OpenAsync(IConnection connection, string queue, ushort prefetch, CancellationToken cancellation)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        await channel.BasicQosAsync(prefetchSize: 0, prefetch, global: false, cancellation);
        var deliveries = new Deliveries(channel);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            var properties = message.BasicProperties;
            deliveries._waiting.Writer.TryWrite(new Delivery(message.DeliveryTag, message.Body.ToArray(), Queues.SequenceOf(properties), Queues.ReasonOf(properties)));
            return Task.CompletedTask;
        };
        channel.ChannelShutdownAsync += (_, why) =>
        {
            deliveries._waiting.Writer.TryComplete(why.Initiator == ShutdownInitiator.Application ? null : new IOException($"the broker closed the connection: {why.ReplyText}"));
            return Task.CompletedTask;
        };
        deliveries._consumerTag = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation);
        return deliveries;
    }

    /// <summary>Waits for a message, but not longer than this.</summary>
    /// <returns>False when none has come, or none will.</returns>
    public async Task<bool> WaitAsync(TimeSpan idle, CancellationToken stop)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(stop);
        quiet.CancelAfter(idle);
        try
        {
            return await Reader.WaitToReadAsync(quiet.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Asks for no more and closes the channel; what is not acknowledged goes back to the queue.</summary>
    public async Task CloseAsync()
    {
        await Channel.BasicCancelAsync(_consumerTag);
        await Channel.CloseAsync();
    }
}
