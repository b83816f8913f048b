using Npgsql;

namespace ReviewInsights.IO.Databases;

/// <summary>Addresses of databases: <c>postgres://user:password@host:port/database?parameter=value</c>, percent-encoded.</summary>
internal static class PostgresAddress
{
    /// <summary>The address as Npgsql wants it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || address.Scheme is not ("postgres" or "postgresql") || address.Host.Length == 0)
            throw new FormatException($"{WithoutPassword(uri)} is no address of a database; postgres://user@host:5432/database is one");
        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0)
            builder.Port = address.Port;
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        if (address.AbsolutePath.Length > 1)
            builder.Database = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        foreach (var parameter in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = parameter.Split('=', 2);
            builder[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "");
        }

        return builder;
    }

    /// <summary>The address as messages may name it: without password and parameters.</summary>
    public static string WithoutPassword(string uri)
    {
        var bare = uri.Split('?', 2)[0];
        var authority = bare.IndexOf("://", StringComparison.Ordinal) + 3;
        var at = bare.LastIndexOf('@');
        var colon = at < authority ? -1 : bare.IndexOf(':', authority, at - authority);
        return colon < 0 ? bare : bare[..colon] + bare[at..];
    }
}
