using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>One report as it is read.</summary>
/// <param name="By">Name of the user; null for demo data.</param>
public sealed record ReportLine(string Text, DateTime AtUtc, string? By);

/// <summary>What the page of an implementation shows.</summary>
/// <param name="Person">Who is responsible; null when it is nobody with an account.</param>
/// <param name="MayWrite">Whether the visitor tells how it goes.</param>
/// <param name="Reports">The news, newest first.</param>
public sealed record ImplementationPage(
    Implementation Implementation, Standing Standing, string? Person, bool MayWrite, PageOf<ReportLine> Reports)
{
    /// <summary>Whether news may be told and milestones be reached.</summary>
    public bool IsCarriedOut => Standing is { IsClosed: false, HasBegun: true };

    /// <summary>Reads what is missing.</summary>
    /// <param name="implementation">With piece, institution and milestones.</param>
    public static async Task<ImplementationPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, Implementation implementation, int number)
    {
        var reports = await db.ProgressReports.Where(r => r.ImplementationId == implementation.Id).OrderByDescending(r => r.Id)
            .Select(r => new ReportLine(r.Text, r.AtUtc, db.Users.Where(u => u.Id == r.ByUserId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToPageAsync(number);
        var person = await db.Users.Where(u => u.Id == implementation.ResponsibleUserId).Select(u => u.DisplayName).FirstOrDefaultAsync();
        var mayWrite = current.Can(Permission.WriteImplementations)
            && await db.Implementations.Where(i => i.Id == implementation.Id).WrittenBy(current.Roles, db).AnyAsync();
        return new ImplementationPage(implementation, Standing.Of(implementation, db.UtcNow), person, mayWrite, reports);
    }
}
