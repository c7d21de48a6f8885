using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Processes;

/// <summary>The way back from a page of a process, with links that this person may follow.</summary>
public static class ProcessCrumbs
{
    /// <summary>The way to <paramref name="rest"/>, the last of which is the page itself.</summary>
    public static (string Text, string? Href)[] To(CurrentProcess current, params (string Text, string? Href)[] rest)
    {
        var process = current.Process;
        return current.Can(Permission.SeeProcess)
            ? [("Mit overblik", "/"), (process.Name, $"/dialogue-processes/{process.Id}"), .. rest]
            : [("Dialogprocesser", "/dialogue-processes"), (process.Name, null), .. rest];
    }

    /// <summary>The way to a page of the setup.</summary>
    public static (string Text, string? Href)[] ToSetup(CurrentProcess current, params (string Text, string? Href)[] rest) =>
        current.Can(Permission.SetUpProcess)
            ? To(current, [("Opsætning", $"/dialogue-processes/{current.Id}/setup"), .. rest])
            : To(current, rest);
}
