using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Interviews;

/// <summary>What the page "Læg tekst ind" sends and shows: a file or pasted text, never both.</summary>
public sealed class TranscriptForm
{
    /// <summary>The file; null when the text was pasted.</summary>
    [Display(Name = "Fil")]
    public IFormFile? File { get; set; }

    /// <summary>The pasted text; null when a file was chosen.</summary>
    [Display(Name = "Tekst")]
    public string? Text { get; set; }

    /// <summary>The interview; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public TranscriptTarget Target { get; set; } = TranscriptTarget.None;
}

/// <summary>The interview that a text is for.</summary>
/// <param name="LastVersion">Number of its newest text; 0 without one.</param>
/// <param name="Passages">Passages marked in its texts.</param>
public sealed record TranscriptTarget(int Number, string Title, int LastVersion, int Passages)
{
    /// <summary>Before it was read.</summary>
    public static TranscriptTarget None { get; } = new(0, "", 0, 0);

    /// <summary>Said where a new text would pull the ground away under marked passages.</summary>
    public const string HasPassages = "Der er markeret uddrag i teksten, og de ville miste deres sted. Derfor kan teksten ikke skiftes ud.";
}
