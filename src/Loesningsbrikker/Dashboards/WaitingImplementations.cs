using System.Linq.Expressions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>What a local leader's own institutions carry out.</summary>
internal static class WaitingImplementations
{
    /// <summary>Reads three kinds with six queries: handed over and waiting, late, and going on in time.</summary>
    /// <param name="implementations">Those of the person's processes.</param>
    public static async Task<IReadOnlyList<WaitingBlock>> ReadAsync(
        LoesningsbrikkerContext db, IQueryable<Implementation> implementations, OwnProcesses processes)
    {
        var own = implementations.Where(ImplementationAccess.AnsweredFor(db)).Where(i => i.ClosedAtUtc == null);
        var late = Standing.Late(db.UtcNow);
        var blocks = new[]
        {
            await BlockAsync(own.Where(Standing.NotBegun()), db, processes, "not-begun", "NotBegun", "Begynd",
                n => DanishText.Count(n, "brik er overdraget til dig og ikke begyndt", "brikker er overdraget til dig og ikke begyndt")),
            await BlockAsync(own.Where(late), db, processes, "own-late", "Late", "Skriv nyt",
                n => DanishText.Count(n, "brik hos dig er forsinket", "brikker hos dig er forsinkede")),
            await BlockAsync(own.Where(i => i.BegunAtUtc != null).Where(Expression.Lambda<Func<Implementation, bool>>(Expression.Not(late.Body), late.Parameters)), db, processes, "own-begun", "All", "Skriv nyt",
                n => DanishText.Count(n, "brik hos dig er i gang uden at være forsinket", "brikker hos dig er i gang uden at være forsinkede")),
        };
        return [.. blocks.OfType<WaitingBlock>()];
    }

    private static async Task<WaitingBlock?> BlockAsync(
        IQueryable<Implementation> implementations, LoesningsbrikkerContext db, OwnProcesses processes, string id, string show, string action, Func<int, string> heading)
    {
        var counts = await implementations.GroupBy(i => i.ProcessId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var rows = await implementations.OrderBy(i => i.LastNewsAtUtc).ThenBy(i => i.Id).Take(WaitingBlock.MostLines)
            .Select(i => new
            {
                i.Id, i.ProcessId, i.SolutionPiece.Number, i.SolutionPiece.Title, i.SolutionPiece.Class, Institution = i.Institution!.Name,
                Facts = new StandingFacts(
                    i.DueOn, i.Milestones.Where(m => m.ReachedOn == null).Min(m => (DateOnly?)m.DueOn), i.BegunAtUtc, i.LastNewsAtUtc, i.ClosedAtUtc, i.Outcome),
            }).ToListAsync();
        return counts.Count == 0
            ? null
            : new WaitingBlock(
                id, heading(counts.Values.Sum()),
                [
                    .. rows.Select(r => new WaitingLine(
                        OwnProcesses.PathOf(r.ProcessId, $"solution-pieces/{r.Number}"), $"{processes.CodeOf(r.ProcessId, r.Number)} {r.Title}", r.Class,
                        $"{r.Institution} · {string.Join(" · ", Standing.Of(r.Facts, db.UtcNow).Lines)}",
                        new WaitingLink(OwnProcesses.PathOf(r.ProcessId, $"implementations/{r.Id}"), action))),
                ],
                processes.Whole(counts, $"implementations?show={show}&mine=true", exact: show != "All"));
    }
}
