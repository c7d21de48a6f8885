using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Stores a draft as testimony: the replaced text only, and the draft is gone in the same transaction.</summary>
public sealed class DraftConfirmation(LoesningsbrikkerContext db, CurrentProcess current, SpeakerPeople people)
{
    /// <summary>Checks the choices, stores, and deletes the draft.</summary>
    /// <returns>Number of the interview and of its new text.</returns>
    /// <exception cref="RuleException">A choice is missing, or something chosen is not there any more.</exception>
    public async Task<(int Interview, int Version)> StoreAsync(ImportDraft draft, DraftContent content, DraftChoices choices)
    {
        var replacements = content.Replacements();
        EnsureComplete(content, choices, replacements);
        var speakers = content.StoredSpeakers();
        List<ParagraphText> paragraphs = [.. content.Paragraphs.Select((p, i) => new ParagraphText(speakers[p.Speaker], replacements.Apply(i, p.Text)))];
        return await db.InTransactionAsync(async () =>
        {
            var interview = content.InterviewNumber is { } number ? await FindAsync(number) : await RegisterAsync(content, replacements);
            await people.AddAsync(content, interview);
            var last = await db.Transcripts.Where(t => t.InterviewId == interview.Id).MaxAsync(t => (int?)t.VersionNumber) ?? 0;
            var transcript = TranscriptText.Freeze(
                interview, last + 1, content.Kind!.Value, paragraphs, content.StoredName(replacements), db.Actor.RequiredUserId, db.UtcNow);
            transcript.ApprovedOn = content.ApprovedOn;
            if (interview.CodingFinishedAtUtc is not null)
                interview.ResumeCoding();
            // Two texts at once, or a text and a delete: one of them must lose.
            if (db.Entry(interview).State != EntityState.Added)
                db.Entry(interview).Property(i => i.Version).IsModified = true;
            db.Remove(draft);
            await TranscriptStore.AddAsync(db, transcript);
            return (interview.Number, transcript.VersionNumber);
        });
    }

    private void EnsureComplete(DraftContent content, DraftChoices choices, Replacement replacements)
    {
        var today = DanishText.Day(db.UtcNow);
        if (content.InterviewNumber is { } number)
        {
            var interview = choices.Interviews.FirstOrDefault(i => i.Number == number)
                ?? throw new RuleException("Interviewet findes ikke længere. Vælg et andet.", nameof(ImportPreviewForm.InterviewNumber));
            if (interview.HasPassages)
                throw new RuleException(TranscriptTarget.HasPassages, nameof(ImportPreviewForm.InterviewNumber));
        }
        else if (content.NewTitle(replacements).Length == 0)
            throw new RuleException("Skriv en titel til det nye interview.", nameof(ImportPreviewForm.Title));
        else if (content.HeldOn is not { Year: >= 2000 and < 2100 })
            throw new RuleException("Skriv datoen for det nye interview, mellem 2000 og 2100.", nameof(ImportPreviewForm.HeldOn));
        if (content.Kind is null)
            throw new RuleException("Vælg, om teksten er ordret eller gengivet.", nameof(ImportPreviewForm.Kind));
        if (content.ApprovedOn is { } approved && (approved > today || approved.Year < 2000))
            throw new RuleException("Datoen for godkendelsen kan ikke ligge ude i fremtiden eller før 2000.", nameof(ImportPreviewForm.ApprovedOn));
        EnsureNothingTypedNames(content, replacements);
    }

    /// <summary>What is replaced in the text must not come back through a field beside it.</summary>
    private static void EnsureNothingTypedNames(DraftContent content, Replacement replacements)
    {
        List<(string Field, string Text, string Where)> typed =
        [
            // These first: what stands for a speaker stands in the file's name, too.
            .. content.Speakers.Take(DraftEdits.MostSpeakers).Select((s, i) => (ImportPreviewForm.WordField(i), s.Stored, "Ordet for en taler")),
            (nameof(ImportPreviewForm.SourceName), content.StoredName(replacements), "Filens navn"),
        ];
        if (content.InterviewNumber is null)
            typed.Add((nameof(ImportPreviewForm.Title), content.NewTitle(replacements), "Titlen"));
        List<ParagraphText> texts = [.. typed.Select(t => new ParagraphText("", t.Text))];
        foreach (var finding in content.Findings.Where(f => f.Use))
            if (PersonalDataFinder.PlacesOf(texts, finding.Text) is [var place, ..] && typed[place.Paragraph] is var (field, _, where))
                throw new RuleException($"{where} indeholder »{finding.Text}«, som bliver erstattet i teksten. Skriv noget andet, eller fjern fluebenet.", field);
    }

    private async Task<Interview> FindAsync(int number)
    {
        // A passage that a colleague marks now is either counted below, or meets the new text.
        await RowLocks.InterviewAsync(db, current.Id, number);
        var interview = await db.Interviews.Include(i => i.Informants).Include(i => i.Interviewers).AsSplitQuery()
            .FirstOrDefaultAsync(i => i.ProcessId == current.Id && i.Number == number) ?? throw new NotFoundException();
        if (await db.Passages.AnyAsync(p => db.Transcripts.Any(t => t.InterviewId == interview.Id && t.Id == p.TranscriptId)))
            throw new RuleException(TranscriptTarget.HasPassages, nameof(ImportPreviewForm.InterviewNumber));
        return interview;
    }

    private async Task<Interview> RegisterAsync(DraftContent content, Replacement replacements)
    {
        var interview = new Interview
        {
            ProcessId = current.Id, Title = content.NewTitle(replacements), HeldOn = content.HeldOn!.Value, CreatedAtUtc = db.UtcNow,
            CreatedByUserId = db.Actor.RequiredUserId, Number = await ProcessNumbers.NextInterviewAsync(db, current.Id),
        };
        db.Add(interview);
        await db.SaveChangesAsync();
        return interview;
    }
}
