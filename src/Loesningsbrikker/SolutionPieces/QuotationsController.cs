using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Releasing a passage as a quotation, and taking it back.</summary>
[Permit(Permission.ReleaseQuotations)]
public sealed class QuotationsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Releases it.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/quotations/{passageId}")]
    public async Task<IActionResult> Create(int number, long passageId, QuotationForm form)
    {
        var passage = await FindAsync(number, passageId, form.Version);
        passage.Release(Db.Actor.RequiredUserId, Db.UtcNow);
        await SaveAsync(passage, PieceEventKind.QuotationReleased);
        Confirm("Citatet er frigivet. Alle, der kan læse brikken, kan nu læse det.");
        return Redirect(Back(number, passageId, form));
    }

    /// <summary>Withdraws it.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/quotations/{passageId}/withdrawal")]
    public async Task<IActionResult> Withdraw(int number, long passageId, QuotationForm form)
    {
        var passage = await FindAsync(number, passageId, form.Version);
        passage.Withdraw();
        await SaveAsync(passage, PieceEventKind.QuotationWithdrawn);
        Confirm("Citatet er trukket tilbage og kan igen kun læses af dem, der må læse referaterne.");
        return Redirect(Back(number, passageId, form));
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => ShowPieceAgainAsync();

    private async Task<Passage> FindAsync(int number, long passageId, Guid version)
    {
        var processId = Current.Id;
        var passage = await Db.SolutionPieces.VisibleTo(Current, Db)
            .Where(p => p.Number == number)
            .SelectMany(p => p.Codings)
            .Where(c => c.PassageId == passageId)
            .Select(c => c.Passage)
            .FirstOrDefaultAsync(p => p.ProcessId == processId) ?? throw new NotFoundException();
        return passage.Version == version
            ? passage
            : throw new ConflictException("En kollega har ændret uddraget, mens du arbejdede. Din ændring er ikke gemt.");
    }

    private async Task SaveAsync(Passage passage, PieceEventKind kind)
    {
        // What outsiders read changes on every piece that the passage is tied to.
        var pieces = await Db.SolutionPieces.Where(p => p.Codings.Any(c => c.PassageId == passage.Id)).OrderBy(p => p.Id).ToListAsync();
        foreach (var piece in pieces)
            piece.Record(kind, Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
    }

    private string Back(int number, long passageId, QuotationForm form) =>
        PathOf(number) + (form.After is { } after ? $"?after={after}" : "") + $"#p{passageId}";
}
