using System.Globalization;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>An informant that a speaker may be.</summary>
public sealed record DraftInformant(long Id, string Code, long GroupId, string? Institution, int Headcount);

/// <summary>A group that a speaker may belong to.</summary>
public sealed record DraftGroup(long Id, string Name, bool AreChildren);

/// <summary>An interview that a text may be for.</summary>
/// <param name="HasPassages">Its text cannot be exchanged any more.</param>
public sealed record DraftInterview(int Number, string Title, DateOnly HeldOn, bool HasText, bool HasPassages);

/// <summary>A member of the process, who may have asked.</summary>
public sealed record DraftMember(long UserId, string Name);

/// <summary>What the preview of an import offers.</summary>
public sealed record DraftChoices(
    DialogueProcess Process, IReadOnlyList<DraftInformant> Informants, IReadOnlyList<DraftGroup> Groups, IReadOnlyList<DraftInterview> Interviews,
    IReadOnlyList<DraftMember> Members)
{
    /// <summary>Reads the choices with four queries.</summary>
    public static async Task<DraftChoices> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process)
    {
        var informants = await db.Informants.Where(i => i.ProcessId == process.Id)
            .Select(i => new DraftInformant(i.Id, i.Code, i.GroupId, i.Institution!.Name, i.Headcount)).ToListAsync();
        var groups = await db.InformantGroups.Where(g => g.ProcessId == process.Id).Select(g => new DraftGroup(g.Id, g.Name, g.AreChildren)).ToListAsync();
        var interviews = await db.Interviews.Where(i => i.ProcessId == process.Id).OrderByDescending(i => i.Number)
            .Select(i => new DraftInterview(i.Number, i.Title, i.HeldOn, i.Transcripts.Count > 0, db.Passages.Any(p => i.Transcripts.Any(t => t.Id == p.TranscriptId))))
            .ToListAsync();
        var members = await db.ProcessMembers.Where(m => m.ProcessId == process.Id).Select(m => new DraftMember(m.UserId, m.User.DisplayName)).ToListAsync();
        return new DraftChoices(process,
            [.. informants.OrderBy(i => i.Code, DanishText.Comparer)], [.. groups.OrderBy(g => g.Name, DanishText.Comparer)], interviews, members);
    }

    /// <summary>Groups that a new informant can be put into; children are registered as a group with age and number elsewhere.</summary>
    public IEnumerable<DraftGroup> GroupsForNew => Groups.Where(g => !g.AreChildren);

    /// <summary>The next free code of a group, e.g. D-L-03.</summary>
    /// <param name="promised">Codes that other speakers of the same text will get.</param>
    public string NextCode(DraftGroup group, IEnumerable<string> promised)
    {
        var stem = $"{Process.Prefix}-{char.ToUpper(group.Name[0], DanishText.Culture)}-";
        var last = Informants.Select(i => i.Code).Concat(promised).Where(c => c.StartsWith(stem, StringComparison.Ordinal))
            .Select(c => int.TryParse(c.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < int.MaxValue ? n : 0)
            .DefaultIfEmpty().Max();
        return stem + (last + 1).ToString("00", CultureInfo.InvariantCulture);
    }
}
