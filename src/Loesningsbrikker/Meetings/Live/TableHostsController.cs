using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Phone;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// The table host (bordvært) enters answers of people without a phone while the question is open, and answers on paper until its count
/// is concluded. Each participant counts once, whoever enters what.
/// </summary>
[Route("dialogue-processes/{processId}/validation-meetings/{id}/rounds/{roundId}/table"), Permit(Permission.RunMeetings)]
public sealed class TableHostsController(LoesningsbrikkerContext db, CurrentProcess current, Slips slips, BallotBox box) : HouseController(db, current)
{
    /// <summary>Shows the question and an empty answer.</summary>
    [HttpGet]
    public Task<IActionResult> New(long id, long roundId) => ShowAsync(id, roundId, new TableForm { BallotId = Guid.NewGuid(), NewcomerId = Guid.NewGuid() });

    /// <summary>Stores the answer.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, long roundId, TableForm form)
    {
        var round = await Db.MeetingRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == id && r.ProcessId == Current.Id)
            ?? throw new NotFoundException();
        if (!round.TakesPaper)
            throw new ConflictException("Optællingen er afsluttet, så spørgsmålet tager ikke imod flere svar.");
        if (form.BallotId == Guid.Empty || form.NewcomerId == Guid.Empty)
            throw new RuleException("Indlæs siden igen.");
        var way = round.State == RoundState.Open ? ParticipantWay.TableHost : ParticipantWay.Paper;
        // Tried on paper first, so that nobody is put on the list for an answer that is none.
        new Ballot { Id = form.BallotId }.Answer(await WithPiecesAsync(round), [.. Told(form)]);
        var participantId = await ParticipantAsync(id, form, way);
        await box.CastAsync(Db.Actor, new BallotPaper(
            id, roundId, participantId, form.BallotId, 1, [.. Told(form)], new EnteredBallot(Db.Actor.RequiredUserId, way)));
        Confirm("Svaret er gemt.");
        return Redirect($"/dialogue-processes/{Current.Id}/validation-meetings/{id}/rounds/{roundId}/table");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return ShowAsync(InAddress("id"), InAddress("roundId"), (TableForm)form);
    }

    private async Task<IActionResult> ShowAsync(long id, long roundId, TableForm form)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var round = await Db.MeetingRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == id) ?? throw new NotFoundException();
        var question = await RoundQuestion.ReadAsync(Db, id, roundId);
        if (question is null || !round.TakesPaper)
            return Redirect($"/dialogue-processes/{Current.Id}/validation-meetings/{id}/agenda");
        var groups = await Db.InformantGroups.Where(g => g.ProcessId == Current.Id && !g.AreChildren).Select(g => new JoinGroup(g.Id, g.Name)).ToListAsync();
        ViewData["Context"] = new TablePage(
            meeting, question, round.State != RoundState.Open, await Db.RoundVoters.CountAsync(v => v.RoundId == roundId),
            await Db.RoundVoters.CountAsync(v => v.RoundId == roundId && v.EnteredByUserId != null), [.. groups.OrderBy(g => g.Name, DanishText.Comparer)]);
        return View("New", form);
    }

    private async Task<MeetingRound> WithPiecesAsync(MeetingRound round)
    {
        round.Pieces.AddRange(await Db.RoundPieces.AsNoTracking().Where(p => p.RoundId == round.Id).ToListAsync());
        return round;
    }

    private static IEnumerable<PieceAnswer> Told(TableForm form) =>
        form.Answers.Where(a => a.Value is not null).Select(a => new PieceAnswer(a.Place, a.Value, a.Comment));

    /// <summary>The participant with the code, who has now come; or somebody new of the group.</summary>
    private Task<long> ParticipantAsync(long meetingId, TableForm form, ParticipantWay way) => Db.InTransactionAsync(async () =>
    {
        await MeetingLocks.AgendaAsync(Db, meetingId);
        var participant = string.IsNullOrWhiteSpace(form.Code) ? await NewAsync(meetingId, form, way) : await FindAsync(meetingId, form.Code);
        participant.Come(Db.UtcNow);
        await Db.SaveChangesAsync();
        return participant.Id;
    });

    private async Task<MeetingParticipant> NewAsync(long meetingId, TableForm form, ParticipantWay way)
    {
        // The button was tapped twice: the first time has put them on the list.
        var marker = slips.DeviceIndexOf(meetingId, form.NewcomerId.ToString("N"));
        if (await Db.MeetingParticipants.FirstOrDefaultAsync(p => p.MeetingId == meetingId && p.DeviceIndex == marker) is { } again)
            return again;
        var meeting = await Db.ValidationMeetings.SingleAsync(m => m.Id == meetingId && m.ProcessId == Current.Id);
        var group = await Db.InformantGroups.FirstOrDefaultAsync(g => g.Id == form.GroupId && g.ProcessId == Current.Id)
            ?? throw new RuleException("Skriv en kode, eller vælg en gruppe.", nameof(form.Code));
        var participant = MeetingParticipant.Of(meeting, group, way, Db.Actor.RequiredUserId, Db.UtcNow);
        participant.DeviceIndex = marker;
        Db.Add(participant);
        return participant;
    }

    private async Task<MeetingParticipant> FindAsync(long meetingId, string typed)
    {
        var code = typed.Trim().ToUpper(DanishText.Culture);
        var index = Slips.Read(typed, Slips.Length) is { } slip ? slips.IndexOf(meetingId, slip) : null;
        var found = await Db.MeetingParticipants.Where(p => p.MeetingId == meetingId && p.WithdrawnAtUtc == null
            && ((index != null && p.SlipIndex == index) || Db.Informants.Any(i => i.Id == p.InformantId && i.Code == code))).Take(2).ToListAsync();
        return found switch
        {
            [var one] => one,
            [] => throw new RuleException("Ingen på mødets liste har den kode.", nameof(TableForm.Code)),
            _ => throw new RuleException("Flere på listen har den kode. Brug koden på sedlen.", nameof(TableForm.Code)),
        };
    }

    private long InAddress(string name) => long.TryParse(RouteData.Values[name] as string, out var key) ? key : 0;
}
