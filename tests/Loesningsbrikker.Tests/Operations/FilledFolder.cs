using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

/// <summary>
/// The data folder of a Host that was started once, filled with the demo, and killed. Making one takes longer than most tests that
/// need one, so it is made once and copied; how a first start makes it is tried in <see cref="HostStartTests"/>.
/// </summary>
internal static class FilledFolder
{
    private static readonly Lazy<Task<TemporaryFolder>> Original = new(MakeAsync);

    /// <summary>Copies it; the target need not exist.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var original = await Original.Value;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(original.Path))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>Removes what the copies were taken from.</summary>
    public static void Remove()
    {
        if (Original is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made })
            made.Result.Dispose();
    }

    private static async Task<TemporaryFolder> MakeAsync()
    {
        var folder = new TemporaryFolder();
        await using (await HostProcess.StartAsync(folder.Path))
        {
        }
        return folder;
    }
}

/// <summary>Tidies up after the tests of this room.</summary>
[SetUpFixture]
public sealed class FilledFolderEnd
{
    [OneTimeTearDown]
    public void Remove() => FilledFolder.Remove();
}
