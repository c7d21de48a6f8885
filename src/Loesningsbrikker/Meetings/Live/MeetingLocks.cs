using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// Who takes turns on PostgreSQL at a live meeting. SQLite has one writer, so nothing is locked there. Call inside a transaction, and
/// always in this order: meeting, question, participant; the change log comes last. What is read afterwards is new.
/// </summary>
internal static class MeetingLocks
{
    /// <summary>Makes the locks of questions differ from others that the database knows by number only.</summary>
    private const long Questions = 0x4C42_0000_0000_0000;

    /// <summary>Those who change the agenda of one meeting, open, close or end take turns.</summary>
    public static Task AgendaAsync(LoesningsbrikkerContext db, long meetingId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "ValidationMeetings" WHERE "Id" = {meetingId} FOR NO KEY UPDATE""");

    /// <summary>
    /// Any number of ballots at a time, one after the other of the same participant, and none while the question closes: either a ballot
    /// is stored before the count, or it finds the question closed. Not a lock on the question's row: those who share one let nobody pass
    /// who wants it alone, and in a hall that answers there is always another.
    /// </summary>
    public static Task BallotAsync(LoesningsbrikkerContext db, long roundId, long participantId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""
            SELECT pg_advisory_xact_lock_shared({Questions | roundId}) FROM "MeetingParticipants" WHERE "Id" = {participantId} FOR NO KEY UPDATE
            """);

    /// <summary>Waits for the ballots that are being stored, and lets no other in until the count is stored.</summary>
    public static Task CountAsync(LoesningsbrikkerContext db, long roundId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Questions | roundId})");
}
