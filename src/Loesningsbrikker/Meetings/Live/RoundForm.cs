using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What the page "Nyt spørgsmål" sends.</summary>
public sealed class RoundForm
{
    /// <summary>What is asked.</summary>
    [Display(Name = "Hvad spørges der om?"), EnumDataType(typeof(RoundKind), ErrorMessage = "Vælg, hvad der spørges om.")]
    public RoundKind Kind { get; set; }

    /// <summary>Heading; may be empty.</summary>
    [Display(Name = "Overskrift (kan udelades)"), MaxLength(MeetingRound.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>How many pieces each may choose.</summary>
    [Display(Name = "Hver kan højst vælge"), Range(1, MeetingRound.MaxPieces, ErrorMessage = "Skriv et antal fra 1 til 200.")]
    public int? MaxChoices { get; set; }

    /// <summary>Whether it never counts.</summary>
    [Display(Name = "Prøverunde: svarene tæller ikke med")]
    public bool IsRehearsal { get; set; }

    /// <summary>Whether each piece becomes a question of its own.</summary>
    [Display(Name = "Ét spørgsmål pr. brik")]
    public bool OneEach { get; set; }

    /// <summary>Numbers of the pieces.</summary>
    public List<int> Pieces { get; set; } = [];

    /// <summary>Only pieces of this theme are offered; null for all.</summary>
    public long? ThemeId { get; set; }

    /// <summary>Only pieces of this class are offered; null for all.</summary>
    public PieceClass? Class { get; set; }
}

/// <summary>A piece on offer.</summary>
/// <param name="IsPriced">Whether it has a price, so that coins can be laid on it.</param>
public sealed record OfferedPiece(int Number, string Title, PieceClass Class, string? Theme, bool IsPriced);

/// <summary>What surrounds the form.</summary>
public sealed record RoundContext(MeetingHead Meeting, IReadOnlyList<OfferedPiece> Pieces, IReadOnlyList<PieceChoice> Themes);
