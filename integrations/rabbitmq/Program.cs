using System.CommandLine;
using RabbitMQ.Client.Exceptions;
using ReviewInsights.RabbitMq;

// Reviews through a message queue: publish puts them in, any number of workers tag them, collect writes the result, dead lists
// what could not be read.
var root = new RootCommand("Tags reviews that come through RabbitMQ.") { PublishCommand.Create(), WorkCommand.Create(), CollectCommand.Create(), DeadCommand.Create() };
try
{
    // On SIGTERM and Ctrl+C the command is asked to end; it has this long to finish what is under way.
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or BrokerUnreachableException or RabbitMQClientException)
{
    await Console.Error.WriteLineAsync($"review-insights-rabbitmq: {e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : "")}");
    return ExitCode.Failed;
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}
