using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>What became of a promise.</summary>
public enum PromiseState
{
    /// <summary>Reached on the day or before.</summary>
    Kept,
    /// <summary>Reached, but after the day.</summary>
    KeptLate,
    /// <summary>The day has passed, and it is not reached.</summary>
    NotKept,
    /// <summary>The day is to come.</summary>
    Coming,
}

/// <summary>A day that somebody promised something for: the end of an implementation, or a milestone on the way.</summary>
public sealed record Promise(PieceClass Class, DateOnly DueOn, PromiseState State)
{
    /// <summary>
    /// Reads the promises of the pieces with two queries. What fell away is no promise: everything of a piece that was rolled
    /// back, and milestones to come of an implementation that has ended.
    /// </summary>
    /// <param name="implementations">Those that the reader sees.</param>
    public static async Task<IReadOnlyList<Promise>> ReadAsync(LoesningsbrikkerContext db, IQueryable<Implementation> implementations)
    {
        var standing = implementations.Where(i => i.SolutionPiece.Stage != PieceStage.RolledBack);
        var ends = await standing.Where(i => i.DueOn != null)
            .Select(i => new { i.SolutionPiece.Class, DueOn = i.DueOn!.Value, i.ClosedAtUtc, i.Outcome }).ToListAsync();
        var milestones = await standing
            .SelectMany(i => i.Milestones, (i, m) => new { i.SolutionPiece.Class, m.DueOn, m.ReachedOn, i.ClosedAtUtc }).ToListAsync();
        var today = DanishText.Day(db.UtcNow);
        return
        [
            .. ends.Select(e => new Promise(e.Class, e.DueOn, StateOf(e.DueOn, EndedOn(e.ClosedAtUtc, e.Outcome), e.ClosedAtUtc is not null, today))),
            .. milestones.Where(m => m.ReachedOn is not null || m.ClosedAtUtc is null || m.DueOn < today)
                .Select(m => new Promise(m.Class, m.DueOn, StateOf(m.DueOn, m.ReachedOn, ended: false, today))),
        ];
    }

    /// <summary>What became of a promise.</summary>
    /// <param name="reachedOn">The day it was reached; null when it is not.</param>
    /// <param name="ended">Whether nobody works on it any more.</param>
    public static PromiseState StateOf(DateOnly dueOn, DateOnly? reachedOn, bool ended, DateOnly today) => reachedOn switch
    {
        { } reached => reached <= dueOn ? PromiseState.Kept : PromiseState.KeptLate,
        null => ended || dueOn < today ? PromiseState.NotKept : PromiseState.Coming,
    };

    private static DateOnly? EndedOn(DateTime? closedAtUtc, ImplementationOutcome? outcome) =>
        closedAtUtc is { } closed && outcome is ImplementationOutcome.Achieved or ImplementationOutcome.PartlyAchieved ? DanishText.Day(closed) : null;
}

/// <summary>The Danish words of promises.</summary>
public static class PromiseWords
{
    /// <summary>Nået til tiden, Nået for sent, Ikke nået, Kommer.</summary>
    public static string ToDanish(this PromiseState state) => state switch
    {
        PromiseState.Kept => "Nået til tiden",
        PromiseState.KeptLate => "Nået for sent",
        PromiseState.NotKept => "Ikke nået",
        PromiseState.Coming => "Kommer",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
