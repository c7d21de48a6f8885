using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>
/// Pieces that wait for a role, each kind said by the filter of the list of pieces. The link leads to where one acts on them, else to
/// the list of pieces with the same filter; the count is told only where it is the length of what the link shows.
/// </summary>
/// <param name="Heading">The sentence about so many.</param>
/// <param name="Filter">Which pieces.</param>
/// <param name="Below">What stands after the address of a piece in the link of a line; empty for the piece itself.</param>
/// <param name="List">Where one acts on all of them, below the process; null for the list of pieces.</param>
/// <param name="Exact">Whether that list is as long as the count; else it shows more.</param>
internal sealed record WaitingPieces(
    string Id, Role Role, Func<int, string> Heading, PieceFilter Filter, string Below = "", string? List = null, bool Exact = true)
{
    private const string Conclusion = "conclusion";

    private static readonly WaitingPieces[] All =
    [
        new("drafts", Role.Consultant, n => DanishText.Count(n, "kladde venter på at blive formuleret", "kladder venter på at blive formuleret"),
            new PieceFilter { Stage = PieceStage.Draft }),
        new("without-passages", Role.Consultant, n => DanishText.Count(n, "brik har ingen uddrag", "brikker har ingen uddrag"),
            new PieceFilter { Status = PieceStatus.WithoutPassages }),
        new(Conclusion, Role.Leader, n => DanishText.Count(n, "brik venter på en konklusion efter fællesmødet", "brikker venter på en konklusion efter fællesmødet"),
            new PieceFilter(), List: "validation-meetings/conclusions"),
        new("designation", Role.Leader, n => DanishText.Count(n, "politisk brik venter på udpegning", "politiske brikker venter på udpegning"),
            new PieceFilter { Class = PieceClass.Political, Stage = PieceStage.Validated }, List: "designations?state=Waiting", Exact: false),
        new("acceptance", Role.Leader, n => DanishText.Count(n, "administrativ brik venter på forvaltningens svar", "administrative brikker venter på forvaltningens svar"),
            new PieceFilter { Class = PieceClass.Administrative, Stage = PieceStage.Validated }, List: "acceptances?stage=Validated"),
        new("hand-over", Role.Leader, n => DanishText.Count(n, "lokal brik venter på at blive overdraget", "lokale brikker venter på at blive overdraget"),
            new PieceFilter { Class = PieceClass.Local, Stage = PieceStage.Validated }),
        new("agreed", Role.Leader, n => $"Der er sagt ja til {DanishText.Count(n, "brik, som ingen er", "brikker, som ingen er")} begyndt på",
            new PieceFilter { Status = PieceStatus.Agreed }),
        new("late", Role.Leader, n => DanishText.Count(n, "brik er forsinket", "brikker er forsinkede"), new PieceFilter { Status = PieceStatus.Late }),
        new("silent", Role.Leader, n => DanishText.Count(n, "brik har været tavs i over et halvt år", "brikker har været tavse i over et halvt år"),
            new PieceFilter { Status = PieceStatus.Silent }),
        new("without-estimate", Role.BudgetOfficer, n => DanishText.Count(n, "udpeget brik mangler et prisskøn", "udpegede brikker mangler et prisskøn"),
            new PieceFilter { Status = PieceStatus.WithoutEstimate }, "/estimate"),
        new("rough-estimate", Role.BudgetOfficer, n => DanishText.Count(n, "udpeget brik har kun et groft skøn", "udpegede brikker har kun et groft skøn"),
            new PieceFilter { Status = PieceStatus.RoughEstimate }, "/estimate"),
    ];

    /// <summary>Reads what waits for the roles, two queries for each kind.</summary>
    /// <param name="pieces">The pieces of the person's processes.</param>
    public static async Task<IReadOnlyList<WaitingBlock>> ReadAsync(
        LoesningsbrikkerContext db, IReadOnlySet<Role> roles, IQueryable<SolutionPiece> pieces, OwnProcesses processes)
    {
        var blocks = new List<WaitingBlock>();
        foreach (var kind in All.Where(k => roles.Contains(k.Role)))
            if (await kind.BlockAsync(db, pieces, processes) is { } block)
                blocks.Add(block);
        return blocks;
    }

    private async Task<WaitingBlock?> BlockAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces, OwnProcesses processes)
    {
        var found = Filter.Apply(pieces, "", db.UtcNow);
        if (Id == Conclusion)
        {
            // The page of conclusions asks for the same. Before the meeting nothing is concluded, and a process without one concludes when it likes.
            var (today, open) = (DanishText.Day(db.UtcNow), PieceLife.StagesOf(PieceStep.Conclude));
            found = found.Where(p => open.Contains(p.Stage) && p.Conclusion == null && db.ValidationMeetings.Any(m => m.ProcessId == p.ProcessId && m.HeldOn <= today));
        }
        var counts = await found.GroupBy(p => p.ProcessId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var first = await found.OrderByDescending(p => p.ProcessId).ThenBy(p => p.Number).Take(WaitingBlock.MostLines)
            .Select(p => new { p.ProcessId, p.Number, p.Title, p.Class }).ToListAsync();
        return counts.Count == 0
            ? null
            : new WaitingBlock(
                Id, Heading(counts.Values.Sum()),
                [
                    .. first.Select(p => new WaitingLine(
                        OwnProcesses.PathOf(p.ProcessId, $"solution-pieces/{p.Number}{Below}"), $"{processes.CodeOf(p.ProcessId, p.Number)} {p.Title}",
                        p.Class, processes.NameOf(p.ProcessId))),
                ],
                processes.Whole(counts, List ?? "solution-pieces" + Filter.Query, Exact));
    }
}
