using System.CommandLine;
using RabbitMQ.Client;

namespace ReviewInsights.RabbitMq;

/// <summary>The options that say which broker and which queues; shared by all commands.</summary>
internal sealed class BrokerOptions
{
    private readonly Option<string> _uri = new("--uri")
    {
        Description = "Broker; the environment variable REVIEW_INSIGHTS_AMQP unless given",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("REVIEW_INSIGHTS_AMQP") ?? "amqp://guest:guest@localhost",
    };

    private readonly Option<string> _queue = new("--queue")
    {
        Description = "Queue of the reviews; results and dead letters go to QUEUE.tagged and QUEUE.dead",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("REVIEW_INSIGHTS_QUEUE") ?? "reviews",
    };

    public BrokerOptions(Command command)
    {
        command.Add(_uri);
        command.Add(_queue);
    }

    public Queues Queues(ParseResult parsed) => new(parsed.GetValue(_queue)!);

    /// <summary>Connects. A connection that is lost stays lost: the command ends, and whatever runs it starts it anew.</summary>
    public async Task<IConnection> ConnectAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var text = parsed.GetValue(_uri)!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
            throw new InvalidDataException("--uri (or REVIEW_INSIGHTS_AMQP) is no such URI: amqp://USER:PASSWORD@HOST:PORT/VHOST is right, with %40 and %2F for @ and / in the password");
        var factory = new ConnectionFactory { Uri = uri, AutomaticRecoveryEnabled = false, ClientProvidedName = "review-insights" };
        return await factory.CreateConnectionAsync(cancellation);
    }
}
