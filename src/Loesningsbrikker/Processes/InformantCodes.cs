using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Suggests codes for informants: prefix of the process, first letter of the group, a running number.</summary>
public static class InformantCodes
{
    /// <summary>The code after the highest one in use, e.g. D-L-03. Somebody else may take it first; the unique index decides.</summary>
    public static async Task<string> SuggestAsync(LoesningsbrikkerContext db, DialogueProcess process, InformantGroup group)
    {
        var stem = $"{process.Prefix}-{char.ToUpper(group.Name[0], DanishText.Culture)}-";
        var codes = await db.Informants.Where(i => i.ProcessId == process.Id && i.Code.StartsWith(stem)).Select(i => i.Code).ToListAsync();
        return stem + Next(codes.Select(c => c[stem.Length..])).ToString("00", CultureInfo.InvariantCulture);
    }

    private static int Next(IEnumerable<string> endings) =>
        1 + endings.Select(e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < int.MaxValue ? n : 0)
            .DefaultIfEmpty().Max();
}
