using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Loesningsbrikker.Shared;
using Npgsql;

namespace Loesningsbrikker.Host.Backups;

/// <summary>Runs pg_dump and pg_restore. The password goes through the environment, where other users do not see it.</summary>
internal static class PostgreSqlTool
{
    /// <exception cref="OperatorException">The tool is not installed, or failed.</exception>
    public static async Task RunAsync(HouseSettings settings, string tool, params string[] arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.PostgreSql);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, UseShellExecute = false };
        Set(start, "PGHOST", connection.Host);
        Set(start, "PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture));
        Set(start, "PGUSER", connection.Username);
        Set(start, "PGPASSWORD", connection.Password);
        Set(start, "PGDATABASE", connection.Database);
        using var process = Start(start, tool, connection);
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new OperatorException($"{tool} meldte fejl: {errors.Trim()}");
    }

    private static Process Start(ProcessStartInfo start, string tool, NpgsqlConnectionStringBuilder connection)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new OperatorException(
                $"{tool} er ikke installeret her. Installér PostgreSQL's klientprogrammer (på Debian: apt install postgresql-client), " +
                $"eller kør selv: pg_dump --format=custom --host={connection.Host} --username={connection.Username} --file=kopi.dump {connection.Database}");
        }
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            start.Environment[name] = value;
    }
}
