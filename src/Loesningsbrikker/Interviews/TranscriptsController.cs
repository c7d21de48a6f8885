using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Takes the text of an interview in, which then waits as a draft to be looked at, and shows what was stored.</summary>
[Route("dialogue-processes/{processId}/interviews/{number:int}/transcripts")]
public sealed class TranscriptsController(LoesningsbrikkerContext db, CurrentProcess current, TranscriptReader reader, DraftWriting drafts)
    : HouseController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet("new"), Permit(Permission.WriteTestimony)]
    public Task<IActionResult> New() => ShowAgainAsync(new TranscriptForm());

    /// <summary>Reads the text and keeps it as an encrypted draft; nothing is stored as testimony yet.</summary>
    [HttpPost("new"), Permit(Permission.WriteTestimony), UploadLimit]
    public async Task<IActionResult> Create(int number, TranscriptForm form)
    {
        if ((await TargetAsync(number)).Passages > 0)
            throw new RuleException(TranscriptTarget.HasPassages);
        var draft = await drafts.AddAsync(await ReadAsync(form), number);
        await Db.SaveChangesAsync();
        return Redirect($"/dialogue-processes/{Current.Id}/import-drafts/{draft.Id}");
    }

    /// <summary>What was read: counts and the beginning.</summary>
    [HttpGet("{version:int}"), Permit(Permission.ReadTestimony)]
    public async Task<IActionResult> Show(int number, int version)
    {
        var (id, page) = await TranscriptPage.ReadAsync(Db, Current.Id, number, version) ?? throw new NotFoundException();
        Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, id));
        await Db.SaveChangesAsync();
        return View("Show", page);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (TranscriptForm)form;
        shown.Target = await TargetAsync(int.Parse((string)RouteData.Values["number"]!));
        return View("New", shown);
    }

    private async Task<ReadTranscript> ReadAsync(TranscriptForm form)
    {
        var isPasted = !string.IsNullOrWhiteSpace(form.Text);
        if (form.File is not null)
            return isPasted
                ? throw new RuleException("Du har både valgt en fil og sat tekst ind. Brug kun det ene.", nameof(form.Text))
                : await reader.ReadAsync(form.File.FileName, await Uploads.BytesOfAsync(form.File), HttpContext.RequestAborted);
        if (!isPasted)
            throw new RuleException("Vælg en fil, eller sæt teksten ind.", nameof(form.File));
        var leftOut = new LeftOut();
        return new ReadTranscript("", TranscriptFile.ReadPasted(form.Text!, leftOut), leftOut.Sentences);
    }

    private async Task<TranscriptTarget> TargetAsync(int number) =>
        await Db.Interviews.Where(i => i.ProcessId == Current.Id && i.Number == number)
            .Select(i => new TranscriptTarget(
                i.Number, i.Title, i.Transcripts.Max(t => (int?)t.VersionNumber) ?? 0,
                Db.Passages.Count(p => i.Transcripts.Any(t => t.Id == p.TranscriptId))))
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
}
