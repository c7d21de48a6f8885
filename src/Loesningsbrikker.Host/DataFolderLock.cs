namespace Loesningsbrikker.Host;

/// <summary>One Host per SQLite data folder: the write gate and the migration both rely on it.</summary>
internal static class DataFolderLock
{
    /// <summary>Holds the folder until disposed; the system lets go when the process dies.</summary>
    /// <exception cref="InvalidOperationException">Another Host holds it.</exception>
    public static IDisposable Take(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException($"Another Host uses the data folder {folder}. Stop it first, or choose another folder.", exception);
        }
    }
}
