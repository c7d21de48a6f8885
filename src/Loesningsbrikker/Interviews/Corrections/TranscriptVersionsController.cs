using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>The texts that an interview has had: who brought them in or corrected them, when and why; each to be read, and compared with another.</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}/versions"), Permit(Permission.ReadTestimony)]
public sealed class TranscriptVersionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>The list; it tells of texts but shows none.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int number) =>
        View("Index", await VersionList.ReadAsync(Db, Current.Id, number) ?? throw new NotFoundException());

    /// <summary>One text with the marks as they lay in it.</summary>
    [HttpGet("{version:int}")]
    public async Task<IActionResult> Show(int number, int version, int page = 1)
    {
        var shown = await VersionPage.ReadAsync(Db, Current.Id, number, version, page) ?? throw new NotFoundException();
        await LogAsync(shown.TranscriptId);
        return View("Show", shown);
    }

    /// <summary>What differs between two texts.</summary>
    /// <param name="from">Number of the other text; null for the one before.</param>
    [HttpGet("{version:int}/comparison")]
    public async Task<IActionResult> Compare(int number, int version, int? from = null, int page = 1)
    {
        var to = await CorrectionBase.ReadAsync(Db, Current.Id, number, version);
        var others = Enumerable.Range(1, to.LastVersion).Where(v => v != version).ToList();
        if ((from ?? version - 1) is not (> 0 and var other) || other == version)
            return View("Comparison", new VersionComparison(number, to.Title, 0, version, others, new PageOf<ComparisonRow>([], 1, 0)));
        var compared = await CorrectionBase.ReadAsync(Db, Current.Id, number, other);
        await LogAsync(to.TranscriptId, compared.TranscriptId);
        var (older, newer) = other < version ? (compared, to) : (to, compared);
        var comparison = new TextComparison(new ParagraphIndex(older.Paragraphs), new ParagraphIndex(newer.Paragraphs));
        var total = comparison.Changes.Count;
        page = Math.Clamp(page, 1, Math.Max(1, (total + Paging.Size - 1) / Paging.Size));
        var rows = comparison.Changes.Skip((page - 1) * Paging.Size).Take(Paging.Size).Select(comparison.Show).ToList();
        return View("Comparison", new VersionComparison(
            number, to.Title, older.VersionNumber, newer.VersionNumber, others, new PageOf<ComparisonRow>(rows, page, total)));
    }

    private async Task LogAsync(params long[] transcriptIds)
    {
        foreach (var id in transcriptIds)
            Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, id));
        await Db.SaveChangesAsync();
    }
}
