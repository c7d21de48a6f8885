using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Processes;

/// <summary>An informant in the list.</summary>
/// <param name="InstitutionName">The institution; null when the informant belongs to none.</param>
public sealed record InformantRow(
    long Id, string Code, string GroupName, bool AreChildren, string? InstitutionName, int Headcount, int? AgeFrom, int? AgeTo, int Interviews);

/// <summary>What the informant form sends.</summary>
public sealed class InformantForm : SetupForm
{
    /// <summary>Key of the group.</summary>
    [Display(Name = "Informantgruppe")]
    public long GroupId { get; set; }

    /// <summary>The code.</summary>
    [Display(Name = "Kode"), Required, RegularExpression("^[A-Za-zÆØÅæøå0-9-]{1,30}$", ErrorMessage = "Brug kun bogstaver, tal og bindestreg i koden, højst 30 tegn.")]
    public string Code { get; set; } = "";

    /// <summary>Key of the institution; null for none.</summary>
    [Display(Name = "Institution")]
    public long? InstitutionId { get; set; }

    /// <summary>How many people.</summary>
    [Display(Name = "Antal personer"), Range(1, 10000)]
    public int? Headcount { get; set; }

    /// <summary>Youngest age in years; children only.</summary>
    [Display(Name = "Yngste, alder i år"), Range(0, 18)]
    public int? AgeFrom { get; set; }

    /// <summary>Oldest age in years; children only.</summary>
    [Display(Name = "Ældste, alder i år"), Range(0, 18)]
    public int? AgeTo { get; set; }

    /// <summary>Whether the group is children; never sent.</summary>
    [BindNever, ValidateNever]
    public bool AreChildren { get; set; }

    /// <summary>Groups of the same kind; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Groups { get; set; } = [];

    /// <summary>Institutions to choose from; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Institutions { get; set; } = [];
}
