using Npgsql;

namespace ReviewInsights.IO.Tests.Databases;

public sealed class PostgresServerTests
{
    [Fact]
    public void A_server_is_gone_when_it_is_disposed()
    {
        var server = PostgresServer.TryStart(out var why);
        Assert.SkipWhen(server is null, why);
        server!.Execute("CREATE TABLE reviews (text text)");
        server.Dispose();
        Should.Throw<NpgsqlException>(() => server.Execute("SELECT 1"));
    }
}
