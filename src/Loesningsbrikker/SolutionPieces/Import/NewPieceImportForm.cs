using System.ComponentModel.DataAnnotations;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What the page "Indlæs brikker" sends: a file or pasted cells, never both.</summary>
public sealed class NewPieceImportForm
{
    /// <summary>The file; null when cells were pasted.</summary>
    [Display(Name = "Fil")]
    public IFormFile? File { get; set; }

    /// <summary>The pasted cells; null when a file was chosen.</summary>
    [Display(Name = "Eller sæt tabellen ind her")]
    public string? Text { get; set; }
}
