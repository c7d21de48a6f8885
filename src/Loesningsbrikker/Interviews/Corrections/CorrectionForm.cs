using System.ComponentModel.DataAnnotations;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>What becomes of a passage whose words changed.</summary>
public enum CarryChoice
{
    /// <summary>It stays, on the words that stand there now.</summary>
    Keep,
    /// <summary>It comes loose.</summary>
    Loosen,
}

/// <summary>A choice for one passage.</summary>
public sealed class PassageChoice
{
    /// <summary>Key of the passage.</summary>
    public long PassageId { get; set; }

    /// <summary>What becomes of it; null until somebody chose.</summary>
    public CarryChoice? Choice { get; set; }
}

/// <summary>
/// What the pages "Ret teksten" and its preview send. Nothing is stored before it is confirmed: the text travels with the form.
/// </summary>
public sealed class CorrectionForm
{
    /// <summary>Most passages that are listed with a choice each; beyond it one chooses for all at once.</summary>
    public const int MostListed = 300;

    /// <summary>Number of the version that was on the screen.</summary>
    public int BasedOnVersion { get; set; }

    /// <summary>The text, a line per paragraph.</summary>
    [Display(Name = "Tekst")]
    public string? Text { get; set; }

    /// <summary>Names of those who speak, one a line.</summary>
    [Display(Name = "Talere")]
    public string? Speakers { get; set; }

    /// <summary>A corrected file; null when the text was corrected in the field.</summary>
    [Display(Name = "Rettet fil")]
    public IFormFile? File { get; set; }

    /// <summary>Name of the corrected file that the text was read from; empty when it was corrected in the field.</summary>
    public string? FileName { get; set; }

    /// <summary>Word for word, or a minute.</summary>
    [Display(Name = "Hvordan er teksten skrevet?"), EnumDataType(typeof(TranscriptKind), ErrorMessage = "Vælg, om teksten er ordret eller gengivet.")]
    public TranscriptKind Kind { get; set; }

    /// <summary>Why the text is corrected; asked for at the end.</summary>
    [Display(Name = "Hvorfor rettes teksten?"), DataType(DataType.MultilineText)]
    [MaxLength(TranscriptCorrection.MaxReasonLength, ErrorMessage = "Begrundelsen må højst fylde 1.000 tegn.")]
    public string? Reason { get; set; }

    /// <summary>The day the informant approved the corrected text; null while not approved.</summary>
    [Display(Name = "Den rettede tekst er godkendt af informanten den (kan udelades)")]
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>A choice for every passage whose words changed and that has none of its own; null for none.</summary>
    [Display(Name = "Vælg for alle på én gang"), EnumDataType(typeof(CarryChoice), ErrorMessage = "Vælg, hvad der skal ske med uddragene.")]
    public CarryChoice? ForAll { get; set; }

    /// <summary>Choices one by one.</summary>
    [MaxLength(MostListed, ErrorMessage = "Så mange uddrag kan ikke vælges hver for sig.")]
    public List<PassageChoice> Choices { get; set; } = [];

    /// <summary>Whether the user has seen what comes loose.</summary>
    public bool LetLoose { get; set; }

    /// <summary>What stood on the page to be chosen (<see cref="CorrectionChoices.Fingerprint"/>), so that nothing unseen is swept along.</summary>
    public string? Seen { get; set; }

    /// <summary>What was chosen for a passage; null for nothing.</summary>
    public CarryChoice? ChoiceFor(long passageId) => Choices.Find(c => c.PassageId == passageId)?.Choice ?? ForAll;
}
