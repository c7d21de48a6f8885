using System.Globalization;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange;

/// <summary>
/// The GUIDs that the rows of a process have in other tools: the one a row was brought in with, else one computed from the process and
/// the row's key, which never changes.
/// </summary>
internal sealed class ExchangeKeys
{
    private readonly string _process;
    private readonly Dictionary<(ExchangeIdKind, long), (Guid Guid, Guid Creator)> _known = [];

    private ExchangeKeys(DialogueProcess process) => _process = string.Create(
        CultureInfo.InvariantCulture, $"{process.MunicipalityId}/{process.Id}/{process.CreatedAtUtc:O}");

    /// <summary>Reads what is remembered.</summary>
    public static ExchangeKeys Read(LoesningsbrikkerContext db, DialogueProcess process)
    {
        var keys = new ExchangeKeys(process);
        var rows = db.ExchangeIds.Where(i => i.ProcessId == process.Id && i.Kind != ExchangeIdKind.User && !i.IsRecognised).OrderBy(i => i.Id)
            .Select(i => new { i.Kind, i.RowId, i.Guid, i.CreatorGuid }).AsNoTracking();
        // Two stretches of a foreign file may be one passage here; the first GUID counts.
        foreach (var row in rows)
            keys._known.TryAdd((row.Kind, row.RowId), (row.Guid, row.CreatorGuid));
        return keys;
    }

    /// <summary>The GUID of a row.</summary>
    public Guid Of(ExchangeIdKind kind, long id) => _known.TryGetValue((kind, id), out var known) ? known.Guid : Computed(kind, id);

    /// <summary>The GUID of who made a row: the user of another tool it came from, else the user here; null when nobody is known.</summary>
    public Guid? CreatorOf(ExchangeIdKind kind, long id, long? userId) =>
        _known.TryGetValue((kind, id), out var known) ? (known.Creator == Guid.Empty ? null : known.Creator)
        : userId is { } user ? Computed(ExchangeIdKind.User, user) : null;

    /// <summary>The GUID of a coding that came from nowhere else, made of what it ties.</summary>
    public Guid OfCoding(long id, Guid passage, Guid code) =>
        _known.TryGetValue((ExchangeIdKind.Coding, id), out var known) ? known.Guid : StableGuid.Below(passage, "coding", code.ToString("D"));

    /// <summary>The GUID that a user of this product has in the process's files.</summary>
    public Guid OfUser(long userId) => Computed(ExchangeIdKind.User, userId);

    private Guid Computed(ExchangeIdKind kind, long id) =>
        StableGuid.Of("løsningsbrikker", _process, kind.ToString(), id.ToString(CultureInfo.InvariantCulture));
}
