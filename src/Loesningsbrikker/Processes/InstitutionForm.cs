using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Processes;

/// <summary>An institution in the list.</summary>
/// <param name="LeaderName">Its leader; null when nobody with an account leads it.</param>
/// <param name="SuccessorName">The institution it was merged with; null when there is none.</param>
public sealed record InstitutionRow(long Id, string Name, InstitutionKind Kind, string? LeaderName, DateTime? ClosedAtUtc, string? SuccessorName);

/// <summary>What the institution form sends.</summary>
public sealed class InstitutionForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Navn"), Required, MaxLength(200)]
    public string Name { get; set; } = "";

    /// <summary>Kind.</summary>
    [Display(Name = "Type"), Required]
    public InstitutionKind? Kind { get; set; }

    /// <summary>Key of the leader; null for none.</summary>
    [Display(Name = "Leder")]
    public long? LeaderUserId { get; set; }

    /// <summary>The version that was shown; empty for a new one.</summary>
    public Guid Version { get; set; }

    /// <summary>Users who may lead; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Leaders { get; set; } = [];

    /// <summary>Whether it is open and stored, so that it can be closed; never sent.</summary>
    [BindNever, ValidateNever]
    public bool CanBeClosed { get; set; }
}

/// <summary>What the page for closing an institution sends.</summary>
public sealed class InstitutionClosureForm
{
    /// <summary>Key of the institution that takes over; null for none.</summary>
    [Display(Name = "Lagt sammen med")]
    public long? SuccessorId { get; set; }

    /// <summary>The version that was shown.</summary>
    public Guid Version { get; set; }

    /// <summary>Name of the institution; never sent.</summary>
    [BindNever, ValidateNever]
    public string Name { get; set; } = "";

    /// <summary>Institutions that may take over; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Successors { get; set; } = [];
}
