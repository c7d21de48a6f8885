using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>The administration takes a table's proposal over or not, with a reason.</summary>
[Route("dialogue-processes/{processId}/validation-meetings/{id}/qualifications/{qualificationId}"), Permit(Permission.WritePieces)]
public sealed class QualificationSettlementsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the proposal beside the piece as it reads now.</summary>
    [HttpGet]
    public async Task<IActionResult> Edit(long id, long qualificationId)
    {
        var page = await ReadAsync(id, qualificationId);
        var (proposal, piece) = (page.Proposal, page.Piece);
        return Show(page, new SettlementForm
        {
            Title = proposal.Title.Length > 0 ? proposal.Title : piece?.Title,
            Description = proposal.Kind == QualificationKind.Addition ? $"{page.Description}\n\n{proposal.Text}" : proposal.Text,
        });
    }

    /// <summary>Settles it.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long id, long qualificationId, SettlementForm form)
    {
        var sentence = await Db.InTransactionAsync(async () =>
        {
            var proposal = await Db.Qualifications.FirstOrDefaultAsync(q => q.Id == qualificationId && q.MeetingId == id && q.ProcessId == Current.Id) ?? throw new NotFoundException();
            if (form.TakeOver is not { } takeOver)
                throw new RuleException("Vælg, om forslaget tages over.", nameof(form.TakeOver));
            if (takeOver)
            {
                var piece = await PieceAsync(proposal, form);
                proposal.TakeOver(piece, form.Title ?? "", form.Description ?? "", form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
                await Db.SaveChangesAsync();
                return $"Forslaget er taget over i {Current.Process.NumberOf(piece)}.";
            }
            proposal.Decline(form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
            await Db.SaveChangesAsync();
            return "Forslaget er ikke taget over.";
        });
        Confirm(sentence);
        return Redirect($"/dialogue-processes/{Current.Id}/validation-meetings/{id}/qualifications");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return Show(await ReadAsync(InAddress("id"), InAddress("qualificationId")), (SettlementForm)form);
    }

    private ViewResult Show(SettlementPage page, SettlementForm form)
    {
        ViewData["Page"] = page;
        return View("Edit", form);
    }

    private async Task<SolutionPiece> PieceAsync(Qualification proposal, SettlementForm form)
    {
        if (proposal.Kind != QualificationKind.NewPiece)
            return await Db.SolutionPieces.SingleAsync(p => p.Id == proposal.SolutionPieceId && p.ProcessId == Current.Id);
        if (form.Class is not { } pieceClass)
            throw new RuleException("Vælg, hvem der skal handle.", nameof(form.Class));
        var number = await ProcessNumbers.NextPieceAsync(Db, Current.Id);
        var draft = SolutionPiece.Draft(Current.Id, number, pieceClass, form.Title ?? "", Db.Actor.RequiredUserId, Db.UtcNow, form.Description ?? "");
        Db.Add(draft);
        await Db.SaveChangesAsync();
        return draft;
    }

    private async Task<SettlementPage> ReadAsync(long id, long qualificationId)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var proposal = await Db.Qualifications.Where(q => q.Id == qualificationId && q.MeetingId == id && q.ProcessId == Current.Id).Rows(Db).FirstOrDefaultAsync()
            ?? throw new NotFoundException();
        var piece = await Db.SolutionPieces.Where(p => p.ProcessId == Current.Id && p.Number == proposal.Number)
            .Select(p => new { Piece = new MeetingPiece(p.Id, p.Number, p.Class, p.Title), p.Description }).FirstOrDefaultAsync();
        return new SettlementPage(meeting, proposal, piece?.Piece, piece?.Description ?? "");
    }

    private long InAddress(string name) => long.TryParse(RouteData.Values[name] as string, out var key) ? key : 0;
}
