using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Making a new piece of some of a piece's passages (Del): tick them, look at both sides, confirm.</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceSplitsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Shows the passages to tick.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/split")]
    public async Task<IActionResult> New(int number)
    {
        var piece = await FindAsync(number);
        return piece.Stage == PieceStage.Merged ? Redirect(PathOf(number)) : await ChooseAsync(piece, new SplitChoiceForm { Version = piece.Version });
    }

    /// <summary>Turns the page and keeps what was ticked; changes nothing.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/split/choice")]
    public async Task<IActionResult> Choose(int number, SplitChoiceForm form) => await ChooseAsync(await FindAsync(number), form);

    /// <summary>Shows both sides; changes nothing.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/split/preview")]
    public async Task<IActionResult> Preview(int number, SplitChoiceForm form)
    {
        var piece = await FindAsync(number, form.Version);
        var preview = await SplitPreview.ReadAsync(Db, piece, form.PassageIds);
        if (preview.Going == 0)
            throw new RuleException("Vælg mindst ét uddrag til den nye brik.");
        if (preview.Staying == 0)
            throw new RuleException("Lad mindst ét uddrag blive. Skal alle uddrag med, så ret brikken i stedet.");
        return await PreviewAsync(preview, new SplitForm { Version = form.Version, PassageIds = form.PassageIds, ThemeId = piece.ThemeId, Class = piece.Class });
    }

    /// <summary>Splits: all of it, or nothing.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/split")]
    public async Task<IActionResult> Create(int number, SplitForm form)
    {
        var part = await Db.InTransactionAsync(() => SplitAsync(number, form));
        Confirm($"{NameOf(part)} er skilt ud fra {Current.Process.NumberOf(number)} som kladde.");
        return Redirect(PathOf(part.Number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var piece = await FindAsync(NumberInAddress);
        return form is SplitForm split
            ? await PreviewAsync(await SplitPreview.ReadAsync(Db, piece, split.PassageIds), split)
            : await ChooseAsync(piece, (SplitChoiceForm)form);
    }

    private async Task<SolutionPiece> SplitAsync(int number, SplitForm form)
    {
        await RowLocks.NewPieceAsync(Db, Current.Id);
        await RowLocks.SplitAsync(Db, Current.Id, number);
        var piece = await FindAsync(number, form.Version);
        var theme = form.ThemeId is { } themeId
            ? await Db.Themes.FirstOrDefaultAsync(t => t.Id == themeId && t.ProcessId == Current.Id) ?? throw new NotFoundException()
            : null;
        var going = await SplitPreview.ChosenOf(Db, piece.Id, form.PassageIds).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        if (going.Count != form.PassageIds.Distinct().Count())
            throw new ConflictException("Et af de uddrag, du valgte, er løsnet fra brikken imens. Intet er delt. Vælg igen.");
        var left = await Db.Codings.CountAsync(c => c.SolutionPieceId == piece.Id) - going.Count;
        var (by, now, before) = (Db.Actor.RequiredUserId, Db.UtcNow, PieceImage.Of(piece));
        var part = SolutionPiece.Draft(
            Current.Id, await ProcessNumbers.NextPieceAsync(Db, Current.Id), form.Class!.Value, form.Title, by, now, facts: new PieceFacts(theme, [], [], []));
        Db.Add(part);
        await Db.SaveChangesAsync();
        piece.SplitOff(part, going.Count, left, form.Reason, by, now);
        Touch(piece);
        await Db.SaveChangesAsync();
        // Past the change log as in a merge: the lines on both pieces say what happened.
        await Db.Codings.Where(c => EF.Parameter(going).Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.SolutionPieceId, part.Id));
        await CodingJournal.AppendAsync(Db, CodingJournal.StepOf(CodingStepKind.PieceSplit, piece, part, new StepImages
        {
            Pieces = [new RowChange<PieceImage>(part.Id, null, PieceImage.Of(part))], Moved = new MovedCodings(piece.Id, part.Id, going),
        }));
        return part;
    }

    private async Task<IActionResult> ChooseAsync(SolutionPiece piece, SplitChoiceForm form)
    {
        await LogAsync(piece);
        var evidence = await PieceEvidence.ReadAsync(Db, piece.Id, releasedOnly: false, form.After, form.Before);
        ViewData["Page"] = new SplitChoicePage(piece, evidence, form.PassageIds.ToHashSet());
        return View("Choose", form);
    }

    private async Task<IActionResult> PreviewAsync(SplitPreview preview, SplitForm form)
    {
        await LogAsync(preview.Piece);
        ViewData["Preview"] = preview;
        return View("Preview", form);
    }

    /// <summary>Passages are shown, and who reads testimony is logged first.</summary>
    private async Task LogAsync(SolutionPiece piece)
    {
        Db.Add(AccessLogEntry.Of(Db, AccessKind.PassagesRead, Current.Id, piece.Id));
        await Db.SaveChangesAsync();
    }
}
