using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Putting two pieces together (Læg sammen): choose the other, look at both, confirm.</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceMergesController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Shows the pieces to choose among, or both sides when <paramref name="into"/> names the one that lives on.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/merge")]
    public async Task<IActionResult> New(int number, int? into, [FromQuery(Name = "q")] string? text, int page = 1)
    {
        var piece = await FindAsync(number);
        if (piece.Stage == PieceStage.Merged)
            return Redirect(PathOf(number));
        return into is { } other ? await PreviewAsync(piece, await FindAsync(other), form: null) : await ChooseAsync(piece, text, page);
    }

    /// <summary>Merges: all of it, or nothing.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/merge")]
    public async Task<IActionResult> Create(int number, MergeForm form)
    {
        await Db.InTransactionAsync(async () =>
        {
            await RowLocks.MergeAsync(Db, Current.Id, number, form.Into);
            var piece = await FindAsync(number, form.Version);
            var survivor = await FindAsync(form.Into, form.IntoVersion);
            if (await Db.FollowUps.AnyAsync(f => f.SolutionPieceId == piece.Id && f.ClosedAtUtc == null))
                throw new RuleException("Brikken har en opfølgning, der venter. Se på den eller aflys den, før du lægger sammen.");
            await Db.Entry(piece).Reference(p => p.Estimate).LoadAsync();
            var (before, survivorBefore) = (PieceImage.Of(piece), PieceImage.Of(survivor));
            piece.MergeInto(survivor, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow, form.Description ?? "");
            Touch(survivor);
            var earlier = await Db.SolutionPieces.Where(p => p.MergedIntoId == piece.Id).ToListAsync();
            foreach (var one in earlier)
                one.FollowInto(survivor);
            // First the versions: who comes second stops here, before any coding has moved.
            await Db.SaveChangesAsync();
            List<RowChange<PieceImage>?> changed =
            [
                CodingJournal.Change(piece.Id, before, PieceImage.Of(piece)), CodingJournal.Change(survivor.Id, survivorBefore, PieceImage.Of(survivor)),
                .. earlier.Select(e => new RowChange<PieceImage>(e.Id, new PieceImage { MergedIntoId = piece.Id }, new PieceImage { MergedIntoId = survivor.Id })),
            ];
            var images = await MoveCodingsAsync(piece.Id, survivor.Id) with { Pieces = [.. changed.OfType<RowChange<PieceImage>>()] };
            await CodingJournal.AppendAsync(Db, CodingJournal.StepOf(CodingStepKind.PiecesMerged, piece, survivor, images));
        });
        var prefix = Current.Process.Prefix;
        Confirm($"{prefix}-{number} er lagt sammen med {prefix}-{form.Into}, som lever videre.");
        return Redirect(PathOf(form.Into));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var merge = (MergeForm)form;
        var (piece, survivor) = (await FindAsync(NumberInAddress), await FindAsync(merge.Into));
        return piece.Id == survivor.Id ? await ChooseAsync(piece, text: null, number: 1) : await PreviewAsync(piece, survivor, merge);
    }

    /// <summary>A passage tied to both keeps its coding to the survivor. Gives which codings went, and which had a double.</summary>
    private async Task<StepImages> MoveCodingsAsync(long fromId, long toId)
    {
        // Not through the change log: thousands of codings would each add a line, and the lines on both pieces say what happened.
        var moving = Db.Codings.AsNoTracking().Where(c => c.SolutionPieceId == fromId);
        var doubles = moving.Where(c => Db.Codings.Any(k => k.SolutionPieceId == toId && k.PassageId == c.PassageId));
        var dropped = await doubles.OrderBy(c => c.Id).ToListAsync();
        await doubles.ExecuteDeleteAsync();
        var moved = await moving.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        await moving.ExecuteUpdateAsync(c => c.SetProperty(x => x.SolutionPieceId, toId));
        return new StepImages
        {
            Codings = [.. dropped.Select(c => new RowChange<CodingImage>(c.Id, CodingImage.Of(c), null))], Moved = new MovedCodings(fromId, toId, moved),
        };
    }

    private async Task<IActionResult> ChooseAsync(SolutionPiece piece, string? text, int number)
    {
        var filter = new PieceFilter { Text = text };
        var others = filter.ApplyButClass(Db.SolutionPieces.VisibleTo(Current, Db), Current.Process.Prefix, Db.UtcNow).Where(p => p.Id != piece.Id);
        var page = await filter.ApplyClassAndOrder(others)
            .Select(p => new PieceRow(p.Id, p.Number, p.Class, p.Title, p.Theme!.Name, p.Stage, null))
            .ToPageAsync(number);
        var evidence = await PieceEvidence.CountAsync(Db, [.. page.Rows.Select(r => r.Id)]);
        var rows = page.Rows.Select(r => r with { Evidence = evidence.GetValueOrDefault(r.Id, r.Evidence) }).ToList();
        return View("Choose", new MergeChoicePage(piece, text, page with { Rows = rows }));
    }

    private async Task<IActionResult> PreviewAsync(SolutionPiece piece, SolutionPiece survivor, MergeForm? form)
    {
        if (piece.Id == survivor.Id || survivor.Stage == PieceStage.Merged)
            return Redirect($"{PathOf(piece.Number)}/merge");
        // Others have read the formulated one, so that one lives on.
        if (piece.Stage != PieceStage.Draft && survivor.Stage == PieceStage.Draft && form is null)
            return Redirect($"{PathOf(survivor.Number)}/merge?into={piece.Number}");
        var shared = await Db.Codings.CountAsync(c =>
            c.SolutionPieceId == piece.Id && Db.Codings.Any(k => k.SolutionPieceId == survivor.Id && k.PassageId == c.PassageId));
        var counts = await PieceEvidence.CountAsync(Db, [piece.Id, survivor.Id]);
        ViewData["Preview"] = new MergePreview(piece, survivor, counts, shared);
        return View("Preview", form ?? MergePreview.FormFor(piece, survivor));
    }
}
