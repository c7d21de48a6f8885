using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>Texts become interviews, selections passages.</summary>
public sealed partial class ProjectImport
{
    private bool _keepNumbers;

    private async Task StoreSourceAsync(PlannedSource source)
    {
        var (interviewId, transcriptId) = source.State == SourceState.Here
            ? (source.Here!.InterviewId, source.Here.TranscriptId)
            : await RegisterAsync(source);
        if (source.State == SourceState.Here)
            Remember(ExchangeIdKind.Interview, source.Loaded.Source.Guid, interviewId, recognised: true);
        await StorePassagesAsync(source, transcriptId, isNew: source.State != SourceState.Here);
        // Nothing of this source is needed any more, and the next one need not look through it at every save.
        db.ChangeTracker.Clear();
    }

    private async Task<(long InterviewId, long TranscriptId)> RegisterAsync(PlannedSource source)
    {
        var file = source.Loaded.Source;
        var interview = new Interview
        {
            ProcessId = current.Id, Number = await NumberAsync(file), Title = source.Title, HeldOn = source.HeldOn, Method = SourceFacts.Method(file),
            InstitutionId = await InstitutionAsync(SourceFacts.Text(file, ExchangeWords.Institution)), CreatedAtUtc = db.UtcNow, CreatedByUserId = db.Actor.RequiredUserId,
        };
        db.Add(interview);
        await db.SaveChangesAsync();
        await people.AddAsync(_plan.Content, interview, source.Loaded.Text.Paragraphs.Select(p => p.Speaker).ToHashSet());
        if (_informantsOf.TryGetValue(file.Guid, out var informants))
            interview.Informants.AddRange((await db.Informants.Where(i => informants.Contains(i.Id)).ToListAsync()).Where(i => !interview.Informants.Contains(i)));
        var transcript = TranscriptText.Freeze(
            interview, 1, SourceFacts.Kind(file) ?? _plan.Draft.Kind!.Value, source.Text.Paragraphs, _record.FileName, db.Actor.RequiredUserId, db.UtcNow);
        transcript.ApprovedOn = SourceFacts.ApprovedOn(file, db.UtcNow);
        await TranscriptStore.AddAsync(db, transcript);
        _record.Interviews++;
        if (source.State == SourceState.Deleted)
            await ForgetAsync(source);
        Remember(ExchangeIdKind.Interview, file.Guid, interview.Id);
        return (interview.Id, transcript.Id);
    }

    /// <summary>What was deleted here and is wanted again is new.</summary>
    private async Task ForgetAsync(PlannedSource source)
    {
        var selections = source.Loaded.Passages.SelectMany(p => p.Selections).ToList();
        List<(ExchangeIdKind Kind, Guid Guid)> keys =
        [
            (ExchangeIdKind.Interview, source.Loaded.Source.Guid), .. selections.Select(s => (ExchangeIdKind.Passage, s.Guid)),
            .. selections.SelectMany(s => s.Codings).Select(c => (ExchangeIdKind.Coding, c.Guid)),
        ];
        foreach (var some in keys.Where(_remembered.Remove).Chunk(500))
        {
            var guids = some.Select(k => k.Guid).ToList();
            // Past the change log: the import's own line vouches for these rows.
            await db.ExchangeIds.Where(i => i.ProcessId == current.Id && guids.Contains(i.Guid)
                && (i.Kind == ExchangeIdKind.Interview || i.Kind == ExchangeIdKind.Passage || i.Kind == ExchangeIdKind.Coding)).ExecuteDeleteAsync();
        }
    }

    private async Task StorePassagesAsync(PlannedSource source, long transcriptId, bool isNew)
    {
        var here = isNew ? [] : (await db.Passages.Include(p => p.Codings).Where(p => p.TranscriptId == transcriptId).AsSplitQuery().ToListAsync())
            .DistinctBy(p => (p.StartUtf16, p.EndUtf16)).ToDictionary(p => (p.StartUtf16, p.EndUtf16));
        var byId = here.Values.ToDictionary(p => p.Id);
        List<(Passage Passage, LoadedPassage Loaded, bool IsNew)> stored = [];
        foreach (var loaded in source.Loaded.Passages)
            if (Known(loaded, isNew) is { } id)
            {
                // Deleted here since it came in: it stays away.
                if (byId.TryGetValue(id, out var remembered))
                    stored.Add((remembered, loaded, false));
            }
            else if (FindOrAdd(source, loaded, transcriptId, here) is var (passage, added))
                stored.Add((passage, loaded, added));
        var ties = stored.SelectMany(s => Tie(s.Passage, s.Loaded)).ToList();
        await db.SaveChangesAsync();
        foreach (var (passage, loaded, added) in stored)
            foreach (var (i, selection) in loaded.Selections.Index())
                Remember(ExchangeIdKind.Passage, selection.Guid, passage.Id, selection.User, recognised: !added || i > 0);
        foreach (var (coding, file, added) in ties)
            Remember(ExchangeIdKind.Coding, file.Guid, coding.Id, file.User, recognised: !added);
        await db.SaveChangesAsync();
    }

