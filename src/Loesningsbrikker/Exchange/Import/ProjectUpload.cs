using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>Reads an uploaded project or codebook into an encrypted draft. One at a time, so that many large files cost time rather than memory.</summary>
public sealed class ProjectUpload(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher, DraftWriting drafts, ProjectReadingTurn turn)
{
    /// <summary>The endings that can be read, as a file picker wants them.</summary>
    public const string Accepted = ".qdpx,.qdc,.qde";

    /// <summary>Adds the draft and saves.</summary>
    /// <param name="fileName">As the browser sent it; only its last part is believed.</param>
    /// <exception cref="RuleException">It cannot be read, or too many drafts wait already.</exception>
    public async Task<ImportDraft> AddAsync(string fileName, byte[] bytes, CancellationToken cancellation)
    {
        var name = TranscriptFile.CleanName(fileName);
        if (!Accepted.Split(',').Contains(Path.GetExtension(name).ToLowerInvariant()))
            throw new RuleException("Vælg en fil af typen .qdpx eller .qdc. I NVivo, MAXQDA og ATLAS.ti hedder det »Eksportér projekt« og »REFI-QDA«.");
        if (bytes.Length == 0)
            throw new RuleException("Filen er tom.");
        await drafts.EnsureRoomAsync();
        var (file, loaded) = await turn.TakeAsync(() =>
        {
            var slim = QdaArchive.Slim(bytes);
            return (slim, LoadedProject.Read(slim));
        }, cancellation);
        if (loaded.Sources.Count == 0 && !loaded.Project.Codes.Any())
            throw new RuleException("Der er hverken tekster eller koder i filen, så der er ikke noget at hente ind.");
        var content = await drafts.ContentAsync(new ReadTranscript(name, new ProjectTexts(loaded).All, []), interviewNumber: null);
        if (loaded.IsOwn)
            KeepSpeakers(content.Speakers);
        var draft = ImportDraft.Begin(current.Id, db.Actor.RequiredUserId, db.UtcNow, DraftKind.Project);
        cipher.Write(draft, name, new ProjectDraft
        {
            FileName = name, File = file, Speakers = content.Speakers, Findings = content.Findings, People = content.People, KeepNames = content.KeepNames,
        });
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return draft;
    }

    /// <summary>In our own file the speakers went through this step once; a word or a code stays what it is.</summary>
    private static void KeepSpeakers(IEnumerable<DraftSpeaker> speakers)
    {
        foreach (var speaker in speakers.Where(s => !s.IsName))
            (speaker.Role, speaker.Word, speaker.InformantId, speaker.Code) = (SpeakerRole.Word, speaker.Label, null, "");
    }
}

/// <summary>Reads one project at a time, off the threads that answer others.</summary>
public sealed class ProjectReadingTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn and runs <paramref name="read"/>, which may block its thread.</summary>
    public async Task<T> TakeAsync<T>(Func<T> read, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Task.Factory.StartNew(read, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
