using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Processes;

/// <summary>What may always be changed about a process.</summary>
public class ProcessForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Navn"), Required, MaxLength(200)]
    public string Name { get; set; } = "";

    /// <summary>Area.</summary>
    [Display(Name = "Område"), Required]
    public ProcessArea? Area { get; set; }

    /// <summary>Purpose; may be empty.</summary>
    [Display(Name = "Formål"), MaxLength(4000)]
    public string? Purpose { get; set; }

    /// <summary>Case number; may be empty.</summary>
    [Display(Name = "Sagsnummer"), MaxLength(100)]
    public string? CaseNumber { get; set; }

    /// <summary>The day it begins.</summary>
    [Display(Name = "Startdato"), Required]
    public DateOnly? StartsOn { get; set; }

    /// <summary>The budget year whose negotiations the pieces go into; null while nobody has said.</summary>
    [Display(Name = "Budgetår"), Range(2000, 2097, ErrorMessage = "Skriv et årstal, fx 2028, eller lad feltet stå tomt.")]
    public int? BudgetYear { get; set; }

    /// <summary>Writes the form into the process.</summary>
    /// <exception cref="RuleException">The date is out of reach.</exception>
    public void WriteTo(DialogueProcess process)
    {
        if (StartsOn!.Value.Year is < 2000 or > 2100)
            throw new RuleException("Skriv en startdato mellem 2000 og 2100.", nameof(StartsOn));
        (process.Name, process.Area, process.StartsOn) = (TypedText.OneLine(Name), Area!.Value, StartsOn.Value);
        (process.Purpose, process.CaseNumber) = (TypedText.Lines(Purpose), TypedText.OneLine(CaseNumber));
        process.BudgetYear = BudgetYear;
    }
}

/// <summary>A new process.</summary>
public sealed class NewProcessForm : ProcessForm
{
    /// <summary>The letters in front of piece numbers.</summary>
    [Display(Name = "Forbogstav"), Required, RegularExpression("^[A-Za-zÆØÅæøå]{1,3}$", ErrorMessage = "Skriv et til tre bogstaver, fx D.")]
    public string Prefix { get; set; } = "";

    /// <summary>The process to copy groups, themes and strategies from; null for none.</summary>
    [Display(Name = "Kopiér opsætning fra")]
    public long? CopyFromId { get; set; }

    /// <summary>The processes to choose from; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Earlier { get; set; } = [];
}

/// <summary>The settings of a process.</summary>
public sealed class ProcessSettingsForm : ProcessForm
{
    /// <summary>The version that was shown.</summary>
    public Guid Version { get; set; }

    /// <summary>The settings as stored.</summary>
    public static ProcessSettingsForm Of(DialogueProcess process) => new()
    {
        Name = process.Name, Area = process.Area, Purpose = process.Purpose, CaseNumber = process.CaseNumber,
        StartsOn = process.StartsOn, BudgetYear = process.BudgetYear, Version = process.Version,
    };
}
