using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>Reads and checks what the plan of an implementation offers.</summary>
internal static class PlanQuery
{
    /// <summary>The people who may be responsible, and roles that the process uses already.</summary>
    /// <param name="institutionId">Key of the institution that carries it out; null when none does.</param>
    /// <param name="chosen">Key of who is responsible now: stays on offer although she left.</param>
    public static async Task<PlanChoices> ReadAsync(LoesningsbrikkerContext db, long processId, long? institutionId, long? chosen)
    {
        var offered = ImplementationAccess.WhoMayAnswer(db, processId, institutionId).Select(u => u.Id);
        var people = await db.Users.Where(u => offered.Contains(u.Id) || u.Id == chosen).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        var used = await db.Implementations.Where(i => i.ProcessId == processId && i.ResponsibleRole != "").Select(i => i.ResponsibleRole).Distinct().ToListAsync();
        return new PlanChoices(
            [.. people.OrderBy(p => p.DisplayName, DanishText.Comparer).Select(p => new SelectListItem(p.DisplayName, p.Id.ToString()))],
            [.. used.Union(ImplementationWords.UsualRoles).Order(DanishText.Comparer)]);
    }

    /// <summary>Refuses a person who was not on offer.</summary>
    /// <exception cref="RuleException">The person may not be responsible here.</exception>
    public static async Task EnsureOfferedAsync(LoesningsbrikkerContext db, long processId, long? institutionId, long? chosen, PlanForm form)
    {
        if (form.ResponsibleUserId is { } person && person != chosen
            && !await ImplementationAccess.WhoMayAnswer(db, processId, institutionId).AnyAsync(u => u.Id == person))
            throw new RuleException("Vælg en person fra listen.", nameof(form.ResponsibleUserId));
    }
}
