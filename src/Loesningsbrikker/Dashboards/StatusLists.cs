using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>A piece that is late or silent.</summary>
/// <param name="What">Who is responsible and what was promised, one sentence for each implementation; empty when the reader may not see them.</param>
public sealed record DueRow(int Number, string Title, PieceClass Class, IReadOnlyList<string> What);

/// <summary>A piece that somebody said no to.</summary>
/// <param name="Reason">Why, in plain Danish; empty when nobody wrote it.</param>
/// <param name="Who">Who said it and when, e.g. "Ikke vedtaget, Kommunalbestyrelsen 8.10.2026".</param>
public sealed record RefusedRow(int Number, string Title, PieceClass Class, string Reason, string Who);

/// <summary>The first rows of a list, and how many there are.</summary>
public sealed record First<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>The lists below the pictures.</summary>
/// <param name="pieces">The pieces of one process that the reader sees.</param>
/// <param name="implementations">The implementations that the reader sees.</param>
internal sealed class StatusLists(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces, IQueryable<Implementation> implementations)
{
    /// <summary>How many rows each list has on the page.</summary>
    public const int Lines = 6;

    /// <summary>How many of them are printed, so that the status fits one A4 page (dashboard-print.css).</summary>
    public const int PrintedLines = 4;

    /// <summary>Late or silent pieces by number, with three queries.</summary>
    public async Task<First<DueRow>> DueAsync(PieceStatus status)
    {
        var found = pieces.WithStatus(status, db.UtcNow);
        var first = await found.OrderBy(p => p.Number).Take(Lines).Select(p => new { p.Id, p.Number, p.Title, p.Class }).ToListAsync();
        var ids = first.Select(p => p.Id).ToList();
        var condition = status == PieceStatus.Late ? Standing.Late(db.UtcNow) : Standing.Silent(db.UtcNow);
        var rows = await implementations.Where(i => ids.Contains(i.SolutionPieceId)).Where(condition)
            .Select(i => new
            {
                i.SolutionPieceId, Institution = i.Institution!.Name, i.ResponsibleRole,
                Facts = new StandingFacts(
                    i.DueOn, i.Milestones.Where(m => m.ReachedOn == null).Min(m => (DateOnly?)m.DueOn), i.BegunAtUtc, i.LastNewsAtUtc, i.ClosedAtUtc, i.Outcome),
            }).ToListAsync();
        var byPiece = rows.OrderBy(r => r.Institution ?? "", DanishText.Comparer)
            .ToLookup(r => r.SolutionPieceId, r => Sentence(status, r.Institution, r.ResponsibleRole, Standing.Of(r.Facts, db.UtcNow)));
        return new First<DueRow>([.. first.Select(p => new DueRow(p.Number, p.Title, p.Class, [.. byPiece[p.Id]]))], await found.CountAsync());
    }

    /// <summary>Pieces that somebody said no to, the latest first, with two queries.</summary>
    public async Task<First<RefusedRow>> RefusedAsync()
    {
        var found = pieces.WithStatus(PieceStatus.Refused, db.UtcNow);
        var rows = await found
            .Select(p => new
            {
                p.Number, p.Title, p.Class, p.Stage,
                // One value each: SQLite has no join that reads a whole row per row.
                Reason = p.Events.Where(e => e.ToStage == p.Stage).OrderByDescending(e => e.Id).Select(e => e.Reason).FirstOrDefault(),
                AtUtc = p.Events.Where(e => e.ToStage == p.Stage).Max(e => (DateTime?)e.AtUtc),
                Body = p.Decisions.Where(d => d.Standing == DecisionStanding.Decides).OrderByDescending(d => d.Id).Select(d => (DecisionBody?)d.Body).FirstOrDefault(),
                DecidedOn = p.Decisions.Where(d => d.Standing == DecisionStanding.Decides).OrderByDescending(d => d.Id).Select(d => (DateOnly?)d.DecidedOn).FirstOrDefault(),
            })
            .OrderBy(r => r.AtUtc == null).ThenByDescending(r => r.AtUtc).ThenBy(r => r.Number).Take(Lines).ToListAsync();
        return new First<RefusedRow>(
            [.. rows.Select(r => new RefusedRow(
                r.Number, r.Title, r.Class, r.Reason ?? "",
                Who(r.Stage, r.Stage is PieceStage.Rejected or PieceStage.Declined ? r.Body : null, r.Stage is PieceStage.Rejected or PieceStage.Declined ? r.DecidedOn : null, r.AtUtc)))],
            await found.CountAsync());
    }

    private static string Sentence(PieceStatus status, string? institution, string role, Standing standing)
    {
        var who = string.Join(", ", new[] { institution, role }.Where(w => w is { Length: > 0 }));
        var when = status == PieceStatus.Late
            ? $"lovet {DanishText.Date(standing.LateSince!.Value)}"
            : $"intet nyt siden {DanishText.Date(standing.SilentSince!.Value)}";
        return who.Length > 0 ? $"{who} · {when}" : char.ToUpper(when[0], DanishText.Culture) + when[1..];
    }

    /// <summary>Who said no and when: the body of a decision, else the administration, whose choices have a moment and no meeting.</summary>
    private static string Who(PieceStage stage, DecisionBody? body, DateOnly? decidedOn, DateTime? atUtc)
    {
        var day = decidedOn ?? (atUtc is { } moment ? DanishText.Day(moment) : null);
        return $"{stage.ToDanish()}{(body is { } b ? ", " + b.ToDanish() : "")}{(day is { } d ? " " + DanishText.Date(d) : "")}";
    }
}
