namespace Loesningsbrikker.Host;

/// <summary>Files that only the user who runs the Host may read: keys and backups.</summary>
internal static class PrivateFile
{
    /// <summary>Creates the file for reading and writing; on Unix with mode 600.</summary>
    /// <exception cref="IOException">It exists, or cannot be created.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
