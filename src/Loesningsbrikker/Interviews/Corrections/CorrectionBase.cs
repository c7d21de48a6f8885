using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>A text as a correction begins from it. Frozen, so it may be read before anybody's turn to write.</summary>
/// <param name="LastVersion">Number of the newest text of the interview.</param>
internal sealed record CorrectionBase(
    long TranscriptId, int Number, string Title, int VersionNumber, int LastVersion, TranscriptKind Kind, string SourceFileName,
    DateOnly? ApprovedOn, IReadOnlyList<ParagraphText> Paragraphs)
{
    /// <summary>The canonical text.</summary>
    public string Text { get; } = TranscriptText.Join(Paragraphs.Select(p => p.Text));

    /// <summary>Reads a version of an interview's text, the newest when none is named.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<CorrectionBase> ReadAsync(LoesningsbrikkerContext db, long processId, int number, int? version = null)
    {
        var found = await db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .SelectMany(i => i.Transcripts.Where(t => version == null || t.VersionNumber == version).OrderByDescending(t => t.VersionNumber).Take(1),
                (i, t) => new { t.Id, i.Number, i.Title, t.VersionNumber, Last = i.Transcripts.Max(x => x.VersionNumber), t.Kind, t.SourceFileName, t.ApprovedOn })
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
        var paragraphs = await db.TranscriptParagraphs.Where(p => p.TranscriptId == found.Id).OrderBy(p => p.StartUtf16)
            .Select(p => new ParagraphText(p.Speaker, p.Text)).ToListAsync();
        return new CorrectionBase(found.Id, found.Number, found.Title, found.VersionNumber, found.Last, found.Kind, found.SourceFileName,
            found.ApprovedOn, paragraphs);
    }

    /// <summary>Key of the newest text of an interview; null when it has none.</summary>
    public static Task<long?> NewestAsync(LoesningsbrikkerContext db, long processId, int number) =>
        db.Transcripts.Where(t => db.Interviews.Any(i => i.Id == t.InterviewId && i.ProcessId == processId && i.Number == number))
            .OrderByDescending(t => t.VersionNumber).Select(t => (long?)t.Id).FirstOrDefaultAsync();

    /// <summary>Reads what was corrected, in the field or in a file.</summary>
    /// <exception cref="RuleException">It cannot be read, or nothing is different.</exception>
    public async Task<IReadOnlyList<ParagraphText>> ReadCorrectedAsync(CorrectionForm form)
    {
        var typed = form.File is null || !string.IsNullOrWhiteSpace(form.Text) ? CorrectionText.Read(form.Text ?? "", form.Speakers ?? "") : Paragraphs;
        var paragraphs = typed;
        if (form.File is { } file)
        {
            if (!typed.SequenceEqual(Paragraphs))
                throw new RuleException("Du har både rettet i feltet og valgt en fil. Brug kun det ene.", nameof(form.File));
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content);
            form.FileName = TranscriptFile.CleanName(file.FileName);
            paragraphs = TranscriptFile.Read(form.FileName, content.ToArray());
        }
        return paragraphs.SequenceEqual(Paragraphs) && form.Kind == Kind
            ? throw new RuleException("Der er ikke rettet noget. Teksten er, som den var.", nameof(form.Text))
            : paragraphs;
    }
}
