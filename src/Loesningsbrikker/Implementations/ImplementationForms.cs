using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Implementations;

/// <summary>Who is responsible and until when.</summary>
public sealed class PlanForm : IValidatableObject
{
    /// <summary>The role that is responsible.</summary>
    [Display(Name = "Hvilken rolle har ansvaret?"), Required(ErrorMessage = "Skriv, hvilken rolle der har ansvaret."), MaxLength(Implementation.MaxRoleLength)]
    public string ResponsibleRole { get; set; } = "";

    /// <summary>Key of the person; null for nobody with an account.</summary>
    [Display(Name = "Hvem er det lige nu?")]
    public long? ResponsibleUserId { get; set; }

    /// <summary>When it is to be done; null when nobody has promised.</summary>
    [Display(Name = "Hvornår skal det være færdigt? (kan udelades)")]
    public DateOnly? DueOn { get; set; }

    /// <summary>Why; due when the deadline moves.</summary>
    [Display(Name = "Begrundelse, hvis fristen rykker eller falder bort"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }

    /// <summary>The version that was read, when a plan is changed.</summary>
    public Guid Version { get; set; }

    /// <summary>What can be chosen; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public PlanChoices Choices { get; set; } = PlanChoices.None;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Days.Check(DueOn, nameof(DueOn));
}

/// <summary>What the plan offers.</summary>
/// <param name="People">Members who may be responsible, in Danish order.</param>
/// <param name="Roles">Roles to begin with; another may be written.</param>
public sealed record PlanChoices(IReadOnlyList<SelectListItem> People, IReadOnlyList<string> Roles)
{
    /// <summary>Nothing yet.</summary>
    public static PlanChoices None { get; } = new([], []);
}

/// <summary>News in words, and the milestones that were reached.</summary>
public sealed class ReportForm
{
    /// <summary>What is new.</summary>
    [Display(Name = "Hvad er der sket?"), DataType(DataType.MultilineText), MaxLength(ProgressReport.MaxTextLength)]
    public string? Text { get; set; }

    /// <summary>Keys of the milestones that were reached.</summary>
    public long[] ReachedIds { get; set; } = [];
}

/// <summary>Something to be reached on the way.</summary>
public sealed class MilestoneForm : IValidatableObject
{
    /// <summary>What is to be reached.</summary>
    [Display(Name = "Hvad skal nås?"), Required(ErrorMessage = "Skriv, hvad der skal nås."), MaxLength(Milestone.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>When.</summary>
    [Display(Name = "Hvornår?"), Required(ErrorMessage = "Vælg en dag.")]
    public DateOnly? DueOn { get; set; }

    /// <summary>Why; due when it is to be reached later.</summary>
    [Display(Name = "Begrundelse, hvis dagen rykker"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }

    /// <summary>The version that was read, when a milestone is changed.</summary>
    public Guid Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Days.Check(DueOn, nameof(DueOn));
}

/// <summary>Why a milestone is given up.</summary>
public sealed class MilestoneRemovalForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), Required(ErrorMessage = "Skriv en begrundelse. Deltagerne kan læse den."), MaxLength(SolutionPiece.MaxReasonLength)]
    public string Reason { get; set; } = "";

    /// <summary>The version that was read.</summary>
    public Guid Version { get; set; }
}

/// <summary>What came of it.</summary>
public sealed class ClosureForm
{
    /// <summary>What came of it.</summary>
    [Display(Name = "Hvordan gik det?"), Required(ErrorMessage = "Vælg, hvordan det gik."), EnumDataType(typeof(ImplementationOutcome), ErrorMessage = "Vælg, hvordan det gik.")]
    public ImplementationOutcome? Outcome { get; set; }

    /// <summary>The same in words.</summary>
    [Display(Name = "Hvad kom der ud af det?"), DataType(DataType.MultilineText), Required(ErrorMessage = "Skriv, hvad der kom ud af det. Deltagerne kan læse det."), MaxLength(SolutionPiece.MaxReasonLength)]
    public string Reason { get; set; } = "";
}
