using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Interviews;

/// <summary>What the coding page sends to mark a stretch. At most one of piece, challenge and new piece is given.</summary>
public sealed class PassageRequest
{
    /// <summary>Where the stretch begins, in UTF-16 code units.</summary>
    public int Start { get; set; }
    /// <summary>Where it ends, exclusive, in UTF-16 code units.</summary>
    public int End { get; set; }
    /// <summary>The words on the screen at these offsets.</summary>
    [Display(Name = "uddraget"), Required, MaxLength(PassageRange.MaxLengthUtf16, ErrorMessage = "Markér højst 20.000 tegn ad gangen.")]
    public string Quote { get; set; } = "";
    /// <summary>Number of an existing piece; null for none.</summary>
    public int? PieceNumber { get; set; }
    /// <summary>Key of a challenge; null for none.</summary>
    public long? ChallengeId { get; set; }
    /// <summary>A piece to write; null for none.</summary>
    public NewPiece? Piece { get; set; }
    /// <summary>A note; null leaves the passage's note as it is.</summary>
    [Display(Name = "notatet"), MaxLength(NoteRequest.MaxLength)]
    public string? Note { get; set; }
}

/// <summary>A new piece in the same line as the coding.</summary>
public sealed class NewPiece
{
    /// <summary>The proposal in one line.</summary>
    [Display(Name = "titlen"), Required, MaxLength(SolutionPiece.MaxTitleLength)]
    public string Title { get; set; } = "";
    /// <summary>Who must act.</summary>
    [Required(ErrorMessage = "Vælg, hvem der skal handle."), EnumDataType(typeof(PieceClass), ErrorMessage = "Vælg, hvem der skal handle.")]
    public PieceClass? Class { get; set; }
    /// <summary>Key of the theme; null for none.</summary>
    public long? ThemeId { get; set; }
}

/// <summary>What the coding page sends to change a passage's note.</summary>
public sealed class NoteRequest
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxLength = 4000;
    /// <summary>The note; empty takes it away.</summary>
    [Display(Name = "notatet"), MaxLength(MaxLength)]
    public string Note { get; set; } = "";
    /// <summary>The passage's version that the writer saw.</summary>
    public Guid Version { get; set; }
}

/// <summary>What the coding page sends to move where a passage begins or ends.</summary>
public sealed class BoundaryRequest
{
    /// <summary>Where it shall begin, in UTF-16 code units.</summary>
    public int Start { get; set; }
    /// <summary>Where it shall end, exclusive, in UTF-16 code units.</summary>
    public int End { get; set; }
    /// <summary>The words on the screen at these offsets.</summary>
    [Display(Name = "uddraget"), Required, MaxLength(PassageRange.MaxLengthUtf16, ErrorMessage = "Markér højst 20.000 tegn ad gangen.")]
    public string Quote { get; set; } = "";
    /// <summary>Where the page saw it begin before.</summary>
    public int WasStart { get; set; }
    /// <summary>Where the page saw it end before.</summary>
    public int WasEnd { get; set; }
}

/// <summary>A passage as the coding page keeps it.</summary>
/// <param name="IsLoose">Whether it came loose: its place is that in an older text.</param>
public sealed record PassageView(long Id, int Start, int End, string Note, Guid Version, IReadOnlyList<CodingView> Codings, bool IsLoose = false)
{
    /// <summary>The step that this answer is about; null when nothing was changed, or it is no answer to a change.</summary>
    public StepView? Step { get; init; }
}

/// <summary>A coding as the coding page keeps it: piece number or challenge key, the other null; key of who coded, null for demo data.</summary>
public sealed record CodingView(long Id, int? Piece, long? Challenge, long? Coder);

/// <summary>A piece as the palette shows it.</summary>
/// <param name="Elsewhere">How many passages of other transcripts are tied to it; the page counts its own.</param>
public sealed record PieceView(int Number, PieceClass Class, string Title, string Theme, int Elsewhere);

/// <summary>Answer to a stored passage: the passage as it now is, and the piece where one was written or found.</summary>
public sealed record PassageStored(PassageView Passage, PieceView? Piece);
