using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What the buttons of the agenda send.</summary>
public sealed class AgendaForm
{
    /// <summary>Countdown in seconds; null for none.</summary>
    [Display(Name = "Nedtælling i sekunder")]
    public int? Seconds { get; set; }

    /// <summary>Whether the result waits for answers on paper.</summary>
    [Display(Name = "Vent med resultatet: der kommer svar på papir")]
    public bool AwaitPaper { get; set; }

    /// <summary>True to move a question up, false for down.</summary>
    public bool Up { get; set; }

    /// <summary>The countdown; null for none.</summary>
    public TimeSpan? Countdown => Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}

/// <summary>How the meeting is held live.</summary>
public sealed class LiveForm
{
    /// <summary>Whether ballots carry no participant; null when nothing is chosen.</summary>
    [Display(Name = "Svarene er")]
    public bool? Secret { get; set; }

    /// <summary>Whether people without a slip may join.</summary>
    [Display(Name = "Deltagere uden seddel kan være med ved at vælge en gruppe")]
    public bool WithoutSlip { get; set; }
}

/// <summary>A question on the agenda.</summary>
/// <param name="Pieces">How many pieces it is about.</param>
/// <param name="Repeats">Whether it asks an earlier one again.</param>
/// <param name="People">How many answered; null before it was counted for good.</param>
public sealed record AgendaRow(
    long Id, int Number, RoundKind Kind, string Title, int? MaxChoices, bool IsRehearsal, bool Repeats, int Pieces, DateTime? OpenedAtUtc, DateTime? ClosesAtUtc,
    DateTime? ClosedAtUtc, DateTime? CountedAtUtc, int? People, int? OnPaper)
{
    /// <summary>Where it stands.</summary>
    public RoundState State => MeetingRound.StateOf(OpenedAtUtc, ClosedAtUtc, CountedAtUtc);
}

/// <summary>A group at the meeting; while a question is open the numbers are those that were frozen.</summary>
/// <param name="Answered">How many have answered the open question; null when none is open.</param>
public sealed record AgendaGroup(string Name, int Entitled, int Present, int? Answered);

/// <summary>The agenda of a live meeting, for whoever leads it. It tells how many answered, never how.</summary>
/// <param name="HasAsked">Whether a question that counts was opened, so that it is settled whether ballots are secret.</param>
/// <param name="AwaitsPaper">Whether somebody who takes part on paper has not answered the open question.</param>
/// <param name="ClosesIn">Seconds until the open question closes; null without a countdown.</param>
/// <param name="Groups">The groups in Danish order.</param>
public sealed record AgendaPage(
    MeetingHead Meeting, ValidationMeeting Live, IReadOnlyList<AgendaRow> Rounds, IReadOnlyList<AgendaGroup> Groups, bool HasAsked, bool AwaitsPaper, double? ClosesIn)
{
    /// <summary>The open question; null when none is.</summary>
    public AgendaRow? Open => Rounds.FirstOrDefault(r => r.State == RoundState.Open);

    /// <summary>The question that comes next; null when all were asked.</summary>
    public AgendaRow? Next => Rounds.FirstOrDefault(r => r.State == RoundState.Planned);

    /// <summary>How many have come.</summary>
    public int Present => Groups.Sum(g => g.Present);

    /// <summary>How many have answered the open question.</summary>
    public int Answered => Groups.Sum(g => g.Answered ?? 0);

    /// <summary>
    /// Reads it with a number of queries that does not grow. It is not cut into pages: whoever leads a meeting sees it whole.
    /// </summary>
    /// <exception cref="NotFoundException">The process has no such meeting.</exception>
    public static async Task<AgendaPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, long meetingId)
    {
        var meeting = await db.ValidationMeetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == meetingId && m.ProcessId == current.Id) ?? throw new NotFoundException();
        var rounds = await db.MeetingRounds.Where(r => r.MeetingId == meetingId).OrderBy(r => r.Number).ThenBy(r => r.Id)
            .Select(r => new AgendaRow(
                r.Id, r.Number, r.Kind, r.Title, r.MaxChoices, r.IsRehearsal, r.RepeatsRoundId != null, r.Pieces.Count, r.OpenedAtUtc, r.ClosesAtUtc, r.ClosedAtUtc,
                r.CountedAtUtc,
                r.CountedAtUtc == null ? null : r.Counts.OrderByDescending(c => c.Number).Select(c => (int?)c.People).FirstOrDefault(),
                r.CountedAtUtc == null ? null : r.Counts.OrderByDescending(c => c.Number).Select(c => (int?)c.OnPaper).FirstOrDefault()))
            .ToListAsync();
        var open = rounds.Find(r => r.State == RoundState.Open);
        var groups = await (open is null ? ReadGroupsAsync(db, meetingId) : ReadTurnoutAsync(db, open.Id));
        var awaitsPaper = open is not null && await db.MeetingParticipants.AnyAsync(p => p.MeetingId == meetingId && p.WithdrawnAtUtc == null
            && p.Way == ParticipantWay.Paper && !db.RoundVoters.Any(v => v.RoundId == open.Id && v.ParticipantId == p.Id));
        return new AgendaPage(
            new MeetingHead(meeting.Id, meeting.Title, meeting.HeldOn, meeting.Place), meeting, rounds, [.. groups.OrderBy(g => g.Name, DanishText.Comparer)],
            rounds.Exists(r => r is { IsRehearsal: false, OpenedAtUtc: not null }), awaitsPaper, (open?.ClosesAtUtc - db.UtcNow)?.TotalSeconds);
    }

    /// <summary>The turnout of a question: how many could answer when it opened, and how many have.</summary>
    public static async Task<IReadOnlyList<AgendaGroup>> ReadTurnoutAsync(LoesningsbrikkerContext db, long roundId)
    {
        var frozen = await (
            from turnout in db.RoundTurnouts
            join namedGroup in db.InformantGroups on turnout.GroupId equals namedGroup.Id
            where turnout.RoundId == roundId
            select new { turnout.GroupId, namedGroup.Name, turnout.Entitled, turnout.Present }).ToListAsync();
        var answered = await db.Ballots.Where(b => b.RoundId == roundId)
            .Join(db.InformantGroups, b => b.GroupId, g => g.Id, (b, g) => new { g.Id, g.Name })
            .GroupBy(g => new { g.Id, g.Name }).Select(g => new { g.Key.Id, g.Key.Name, Count = g.Count() }).ToListAsync();
        return
        [
            .. frozen.Select(f => new AgendaGroup(f.Name, f.Entitled, f.Present, answered.Find(a => a.Id == f.GroupId)?.Count ?? 0)),
            // Somebody without a phone may be the first of the group.
            .. answered.Where(a => !frozen.Exists(f => f.GroupId == a.Id)).Select(a => new AgendaGroup(a.Name, 0, 0, a.Count)),
        ];
    }

    private static async Task<IReadOnlyList<AgendaGroup>> ReadGroupsAsync(LoesningsbrikkerContext db, long meetingId) =>
        await db.MeetingParticipants.Where(p => p.MeetingId == meetingId && p.WithdrawnAtUtc == null).GroupBy(p => p.Group.Name)
            .Select(g => new AgendaGroup(g.Key, g.Count(), g.Count(p => p.PresentSinceUtc != null), null)).ToListAsync();
}
