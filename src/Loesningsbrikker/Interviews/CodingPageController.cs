using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Where a consultant reads, marks and codes one interview.</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}/coding"), Permit(Permission.ReadTestimony)]
public sealed class CodingPageController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the newest transcript. That it was read is logged before a word is sent.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(int number)
    {
        var interview = await Db.Interviews
            .Where(i => i.ProcessId == Current.Id && i.Number == number)
            .Select(i => new
            {
                i.Title, i.HeldOn, Transcript = i.Transcripts.OrderByDescending(t => t.VersionNumber)
                    .Select(t => new { t.Id, t.Kind, t.ApprovedOn, t.LengthUtf16 }).FirstOrDefault(),
                Former = (int?)Db.Interviews.Where(o => o.ProcessId == i.ProcessId && o.Number < number && o.Transcripts.Any()).Max(o => (int?)o.Number),
                Next = (int?)Db.Interviews.Where(o => o.ProcessId == i.ProcessId && o.Number > number && o.Transcripts.Any()).Min(o => (int?)o.Number),
            })
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
        if (interview.Transcript is not { } transcript)
            return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}");

        Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, transcript.Id));
        await Db.SaveChangesAsync();
        ViewData["Guide"] = await Guide.CodingGuide.ReadAsync(Db, transcript.Id);
        return View("Show", new CodingPage(
            Current.Id, number, interview.Title, interview.HeldOn, transcript.Id, transcript.Kind, transcript.ApprovedOn, transcript.LengthUtf16,
            interview.Former, interview.Next, Current.Can(Permission.WriteTestimony), Db.Actor.RequiredUserId,
            await ParagraphsAsync(transcript.Id), await ToolsAsync(transcript.Id)));
    }

    private Task<List<CodingParagraph>> ParagraphsAsync(long transcriptId) =>
        Db.TranscriptParagraphs.Where(p => p.TranscriptId == transcriptId).OrderBy(p => p.StartUtf16)
            .Select(p => new CodingParagraph(p.Number, p.StartUtf16, p.Speaker, p.Text)).ToListAsync();

    /// <summary>What the palette chooses from. A process has a few hundred pieces: finding them is the browser's work.</summary>
    private async Task<CodingTools> ToolsAsync(long transcriptId)
    {
        var counts = await Db.Codings.Where(c => c.ProcessId == Current.Id && c.SolutionPieceId != null && c.Passage.TranscriptId != transcriptId)
            .GroupBy(c => c.SolutionPieceId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var pieces = await Db.SolutionPieces.InUse().Where(p => p.ProcessId == Current.Id).OrderBy(p => p.Number)
            .Select(p => new { p.Id, p.Number, p.Class, p.Title, Theme = p.Theme == null ? "" : p.Theme.Name }).ToListAsync();
        var challenges = await Db.Challenges.Where(c => c.ProcessId == Current.Id).Select(c => new ChallengeView(c.Id, c.Title)).ToListAsync();
        var themes = await Db.Themes.Where(t => t.ProcessId == Current.Id).Select(t => new { t.Id, t.Name }).ToListAsync();
        return new CodingTools(
            Current.Process.Prefix,
            [.. pieces.Select(p => new PieceView(p.Number, p.Class, p.Title, p.Theme, counts.GetValueOrDefault(p.Id)))],
            [.. challenges.OrderBy(c => c.Title, DanishText.Comparer)],
            [.. themes.OrderBy(t => t.Name, DanishText.Comparer).Select(t => new SelectListItem(t.Name, t.Id.ToString()))]);
    }
}

/// <summary>The coding page. Length in UTF-16 code units; former and next interview null at the ends.</summary>
public sealed record CodingPage(
    long ProcessId, int Number, string Title, DateOnly HeldOn, long TranscriptId, TranscriptKind Kind, DateOnly? ApprovedOn, int LengthUtf16,
    int? Former, int? Next, bool MayWrite, long UserId, IReadOnlyList<CodingParagraph> Paragraphs, CodingTools Tools);

/// <summary>One paragraph on the page; the start is its offset in UTF-16 code units.</summary>
public sealed record CodingParagraph(int Number, int StartUtf16, string Speaker, string Text);

/// <summary>What the palette chooses from.</summary>
public sealed record CodingTools(
    string Prefix, IReadOnlyList<PieceView> Pieces, IReadOnlyList<ChallengeView> Challenges, IReadOnlyList<SelectListItem> Themes);

/// <summary>A challenge as the palette shows it.</summary>
public sealed record ChallengeView(long Id, string Title);
