using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>What the list of interviews is narrowed to.</summary>
public sealed class InterviewFilter
{
    /// <summary>Method; null for all.</summary>
    [Display(Name = "Metode")]
    public InterviewMethod? Method { get; set; }

    /// <summary>Key of an informant group; null for all.</summary>
    [Display(Name = "Informantgruppe")]
    public long? GroupId { get; set; }

    /// <summary>Key of an institution; null for all.</summary>
    [Display(Name = "Institution")]
    public long? InstitutionId { get; set; }

    /// <summary>Only those that wait for their text.</summary>
    [Display(Name = "Uden tekst")]
    public bool WithoutText { get; set; }

    /// <summary>Page of the list.</summary>
    public int Page { get; set; } = 1;

    /// <summary>True when something is narrowed.</summary>
    public bool IsSet => Method is not null || GroupId is not null || InstitutionId is not null || WithoutText;
}

/// <summary>The list page.</summary>
/// <param name="Filter">What is shown.</param>
/// <param name="Interviews">The rows.</param>
/// <param name="Groups">Informant groups of the process.</param>
/// <param name="Institutions">Institutions that have interviews in the process.</param>
public sealed record InterviewListPage(
    InterviewFilter Filter, PageOf<InterviewRow> Interviews, IReadOnlyList<SelectListItem> Groups, IReadOnlyList<SelectListItem> Institutions);

/// <summary>One line of the list.</summary>
/// <param name="Words">Words of the newest text; null without text.</param>
/// <param name="Characters">Length of the newest text; null without text.</param>
public sealed record InterviewRow(
    int Number, string Title, DateOnly HeldOn, InterviewMethod Method, string? Institution,
    IReadOnlyList<InformantCode> Informants, int? Words, int? Characters, int Passages, DateTime? CodingFinishedAtUtc)
{
    /// <summary>How far the coding is, in words.</summary>
    public string Status =>
        Words is null ? "Mangler tekst"
        : CodingFinishedAtUtc is { } at ? "Færdig " + DanishText.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, DanishText.Copenhagen)))
        : Passages == 0 ? "Ikke begyndt"
        : "I gang";
}

/// <summary>An informant as lists show one.</summary>
public sealed record InformantCode(string Code, string Group);

/// <summary>Reads the list; the number of queries does not depend on its length.</summary>
internal static class InterviewList
{
    public static async Task<InterviewListPage> ReadAsync(LoesningsbrikkerContext db, long processId, InterviewFilter filter)
    {
        var rows = await Narrow(db.Interviews.Where(i => i.ProcessId == processId), filter)
            .OrderBy(i => i.Number)
            .Select(i => new InterviewRow(
                i.Number, i.Title, i.HeldOn, i.Method, i.Institution!.Name,
                i.Informants.OrderBy(x => x.Code).Select(x => new InformantCode(x.Code, x.Group.Name)).ToList(),
                i.Transcripts.OrderByDescending(t => t.VersionNumber).Select(t => (int?)t.Words).FirstOrDefault(),
                i.Transcripts.OrderByDescending(t => t.VersionNumber).Select(t => (int?)t.LengthUtf16).FirstOrDefault(),
                db.Passages.Count(p => i.Transcripts.Any(t => t.Id == p.TranscriptId)),
                i.CodingFinishedAtUtc))
            .ToPageAsync(filter.Page);
        var groups = await db.InformantGroups.Where(g => g.ProcessId == processId).Select(g => new { g.Id, g.Name }).ToListAsync();
        var institutions = await db.Institutions
            .Where(x => db.Interviews.Any(i => i.ProcessId == processId && i.InstitutionId == x.Id))
            .Select(x => new { x.Id, x.Name }).ToListAsync();
        return new InterviewListPage(filter, rows,
            [.. groups.OrderBy(g => g.Name, DanishText.Comparer).Select(g => new SelectListItem(g.Name, g.Id.ToString()))],
            [.. institutions.OrderBy(i => i.Name, DanishText.Comparer).Select(i => new SelectListItem(i.Name, i.Id.ToString()))]);
    }

    private static IQueryable<Interview> Narrow(IQueryable<Interview> interviews, InterviewFilter filter)
    {
        if (filter.Method is { } method)
            interviews = interviews.Where(i => i.Method == method);
        if (filter.GroupId is { } group)
            interviews = interviews.Where(i => i.Informants.Any(x => x.GroupId == group));
        if (filter.InstitutionId is { } institution)
            interviews = interviews.Where(i => i.InstitutionId == institution);
        return filter.WithoutText ? interviews.Where(i => i.Transcripts.Count == 0) : interviews;
    }
}
