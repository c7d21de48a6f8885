using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// Who takes turns on PostgreSQL at a live meeting. SQLite has one writer, so nothing is locked there. Call inside a transaction, and
/// always in this order: meeting, question; the change log comes last. What is read afterwards is new.
/// </summary>
internal static class MeetingLocks
{
    /// <summary>Those who change the agenda of one meeting, open, close or end take turns.</summary>
    public static Task AgendaAsync(LoesningsbrikkerContext db, long meetingId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "ValidationMeetings" WHERE "Id" = {meetingId} FOR NO KEY UPDATE""");

    /// <summary>
    /// Any number of ballots at a time, but none while the question closes: either a ballot is stored before the count, or it finds the
    /// question closed.
    /// </summary>
    public static Task BallotAsync(LoesningsbrikkerContext db, long roundId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "MeetingRounds" WHERE "Id" = {roundId} FOR KEY SHARE""");

    /// <summary>Waits for the ballots that are being stored, and lets no other in until the count is stored.</summary>
    public static Task CountAsync(LoesningsbrikkerContext db, long roundId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "MeetingRounds" WHERE "Id" = {roundId} FOR UPDATE""");
}
