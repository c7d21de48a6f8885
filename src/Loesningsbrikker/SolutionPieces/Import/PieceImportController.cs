using System.Globalization;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What the pages of one bringing-in have in common: its draft, and the way through the steps.</summary>
public abstract class PieceImportController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : HouseController(db, current)
{
    /// <summary>Encrypts and reads the draft.</summary>
    protected DraftCipher Cipher { get; } = cipher;

    /// <summary>Address of the list of pieces.</summary>
    protected string ListPath => $"/dialogue-processes/{Current.Id}/solution-pieces";

    /// <summary>The draft in the address: the user's own, and not too old.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    protected Task<ImportDraft> FindAsync(long id) => Db.FindOwnDraftAsync(Current.Id, id, DraftKind.PieceTable);

    /// <summary>The draft as the user saw it; another version means that it was changed in another window.</summary>
    protected async Task<(ImportDraft Draft, ImportState State)> FindAsync(long id, Guid version)
    {
        var draft = await FindAsync(id);
        if (draft.Version != version)
            throw new ConflictException("Indlæsningen er ændret i et andet vindue. Hent siden igen.");
        return (draft, Cipher.Read<ImportState>(draft));
    }

    /// <summary>Keeps the state with the draft.</summary>
    protected async Task SaveAsync(ImportDraft draft, ImportState state)
    {
        Cipher.Write(draft, state.Source, state);
        await Db.SaveChangesAsync();
    }

    /// <summary>The draft that the address names, for showing a form again.</summary>
    protected async Task<(ImportDraft Draft, ImportState State)> FindInAddressAsync()
    {
        Db.ChangeTracker.Clear();
        var draft = await FindAsync(long.Parse((string)RouteData.Values["tableDraftId"]!, CultureInfo.InvariantCulture));
        return (draft, Cipher.Read<ImportState>(draft));
    }

    /// <summary>Address of a step.</summary>
    protected string PathOf(long id, string step) => $"{ListPath}/imports/{id}/{step}";

    /// <summary>What stands over every step.</summary>
    protected ImportHead HeadOf(ImportDraft draft, ImportState state) => new(draft.Id, draft.Version, draft.ExpiresAtUtc, state);

    /// <summary>The step that comes next: the first that the user has not been through.</summary>
    protected string NextPath(long id, ImportState state) => PathOf(id, state switch
    {
        { Chosen: null } => "table",
        { ColumnsConfirmed: false } => "columns",
        { WordsConfirmed: false } => "words",
        _ => "rows",
    });
}

/// <summary>What stands over every step of a bringing-in.</summary>
/// <param name="Id">Key of the draft.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="ExpiresAtUtc">When it is deleted by itself, in UTC.</param>
public sealed record ImportHead(long Id, Guid Version, DateTime ExpiresAtUtc, ImportState State);

/// <summary>A step's form: the version of the draft that the user saw, and what stands over the form.</summary>
public abstract class ImportStepForm
{
    /// <summary>The version of the draft that was shown.</summary>
    public Guid Version { get; set; }
}
