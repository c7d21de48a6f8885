using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>
/// Stores a corrected text with everything that is tied to it, all or nothing. Passages keep their keys, and with them their codings and
/// notes; where they lay in the old text is kept (<see cref="PassageAnchor"/>).
/// </summary>
internal sealed class CorrectionStore(LoesningsbrikkerContext db, CorrectionBase from, CorrectionPlan plan, CorrectionForm form)
{
    /// <summary>Stores it. The same correction sent twice is stored once.</summary>
    /// <returns>What became of what was marked.</returns>
    /// <exception cref="ConflictException">A colleague has brought in another text meanwhile.</exception>
    /// <exception cref="RuleException">Something is not chosen.</exception>
    public Task<TranscriptCorrection> StoreAsync(long processId, IReadOnlyList<ParagraphText> paragraphs) => db.InTransactionAsync(async () =>
    {
        // A passage that a colleague marks now is either carried below, or meets the new text.
        await RowLocks.InterviewAsync(db, processId, from.Number);
        var interview = await db.Interviews.FirstOrDefaultAsync(i => i.ProcessId == processId && i.Number == from.Number) ?? throw new NotFoundException();
        var fileName = string.IsNullOrEmpty(form.FileName) ? from.SourceFileName : TranscriptFile.CleanName(form.FileName);
        var transcript = TranscriptText.Freeze(interview, from.VersionNumber + 1, form.Kind, paragraphs, fileName, db.Actor.RequiredUserId, db.UtcNow);
        if (await NewerAsync(interview.Id) is { } newer)
            return await SameAsync(newer, transcript) ?? throw new ConflictException(Overtaken);
        transcript.ApprovedOn = form.ApprovedOn;

        var planned = plan.Of(await CorrectionPlan.PassagesAsync(db, from.TranscriptId));
        CorrectionChoices.Ensure(form, planned);

        // Two who change the interview at once: one of them must lose.
        db.Entry(interview).Property(i => i.Version).IsModified = true;
        await TranscriptStore.AddAsync(db, transcript);
        var correction = new TranscriptCorrection
        {
            ProcessId = processId, TranscriptId = transcript.Id, FormerTranscriptId = from.TranscriptId, AtUtc = db.UtcNow, ByUserId = db.Actor.RequiredUserId,
            Reason = PieceText.Lines(form.Reason), ParagraphsChanged = plan.Comparison.ParagraphsChanged,
        };
        await CarrySectionsAsync(correction);
        var withdrawn = await new PassageMove(db, correction, form).CarryAsync(planned);
        await TellPiecesAsync(withdrawn);
        // What came loose has to be looked at again.
        if (correction.PassagesLoosened > 0 && interview.CodingFinishedAtUtc is not null)
            interview.ResumeCoding();
        db.Add(correction);
        await db.SaveChangesAsync();
        return correction;
    });

    /// <summary>Said to who comes second.</summary>
    public const string Overtaken = "En kollega har rettet teksten eller lagt en ny ind, mens du arbejdede. Din rettelse er ikke gemt.";

    private Task<Transcript?> NewerAsync(long interviewId) =>
        db.Transcripts.AsNoTracking().Where(t => t.InterviewId == interviewId && t.VersionNumber > from.VersionNumber).OrderBy(t => t.VersionNumber).FirstOrDefaultAsync();

    /// <summary>The correction that this one repeats, when a page was sent twice; null when somebody else's text came first.</summary>
    private async Task<TranscriptCorrection?> SameAsync(Transcript newer, Transcript wanted) =>
        newer.ImportedByUserId == wanted.ImportedByUserId && newer.Kind == wanted.Kind && newer.Sha256.AsSpan().SequenceEqual(wanted.Sha256)
            ? await db.TranscriptCorrections.AsNoTracking().FirstOrDefaultAsync(c => c.TranscriptId == newer.Id)
            : null;

    private async Task CarrySectionsAsync(TranscriptCorrection correction)
    {
        foreach (var section in await db.GuideSections.AsNoTracking().Where(s => s.TranscriptId == from.TranscriptId).ToListAsync())
            if (plan.Of(section) is var (start, end))
                db.Add(section.In(correction.TranscriptId, start, end));
            else
                correction.SectionsLost++;
    }

    /// <summary>What outsiders read of a piece changes; its history says why, without the reason, which may tell of testimony.</summary>
    private async Task TellPiecesAsync(List<long> passageIds)
    {
        if (passageIds.Count == 0)
            return;
        var pieces = await db.SolutionPieces.Where(p => p.Codings.Any(c => passageIds.Contains(c.PassageId)))
            .Select(p => new { Piece = p, Count = p.Codings.Count(c => passageIds.Contains(c.PassageId)) }).OrderBy(p => p.Piece.Id).ToListAsync();
        foreach (var told in pieces)
            told.Piece.Record(PieceEventKind.QuotationWithdrawn, db.Actor.RequiredUserId, db.UtcNow, details: e => e.Details =
                $"Interviewets tekst er rettet, og ordene i {DanishText.Count(told.Count, "frigivet citat", "frigivne citater")} er ændret. Ingen har frigivet de nye ord.");
    }
}
