using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange;

/// <summary>The passages of the process in a list, and the same ones as files.</summary>
[Route("dialogue-processes/{processId}/exchange/passages"), Permit(Permission.ReadTestimony)]
public sealed class PassageListController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>One page of them; reading is logged.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(PassageFilter filter, int page = 1)
    {
        var list = await PassageListPage.ReadAsync(Db, Current, filter, page);
        if (list.Page.Rows.Count > 0)
        {
            Db.Add(AccessLogEntry.Of(Db, AccessKind.PassagesRead, Current.Id, subjectId: null));
            await Db.SaveChangesAsync();
        }
        return View("Index", list);
    }
}

/// <summary>The list of passages.</summary>
/// <param name="Interviews">Those that have passages, by number.</param>
/// <param name="Pieces">Those that passages are tied to, by number.</param>
public sealed record PassageListPage(
    PassageFilter Filter, PageOf<PassageRow> Page, IReadOnlyList<SelectListItem> Interviews, IReadOnlyList<SelectListItem> Pieces,
    IReadOnlyList<SelectListItem> Themes, IReadOnlyList<SelectListItem> Groups)
{
    /// <summary>Reads the page with a number of queries that does not grow with the list.</summary>
    internal static async Task<PassageListPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, PassageFilter filter, int number)
    {
        var page = await PassageRows.Query(db, filter.Apply(db, current.Id)).ToPageAsync(number);
        var ids = page.Rows.Select(r => r.Id).ToList();
        var codings = db.Codings.Where(c => ids.Contains(c.PassageId));
        var tie = PassageRows.Tie(await PassageRows.PieceTies(db, codings).ToListAsync(), await PassageRows.ChallengeTies(db, codings).ToListAsync());
        var interviews = await db.Interviews
            .Where(i => i.ProcessId == current.Id && i.Transcripts.Any(t => db.Passages.Any(p => p.TranscriptId == t.Id)))
            .OrderBy(i => i.Number).Select(i => new { i.Number, i.Title }).ToListAsync();
        var pieces = await db.SolutionPieces.Where(p => p.ProcessId == current.Id && p.Codings.Count > 0)
            .OrderBy(p => p.Number).Select(p => new { p.Number, p.Title }).ToListAsync();
        var themes = await db.Themes.Where(t => t.ProcessId == current.Id).Select(t => new { t.Id, t.Name }).ToListAsync();
        var groups = await db.InformantGroups.Where(g => g.ProcessId == current.Id).Select(g => new { g.Id, g.Name }).ToListAsync();
        return new PassageListPage(
            filter, page with { Rows = [.. page.Rows.Select(tie)] },
            [.. interviews.Select(i => new SelectListItem($"{i.Number}: {i.Title}", i.Number.ToString()))],
            [.. pieces.Select(p => new SelectListItem($"{current.Process.Prefix}-{p.Number} {DanishText.Cut(p.Title, 60)}", p.Number.ToString()))],
            [.. themes.OrderBy(t => t.Name, DanishText.Comparer).Select(t => new SelectListItem(t.Name, t.Id.ToString()))],
            [.. groups.OrderBy(g => g.Name, DanishText.Comparer).Select(g => new SelectListItem(g.Name, g.Id.ToString()))]);
    }
}

/// <summary>The Danish words of this room.</summary>
public static class PassageWords
{
    /// <summary>With a piece, without one, released …</summary>
    public static string ToDanish(this PassageState state) => state switch
    {
        PassageState.WithPiece => "Knyttet til en brik",
        PassageState.WithoutPiece => "Ikke knyttet til en brik",
        PassageState.Released => "Frigivet som citat",
        PassageState.NotReleased => "Ikke frigivet",
        PassageState.WithNote => "Med note",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The states as choices.</summary>
    public static IReadOnlyList<SelectListItem> States { get; } =
        [.. Enum.GetValues<PassageState>().Select(s => new SelectListItem(s.ToDanish(), s.ToString()))];

    /// <summary>The classes as choices.</summary>
    public static IReadOnlyList<SelectListItem> Classes { get; } =
        [.. Enum.GetValues<PieceClass>().Select(c => new SelectListItem(c.ToDanish(), c.ToString()))];
}
