using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Reminders;

/// <summary>
/// Puts what is due into the outbox: one digest per person and Danish day. It knows no scheduler, and may run twice or in two
/// places at once: each due day of a follow-up stands in the outbox once, because the database says so.
/// </summary>
public sealed class SendDueReminders(LoesningsbrikkerContext db, ILogger<SendDueReminders> logger)
{
    /// <summary>Goes through all municipalities.</summary>
    /// <returns>How many digests were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var today = DanishText.Day(db.UtcNow);
        var written = 0;
        foreach (var municipalityId in await db.Municipalities.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellation))
        {
            // The scope is the job's own: nobody else acts through this actor.
            db.Actor.MunicipalityId = municipalityId;
            foreach (var person in (await DueAsync(today, cancellation)).GroupBy(d => d.UserId))
                written += await WriteAsync([.. person], today, cancellation);
        }
        return written;
    }

    /// <summary>
    /// What waits and was not told yet, for people who can do something about it. Whoever has had today's digest gets what was
    /// added since in tomorrow's.
    /// </summary>
    private Task<List<DueFollowUp>> DueAsync(DateOnly today, CancellationToken cancellation) => (
        from f in db.FollowUps
        where f.ClosedAtUtc == null && f.DueOn <= today
              && !db.Reminders.Any(r => r.FollowUpId == f.Id && r.DueOn == f.DueOn && r.ToUserId == f.AssignedToUserId)
              && db.Users.Any(u => u.Id == f.AssignedToUserId && u.DeactivatedAtUtc == null)
              && db.ProcessMembers.Any(m => m.ProcessId == f.ProcessId && m.UserId == f.AssignedToUserId)
              && !db.OutboxMessages.Any(m => m.ToUserId == f.AssignedToUserId && m.Kind == MailKind.FollowUpDigest && m.ForDay == today)
        from piece in db.SolutionPieces.Where(p => p.Id == f.SolutionPieceId)
        from process in db.DialogueProcesses.Where(p => p.Id == f.ProcessId)
        orderby f.AssignedToUserId, f.DueOn, f.Id
        select new DueFollowUp(f.Id, f.ProcessId, process.Prefix, piece.Number, f.DueOn, f.AssignedToUserId)).ToListAsync(cancellation);

    private async Task<int> WriteAsync(IReadOnlyList<DueFollowUp> due, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var digest = OutboxMessage.Write(
            due[0].UserId, MailKind.FollowUpDigest, today, MailText.DigestSubject(due.Count), MailText.DigestBody(due), db.UtcNow);
        db.AddRange(due.Select(d => new Reminder { ProcessId = d.ProcessId, FollowUpId = d.Id, DueOn = d.DueOn, ToUserId = d.UserId, OutboxMessage = digest }));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return 1;
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsCollision(exception))
        {
            // Another run wrote this person's digest in the same moment.
            logger.LogInformation("The digest of user {UserId} for {Day} was written by another run", due[0].UserId, today);
            return 0;
        }
    }
}
