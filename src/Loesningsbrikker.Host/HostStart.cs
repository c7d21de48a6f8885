using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host;

/// <summary>What a Host holds while it runs: its data folder (SQLite) and the master key.</summary>
internal sealed class HostStart(MasterKey masterKey, IDisposable? folder) : IDisposable
{
    /// <summary>The master key.</summary>
    public MasterKey MasterKey { get; } = masterKey;

    /// <summary>Takes both; null when the Host must not start, and then the reason is printed.</summary>
    public static async Task<HostStart?> TakeAsync(HouseSettings settings)
    {
        IDisposable? folder = null;
        try
        {
            settings.EnsureUsable();
            Scheduling.EnsureUsable(settings.Scheduler);
            folder = settings.UsesPostgreSql ? null : DataFolderLock.Take(settings.DataFolder);
            RefuseHalfRestored(settings);
            return new HostStart(await MasterKeyFile.ReadOrCreateAsync(settings), folder);
        }
        catch (OperatorException exception)
        {
            folder?.Dispose();
            await Console.Error.WriteLineAsync(exception.Message);
            return null;
        }
    }

    /// <summary>Everything that must be in the database before anybody is answered.</summary>
    public static async Task PrepareAsync(WebApplication app, HouseSettings settings)
    {
        await Database.PrepareAsync(app.Services, settings);
        if (app.Environment.IsDevelopment())
            await DevelopmentUsers.EnsureAsync(app.Services);
        await SetupLink.OfferAsync(app.Services);
    }

    /// <inheritdoc />
    public void Dispose() => folder?.Dispose();

    private static void RefuseHalfRestored(HouseSettings settings)
    {
        if (!settings.UsesPostgreSql && File.Exists(Backups.SqliteRestore.PendingFile(settings)))
            throw new OperatorException("En genindlæsning (restore) blev afbrudt. Kør restore igen, før du starter.");
    }
}
