using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.FollowUps;

/// <summary>When, how often, who and what about.</summary>
public sealed class FollowUpForm
{
    /// <summary>The version that the user saw; empty for a new one.</summary>
    public Guid Version { get; set; }

    /// <summary>The next day.</summary>
    [Display(Name = "Hvornår"), Required(ErrorMessage = "Vælg en dag.")]
    public DateOnly? DueOn { get; set; }

    /// <summary>How often.</summary>
    [Display(Name = "Hvor tit"), Required(ErrorMessage = "Vælg, hvor tit der skal følges op.")]
    public Recurrence? Recurrence { get; set; }

    /// <summary>Key of the user who looks.</summary>
    [Display(Name = "Ansvarlig"), Required(ErrorMessage = "Vælg, hvem der er ansvarlig.")]
    public long? AssignedToUserId { get; set; }

    /// <summary>What to look at.</summary>
    [Display(Name = "Note"), DataType(DataType.MultilineText), MaxLength(FollowUp.MaxNoteLength)]
    public string? Note { get; set; }

    /// <summary>Filled with what the follow-up has.</summary>
    public static FollowUpForm Of(FollowUp followUp) => new()
    {
        Version = followUp.Version, DueOn = followUp.DueOn, Recurrence = followUp.Recurrence,
        AssignedToUserId = followUp.AssignedToUserId, Note = followUp.Note,
    };

    /// <summary>The plan that was typed; the form is valid.</summary>
    /// <exception cref="RuleException">The person may not be responsible for the piece.</exception>
    public async Task<FollowUpPlan> PlanAsync(LoesningsbrikkerContext db, long processId, long pieceId)
    {
        var name = await Assignees.Of(db, processId, pieceId).Where(u => u.Id == AssignedToUserId).Select(u => u.DisplayName).FirstOrDefaultAsync()
            ?? throw new RuleException("Vælg en, der er med i dialogprocessen.", nameof(AssignedToUserId));
        return new FollowUpPlan(DueOn!.Value, Recurrence!.Value, AssignedToUserId!.Value, name, Note);
    }
}

/// <summary>Somebody has looked.</summary>
public sealed class CheckForm
{
    /// <summary>The version that the user saw.</summary>
    public Guid Version { get; set; }

    /// <summary>What was seen.</summary>
    [Display(Name = "Hvad så du?"), DataType(DataType.MultilineText), Required(ErrorMessage = "Skriv kort, hvad du så."), MaxLength(FollowUp.MaxNoteLength)]
    public string? Note { get; set; }
}

/// <summary>Nobody need look any more.</summary>
public sealed class CancelForm
{
    /// <summary>The version that the user saw.</summary>
    public Guid Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), Required(ErrorMessage = "Skriv en begrundelse for at aflyse opfølgningen."), MaxLength(FollowUp.MaxNoteLength)]
    public string? Reason { get; set; }
}

/// <summary>Who can be responsible for following up on a piece.</summary>
internal static class Assignees
{
    /// <summary>The consultants and leaders of the process, and the leader of an institution that the piece concerns, as far as their accounts are open.</summary>
    public static IQueryable<User> Of(LoesningsbrikkerContext db, long processId, long pieceId) => db.Users.Where(u =>
        u.DeactivatedAtUtc == null
        && db.ProcessMembers.Any(m => m.ProcessId == processId && m.UserId == u.Id)
        && (u.Roles.Any(r => r.Role == Role.Consultant || r.Role == Role.Leader)
            || (u.Roles.Any(r => r.Role == Role.LocalLeader)
                && db.SolutionPieces.Any(p => p.Id == pieceId && p.Institutions.Any(i => i.LeaderUserId == u.Id)))));

    /// <summary>The same as choices of a form, in Danish order.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(LoesningsbrikkerContext db, long processId, long pieceId) =>
    [
        .. (await Of(db, processId, pieceId).OrderBy(u => u.NameSortKey).Select(u => new { u.Id, u.DisplayName }).ToListAsync())
            .Select(u => new SelectListItem(u.DisplayName, u.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))),
    ];
}
