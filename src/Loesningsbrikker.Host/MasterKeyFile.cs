using System.Text;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host;

/// <summary>Reads the master key, or makes it at the very first start.</summary>
internal static class MasterKeyFile
{
    /// <summary>The key; a fresh one when there is none and the database holds nothing yet.</summary>
    /// <exception cref="OperatorException">The key is missing although there is data that needs it, or is malformed.</exception>
    public static async Task<MasterKey> ReadOrCreateAsync(HouseSettings settings)
    {
        if (Find(settings) is { } key)
            return key;
        if (await StoredData.ExistsAsync(settings))
            throw Missing(settings);
        Create(settings.MasterKeyPath);
        return Read(settings);
    }

    /// <summary>The key, for commands that never make one.</summary>
    /// <exception cref="OperatorException">There is none, or it is malformed.</exception>
    public static MasterKey Read(HouseSettings settings) => Find(settings) ?? throw Missing(settings);

    /// <summary>Writes a fresh key that only this user may read; never overwrites, and never leaves half a file.</summary>
    /// <exception cref="OperatorException">There is one already, or the folder cannot be written.</exception>
    public static void Create(string path)
    {
        var unfinished = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            using (var file = PrivateFile.Create(unfinished))
            {
                file.Write(Encoding.ASCII.GetBytes(MasterKey.NewLine("k1")));
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new OperatorException($"Hovednøglen kunne ikke skrives til {path}: {exception.Message}", exception);
        }
    }

    private static MasterKey? Find(HouseSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.MasterKey))
            return MasterKey.Parse(settings.MasterKey);
        return File.Exists(settings.MasterKeyPath) ? MasterKey.Parse(File.ReadAllText(settings.MasterKeyPath)) : null;
    }

    private static OperatorException Missing(HouseSettings settings) => new(
        $"Hovednøglen {settings.MasterKeyPath} mangler. Læg den tilbage fra dens egen sikkerhedskopi; " +
        "uden den kan ingen læse, hvem der står bag koderne. En ny nøgle kan ikke erstatte den.");
}
