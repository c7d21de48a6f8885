using Loesningsbrikker.Budget;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Decisions;

/// <summary>One row of the sheet Forslag.</summary>
/// <param name="Number">With prefix, e.g. D-14.</param>
/// <param name="PassageCount">Every passage tied to the piece, released or not.</param>
/// <param name="GroupCount">How many informant groups those passages come from.</param>
/// <param name="MergedInto">Number of the piece it lives on under; empty when it stands alone.</param>
internal sealed record ProposalRow(
    string Number, PieceClass Class, PieceStage Stage, string Title, string Description, string Theme,
    string Strategies, string Institutions, string Challenges, int PassageCount, int GroupCount, string MergedInto)
{
    /// <summary>The administration's conclusion; null before there is one.</summary>
    public Conclusion? Conclusion { get; init; }
    /// <summary>The newest decision or recommendation; null before there is one.</summary>
    public Decision? Decision { get; init; }
    /// <summary>How good the estimate is; null when the piece is not calculated.</summary>
    public EstimateStatus? Estimate { get; init; }
    /// <summary>What the estimate rests on; shown in the staff edition only.</summary>
    public string EstimateNote { get; init; } = "";

    /// <summary>Whether it can have a price: no draft, and not merged into another.</summary>
    public bool IsInPlay => Stage is not (PieceStage.Draft or PieceStage.Merged);
}

/// <summary>One row of the sheet Sporbarhed as the database gives it: a passage and the piece it led to.</summary>
/// <param name="PieceNumber">Null when the passage is tied to no piece; so are title and moment.</param>
/// <param name="ParagraphNumber">The paragraph in which the passage begins; null when the text is gone.</param>
/// <param name="Note">Empty unless the reader may read notes.</param>
internal sealed record TraceRow(
    int? PieceNumber, string? PieceTitle, long InterviewId, int InterviewNumber, DateOnly HeldOn, InterviewMethod Method,
    TranscriptKind Kind, int? ParagraphNumber, string Quote, string Note, DateTime? ReleasedAtUtc, DateTime? CodedAtUtc);

/// <summary>Who gave input in one interview, without identities.</summary>
/// <param name="GroupIds">Keys of the informant groups.</param>
/// <param name="Groups">Names of the groups in Danish order.</param>
/// <param name="Codes">Codes of the informants.</param>
internal sealed record InterviewVoices(IReadOnlySet<long> GroupIds, string Groups, string Codes)
{
    /// <summary>An interview that nobody is registered for.</summary>
    public static InterviewVoices Nobody { get; } = new(new HashSet<long>(), "", "");
}

/// <summary>How much a workbook holds.</summary>
/// <param name="Pieces">Rows of Forslag.</param>
/// <param name="Traces">Rows of Sporbarhed.</param>
public sealed record WorkbookCounts(int Pieces, int Traces);
