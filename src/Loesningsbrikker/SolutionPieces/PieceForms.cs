using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>A button on the page of a piece.</summary>
public class PieceVersionForm
{
    /// <summary>The version that the user saw.</summary>
    public Guid Version { get; set; }
}

/// <summary>The words and facts of a piece.</summary>
public class PieceForm : PieceVersionForm
{
    /// <summary>The proposal in one line.</summary>
    [Display(Name = "Titel"), Required(ErrorMessage = "Giv brikken en titel."), MaxLength(SolutionPiece.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>What is proposed and why.</summary>
    [Display(Name = "Beskrivelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxDescriptionLength)]
    public string? Description { get; set; }

    /// <summary>Key of the theme.</summary>
    [Display(Name = "Tema")]
    public long? ThemeId { get; set; }

    /// <summary>Keys of the institutions.</summary>
    public List<long> InstitutionIds { get; set; } = [];

    /// <summary>Keys of the strategies.</summary>
    public List<long> StrategyIds { get; set; } = [];

    /// <summary>Keys of the challenges.</summary>
    public List<long> ChallengeIds { get; set; } = [];

    /// <summary>Finds what was chosen.</summary>
    /// <exception cref="NotFoundException">Something chosen does not belong to the process or the municipality.</exception>
    public async Task<PieceFacts> FactsAsync(LoesningsbrikkerContext db, long processId)
    {
        var theme = ThemeId is { } themeId
            ? await db.Themes.FirstOrDefaultAsync(t => t.Id == themeId && t.ProcessId == processId) ?? throw new NotFoundException()
            : null;
        return new PieceFacts(
            theme,
            await AllAsync(db.Institutions.Where(i => InstitutionIds.Contains(i.Id)), InstitutionIds),
            await AllAsync(db.Strategies.Where(s => s.ProcessId == processId && StrategyIds.Contains(s.Id)), StrategyIds),
            await AllAsync(db.Challenges.Where(c => c.ProcessId == processId && ChallengeIds.Contains(c.Id)), ChallengeIds));
    }

    private static async Task<List<T>> AllAsync<T>(IQueryable<T> rows, List<long> ids)
    {
        var found = await rows.ToListAsync();
        return found.Count == ids.Distinct().Count() ? found : throw new NotFoundException();
    }
}

/// <summary>A new piece.</summary>
public sealed class NewPieceForm : PieceForm
{
    /// <summary>Who must act.</summary>
    [Display(Name = "Hvem skal handle?"), Required(ErrorMessage = "Vælg, hvem der skal handle.")]
    public PieceClass? Class { get; set; }
}

/// <summary>Changed words and facts.</summary>
public sealed class EditPieceForm : PieceForm
{
    /// <summary>Why; due from Formulated on.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }

    /// <summary>Filled with what the piece has.</summary>
    public static EditPieceForm Of(SolutionPiece piece) => new()
    {
        Version = piece.Version, Title = piece.Title, Description = piece.Description, ThemeId = piece.ThemeId,
        InstitutionIds = [.. piece.Institutions.Select(i => i.Id)],
        StrategyIds = [.. piece.Strategies.Select(s => s.Id)],
        ChallengeIds = [.. piece.Challenges.Select(c => c.Id)],
    };
}

/// <summary>A new class and why.</summary>
public sealed class ReclassificationForm : PieceVersionForm
{
    /// <summary>Who must act.</summary>
    [Display(Name = "Hvem skal handle?"), Required(ErrorMessage = "Vælg, hvem der skal handle.")]
    public PieceClass? Class { get; set; }

    /// <summary>Why; due from Formulated on.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>The confirmed preview of a merge.</summary>
public sealed class MergeForm : PieceVersionForm
{
    /// <summary>Number of the piece that lives on.</summary>
    public int Into { get; set; }

    /// <summary>The version of that piece that the user saw.</summary>
    public Guid IntoVersion { get; set; }

    /// <summary>The description of the piece that lives on, as it shall read afterwards.</summary>
    [Display(Name = "Beskrivelse efter sammenlægningen"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxDescriptionLength)]
    public string? Description { get; set; }

    /// <summary>Why; due when one of the two is formulated.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>A passage to be released or withdrawn, and the place on the page to come back to.</summary>
public sealed class QuotationForm : PieceVersionForm
{
    /// <summary>Where the page of evidence began.</summary>
    public long? After { get; set; }
}
