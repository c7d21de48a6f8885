using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host;

/// <summary>One Host per SQLite data folder: the write gate and the migration both rely on it.</summary>
internal static class DataFolderLock
{
    /// <summary>Holds the folder until disposed; the system lets go when the process dies.</summary>
    /// <exception cref="OperatorException">Another Host holds it.</exception>
    public static IDisposable Take(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"Datamappen {folder} er i brug af en Host, der kører, eller der må ikke skrives i den ({exception.Message}). Stop den først, eller vælg en anden mappe.", exception);
        }
    }
}
