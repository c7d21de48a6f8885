using Microsoft.Extensions.FileProviders;

namespace Loesningsbrikker.Interviews;

/// <summary>The modules of the coding page. They import one another; named all at once, the browser need not find them one after another.</summary>
internal static class CodingPageFiles
{
    private static IReadOnlyList<string>? _modules;

    /// <summary>File names in house/coding below the web root; looked up once.</summary>
    public static IReadOnlyList<string> Modules(IFileProvider webRoot) =>
        _modules ??= [.. webRoot.GetDirectoryContents("house/coding").Select(f => f.Name).Where(n => n.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
