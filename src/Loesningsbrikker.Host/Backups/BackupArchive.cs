using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Backups;

/// <summary>A .zip of three entries: database, manifest.json, manifest.seal. Never the master key.</summary>
internal static class BackupArchive
{
    private const string DatabaseEntry = "database";
    private const string ManifestEntry = "manifest.json";
    private const string SealEntry = "manifest.seal";
    private const int LongestManifest = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the archive under another name first, so that a file with the final name is always whole.</summary>
    /// <exception cref="OperatorException">The file exists.</exception>
    public static async Task WriteAsync(string path, string databaseFile, BackupManifest manifest, MasterKey masterKey)
    {
        EnsureFree(path);
        var unfinished = path + ".part";
        File.Delete(unfinished);
        try
        {
            await using (var file = PrivateFile.Create(unfinished))
            {
                await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    await using (var source = File.OpenRead(databaseFile))
                        await AddAsync(zip, DatabaseEntry, source);
                    var text = JsonSerializer.SerializeToUtf8Bytes(manifest, Json);
                    await AddAsync(zip, ManifestEntry, new MemoryStream(text));
                    await AddAsync(zip, SealEntry, new MemoryStream(Encoding.ASCII.GetBytes(masterKey.Seal(text))));
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <exception cref="OperatorException">The file exists.</exception>
    public static void EnsureFree(string path)
    {
        if (File.Exists(path))
            throw new OperatorException($"{path} findes allerede. En sikkerhedskopi overskriver aldrig; vælg et andet navn.");
    }

    /// <summary>Reads the manifest, and believes it only when its seal fits.</summary>
    /// <exception cref="OperatorException">It is no backup of ours, was changed, or its key is not in the key file.</exception>
    public static async Task<BackupManifest> ReadManifestAsync(string path, MasterKey masterKey)
    {
        await using var zip = Open(path);
        var text = await ReadAsync(zip, ManifestEntry);
        var seal = Encoding.ASCII.GetString(await ReadAsync(zip, SealEntry));
        if (!masterKey.IsSealOf(seal, text))
            throw new OperatorException(
                $"Sikkerhedskopien er ændret, eller den er lavet med en anden hovednøgle ({new string(seal.TakeWhile(char.IsAsciiLetterOrDigit).Take(20).ToArray())}) end dem i nøglefilen.");
        return JsonSerializer.Deserialize<BackupManifest>(text, Json) ?? throw Broken();
    }

    /// <summary>Writes the database out of the archive, no longer than the manifest says, and compares its checksum.</summary>
    /// <exception cref="OperatorException">Length or checksum differ.</exception>
    public static async Task ExtractAsync(string path, BackupManifest manifest, string target)
    {
        await using var zip = Open(path);
        await using var source = await EntryOf(zip, DatabaseEntry).OpenAsync();
        await using var file = PrivateFile.Create(target);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var left = manifest.Bytes;
        try
        {
            for (int read; (read = await source.ReadAsync(buffer)) > 0; left -= read)
            {
                if (read > left)
                    throw Broken();
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
        file.Flush(flushToDisk: true);
        if (left != 0 || Convert.ToHexStringLower(hash.GetHashAndReset()) != manifest.Sha256)
            throw Broken();
    }

    /// <summary>SHA-256 of a file, hexadecimal.</summary>
    public static async Task<string> HashOfAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
    }

    private static async Task AddAsync(ZipArchive zip, string name, Stream source)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await source.CopyToAsync(entry);
    }

    private static ZipArchive Open(string path)
    {
        if (!File.Exists(path))
            throw new OperatorException($"{path} findes ikke.");
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    private static ZipArchiveEntry EntryOf(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw Broken();

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name)
    {
        try
        {
            await using var stream = await EntryOf(zip, name).OpenAsync();
            var buffer = new byte[LongestManifest];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
            return length < buffer.Length ? buffer[..length] : throw Broken();
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    private static OperatorException Broken() => new("Filen er ingen hel sikkerhedskopi: den er afbrudt, beskadiget eller ændret.");
}
