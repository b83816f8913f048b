using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace ReviewInsights.IO.Tests.Databases;

/// <summary>
/// A PostgreSQL server of the test's own: a temporary folder, a free loopback port, a random password. It ends with
/// <see cref="Dispose"/> or with the process of the tests, whatever comes first, and takes its folder along.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string User = "postgres";

    // Waits for the end of its input, which closes when the tests end, even by a crash.
    private const string Script = """
        "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off > "$2/log" 2>&1 &
        server=$!
        read -r _
        kill -INT $server
        wait $server
        rm -rf "$2"
        """;

    private readonly Process _process;

    private PostgresServer(Process process, int port, string password)
    {
        _process = process;
        Uri = $"postgres://{User}:{password}@127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/postgres";
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Password = password,
            Database = "postgres",
            Pooling = false,
        }.ConnectionString;
    }

    /// <summary>The database as an input or output of the tool, with user and password.</summary>
    public string Uri { get; }

    /// <summary>The database as Npgsql wants it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts a server, which takes some seconds, or says why there is none.</summary>
    public static PostgresServer? TryStart(out string why)
    {
        why = "PostgreSQL is not installed (no initdb in /usr/lib/postgresql/*/bin or on PATH)";
        if (FindBinaries() is not { } binaries)
            return null;
        var folder = Directory.CreateTempSubdirectory("review-insights-postgres-").FullName;
        var password = RandomNumberGenerator.GetHexString(24, lowercase: true);
        File.WriteAllText(Path.Combine(folder, "password"), password);
        try
        {
            if (Environment.IsPrivilegedProcess)
                Run("chown", "-R", User, folder);
            Run(AsServer(Path.Combine(binaries, "initdb"), "-D", Path.Combine(folder, "data"), "-U", User, "--auth=scram-sha-256",
                "--pwfile", Path.Combine(folder, "password"), "--encoding=UTF8", "--no-locale", "--no-sync"));
            var port = FreePort();
            var command = AsServer("sh", "-c", Script, "sh", binaries, folder, port.ToString(CultureInfo.InvariantCulture));
            var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = "/" };
            var server = new PostgresServer(Process.Start(start)!, port, password);
            if (server.Answers(out why))
                return server;
            why = $"PostgreSQL did not start: {why} {Tail(Path.Combine(folder, "log"))}";
            server.Dispose();
            return null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            why = $"PostgreSQL cannot be set up: {e.Message}";
            Directory.Delete(folder, recursive: true);
            return null;
        }
    }

    /// <summary>Runs statements, to set a test up.</summary>
    public void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Stops the server and deletes its folder.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private bool Answers(out string why)
    {
        why = "";
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < TimeSpan.FromMinutes(1))
        {
            try
            {
                Execute("SELECT 1");
                return true;
            }
            catch (NpgsqlException e)
            {
                why = e.Message;
                Thread.Sleep(100);
            }
        }

        return false;
    }

    private static string? FindBinaries()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return packaged.Concat(onPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    // The server refuses to run as root.
    private static string[] AsServer(params string[] command) => Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", .. command]
        : command;

    private static void Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(command[0])} ended with {process.ExitCode}: {errors.Result.Trim()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Tail(string path) => File.Exists(path) ? string.Join(' ', File.ReadAllLines(path).TakeLast(3)) : "";
}

/// <summary>One server for the tests of a class, or the reason why they are skipped.</summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly PostgresServer? _server;
    private readonly string _why;

    public PostgresFixture() => _server = PostgresServer.TryStart(out _why);

    /// <summary>The server; skips the test where there is none.</summary>
    public PostgresServer Server
    {
        get
        {
            if (_server is null)
                Assert.Skip(_why);
            return _server!;
        }
    }

    public void Dispose() => _server?.Dispose();
}
