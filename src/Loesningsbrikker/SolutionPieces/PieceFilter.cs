using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>In which order the list stands.</summary>
public enum PieceOrder
{
    /// <summary>By number.</summary>
    Number,
    /// <summary>By title in Danish order.</summary>
    Title,
    /// <summary>Most passages first.</summary>
    Passages,
}

/// <summary>What the address of the list asks for; every part may be missing.</summary>
public sealed class PieceFilter
{
    private const int MaxTerms = 10;
    private const int MaxLength = 200;

    /// <summary>Free text or a number, e.g. "normering" or "D-14".</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; set; }
    /// <summary>Who must act.</summary>
    [FromQuery(Name = "class")]
    public PieceClass? Class { get; set; }
    /// <summary>Key of a theme.</summary>
    [FromQuery(Name = "theme")]
    public long? ThemeId { get; set; }
    /// <summary>Where it stands; without it merged pieces are left out.</summary>
    [FromQuery(Name = "stage")]
    public PieceStage? Stage { get; set; }
    /// <summary>Key of an institution.</summary>
    [FromQuery(Name = "institution")]
    public long? InstitutionId { get; set; }
    /// <summary>What became of it, as a status counts it.</summary>
    [FromQuery(Name = "status")]
    public PieceStatus? Status { get; set; }
    /// <summary>The order; by number when not given.</summary>
    [FromQuery(Name = "sort")]
    public PieceOrder Order { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet =>
        Class is not null || ThemeId is not null || Stage is not null || InstitutionId is not null || Status is not null || Terms.Count > 0;

    /// <summary>The query of the list's address that asks for the same, e.g. "?class=Local&amp;stage=Draft"; empty for everything.</summary>
    public string Query => QueryFor(Class);

    private IReadOnlyList<string> Terms =>
        [.. PieceText.Line(Text is { Length: > MaxLength } ? Text[..MaxLength] : Text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxTerms)];

    /// <summary>The query of an address that asks for the same but that class.</summary>
    public string QueryFor(PieceClass? pieceClass)
    {
        var query = new QueryBuilder();
        void Add(string name, object? value)
        {
            if (value?.ToString() is { Length: > 0 } text)
                query.Add(name, text);
        }
        Add("q", Text);
        Add("class", pieceClass);
        Add("theme", ThemeId);
        Add("stage", Stage);
        Add("institution", InstitutionId);
        Add("status", Status);
        Add("sort", Order == PieceOrder.Number ? null : Order);
        return query.ToString();
    }

    /// <summary>Narrows by everything but the class, which is counted for all three.</summary>
    /// <param name="prefix">The letters before the numbers of the process.</param>
    /// <param name="utcNow">The moment, in UTC, that lateness and silence are told at.</param>
    public IQueryable<SolutionPiece> ApplyButClass(IQueryable<SolutionPiece> pieces, string prefix, DateTime utcNow)
    {
        pieces = Stage is { } stage ? pieces.Where(p => p.Stage == stage) : pieces.Where(p => p.Stage != PieceStage.Merged);
        if (ThemeId is { } themeId)
            pieces = pieces.Where(p => p.ThemeId == themeId);
        if (InstitutionId is { } institutionId)
            pieces = pieces.Where(p => p.Institutions.Any(i => i.Id == institutionId));
        if (Status is { } status)
            pieces = pieces.WithStatus(status, utcNow);
        return Terms.Aggregate(pieces, (found, term) => Matching(found, term, prefix));
    }

    /// <summary>Narrows by everything.</summary>
    /// <inheritdoc cref="ApplyButClass" />
    public IQueryable<SolutionPiece> Apply(IQueryable<SolutionPiece> pieces, string prefix, DateTime utcNow) =>
        ApplyClass(ApplyButClass(pieces, prefix, utcNow));

    /// <summary>Narrows by the class and sorts.</summary>
    public IQueryable<SolutionPiece> ApplyClassAndOrder(IQueryable<SolutionPiece> pieces)
    {
        pieces = ApplyClass(pieces);
        return Order switch
        {
            PieceOrder.Title => pieces.OrderBy(p => p.TitleSortKey).ThenBy(p => p.Number),
            PieceOrder.Passages => pieces.OrderByDescending(p => p.Codings.Count).ThenBy(p => p.Number),
            _ => pieces.OrderBy(p => p.Number),
        };
    }

    private IQueryable<SolutionPiece> ApplyClass(IQueryable<SolutionPiece> pieces) =>
        Class is { } pieceClass ? pieces.Where(p => p.Class == pieceClass) : pieces;

    /// <summary>The pieces whose title, description or number has the term.</summary>
    private static IQueryable<SolutionPiece> Matching(IQueryable<SolutionPiece> pieces, string term, string prefix)
    {
        var pattern = DanishText.LikePattern(term);
        return NumberIn(term, prefix) is { } number
            ? pieces.Where(p => p.Number == number || EF.Functions.Like(p.SearchText, pattern, "\\"))
            : pieces.Where(p => EF.Functions.Like(p.SearchText, pattern, "\\"));
    }

    private static int? NumberIn(string term, string prefix)
    {
        if (term.StartsWith(prefix + "-", StringComparison.OrdinalIgnoreCase))
            term = term[(prefix.Length + 1)..];
        return int.TryParse(term, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
