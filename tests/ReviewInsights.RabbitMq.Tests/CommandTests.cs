using System.CommandLine;

namespace ReviewInsights.RabbitMq.Tests;

public sealed class CommandTests
{
    [Fact]
    public void Collect_must_be_told_how_many_reviews_there_are()
    {
        CollectCommand.Create().Parse(["-o", "out"]).Errors.ShouldHaveSingleItem().Message.ShouldContain("--expect");
        CollectCommand.Create().Parse(["-o", "out", "--expect", "5"]).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("amqps//tom:geheim@localhost")]
    [InlineData("http://tom:geheim@localhost")]
    [InlineData("amqp://tom:ge/heim@localhost")]
    [InlineData("tom:geheim")]
    public async Task A_broker_that_is_no_uri_is_refused_without_its_password(string uri)
    {
        var command = new Command("test");
        var broker = new BrokerOptions(command);

        var error = await Should.ThrowAsync<InvalidDataException>(() => broker.ConnectAsync(command.Parse(["--uri", uri]), TestContext.Current.CancellationToken));

        error.Message.ShouldContain("amqp://USER:PASSWORD@HOST");
        error.Message.ShouldNotContain("heim");
    }
}
