using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The rules of the house that the compiler cannot keep. Each gives what breaks it, so that tests can show that it bites.</summary>
public static partial class HouseRules
{
    /// <summary>Longest file under src, in lines.</summary>
    public const int LongestFile = 250;

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files that git tracks or would track, as paths relative to the root.</summary>
    public static IReadOnlyList<string> TrackedFiles { get; } = ListFiles();

    /// <summary>Controller actions that neither demand a permission nor allow everybody.</summary>
    public static IEnumerable<string> ActionsWithoutPermission(IEnumerable<Type> types) =>
        from controller in types.Where(t => t.IsAssignableTo(typeof(ControllerBase)) && !t.IsAbstract)
        from action in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where action.DeclaringType!.Assembly == controller.Assembly && !action.IsSpecialName && !action.IsDefined(typeof(NonActionAttribute), inherit: true)
        where !Says<PermitAttribute>(action, controller) && !Says<AllowAnonymousAttribute>(action, controller)
        select $"{controller.Name}.{action.Name}";

    /// <summary>Markup that the content security policy forbids, or that could carry somebody's markup into the page.</summary>
    public static IEnumerable<string> UnsafeMarkup(string text) => Unsafe().Matches(text).Select(m => m.Value.Trim());

    /// <summary>Clocks that a test cannot set.</summary>
    public static IEnumerable<string> OwnClocks(string text) => Clock().Matches(text).Select(m => m.Value);

    /// <summary>Files that somebody else made and that a package brings anyway.</summary>
    public static IEnumerable<string> ThirdPartyFiles(IEnumerable<string> files) => files.Where(f => ThirdParty().IsMatch(f));

    private static bool Says<T>(MethodInfo action, Type controller)
        where T : Attribute => action.IsDefined(typeof(T), inherit: true) || controller.IsDefined(typeof(T), inherit: true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Loesningsbrikker.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must lie below the folder of Loesningsbrikker.sln.");
        return folder.FullName;
    }

    private static List<string> ListFiles()
    {
        // Whoever owns the clone: only names are listed.
        string[] arguments = ["-c", "safe.directory=*", "-c", "core.quotePath=off", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(f => File.Exists(Path.Combine(Root, f)))];
    }

    [GeneratedRegex("Html\\.Raw|new HtmlString|\\sstyle\\s*=|\\son[a-z]+\\s*=|<style|<script(?![^>]*\\ssrc=)[^>]*>|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unsafe();

    [GeneratedRegex("\\b(DateTime|DateTimeOffset)\\.(Now|UtcNow|Today)\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Clock();

    [GeneratedRegex("wwwroot/lib/|node_modules/|\\.min\\.|\\.(dll|exe|nupkg|woff2?|ttf)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ThirdParty();
}
