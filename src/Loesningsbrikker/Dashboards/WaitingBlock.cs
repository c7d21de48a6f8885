using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Dashboards;

/// <summary>Something that waits for the signed-in person.</summary>
/// <param name="Class">Who must act, where the line is a piece; null otherwise.</param>
/// <param name="What">What is to know about it, e.g. the date and the process.</param>
/// <param name="Action">A button beside it; null where the link is enough.</param>
public sealed record WaitingLine(string Href, string Text, PieceClass? Class, string What, WaitingLink? Action = null);

/// <summary>A link with its words.</summary>
public sealed record WaitingLink(string Href, string Text);

/// <summary>Things of one kind that wait: how many as a sentence, the first of them, and the way to all.</summary>
/// <param name="Id">Name in the page's markup; the same block of two roles is shown once.</param>
/// <param name="Heading">E.g. "5 brikker venter på en konklusion".</param>
/// <param name="Whole">The full list in each process that has some.</param>
public sealed record WaitingBlock(string Id, string Heading, IReadOnlyList<WaitingLine> Lines, IReadOnlyList<WaitingLink> Whole)
{
    /// <summary>How many lines a block shows.</summary>
    public const int MostLines = 5;
}

/// <summary>The processes of the signed-in person, for the words of the lines.</summary>
/// <param name="names">Name and prefix by key.</param>
public sealed class OwnProcesses(IReadOnlyDictionary<long, (string Name, string Prefix)> names)
{
    /// <summary>The name.</summary>
    public string NameOf(long processId) => names[processId].Name;

    /// <summary>How a piece is called, e.g. D-14.</summary>
    public string CodeOf(long processId, int number) => $"{names[processId].Prefix}-{number}";

    /// <summary>The address below the process.</summary>
    public static string PathOf(long processId, string below) => $"/dialogue-processes/{processId}/{below}";

    /// <summary>The full lists, in the order of names; the process is named where there are several.</summary>
    /// <param name="counts">How many wait in each process that has some.</param>
    /// <param name="below">Address of the list below a process.</param>
    /// <param name="exact">Whether the list is that long; else it shows more than what waits.</param>
    public IReadOnlyList<WaitingLink> Whole(IReadOnlyDictionary<long, int> counts, string below, bool exact = true) =>
    [
        .. counts.OrderBy(c => NameOf(c.Key), Shared.DanishText.Comparer).Select(c => new WaitingLink(
            PathOf(c.Key, below), names.Count == 1 ? "Se hele listen" : $"Se listen i {NameOf(c.Key)}{(exact ? $" ({c.Value})" : "")}")),
    ];
}
