using System.Security.Cryptography;
using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loesningsbrikker.Host.Commands;

/// <summary>The verbs of the command line: found, run, and answered by an exit code (0 done, 1 not).</summary>
internal static class HostCommands
{
    private static readonly IReadOnlyList<HostCommand> All =
    [
        BackupCommand.Definition, VerifyBackupCommand.Definition, RestoreCommand.Definition,
        VerifyAuditCommand.Definition, CreateMasterKeyCommand.Definition, RotateMasterKeyCommand.Definition,
    ];

    /// <summary>True when the first argument is a word and no option; then no web app starts.</summary>
    public static bool AreMeantBy(string[] args) => args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('=', StringComparison.Ordinal);

    /// <summary>Runs the verb; what went wrong is told as one line.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (All.FirstOrDefault(c => c.Verb == args[0]) is not { } command)
            return Help(args[0]);
        try
        {
            // Only settings: an absolute path on Unix begins like an option of the configuration's own.
            var settings = HostSettings.Read(WebApplication.CreateBuilder([.. args.Where(CommandLine.IsSetting)]));
            return await command.RunAsync(new CommandLine(settings, command, args.Skip(1)));
        }
        catch (Exception exception) when (Told(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static int Help(string verb)
    {
        var asked = verb is "help";
        var output = asked ? Console.Out : Console.Error;
        if (!asked)
            output.WriteLine($"»{verb}« er ingen kommando.");
        output.WriteLine("Uden kommando starter webserveren. Kommandoer:");
        foreach (var command in All)
        {
            output.WriteLine($"  {command.Verb} {command.Arguments}".TrimEnd());
            output.WriteLine($"      {command.Explanation}");
        }
        output.WriteLine("Kommandoer læser de samme indstillinger som webserveren; de kan også skrives som --Loesningsbrikker:DataFolder=/sti.");
        return asked ? 0 : 1;
    }

    private static string? Told(Exception exception) => exception switch
    {
        OperatorException e => e.Message,
        IOException or UnauthorizedAccessException => $"Filen kunne ikke læses eller skrives: {exception.Message}",
        CryptographicException => $"Hovednøglen passer ikke til det, der er gemt: {exception.Message}",
        SqliteException or NpgsqlException => $"Databasen meldte fejl: {exception.Message}",
        // Entity Framework wraps what may be better next time, e.g. a server that is too busy to answer.
        InvalidOperationException { InnerException: SqliteException or NpgsqlException } => $"Databasen meldte fejl: {exception.InnerException.Message}",
        _ => null,
    };
}
