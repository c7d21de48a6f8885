using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host;

/// <summary>Reads the master key, or makes it at the very first start.</summary>
internal static class MasterKeyFile
{
    /// <exception cref="InvalidOperationException">The key is missing although there is data that needs it, or is malformed.</exception>
    public static MasterKey Read(HouseSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.MasterKey))
            return MasterKey.Parse(settings.MasterKey);
        if (File.Exists(settings.MasterKeyPath))
            return MasterKey.Parse(File.ReadAllText(settings.MasterKeyPath));
        if (File.Exists(settings.SqliteFile) || settings.UsesPostgreSql)
            throw new InvalidOperationException(
                $"The master key file {settings.MasterKeyPath} is missing. Put it back from its backup; without it identities cannot be read. " +
                "A new PostgreSQL installation creates it with: Loesningsbrikker.Host create-master-key");
        Create(settings.MasterKeyPath);
        return MasterKey.Parse(File.ReadAllText(settings.MasterKeyPath));
    }

    /// <summary>Writes a fresh key that only this user may read; never overwrites.</summary>
    public static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(MasterKey.NewLine("k1"));
    }
}
