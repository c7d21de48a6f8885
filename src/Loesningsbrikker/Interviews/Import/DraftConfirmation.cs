using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Stores a draft as testimony: the replaced text only, and the draft is gone in the same transaction.</summary>
public sealed class DraftConfirmation(LoesningsbrikkerContext db, CurrentProcess current, IdentityCipher identityCipher)
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
            await AddPeopleAsync(content, interview);
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

    /// <summary>Those who speak become informants and interviewers of the interview; names go into the identities where that was chosen and may be.</summary>
    private async Task AddPeopleAsync(DraftContent content, Interview interview)
    {
        foreach (var speaker in content.Speakers)
            if (speaker.Role == SpeakerRole.Interviewer && speaker.InterviewerUserId is { } userId && !interview.Interviewers.Exists(u => u.Id == userId)
                && await db.ProcessMembers.AnyAsync(m => m.ProcessId == current.Id && m.UserId == userId))
                interview.Interviewers.Add(await db.Users.SingleAsync(u => u.Id == userId));
            else if (speaker.Role is SpeakerRole.Informant or SpeakerRole.NewInformant)
                await AddInformantAsync(speaker, interview, content.KeepNames && current.Can(Permission.ReadIdentities));
        await db.SaveChangesAsync();
    }

    private async Task AddInformantAsync(DraftSpeaker speaker, Interview interview, bool keepName)
    {
        var informant = speaker.Role == SpeakerRole.NewInformant
            ? new Informant { ProcessId = current.Id, Code = speaker.Code, Group = await GroupAsync(speaker), InstitutionId = interview.InstitutionId }
            : await db.Informants.Include(i => i.Group).FirstOrDefaultAsync(i => i.ProcessId == current.Id && i.Id == speaker.InformantId)
              ?? throw new RuleException($"Informanten {speaker.Code} findes ikke længere. Vælg en anden.");
        if (!interview.Informants.Contains(informant))
            interview.Informants.Add(informant);
        await db.SaveChangesAsync();
        // Only a single grown-up has an identity, and one that stands there already is not touched.
        if (keepName && speaker.IsName && informant is { Headcount: 1, Group.AreChildren: false }
            && !await db.InformantIdentities.AnyAsync(i => i.ProcessId == current.Id && i.InformantId == informant.Id))
        {
            var identity = new InformantIdentity { ProcessId = current.Id, InformantId = informant.Id };
            identityCipher.Write(identity, CanonicalText.OneLine(speaker.Label, 200), email: null);
            db.Add(identity);
            await db.SaveChangesAsync();
        }
    }

    private async Task<InformantGroup> GroupAsync(DraftSpeaker speaker) =>
        await db.InformantGroups.FirstOrDefaultAsync(g => g.ProcessId == current.Id && g.Id == speaker.GroupId && !g.AreChildren)
        ?? throw new RuleException("Gruppen til en ny informant findes ikke længere. Vælg en anden.");
}
