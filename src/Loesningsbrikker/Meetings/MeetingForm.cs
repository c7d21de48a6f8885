using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Meetings;

/// <summary>What the pages "Nyt fællesmøde" and "Ret fællesmøde" send and show.</summary>
public sealed class MeetingForm : IValidatableObject
{
    /// <summary>What it is called.</summary>
    [Display(Name = "Titel"), Required(ErrorMessage = "Giv mødet en titel."), MaxLength(ValidationMeeting.MaxTextLength)]
    public string Title { get; set; } = "";

    /// <summary>The day it is held.</summary>
    [Display(Name = "Dato"), Required(ErrorMessage = "Skriv datoen.")]
    public DateOnly? HeldOn { get; set; }

    /// <summary>Where; may be empty.</summary>
    [Display(Name = "Sted (kan udelades)"), MaxLength(ValidationMeeting.MaxTextLength)]
    public string? Place { get; set; }

    /// <summary>The version that was shown; empty for a new meeting.</summary>
    public Guid Version { get; set; }

    /// <summary>One line per group that can be invited.</summary>
    public List<AttendanceForm> Attendances { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Days.Check(HeldOn, nameof(HeldOn));

    /// <summary>The form of a stored meeting.</summary>
    public static MeetingForm Of(ValidationMeeting meeting) => new()
    {
        Title = meeting.Title, HeldOn = meeting.HeldOn, Place = meeting.Place, Version = meeting.Version,
        Attendances = [.. meeting.Attendances.Select(a => new AttendanceForm { GroupId = a.GroupId, Invited = a.Invited, Present = a.Present })],
    };

    /// <summary>Puts the lines into the order of the groups, and gives a group without one an empty one.</summary>
    /// <returns>Whether a line came to stand in another place.</returns>
    public bool ShowGroups(IReadOnlyList<InformantGroup> groups)
    {
        var moved = Attendances.Where((a, i) => i >= groups.Count || groups[i].Id != a.GroupId).Any();
        var typed = Attendances.GroupBy(a => a.GroupId).ToDictionary(g => g.Key, g => g.First());
        Attendances = [.. groups.Select(g => typed.GetValueOrDefault(g.Id) ?? new AttendanceForm { GroupId = g.Id })];
        foreach (var (line, group) in Attendances.Zip(groups))
            line.Name = group.Name;
        return moved;
    }
}

/// <summary>How many of a group were invited and came.</summary>
public sealed class AttendanceForm
{
    /// <summary>Key of the group.</summary>
    public long GroupId { get; set; }

    /// <summary>How many were invited; null while nobody has said.</summary>
    [Display(Name = "Inviterede")]
    public int? Invited { get; set; }

    /// <summary>How many came; null while nobody has said.</summary>
    [Display(Name = "Fremmødte")]
    public int? Present { get; set; }

    /// <summary>Name of the group; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public string Name { get; set; } = "";
}
