using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Which interview a text is for.</summary>
public enum ImportTarget
{
    /// <summary>One that exists.</summary>
    Existing,
    /// <summary>One that is registered together with the text.</summary>
    New,
}

/// <summary>
/// What the preview of an import sends. The rows for speakers and findings are read from the form by their names (<see cref="DraftEdits"/>):
/// there may be hundreds, and a row that is not sent means "as it was".
/// </summary>
public sealed class ImportPreviewForm
{
    /// <summary>The version of the draft that was shown.</summary>
    public Guid Version { get; set; }

    /// <summary>Which interview it is for.</summary>
    [EnumDataType(typeof(ImportTarget), ErrorMessage = "Vælg, hvilket interview teksten hører til.")]
    public ImportTarget Target { get; set; }

    /// <summary>Number of the interview that exists.</summary>
    [Display(Name = "Interview")]
    public int? InterviewNumber { get; set; }

    /// <summary>Title of the new interview.</summary>
    [Display(Name = "Titel"), MaxLength(200)]
    public string? Title { get; set; }

    /// <summary>Date of the new interview.</summary>
    [Display(Name = "Dato")]
    public DateOnly? HeldOn { get; set; }

    /// <summary>Word for word, or a minute; null until chosen.</summary>
    [Display(Name = "Hvordan er teksten skrevet?"), EnumDataType(typeof(TranscriptKind), ErrorMessage = "Vælg, om teksten er ordret eller gengivet.")]
    public TranscriptKind? Kind { get; set; }

    /// <summary>The day the informant approved the text; null while not approved.</summary>
    [Display(Name = "Godkendt af informanten den (kan udelades)")]
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The name that is stored for the file.</summary>
    [Display(Name = "Filens navn, som det bliver gemt"), MaxLength(255)]
    public string? SourceName { get; set; }

    /// <summary>Whether the speakers' names go into the identities.</summary>
    [Display(Name = "Gem talernes navne i kodenøglen")]
    public bool KeepNames { get; set; }

    /// <summary>A word to be replaced too; empty for none.</summary>
    [Display(Name = "Erstat også"), MaxLength(DraftEdits.Longest)]
    public string? AddWord { get; set; }

    /// <summary>What is to stand for it; empty for the proposal.</summary>
    [Display(Name = "med"), MaxLength(DraftEdits.Longest)]
    public string? AddReplacement { get; set; }

    /// <summary>What is shown; filled before the page is.</summary>
    [BindNever, ValidateNever]
    public ImportPreviewPage Page { get; set; } = null!;

    /// <summary>Name of the field that says what a speaker is.</summary>
    public static string SpeakerField(int index) => "speaker-" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Name of the field with the word that stands for a speaker.</summary>
    public static string WordField(int index) => "speaker-word-" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Name of the box that says whether a finding is replaced.</summary>
    public static string UseField(int index) => "use-" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Name of the field with a finding's replacement.</summary>
    public static string WithField(int index) => "with-" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The form as the draft has it.</summary>
    public static ImportPreviewForm Of(ImportDraft draft, DraftContent content)
    {
        var replacements = content.Replacements();
        return new ImportPreviewForm
        {
            Version = draft.Version, Target = content.InterviewNumber is null ? ImportTarget.New : ImportTarget.Existing,
            InterviewNumber = content.InterviewNumber, Title = content.NewTitle(replacements), HeldOn = content.HeldOn, Kind = content.Kind,
            ApprovedOn = content.ApprovedOn, SourceName = content.StoredName(replacements), KeepNames = content.KeepNames,
        };
    }
}
