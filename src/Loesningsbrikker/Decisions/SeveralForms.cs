using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Decisions;

/// <summary>One piece among several.</summary>
public sealed class SeveralItem
{
    /// <summary>Number of the piece.</summary>
    public int Number { get; set; }

    /// <summary>The version that the user saw.</summary>
    public Guid Version { get; set; }

    /// <summary>Whether it is among those meant.</summary>
    public bool Chosen { get; set; }

    /// <summary>Its own reason; empty for the common one.</summary>
    [DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength, ErrorMessage = "En begrundelse må højst fylde 2.000 tegn.")]
    public string? Reason { get; set; }
}

/// <summary>One decision about several pieces.</summary>
public sealed class SeveralDecisionsForm : DecisionForm
{
    /// <summary>The most pieces that one form carries.</summary>
    public const int Most = 200;

    /// <summary>The pieces before the politicians.</summary>
    [MaxLength(Most, ErrorMessage = "Så mange brikker kan ikke sendes på én gang.")]
    public List<SeveralItem> Items { get; set; } = [];
}

/// <summary>Sending several designated pieces to the politicians as one case.</summary>
public sealed class SeveralSubmissionsForm
{
    /// <summary>The case number (sagsnummer).</summary>
    [Display(Name = "Sagsnummer"), MaxLength(Decision.MaxCaseNumberLength)]
    public string? CaseNumber { get; set; }

    /// <summary>The designated pieces.</summary>
    [MaxLength(SeveralDecisionsForm.Most, ErrorMessage = "Så mange brikker kan ikke sendes på én gang.")]
    public List<SeveralItem> Items { get; set; } = [];
}
