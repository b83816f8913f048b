using System.Collections.Frozen;
using System.Globalization;
using Npgsql;

namespace ReviewInsights.IO.Databases;

/// <summary>Where a PostgreSQL database is, from a URI: <c>postgres://user:password@host:port/database?sslmode=require</c>.</summary>
/// <param name="Name">The URI without password, for messages.</param>
/// <param name="ConnectionString">What the driver wants. A secret.</param>
internal sealed record PostgresAddress(string Name, string ConnectionString)
{
    // PostgreSQL's own names of what the driver calls otherwise.
    private static readonly FrozenDictionary<string, string> Keywords = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["client_encoding"] = "Client Encoding",
        ["target_session_attrs"] = "Target Session Attributes",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // What the name may tell. The driver has several names for the password and for what stands by it, and new versions have more:
    // a list of secrets would miss one.
    private static readonly FrozenSet<string> Shown = new[]
    {
        "host", "port", "dbname", "database", "user", "username", "sslmode", "sslrootcert",
        "connect_timeout", "timeout", "application_name", "client_encoding", "target_session_attrs",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an input is meant as such a URI rather than as a file.</summary>
    public static bool IsMeant(string input) => After(input) is not null;

    /// <summary>Reads a URI. What is left out comes from the environment (PGPASSWORD, …), as with PostgreSQL's own programs.</summary>
    /// <exception cref="InputFormatException">It is no such URI; the message does not tell the password.</exception>
    public static PostgresAddress Parse(string uri)
    {
        var rest = After(uri) ?? throw new ArgumentException("not a postgres URI", nameof(uri));
        // A password may hold an @ or a ? that nobody encoded; host and database cannot.
        var userEnd = rest.LastIndexOf('@');
        var queryAt = rest.IndexOf('?', userEnd + 1);
        var query = queryAt < 0 ? "" : rest[(queryAt + 1)..];
        rest = queryAt < 0 ? rest : rest[..queryAt];
        if (HoldsParameter(rest.AsSpan(0, userEnd + 1)))
            throw new InputFormatException("postgres://…", "it can be read in two ways; write @ as %40 and ? as %3F in the password and in parameters");
        var (user, password) = userEnd < 0 ? ("", null) : SplitAt(rest[..userEnd], rest.IndexOf(':', StringComparison.Ordinal), userEnd);
        var (authority, database) = SplitAt(rest[(userEnd + 1)..], rest[(userEnd + 1)..].IndexOf('/'), rest.Length);
        var (host, port) = SplitHost(authority);
        var place = $"postgres://{(userEnd < 0 ? "" : user + "@")}{authority[..^(port?.Length + 1 ?? 0)]}";
        // Without a host, user:password looks like host:port.
        if (port?.AsSpan().ContainsAnyExceptInRange('0', '9') == true)
            throw new InputFormatException(place, "the port is no number; postgres://user:password@host:port/database is right");

        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => SplitAt(p, p.IndexOf('='), p.Length)).ToArray();
        var shown = string.Join('&', parameters.Where(p => p.After is not null && Shown.Contains(p.Before)).Select(p => $"{p.Before}={p.After}"));
        var name = $"{place}{(port is null ? "" : ":" + port)}{(database is null ? "" : "/" + database)}{(shown.Length > 0 ? "?" + shown : "")}";

        var builder = new NpgsqlConnectionStringBuilder { Pooling = false, CommandTimeout = 0, ApplicationName = "review-insights" };
        Set(builder, name, "Host", host.Length > 0 ? host : "localhost");
        Set(builder, name, "Port", port);
        Set(builder, name, "Username", user);
        Set(builder, name, "Password", password);
        Set(builder, name, "Database", database);
        foreach (var (key, value) in parameters)
            Set(builder, name, key, value);
        return new(name, builder.ConnectionString);
    }

    private static string? After(string input)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["postgres://", "postgresql://"])
        {
            if (input.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return input[scheme.Length..];
        }

        return null;
    }

    private static (string Before, string? After) SplitAt(string text, int at, int end) =>
        at < 0 || at >= end ? (text, null) : (text[..at], text[(at + 1)..]);

    // An address of IPv6 has colons of its own and stands in brackets.
    private static (string Host, string? Port) SplitHost(string authority)
    {
        var close = authority.IndexOf(']');
        var colon = authority.LastIndexOf(':');
        var (host, port) = SplitAt(authority, colon > close ? colon : -1, authority.Length);
        return (host.Trim('[', ']'), port);
    }

    // postgres://host/database?password=a@b: what stands before the last @ is no user.
    private static bool HoldsParameter(ReadOnlySpan<char> user) => user.IndexOf('?') is >= 0 and var at && user[at..].Contains('=');

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        var keyword = Keywords.GetValueOrDefault(key, key);
        value = Uri.UnescapeDataString(value);
        try
        {
            // The driver spells its modes without the hyphen of verify-full.
            builder[keyword] = keyword is "SSL Mode" or "Target Session Attributes" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            var shown = Shown.Contains(key) ? $"'{value}'" : "what is given";
            throw new InputFormatException(name, string.Create(CultureInfo.InvariantCulture, $"{shown} is not a value of {keyword.ToLowerInvariant()}, or there is no such parameter"));
        }
    }
}
