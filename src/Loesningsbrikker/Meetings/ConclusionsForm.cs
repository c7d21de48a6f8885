using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Meetings;

/// <summary>What the page "Konkludér" sends.</summary>
public sealed class ConclusionsForm
{
    /// <summary>Whether the page showed the pieces that have a conclusion already.</summary>
    public bool Again { get; set; }

    /// <summary>Number of the page.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The pieces on the page.</summary>
    public List<ConclusionForm> Rows { get; set; } = [];
}

/// <summary>One piece on the page.</summary>
public sealed class ConclusionForm
{
    /// <summary>Number of the piece.</summary>
    public int Number { get; set; }

    /// <summary>The version of the piece that was shown.</summary>
    public Guid Version { get; set; }

    /// <summary>What the meeting was shown to have said (<see cref="ConclusionRow.Said"/>).</summary>
    [MaxLength(100)]
    public string? Said { get; set; }

    /// <summary>Ticked: conclude this piece. Nothing is concluded without it.</summary>
    [Display(Name = "Konkludér denne")]
    public bool Chosen { get; set; }

    /// <summary>Recognised or not; null when nothing is chosen.</summary>
    [Display(Name = "Konklusion")]
    public Conclusion? Conclusion { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Begrundelse"), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>A piece on the page, with what the meeting said.</summary>
/// <param name="Figures">Null when no meeting has results for it.</param>
/// <param name="Concluded">The conclusion it has; null when it waits.</param>
/// <param name="Reason">Why it was concluded so; empty when nothing was written.</param>
public sealed record ConclusionRow(
    MeetingPiece Piece, Guid Version, PieceFigures? Figures, Conclusion? Concluded, string Reason)
{
    /// <summary>
    /// What the administration would conclude if it followed the meeting; null when the meeting gave no answer.
    /// As many no as yes is no recognition.
    /// </summary>
    public Conclusion? Proposal => ProposalOf(Figures);

    /// <summary>What the meeting said, sent along so that nobody concludes on figures that have changed since.</summary>
    public string Said => SaidOf(Figures);

    /// <inheritdoc cref="Proposal" />
    public static Conclusion? ProposalOf(PieceFigures? figures) => figures?.MeetingSaysYes switch
    {
        true => Conclusion.Recognised,
        false => Conclusion.NotRecognised,
        _ => null,
    };

    /// <inheritdoc cref="Said" />
    public static string SaidOf(PieceFigures? figures) =>
        figures?.Total is { } total ? $"{figures.MeetingId}:{total.Yes}-{total.No}-{total.DontKnow}" : "";
}

/// <summary>The page "Konkludér".</summary>
/// <param name="Again">Whether it shows the pieces that have a conclusion already.</param>
/// <param name="Waiting">How many pieces wait.</param>
/// <param name="Concluded">How many have a conclusion that may still be changed.</param>
public sealed record ConclusionsPage(PageOf<ConclusionRow> Page, bool Again, int Waiting, int Concluded)
{
    /// <summary>What was typed, where the page is shown again; otherwise the proposals.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ConclusionForm> Rows { get; init; } = [];
}
