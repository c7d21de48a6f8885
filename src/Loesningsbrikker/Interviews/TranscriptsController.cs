using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Brings the text of an interview in, and shows what was read.</summary>
[Route("dialogue-processes/{processId}/interviews/{number:int}/transcripts")]
public sealed class TranscriptsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet("new"), Permit(Permission.WriteTestimony)]
    public Task<IActionResult> New() => ShowAgainAsync(new TranscriptForm());

    /// <summary>Reads, freezes and stores the text.</summary>
    [HttpPost("new"), Permit(Permission.WriteTestimony), UploadLimit]
    public async Task<IActionResult> Create(int number, TranscriptForm form)
    {
        EnsureApprovedByNow(form);
        var (fileName, paragraphs) = await ReadAsync(form);
        var version = await Db.InTransactionAsync(async () =>
        {
            // A passage that a colleague marks now is either counted below, or meets the new text.
            await RowLocks.InterviewAsync(Db, Current.Id, number);
            var interview = await Db.Interviews.FirstOrDefaultAsync(i => i.ProcessId == Current.Id && i.Number == number)
                ?? throw new NotFoundException();
            var target = await TargetAsync(number);
            if (target.Passages > 0)
                throw new RuleException(TranscriptTarget.HasPassages);
            var transcript = TranscriptText.Freeze(
                interview, target.LastVersion + 1, form.Kind!.Value, paragraphs, fileName, Db.Actor.RequiredUserId, Db.UtcNow);
            transcript.ApprovedOn = form.ApprovedOn;
            if (interview.CodingFinishedAtUtc is not null)
                interview.ResumeCoding();
            // Two texts at once, or a text and a delete: one of them must lose.
            Db.Entry(interview).Property(i => i.Version).IsModified = true;
            await TranscriptStore.AddAsync(Db, transcript);
            return transcript.VersionNumber;
        });
        Confirm("Teksten er læst ind. Se, om den ser rigtig ud, før I koder.");
        return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}/transcripts/{version}");
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

    private void EnsureApprovedByNow(TranscriptForm form)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Db.UtcNow, DanishText.Copenhagen));
        if (form.ApprovedOn is { } date && (date > today || date.Year < 2000))
            throw new RuleException("Datoen for godkendelsen kan ikke ligge ude i fremtiden eller før 2000.", nameof(form.ApprovedOn));
    }

    private static async Task<(string FileName, IReadOnlyList<ParagraphText> Paragraphs)> ReadAsync(TranscriptForm form)
    {
        var isPasted = !string.IsNullOrWhiteSpace(form.Text);
        if (form.File is null)
            return isPasted
                ? ("", TranscriptFile.ReadPasted(form.Text!))
                : throw new RuleException("Vælg en fil, eller sæt teksten ind.", nameof(form.File));
        if (isPasted)
            throw new RuleException("Du har både valgt en fil og sat tekst ind. Brug kun det ene.", nameof(form.Text));
        using var content = new MemoryStream((int)form.File.Length);
        await form.File.CopyToAsync(content);
        var name = TranscriptFile.CleanName(form.File.FileName);
        return (name, TranscriptFile.Read(name, content.ToArray()));
    }

    private async Task<TranscriptTarget> TargetAsync(int number) =>
        await Db.Interviews.Where(i => i.ProcessId == Current.Id && i.Number == number)
            .Select(i => new TranscriptTarget(
                i.Number, i.Title, i.Transcripts.Max(t => (int?)t.VersionNumber) ?? 0,
                Db.Passages.Count(p => i.Transcripts.Any(t => t.Id == p.TranscriptId))))
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
}
