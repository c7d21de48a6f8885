using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>What the pages "Nyt interview" and "Ret interview" send and show.</summary>
public sealed class InterviewForm
{
    /// <summary>A short name.</summary>
    [Display(Name = "Titel"), Required, MaxLength(200)]
    public string Title { get; set; } = "";

    /// <summary>The day it takes or took place.</summary>
    [Display(Name = "Dato"), Required]
    public DateOnly? HeldOn { get; set; }

    /// <summary>Where; may be empty.</summary>
    [Display(Name = "Sted (kan udelades)"), MaxLength(200)]
    public string? Place { get; set; }

    /// <summary>How the input was given.</summary>
    [Display(Name = "Metode"), EnumDataType(typeof(InterviewMethod), ErrorMessage = "Vælg en metode.")]
    public InterviewMethod Method { get; set; }

    /// <summary>Key of the institution; null for none.</summary>
    [Display(Name = "Institution")]
    public long? InstitutionId { get; set; }

    /// <summary>Keys of the members who asked.</summary>
    [Display(Name = "Interviewere")]
    public long[] InterviewerIds { get; set; } = [];

    /// <summary>Keys of those who gave input.</summary>
    [Display(Name = "Informanter")]
    public long[] InformantIds { get; set; } = [];

    /// <summary>Code of an informant to be created with the interview; empty for none.</summary>
    [Display(Name = "Kode"), MaxLength(30)]
    public string? NewInformantCode { get; set; }

    /// <summary>Key of the new informant's group; null for none.</summary>
    [Display(Name = "Gruppe")]
    public long? NewInformantGroupId { get; set; }

    /// <summary>The version that was read, when an interview is edited.</summary>
    public Guid Version { get; set; }

    /// <summary>What can be chosen; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public InterviewChoices Choices { get; set; } = InterviewChoices.None;

    /// <summary>The form of a stored interview.</summary>
    public static InterviewForm Of(Interview interview) => new()
    {
        Title = interview.Title, HeldOn = interview.HeldOn, Place = interview.Place, Method = interview.Method,
        InstitutionId = interview.InstitutionId, Version = interview.Version,
        InterviewerIds = [.. interview.Interviewers.Select(u => u.Id)],
        InformantIds = [.. interview.Informants.Select(i => i.Id)],
    };
}

/// <summary>What the interview form offers.</summary>
/// <param name="Institutions">Open institutions of the municipality.</param>
/// <param name="Members">Members of the process.</param>
/// <param name="Groups">Informant groups with their informants.</param>
public sealed record InterviewChoices(
    IReadOnlyList<SelectListItem> Institutions, IReadOnlyList<Choice> Members, IReadOnlyList<ChoiceGroup> Groups)
{
    /// <summary>Nothing to choose.</summary>
    public static InterviewChoices None { get; } = new([], [], []);

    /// <summary>Groups a new informant can be put into: children are registered as a group with age and number elsewhere.</summary>
    public IEnumerable<SelectListItem> GroupsForNew =>
        Groups.Where(g => !g.AreChildren).Select(g => new SelectListItem(g.Name, g.Id.ToString()));

    /// <summary>Reads the choices with four queries.</summary>
    /// <param name="chosenInstitutionId">Stays on offer although it was closed; null for none.</param>
    public static async Task<InterviewChoices> ReadAsync(LoesningsbrikkerContext db, long processId, long? chosenInstitutionId)
    {
        var institutions = await db.Institutions
            .Where(i => i.ClosedAtUtc == null || i.Id == chosenInstitutionId).Select(i => new { i.Id, i.Name }).ToListAsync();
        var members = await db.ProcessMembers.Where(m => m.ProcessId == processId)
            .Select(m => new Choice(m.UserId, m.User.DisplayName)).ToListAsync();
        var informants = await db.Informants.Where(i => i.ProcessId == processId)
            .Select(i => new { i.Id, i.Code, i.GroupId, Institution = i.Institution!.Name }).ToListAsync();
        var groups = await db.InformantGroups.Where(g => g.ProcessId == processId)
            .Select(g => new { g.Id, g.Name, g.AreChildren }).ToListAsync();
        return new InterviewChoices(
            [.. institutions.OrderBy(i => i.Name, DanishText.Comparer).Select(i => new SelectListItem(i.Name, i.Id.ToString()))],
            [.. members.OrderBy(m => m.Text, DanishText.Comparer)],
            [
                .. groups.OrderBy(g => g.Name, DanishText.Comparer).Select(g => new ChoiceGroup(g.Id, g.Name, g.AreChildren,
                    [.. informants.Where(i => i.GroupId == g.Id).OrderBy(i => i.Code, DanishText.Comparer)
                        .Select(i => new Choice(i.Id, i.Institution is null ? i.Code : $"{i.Code} ({i.Institution})"))])),
            ]);
    }
}

/// <summary>One checkbox.</summary>
public sealed record Choice(long Id, string Text);

/// <summary>An informant group with its informants.</summary>
public sealed record ChoiceGroup(long Id, string Name, bool AreChildren, IReadOnlyList<Choice> Informants);
