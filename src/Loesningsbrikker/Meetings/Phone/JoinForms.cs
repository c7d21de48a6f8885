using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>What the page with the meeting's code sends.</summary>
public sealed class CodeForm
{
    /// <summary>The meeting's code.</summary>
    [Display(Name = "Mødets kode"), MaxLength(40)]
    public string? Code { get; set; }
}

/// <summary>What the page for joining sends: a slip's code, or a group.</summary>
public sealed class JoinForm
{
    /// <summary>The slip's code; null to join without one.</summary>
    [Display(Name = "Koden på din seddel"), MaxLength(40)]
    public string? Slip { get; set; }

    /// <summary>Key of the group of somebody without a slip.</summary>
    [Display(Name = "Jeg er med som")]
    public long? GroupId { get; set; }

    /// <summary>The group of the slip, where the page was opened by its link; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public string? SlipGroup { get; set; }

    /// <summary>Whether a phone has joined with the slip before; filled before the page is shown.</summary>
    [BindNever]
    public bool IsUsed { get; set; }
}

/// <summary>What surrounds the form.</summary>
/// <param name="Groups">The groups that somebody without a slip may choose; empty where nobody may.</param>
public sealed record JoinContext(PhoneMeeting Meeting, IReadOnlyList<JoinGroup> Groups);

/// <summary>A group that can be chosen.</summary>
public sealed record JoinGroup(long Id, string Name);
