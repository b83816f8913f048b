using Npgsql;
using ReviewInsights.IO.Databases;

namespace ReviewInsights.IO.Tests.Databases;

public sealed class PostgresAddressTests
{
    private static NpgsqlConnectionStringBuilder Parse(string uri) => new(PostgresAddress.Parse(uri).ConnectionString);

    [Fact]
    public void A_uri_says_host_port_user_password_and_database()
    {
        var parsed = Parse("postgresql://u%40x:p%2Fw%3A%25@db.example:6543/%E8%AF%84%E8%AE%BA?sslmode=verify-full&connect_timeout=3");

        (parsed.Host, parsed.Port, parsed.Username, parsed.Password, parsed.Database).ShouldBe(("db.example", 6543, "u@x", "p/w:%", "评论"));
        (parsed.SslMode, parsed.Timeout).ShouldBe((SslMode.VerifyFull, 3));
    }

    [Theory]
    [InlineData("postgres://", "localhost", 5432, null, null)]
    [InlineData("POSTGRES://h/d", "h", 5432, null, "d")]
    [InlineData("postgres://u@[::1]:99/d", "::1", 99, "u", "d")]
    [InlineData("postgres:///d?host=/var/run/postgresql&user=u", "/var/run/postgresql", 5432, "u", "d")]
    public void Everything_may_be_left_out(string uri, string host, int port, string? user, string? database)
    {
        var parsed = Parse(uri);
        (parsed.Host, parsed.Port, parsed.Username, parsed.Database).ShouldBe((host, port, user, database));
    }

    [Theory]
    [InlineData("postgres://u:geheim@h:5433/d?sslmode=require", "postgres://u@h:5433/d?sslmode=require")]
    [InlineData("postgres://u:ge@heim@h/d", "postgres://u@h/d")]
    [InlineData("postgres://u@h/d?password=geheim&application_name=x", "postgres://u@h/d?application_name=x")]
    [InlineData("postgres://tom@localhost/shop?pwd=geheim", "postgres://tom@localhost/shop")]
    [InlineData("postgres://tom@localhost/shop?PSW=geheim&port=99", "postgres://tom@localhost/shop?port=99")]
    [InlineData("postgres://tom@localhost/shop?sslpassword=geheim", "postgres://tom@localhost/shop")]
    [InlineData("postgres://tom@localhost/shop?pwd=x&geheim", "postgres://tom@localhost/shop")]
    [InlineData("postgres://tom:ge?heim@localhost:99/shop?sslmode=require", "postgres://tom@localhost:99/shop?sslmode=require")]
    public void The_name_never_tells_the_password(string uri, string name) => PostgresAddress.Parse(uri).Name.ShouldBe(name);

    [Theory]
    [InlineData("postgres://u:geheim@h:port/d", "port")]
    [InlineData("postgres://u:geheim@h/d?sslmode=perhaps", "perhaps")]
    [InlineData("postgres://u:geheim@h/d?colour=red", "colour")]
    [InlineData("postgres://u@h/d?passwort=geheim", "passwort")]
    [InlineData("postgres://u:geheim/d", "user:password@host")]
    [InlineData("postgres://h/d?password=a@geheim", "%40")]
    [InlineData("postgres://h:1/d?password=a@geheim", "%40")]
    [InlineData("postgres://u:geheim@h/d?password=geheim@geheim", "%40")]
    public void What_cannot_be_read_is_named_without_the_password(string uri, string named)
    {
        var message = Should.Throw<InputFormatException>(() => PostgresAddress.Parse(uri)).Message;
        message.ShouldContain(named);
        message.ShouldNotContain("geheim");
    }

    [Fact]
    public void A_password_may_hold_what_nobody_encoded()
    {
        var parsed = Parse("postgres://tom:g@e?h/ei:m@localhost/shop");
        (parsed.Host, parsed.Username, parsed.Password, parsed.Database).ShouldBe(("localhost", "tom", "g@e?h/ei:m", "shop"));
    }

    [Theory]
    [InlineData("postgres.csv", false)]
    [InlineData("postgres://h/d", true)]
    [InlineData("-", false)]
    public void Files_are_no_uris(string input, bool expected) => ReviewInput.IsDatabaseUri(input).ShouldBe(expected);
}
