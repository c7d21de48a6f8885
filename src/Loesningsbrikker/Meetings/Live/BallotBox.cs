using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>A ballot as it is handed in.</summary>
/// <param name="BallotId">Random; a retry carries the same, so that it stores nothing twice.</param>
/// <param name="Revision">Grows with every change; a lower one that arrives later is left out.</param>
/// <param name="Entered">Who of the staff entered it for the participant, and how it was handed in; null from a phone.</param>
public sealed record BallotPaper(
    long MeetingId, long RoundId, long ParticipantId, Guid BallotId, int Revision, IReadOnlyList<PieceAnswer> Answers, EnteredBallot? Entered = null);

/// <summary>That somebody of the staff entered a ballot.</summary>
/// <param name="Way">At the table, or from paper.</param>
public sealed record EnteredBallot(long ByUserId, ParticipantWay Way);

/// <summary>What is stored now; it was durable before anybody was told.</summary>
/// <param name="Revision">The revision that is stored; higher than the one sent when a newer one was there.</param>
/// <param name="Answered">How many pieces have an answer.</param>
public sealed record BallotReceipt(int Revision, int Answered);

/// <summary>
/// Takes ballots, many at once, through the write lane. A participant is counted once, whatever arrives how often: the database's keys
/// say so, and what collides is run again and finds the other one's rows.
/// </summary>
public sealed class BallotBox(WriteLane lane)
{
    private const string AnotherPhone =
        "Der er allerede svaret med din seddel fra en anden telefon eller browser. I et hemmeligt møde kan svaret kun ændres dér, hvor det blev givet.";

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, Task<MeetingRound?>>> FindRound =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long meetingId, long roundId) =>
            db.MeetingRounds.AsNoTracking().Include(r => r.Pieces).FirstOrDefault(r => r.Id == roundId && r.MeetingId == meetingId)));

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, Task<Standing?>>> FindParticipant =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long meetingId, long participantId) => db.MeetingParticipants
            .Where(p => p.Id == participantId && p.MeetingId == meetingId && p.WithdrawnAtUtc == null)
            .Select(p => new Standing(p.GroupId, p.Way, p.CreatedAtUtc)).FirstOrDefault()));

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, Task<RoundVoter?>>> FindVoter =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long roundId, long participantId) =>
            db.RoundVoters.FirstOrDefault(v => v.RoundId == roundId && v.ParticipantId == participantId)));

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, Guid, Task<Ballot?>>> FindSecret =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long roundId, Guid id) =>
            db.Ballots.Include(b => b.Answers).FirstOrDefault(b => b.Id == id && b.RoundId == roundId)));

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, Task<Ballot?>>> FindOpen =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long roundId, long participantId) =>
            db.Ballots.Include(b => b.Answers).FirstOrDefault(b => b.RoundId == roundId && b.ParticipantId == participantId)));

    /// <summary>Stores a ballot, or the change of one, and returns when it is durable.</summary>
    /// <param name="actor">The participant's municipality; no user for a phone.</param>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="RuleException">The question takes no answers, the participant is not on the list, or an answer is impossible.</exception>
    /// <exception cref="ConflictException">There is a ballot of this participant already that this phone may not change.</exception>
    public Task<BallotReceipt> CastAsync(Actor actor, BallotPaper paper) => lane.WriteAsync(actor, db => StoreAsync(db, paper));

    /// <summary>The ballot that a phone sees as its own; null when there is none.</summary>
    public static Task<Ballot?> FindAsync(LoesningsbrikkerContext db, long roundId, bool isSecret, long participantId, Guid ballotId) =>
        isSecret ? FindSecret.For(db)(db, roundId, ballotId) : FindOpen.For(db)(db, roundId, participantId);

    private static async Task<BallotReceipt> StoreAsync(LoesningsbrikkerContext db, BallotPaper paper)
    {
        await MeetingLocks.BallotAsync(db, paper.RoundId, paper.ParticipantId);
        var round = await FindRound.For(db)(db, paper.MeetingId, paper.RoundId) ?? throw new NotFoundException();
        var participant = await FindParticipant.For(db)(db, paper.MeetingId, paper.ParticipantId)
            ?? throw new RuleException("Du er ikke længere på mødets liste. Tal med bordværten.");
        var voter = await FindVoter.For(db)(db, round.Id, paper.ParticipantId);
        var ballot = await FindAsync(db, round.Id, round.IsSecret, paper.ParticipantId, paper.BallotId);
        var stored = ballot is not null && voter is not null && IsStored(ballot, paper);
        if (!(paper.Entered is null ? round.TakesBallots(db.UtcNow) : round.TakesPaper))
            return stored ? Receipt(ballot!) : throw Closed(round, voter);
        // Whoever was not there when it opened stands in no turnout; the staff may enter those who came without a phone.
        if (paper.Entered is null && participant.SinceUtc > round.OpenedAtUtc)
            throw new RuleException("Spørgsmålet var åbnet, før du kom med. Du er med fra det næste.");
        if (stored && paper.Revision < ballot!.Revision)
            return Receipt(ballot);
        if (voter is null && ballot is null)
            (voter, ballot) = Add(db, round, participant, paper);
        else
            EnsureOwn(voter, ballot, paper);
        ballot!.Answer(round, paper.Answers);
        (ballot.Revision, voter!.Way, voter.EnteredByUserId) = (paper.Revision, paper.Entered?.Way ?? participant.Way, paper.Entered?.ByUserId);
        if (!round.IsSecret)
            ballot.StoredAtUtc = db.UtcNow;
        await db.SaveChangesAsync();
        return Receipt(ballot);
    }

    /// <summary>Whether this revision, or a later one of the same phone, is there. In an open meeting another phone of the same participant takes over.</summary>
    private static bool IsStored(Ballot ballot, BallotPaper paper) => ballot.Id == paper.BallotId && ballot.Revision >= paper.Revision;

    private static (RoundVoter Voter, Ballot Ballot) Add(LoesningsbrikkerContext db, MeetingRound round, Standing participant, BallotPaper paper)
    {
        var voter = new RoundVoter { RoundId = round.Id, ParticipantId = paper.ParticipantId };
        var ballot = new Ballot
        {
            Id = paper.BallotId, RoundId = round.Id, GroupId = participant.GroupId, ParticipantId = round.IsSecret ? null : paper.ParticipantId,
        };
        db.AddRange(voter, ballot);
        return (voter, ballot);
    }

    /// <exception cref="ConflictException">There is a ballot, and this is not the one who may change it.</exception>
    private static void EnsureOwn(RoundVoter? voter, Ballot? ballot, BallotPaper paper)
    {
        if (voter is null || ballot is null)
            throw new ConflictException(paper.Entered is null ? AnotherPhone : "Deltageren har allerede svaret på spørgsmålet.");
        if (paper.Entered is not null && voter.EnteredByUserId is null)
            throw new ConflictException("Deltageren har selv svaret på telefonen.");
    }

    private static RuleException Closed(MeetingRound round, RoundVoter? voter) => new((round.State, voter) switch
    {
        (RoundState.Planned, _) => "Spørgsmålet er ikke åbnet endnu.",
        (_, null) => "Spørgsmålet er lukket, og dit svar nåede ikke frem. Det er ikke talt med.",
        _ => "Spørgsmålet er lukket. Du har svaret, men den seneste ændring nåede måske ikke frem.",
    });

    private static BallotReceipt Receipt(Ballot ballot) => new(ballot.Revision, ballot.Answers.Count);

    private sealed record Standing(long GroupId, ParticipantWay Way, DateTime SinceUtc);
}
