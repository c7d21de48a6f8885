using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>Handing a local piece over to one or more institutions.</summary>
[Permit(Permission.ConcludePieces)]
public sealed class PieceHandOversController(LoesningsbrikkerContext db, CurrentProcess current) : PieceStepController(db, current, PieceStep.HandOver)
{
    /// <summary>Shows the institutions that don't have it; those that the piece concerns are ticked.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/hand-over")]
    public Task<IActionResult> New(int number) =>
        OpenAsync(number, p => new HandOverForm { Version = p.Version, Institutions = [.. p.Institutions.Where(i => i.ClosedAtUtc is null).Select(i => i.Id)] });

    /// <summary>Hands it over.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/hand-over")]
    public async Task<IActionResult> Create(int number, HandOverForm form)
    {
        var piece = await FindAsync(number, form.Version);
        await Db.Entry(piece).Collection(p => p.Implementations).LoadAsync();
        var chosen = await Db.Institutions.Where(i => form.Institutions.Contains(i.Id)).ToListAsync();
        if (chosen.Count != form.Institutions.Distinct().Count())
            throw new NotFoundException();
        chosen.Sort((a, b) => DanishText.Comparer.Compare(a.Name, b.Name));
        piece.HandOver(chosen, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        return await SaveAsync(piece, form, $"{NameOf(piece)} er overdraget til {DanishText.List(chosen.Select(i => i.Name))}.");
    }

    /// <inheritdoc />
    protected override async Task<string> PrepareAsync(SolutionPiece piece, PieceStepForm form)
    {
        var all = await Db.Institutions
            .Where(i => i.ClosedAtUtc == null && !Db.Implementations.Any(x => x.SolutionPieceId == piece.Id && x.InstitutionId == i.Id))
            .Select(i => new PieceChoice(i.Id, i.Name)).ToListAsync();
        ViewData["Choices"] = all.OrderBy(c => c.Name, DanishText.Comparer).ToList();
        ViewData["Has"] = await Db.Implementations.Where(i => i.SolutionPieceId == piece.Id && i.Institution != null)
            .Select(i => i.Institution!.Name).ToListAsync();
        return "New";
    }
}
