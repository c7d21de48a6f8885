using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>Stores what a plan says: all of it or nothing, and the draft is gone in the same transaction.</summary>
public sealed partial class ProjectImport(LoesningsbrikkerContext db, CurrentProcess current, SpeakerPeople people)
{
    private readonly QdaLosses _losses = new();
    private readonly Dictionary<(ExchangeIdKind Kind, Guid Guid), long> _remembered = [];
    private ImportPlan _plan = null!;
    private ExchangeImport _record = null!;

    /// <summary>Checks the choices, stores, and deletes the draft.</summary>
    /// <returns>What was stored.</returns>
    /// <exception cref="RuleException">A choice is missing, or something chosen is not there any more.</exception>
    internal async Task<ExchangeImport> StoreAsync(ImportDraft draft, ImportPlan plan)
    {
        _plan = plan;
        var choices = ImportChecks.Ensure(plan, db.UtcNow);
        foreach (var (key, rowId) in plan.Remembered)
            _remembered[key] = rowId;
        return await db.InTransactionAsync(async () =>
        {
            _record = new ExchangeImport
            {
                ProcessId = current.Id, FileName = plan.Content.StoredName(plan.Replacement), ProjectName = Short(plan.Loaded.Project.Name),
                Origin = Short(plan.Loaded.Project.Origin), AtUtc = db.UtcNow, ByUserId = db.Actor.RequiredUserId,
            };
            db.Remove(draft);
            await LockTextsAsync();
            RememberUsers();
            await StoreCodesAsync(choices);
            await StoreInformantsAsync();
            foreach (var source in plan.Sources.Where(s => s.Include))
                await StoreSourceAsync(source);
            _losses.Add(ImportLosses.Of(plan));
            _record.Lost = string.Join('\n', LossWords.Sentences(_losses));
            db.Add(_record);
            await db.SaveChangesAsync();
            return _record;
        });
    }

    /// <summary>Interviews are locked first, then the process, then pieces: the order of <see cref="RowLocks"/>.</summary>
    private async Task LockTextsAsync()
    {
        foreach (var source in _plan.Sources.Where(s => s is { Include: true, State: SourceState.Here }).OrderBy(s => s.Here!.Number))
        {
            await RowLocks.InterviewAsync(db, current.Id, source.Here!.Number);
            if (await NewestTextAsync(source.Here.InterviewId) != source.Here.TranscriptId)
                throw new RuleException($"Teksten i interview {source.Here.Number} er skiftet ud, mens du så projektet igennem. Se det igennem igen.");
        }
        await RowLocks.NewPieceAsync(db, current.Id);
    }

    private void RememberUsers()
    {
        foreach (var user in _plan.Loaded.Project.Users)
            Remember(ExchangeIdKind.User, user.Guid, rowId: 0, name: Short(user.Name));
    }

    /// <summary>Keeps the GUID, once; a row that was recognised goes on going out under its own.</summary>
    private void Remember(ExchangeIdKind kind, Guid guid, long rowId, Guid? creator = null, bool recognised = false, string name = "")
    {
        if (!_remembered.TryAdd((kind, guid), rowId))
            return;
        db.Add(new ExchangeId
        {
            ProcessId = current.Id, Kind = kind, Guid = guid, RowId = rowId, CreatorGuid = creator ?? Guid.Empty, IsRecognised = recognised, Name = name,
        });
    }

    /// <summary>A moment that can be true; the present one for what cannot, and for none.</summary>
    private DateTime Moment(DateTime? atUtc) => atUtc is { Year: >= 1990 } at && at <= db.UtcNow ? at : db.UtcNow;

    private static string Short(string text) => CanonicalText.OneLine(text, ExchangeLimits.LongestName);
}
