using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>Which steps the address asks for; every part may be missing.</summary>
public sealed class CodingLogFilter
{
    /// <summary>Number of an interview.</summary>
    [FromQuery(Name = "interview")]
    public int? Interview { get; set; }

    /// <summary>Key of the user who did it.</summary>
    [FromQuery(Name = "person")]
    public long? PersonId { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet => Interview is not null || PersonId is not null;
}

/// <summary>One step as it is told.</summary>
/// <param name="By">Name of the user; null for demo data.</param>
/// <param name="Interview">Number of the interview; null for work on pieces.</param>
/// <param name="Paragraph">Number of the paragraph where the passage begins; null for work on pieces.</param>
/// <param name="Piece">Number of the piece; null when it is about none.</param>
/// <param name="Other">Number of the other piece; null when there is none.</param>
/// <param name="IsUndone">Whether it is undone now.</param>
/// <param name="HasImages">Whether it can be undone at all: not when it was erased.</param>
public sealed record CodingLogRow(
    long Id, DateTime AtUtc, long? ByUserId, string? By, CodingStepKind Kind, int? Interview, int? Paragraph, int? Piece, int? Other, bool IsChallenge,
    bool Undoes, bool Redoes, bool IsUndone, bool HasImages)
{
    /// <summary>"Mette K. knyttede uddraget i afsnit 12 til D-14."</summary>
    public string Sentence(DialogueProcess process)
    {
        var subject = new StepSubject(Kind, Name(process, Piece), Name(process, Other), IsChallenge);
        var who = By ?? "Systemet";
        if (!Undoes && !Redoes)
            return $"{who} {subject.Sentence(Paragraph)}.";
        return $"{who} {(Undoes ? "fortrød" : "gjorde igen")}: {subject.Short()}{(Paragraph is { } number ? $" (afsnit {number})" : "")}.";
    }

    /// <summary>Whether the visitor may undo it: the own step, or work on pieces, which belongs to all who write them.</summary>
    public bool MayUndo(CurrentProcess current, long userId) =>
        !Undoes && !Redoes && !IsUndone && HasImages
        && (Interview is null ? current.Can(Permission.WritePieces) : ByUserId == userId && current.Can(Permission.WriteTestimony));

    private static string? Name(DialogueProcess process, int? number) => number is { } known ? process.NumberOf(known) : null;
}

/// <summary>The page "Hvad er der gjort".</summary>
/// <param name="RedoStepId">The work on pieces that the visitor can do again; null for none.</param>
public sealed record CodingLogPage(
    CodingLogFilter Filter, PageOf<CodingLogRow> Page, IReadOnlyList<SelectListItem> Interviews, IReadOnlyList<SelectListItem> People, long? RedoStepId)
{
    /// <summary>Reads it with a number of queries that does not grow with the list.</summary>
    public static async Task<CodingLogPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, CodingLogFilter filter, int number)
    {
        var steps = db.CodingSteps.Where(s => s.ProcessId == current.Id);
        var shown = steps;
        if (filter.Interview is { } interview)
            shown = shown.Where(s => db.Interviews.Any(i => i.Id == s.InterviewId && i.Number == interview));
        if (filter.PersonId is { } person)
            shown = shown.Where(s => s.ByUserId == person);
        var page = await Project(db, shown.OrderByDescending(s => s.Id)).ToPageAsync(number);
        var interviews = await db.Interviews.Where(i => i.ProcessId == current.Id && i.Transcripts.Any()).OrderBy(i => i.Number)
            .Select(i => new SelectListItem(i.Number + " · " + i.Title, i.Number.ToString(), i.Number == filter.Interview)).ToListAsync();
        var people = await db.Users.Where(u => steps.Any(s => s.ByUserId == u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        var redo = current.Can(Permission.WritePieces) ? await db.ToRedo(current.Id, interviewId: null).Select(s => (long?)s.Id).FirstOrDefaultAsync() : null;
        return new CodingLogPage(filter, page, interviews,
            [.. people.OrderBy(p => p.DisplayName, DanishText.Comparer).Select(p => new SelectListItem(p.DisplayName, p.Id.ToString(), p.Id == filter.PersonId))], redo);
    }

    private static IQueryable<CodingLogRow> Project(LoesningsbrikkerContext db, IQueryable<CodingStep> steps) => steps.Select(s => new CodingLogRow(
        s.Id, s.AtUtc, s.ByUserId, db.Users.Where(u => u.Id == s.ByUserId).Select(u => u.DisplayName).FirstOrDefault(), s.Kind,
        db.Interviews.Where(i => i.Id == s.InterviewId).Select(i => (int?)i.Number).FirstOrDefault(),
        db.TranscriptParagraphs.Where(p => p.TranscriptId == s.TranscriptId && p.StartUtf16 <= s.StartUtf16)
            .OrderByDescending(p => p.StartUtf16).Select(p => (int?)p.Number).FirstOrDefault(),
        db.SolutionPieces.Where(p => p.Id == s.SolutionPieceId).Select(p => (int?)p.Number).FirstOrDefault(),
        db.SolutionPieces.Where(p => p.Id == s.OtherPieceId).Select(p => (int?)p.Number).FirstOrDefault(),
        s.ChallengeId != null, s.UndoneStepId != null, s.RedoneStepId != null,
        db.CodingSteps.Count(u => u.UndoneStepId == s.Id) > db.CodingSteps.Count(r => r.RedoneStepId == s.Id), s.Images != ""));
}
