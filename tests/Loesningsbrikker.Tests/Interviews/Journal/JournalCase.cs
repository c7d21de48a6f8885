using System.Net;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>One consultant at one text: everything that leaves a step in the journal, through HTTP.</summary>
internal sealed class JournalCase(Site site, TestCity city, Transcript transcript)
{
    public Site Site { get; } = site;

    public Transcript Transcript { get; } = transcript;

    public string Text { get; } = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));

    public string Api => $"{city.Path}/transcripts/{Transcript.Id}";

    public string Pieces => $"{city.Path}/solution-pieces";

    /// <summary>Marks the first place where the words stand.</summary>
    public Task<Page> CodeAsync(string words, int? number = null, string? title = null, long? challenge = null, string? note = null)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), $"»{words}« does not stand in the transcript.");
        return CodeAsync(start, start + words.Length, number, title, challenge, note);
    }

    public Task<Page> CodeAsync(int start, int end, int? number = null, string? title = null, long? challenge = null, string? note = null) =>
        Site.SendJsonAsync(HttpMethod.Post, Api + "/passages", new
        {
            start, end, quote = Text[start..end], pieceNumber = number, challengeId = challenge, note, piece = title is null ? null : new { title, @class = "Local" },
        });

    /// <summary>The same, and it must be stored.</summary>
    public async Task<PassageView> CodedAsync(string words, int? number = null, string? title = null, string? note = null)
    {
        var page = await CodeAsync(words, number, title, note: note);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.Text);
        return page.Json<PassageStored>().Passage;
    }

    public Task<Page> UncodeAsync(long codingId) => Site.SendJsonAsync(HttpMethod.Delete, $"{Api}/codings/{codingId}", null);

    public Task<Page> DeleteAsync(long passageId) => Site.SendJsonAsync(HttpMethod.Delete, $"{Api}/passages/{passageId}", null);

    public Task<Page> NoteAsync(long passageId, string note, Guid version) =>
        Site.SendJsonAsync(HttpMethod.Put, $"{Api}/passages/{passageId}/note", new { note, version });

    public Task<Page> MoveAsync(long passageId, int wasStart, int wasEnd, int start, int end) =>
        Site.SendJsonAsync(HttpMethod.Put, $"{Api}/passages/{passageId}/range", new { start, end, quote = Text[start..end], wasStart, wasEnd });

    public async Task<UndoState> StateAsync() => (await Site.GetAsync(Api + "/undo")).Json<UndoState>();

    /// <summary>Presses the button of the coding page, whatever it says.</summary>
    public async Task<Page> UndoAsync() => await UndoAsync((await StateAsync()).Undo?.Id ?? 0);

    public Task<Page> UndoAsync(long stepId) => Site.SendJsonAsync(HttpMethod.Post, Api + "/undo", new { stepId });

    public async Task<Page> RedoAsync() => await RedoAsync((await StateAsync()).Redo?.Id ?? 0);

    public Task<Page> RedoAsync(long stepId) => Site.SendJsonAsync(HttpMethod.Post, Api + "/redo", new { stepId });

    /// <summary>Undoes or redoes from the log.</summary>
    public Task<Page> FromLogAsync(string verb, long stepId, string reason = "Det var en fejl.") =>
        Site.PostAsync($"{city.Path}/coding-steps/{stepId}/{verb}", ("Reason", reason));

    public async Task<Page> MergeAsync(LoesningsbrikkerContext db, int from, int into, string reason = "Samme ønske.")
    {
        var versions = await VersionsAsync(db);
        return await Site.PostAsync($"{Pieces}/{from}/merge", ("Version", versions[from]), ("Into", $"{into}"), ("IntoVersion", versions[into]),
            ("Description", "Skrevet sammen."), ("Reason", reason));
    }

    public async Task<Page> SplitAsync(LoesningsbrikkerContext db, int number, string title, string reason, params long[] passageIds) =>
        await Site.PostAsync($"{Pieces}/{number}/split", [("Version", (await VersionsAsync(db))[number]), ("Title", title), ("Class", "Political"), ("Reason", reason),
            .. passageIds.Select(id => ("PassageIds", $"{id}"))]);

    public async Task<Page> EditAsync(LoesningsbrikkerContext db, int number, string title, string description, long? themeId = null, string reason = "Klarere ord.") =>
        await Site.PostAsync($"{Pieces}/{number}/edit", ("Version", (await VersionsAsync(db))[number]), ("Title", title), ("Description", description),
            ("ThemeId", $"{themeId}"), ("Reason", reason));

    /// <summary>
    /// Every row of passages, codings and pieces of the process, but for versions, which only ever change, and for withdrawn drafts,
    /// which stand for "not there" under a number that is not used again.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(LoesningsbrikkerContext db, TestCity city)
    {
        var passages = await db.Passages.AsNoTracking().Where(p => p.ProcessId == city.Process.Id).OrderBy(p => p.Id).ToListAsync();
        var codings = await db.Codings.AsNoTracking().Where(c => c.ProcessId == city.Process.Id).OrderBy(c => c.Id).ToListAsync();
        var pieces = await db.SolutionPieces.AsNoTracking().WithFacts().Where(p => p.ProcessId == city.Process.Id && p.Stage != PieceStage.Withdrawn).OrderBy(p => p.Id).ToListAsync();
        return
        [
            .. passages.Select(p => $"passage {p.Id}: {p.TranscriptId} {p.StartUtf16}–{p.EndUtf16} »{p.Quote}« »{p.Prefix}« »{p.Suffix}« »{p.Note}« "
                + $"{p.CreatedAtUtc:O} {p.CreatedByUserId} {p.ReleasedAtUtc:O} {p.ReleasedByUserId}"),
            .. codings.Select(c => $"coding {c.Id}: {c.PassageId} {c.SolutionPieceId} {c.ChallengeId} {c.CodedAtUtc:O} {c.CodedByUserId}"),
            .. pieces.Select(p => $"piece {p.Id}: {p.Number} {p.Class} {p.Stage} »{p.Title}« »{p.Description}« {p.ThemeId} {p.MergedIntoId} {p.SearchText} "
                + $"{Convert.ToHexString(p.TitleSortKey)} {p.CreatedAtUtc:O} {p.CreatedByUserId} {p.Conclusion} "
                + $"{Keys(p.Institutions)} {Keys(p.Strategies)} {Keys(p.Challenges)}"),
        ];
    }

    private static string Keys(IEnumerable<Entity> rows) => string.Join(',', rows.Select(r => r.Id).Order());

    private async Task<Dictionary<int, string>> VersionsAsync(LoesningsbrikkerContext db) =>
        await db.SolutionPieces.AsNoTracking().Where(p => p.ProcessId == city.Process.Id).ToDictionaryAsync(p => p.Number, p => p.Version.ToString());
}