    /// <summary>Key of the passage that one of the selections came in as before; null when none did.</summary>
    private long? Known(LoadedPassage loaded, bool isNew) => isNew ? null
        : loaded.Selections.Select(s => _remembered.TryGetValue((ExchangeIdKind.Passage, s.Guid), out var id) ? (long?)id : null).FirstOrDefault(id => id is not null);

    /// <summary>The passage over the same words, or a new one; null when the replacing left no words.</summary>
    private (Passage Passage, bool IsNew)? FindOrAdd(
        PlannedSource source, LoadedPassage loaded, long transcriptId, Dictionary<(int Start, int End), Passage> here)
    {
        var text = source.Text.Canonical;
        var (start, end) = source.Text.Map(loaded.Start, loaded.End);
        if (PassagePlace.Of(text, start, end) is not { } place)
            return null;
        var range = PassageRange.Cut(text, 0, place.Start, place.End, text[place.Start..place.End]);
        if (here.TryGetValue((range.StartUtf16, range.EndUtf16), out var same))
        {
            KeepNote(same, loaded.Selections);
            return (same, false);
        }
        return (here[(range.StartUtf16, range.EndUtf16)] = NewPassage(transcriptId, range, loaded.Selections), true);
    }

    private Passage NewPassage(long transcriptId, PassageRange range, IReadOnlyList<QdaSelection> selections)
    {
        var passage = new Passage
        {
            ProcessId = current.Id, TranscriptId = transcriptId, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16,
            Quote = range.Quote, Prefix = range.Prefix, Suffix = range.Suffix, Note = NoteOf(selections),
            CreatedAtUtc = Moment(selections[0].AtUtc), CreatedByUserId = db.Actor.RequiredUserId,
        };
        db.Add(passage);
        _record.Passages++;
        return passage;
    }

    /// <summary>A note comes along to a passage that has none; one that is here is not overwritten.</summary>
    private void KeepNote(Passage passage, IReadOnlyList<QdaSelection> selections)
    {
        var note = NoteOf(selections);
        if (passage.Note.Length == 0)
            passage.Note = note;
        else if (note.Length > 0 && note != passage.Note)
            _losses.Add(QdaLoss.NoteHere);
    }

    private string NoteOf(IReadOnlyList<QdaSelection> selections)
    {
        var note = _plan.Texts.Note(selections, _plan.Replacement);
        if (note.Length <= NoteRequest.MaxLength)
            return note;
        _losses.Add(QdaLoss.LongNote);
        return note[..(char.IsHighSurrogate(note[NoteRequest.MaxLength - 1]) ? NoteRequest.MaxLength - 1 : NoteRequest.MaxLength)];
    }

    /// <summary>Ties the passage to what its codes are here; a tie that came in before is left as it is now, also when it is gone.</summary>
    private IEnumerable<(Coding Coding, QdaCoding File, bool IsNew)> Tie(Passage passage, LoadedPassage loaded)
    {
        foreach (var file in loaded.Selections.SelectMany(s => s.Codings))
        {
            if (!_targets.TryGetValue(file.Code, out var target) || _remembered.ContainsKey((ExchangeIdKind.Coding, file.Guid)))
                continue;
            var coding = passage.Codings.Find(c => c.SolutionPieceId == target.PieceId && c.ChallengeId == target.ChallengeId);
            var isNew = coding is null;
            if (coding is null)
            {
                coding = new Coding
                {
                    ProcessId = current.Id, SolutionPieceId = target.PieceId, ChallengeId = target.ChallengeId,
                    CodedAtUtc = Moment(file.AtUtc ?? loaded.Selections[0].AtUtc), CodedByUserId = db.Actor.RequiredUserId,
                };
                passage.Codings.Add(coding);
                _record.Codings++;
            }
            yield return (coding, file, isNew);
        }
    }

    private async Task<int> NumberAsync(QdaSource source) => _keepNumbers
        ? await ProcessNumbers.KeepInterviewAsync(db, current.Id, SourceFacts.Number(source)!.Value)
        : await ProcessNumbers.NextInterviewAsync(db, current.Id);

    private Task<long> NewestTextAsync(long interviewId) =>
        db.Transcripts.Where(t => t.InterviewId == interviewId).OrderByDescending(t => t.VersionNumber).Select(t => t.Id).FirstOrDefaultAsync();

    private async Task<long?> InstitutionAsync(string name) =>
        name.Length == 0 ? null : await db.Institutions.Where(i => i.Name == name).Select(i => (long?)i.Id).FirstOrDefaultAsync();
}
