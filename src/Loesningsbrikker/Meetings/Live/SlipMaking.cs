using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Makes slips for a meeting.</summary>
internal static class SlipMaking
{
    /// <summary>Makes so many slips per group, and one for each informant who has none.</summary>
    /// <param name="perGroup">How many more, by key of the group.</param>
    /// <param name="forInformants">
    /// Whether each person behind an informant's code gets one; groups of children never do.
    /// </param>
    /// <returns>How many were made.</returns>
    /// <exception cref="NotFoundException">The process has no such meeting or group.</exception>
    /// <exception cref="RuleException">A group is children, or the meeting would have too many.</exception>
    public static Task<int> MakeAsync(
        LoesningsbrikkerContext db, Slips slips, long processId, long meetingId, IReadOnlyDictionary<long, int> perGroup, bool forInformants) => db.InTransactionAsync(async () =>
    {
        await MeetingLocks.AgendaAsync(db, meetingId);
        var meeting = await db.ValidationMeetings.FirstOrDefaultAsync(m => m.Id == meetingId && m.ProcessId == processId) ?? throw new NotFoundException();
        var groups = await db.InformantGroups.Where(g => g.ProcessId == processId).ToDictionaryAsync(g => g.Id);
        var fresh = new List<MeetingParticipant>();
        foreach (var (groupId, count) in perGroup)
        {
            var group = groups.GetValueOrDefault(groupId) ?? throw new NotFoundException();
            for (var i = 0; i < count; i++)
                fresh.Add(New(db, meeting, group, null));
        }
        if (forInformants)
            foreach (var informant in await WithoutSlipAsync(db, meeting))
                for (var i = 0; i < informant.Headcount; i++)
                    fresh.Add(New(db, meeting, groups[informant.GroupId], informant.Id));
        if (await db.MeetingParticipants.CountAsync(p => p.MeetingId == meetingId) + fresh.Count > MeetingParticipant.Most)
            throw new RuleException($"Et møde kan højst have {MeetingParticipant.Most.ToString("N0", DanishText.Culture)} deltagere.");
        await GiveCodesAsync(db, slips, meetingId, fresh);
        db.AddRange(fresh);
        await db.SaveChangesAsync();
        return fresh.Count;
    });

    private static MeetingParticipant New(LoesningsbrikkerContext db, ValidationMeeting meeting, InformantGroup group, long? informantId)
    {
        var participant = MeetingParticipant.Of(meeting, group, ParticipantWay.Slip, db.Actor.RequiredUserId, db.UtcNow);
        participant.InformantId = informantId;
        return participant;
    }

    private static Task<List<Informant>> WithoutSlipAsync(LoesningsbrikkerContext db, ValidationMeeting meeting) =>
        db.Informants.AsNoTracking().Where(i => i.ProcessId == meeting.ProcessId && !i.Group.AreChildren
            && !db.MeetingParticipants.Any(p => p.MeetingId == meeting.Id && p.InformantId == i.Id && p.WithdrawnAtUtc == null)).OrderBy(i => i.Id).ToListAsync();

    private static async Task GiveCodesAsync(LoesningsbrikkerContext db, Slips slips, long meetingId, List<MeetingParticipant> fresh)
    {
        var taken = (await db.MeetingParticipants.Where(p => p.MeetingId == meetingId && p.SlipIndex != null).Select(p => p.SlipIndex!).ToListAsync())
            .Select(Convert.ToHexString).ToHashSet();
        foreach (var participant in fresh)
            do
                slips.Write(participant, Slips.NewCode(Slips.Length));
            while (!taken.Add(Convert.ToHexString(participant.SlipIndex!)));
    }
}
