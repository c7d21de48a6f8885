using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What the table host sends: what the table proposes.</summary>
public sealed class QualificationForm
{
    /// <summary>What is proposed.</summary>
    [Display(Name = "Hvad foreslår bordet?"), EnumDataType(typeof(QualificationKind), ErrorMessage = "Vælg, hvad bordet foreslår.")]
    public QualificationKind Kind { get; set; }

    /// <summary>Number of the piece; null for a new one.</summary>
    [Display(Name = "Brik")]
    public int? Number { get; set; }

    /// <summary>The table.</summary>
    [Display(Name = "Bord (kan udelades)"), MaxLength(Qualification.MaxTableLength)]
    public string? Table { get; set; }

    /// <summary>The proposed title.</summary>
    [Display(Name = "Ny titel (kan udelades, undtagen til en ny brik)"), MaxLength(SolutionPiece.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>The proposed words.</summary>
    [Display(Name = "Bordets forslag"), MaxLength(Qualification.MaxTextLength)]
    public string? Text { get; set; }
}

/// <summary>What the administration sends when it settles a proposal.</summary>
public sealed class SettlementForm
{
    /// <summary>True to take it over, false to leave it; null when nothing is chosen.</summary>
    [Display(Name = "Valg")]
    public bool? TakeOver { get; set; }

    /// <summary>The piece's title from now on.</summary>
    [Display(Name = "Brikkens titel"), MaxLength(SolutionPiece.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>The piece's description from now on.</summary>
    [Display(Name = "Brikkens beskrivelse"), MaxLength(SolutionPiece.MaxDescriptionLength)]
    public string? Description { get; set; }

    /// <summary>Who must act; read for a new piece only.</summary>
    [Display(Name = "Hvem skal handle?")]
    public PieceClass? Class { get; set; }

    /// <summary>Why it is taken over or not.</summary>
    [Display(Name = "Begrundelse"), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>A proposal in the list.</summary>
/// <param name="Number">Number of the piece it is about; null for a new one.</param>
/// <param name="TakenInto">Number of the piece that carries it; null otherwise.</param>
public sealed record QualificationRow(
    long Id, QualificationKind Kind, int? Number, string Table, string Title, string Text, DateTime? SettledAtUtc, string? SettledBy, string Reason, int? TakenInto);

/// <summary>The proposals of a meeting.</summary>
public sealed record QualificationList(MeetingHead Meeting, PageOf<QualificationRow> Page);

/// <summary>A proposal beside the piece as it reads now.</summary>
public sealed record SettlementPage(MeetingHead Meeting, QualificationRow Proposal, MeetingPiece? Piece, string Description);
