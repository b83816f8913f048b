using System.CommandLine;

namespace ReviewInsights.RabbitMq;

/// <summary><c>work</c>: tags reviews as they come, until it is told to stop.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        var prefetch = new Option<ushort>("--prefetch") { Description = "How many messages to hold at a time", DefaultValueFactory = _ => 256 };
        prefetch.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<ushort>() == 0) result.AddError("--prefetch 0 would take the whole queue: 1 or more is right");
        });
        var lexicon = new Option<string?>("--lexicon") { Description = "Compiled lexicon (.rilex) to use in place of the built-in one" };
        var command = new Command("work", "Tags reviews from the queue; ends on SIGTERM when what is under way is done.") { prefetch, lexicon };
        var broker = new BrokerOptions(command);
        command.SetAction(async (parsed, stop) =>
        {
            var analyzer = ReviewAnalyzer.Create(Load(parsed.GetValue(lexicon)));
            await using var connection = await broker.ConnectAsync(parsed, stop);
            var tagged = await new ReviewWorker(analyzer, broker.Queues(parsed), parsed.GetValue(prefetch), Console.Error).RunAsync(connection, stop);
            await Console.Error.WriteLineAsync($"stopped: {tagged} reviews tagged");
            return ExitCode.Done;
        });
        return command;
    }

    private static Lexicon Load(string? path)
    {
        if (path is null) return Lexicon.LoadDefault();
        using var file = File.OpenRead(path);
        return Lexicon.Load(file, path);
    }
}
