using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class CodingTests(DatabaseKind database) : HouseTest(database)
{
    private const string First = "Klokken halv fire er der én tilbage på stuen.";
    private const string Second = "Vikarerne kender ikke børnenes navne.";

    [Test]
    public async Task A_marked_stretch_is_stored_with_its_words_and_its_surroundings()
    {
        var (site, transcript) = await OpenAsync();
        var stored = await CodeAsync(site, transcript, Second, piece: new { title = "Fast vikarkorps", @class = "Administrative" });
        var passage = await Db().Passages.SingleAsync(p => p.Id == stored.Passage.Id);
        Assert.Multiple(() =>
        {
            Assert.That(passage.Quote, Is.EqualTo(Second));
            Assert.That(passage.Prefix, Is.EqualTo("halv fire er der én tilbage på stuen.\n"[^32..]));
            Assert.That(passage.Suffix, Is.EqualTo("\nSlut."));
            Assert.That(passage.CreatedByUserId, Is.EqualTo(City.User(Role.Consultant).Id));
            Assert.That(stored.Piece!.Number, Is.EqualTo(1));
            Assert.That(stored.Piece.Class, Is.EqualTo(PieceClass.Administrative));
        });
    }

    [Test]
    public async Task Sending_the_same_again_stores_it_once()
    {
        var (site, transcript) = await OpenAsync();
        var first = await CodeAsync(site, transcript, Second, piece: new { title = "Fast vikarkorps", @class = "Administrative" });
        var again = await CodeAsync(site, transcript, Second, piece: new { title = "Fast vikarkorps", @class = "Administrative" });
        Assert.That(again.Passage.Id, Is.EqualTo(first.Passage.Id));
        Assert.That(again.Passage.Codings.Select(c => c.Id), Is.EqualTo(first.Passage.Codings.Select(c => c.Id)));
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task One_passage_can_be_tied_to_several_pieces_and_a_challenge()
    {
        var (site, transcript) = await OpenAsync();
        var db = Db(City.User(Role.Consultant));
        var challenge = new Challenge { ProcessId = City.Process.Id, Title = "For få voksne" };
        db.Add(challenge);
        await db.SaveChangesAsync();
        await CodeAsync(site, transcript, First, piece: new { title = "Flere voksne", @class = "Political" });
        await CodeAsync(site, transcript, First, piece: new { title = "Andre mødetider", @class = "Local" });
        var stored = await CodeAsync(site, transcript, First, challengeId: challenge.Id);
        Assert.That(stored.Passage.Codings.Select(c => (c.Piece, c.Challenge)), Is.EqualTo(new (int?, long?)[] { (1, null), (2, null), (null, challenge.Id) }));
    }

    [Test]
    public async Task Words_that_are_not_the_stored_ones_are_refused()
    {
        var (site, transcript) = await OpenAsync();
        var answer = await site.SendJsonAsync(HttpMethod.Post, Passages(transcript), new { start = 0, end = 5, quote = "Noget" });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(answer.Text, Does.Contain("ikke den, der er gemt"));
        Assert.That(await Db().Passages.AnyAsync(p => p.TranscriptId == transcript.Id), Is.False);
    }

    [TestCase(-1, 4)]
    [TestCase(4, 4)]
    [TestCase(0, int.MaxValue)]
    [TestCase(80, 5000)]
    public async Task Offsets_outside_the_text_get_a_sentence(int start, int end)
    {
        var (site, transcript) = await OpenAsync();
        var answer = await site.SendJsonAsync(HttpMethod.Post, Passages(transcript), new { start, end, quote = "x" });
        Assert.That((int)answer.Status, Is.InRange(400, 409));
        Assert.That(answer.Text, Does.Contain("arkér").Or.Contain("Markeringen").Or.Contain("Teksten"));
    }

    [Test]
    public async Task A_transcript_of_another_process_does_not_exist_here()
    {
        var (_, transcript) = await OpenAsync();
        var other = await City.AddProcessAsync(Db(City.User(Role.Consultant)), "S");
        var site = await SignInAsync(Role.Consultant);
        var path = $"/dialogue-processes/{other.Id}/transcripts/{transcript.Id}/passages";
        var post = await site.SendJsonAsync(HttpMethod.Post, path, new { start = 0, end = 7, quote = "Klokken" });
        var get = await site.GetAsync(path);
        Assert.That((post.Status, get.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task A_piece_of_another_process_cannot_be_tied()
    {
        var (site, transcript) = await OpenAsync();
        var answer = await site.SendJsonAsync(HttpMethod.Post, Passages(transcript), new { start = 0, end = 7, quote = "Klokken", pieceNumber = 4711 });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Db().Passages.AnyAsync(p => p.TranscriptId == transcript.Id), Is.False, "Nothing half is stored.");
    }

    [Test]
    public async Task Untying_leaves_the_mark_and_a_line_in_the_piece_s_history()
    {
        var (site, transcript) = await OpenAsync();
        var stored = await CodeAsync(site, transcript, First, piece: new { title = "Flere voksne", @class = "Political" });
        var answer = await site.SendJsonAsync(HttpMethod.Delete, $"{Base(transcript)}/codings/{stored.Passage.Codings[0].Id}", null);
        Assert.That(answer.Json<PassageView>().Codings, Is.Empty);
        var line = await Db().PieceEvents.OrderBy(e => e.Id).LastAsync(e => e.ProcessId == City.Process.Id);
        Assert.That((line.Kind, line.ByUserId), Is.EqualTo((PieceEventKind.CodingRemoved, (long?)City.User(Role.Consultant).Id)));
    }

    [Test]
    public async Task A_mark_that_is_tied_to_something_is_not_taken_away()
    {
        var (site, transcript) = await OpenAsync();
        var stored = await CodeAsync(site, transcript, First, piece: new { title = "Flere voksne", @class = "Political" });
        var refused = await site.SendJsonAsync(HttpMethod.Delete, $"{Passages(transcript)}/{stored.Passage.Id}", null);
        await site.SendJsonAsync(HttpMethod.Delete, $"{Base(transcript)}/codings/{stored.Passage.Codings[0].Id}", null);
        var taken = await site.SendJsonAsync(HttpMethod.Delete, $"{Passages(transcript)}/{stored.Passage.Id}", null);
        Assert.That((refused.Status, taken.Status), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.NoContent)));
    }

    [Test]
    public async Task Of_two_who_write_the_same_note_the_second_is_told()
    {
        var (site, transcript) = await OpenAsync();
        var stored = await CodeAsync(site, transcript, First);
        var path = $"{Passages(transcript)}/{stored.Passage.Id}/note";
        var first = await site.SendJsonAsync(HttpMethod.Put, path, new { note = "Min tanke", version = stored.Passage.Version });
        var second = await site.SendJsonAsync(HttpMethod.Put, path, new { note = "En anden tanke", version = stored.Passage.Version });
        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
        Assert.That((await Db().Passages.SingleAsync(p => p.Id == stored.Passage.Id)).Note, Is.EqualTo("Min tanke"));
    }

    [Test]
    public async Task Eight_at_once_store_every_passage_and_give_every_new_piece_its_own_number()
    {
        var (_, transcript) = await OpenAsync();
        var sites = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignInAsync(Role.Consultant)));
        await Task.WhenAll(sites.Select((site, i) => CodeRangeAsync(site, transcript, i, i + 5, new { title = $"Brik {i}", @class = "Local" })));
        var numbers = await Db().SolutionPieces.Where(p => p.ProcessId == City.Process.Id).Select(p => p.Number).ToListAsync();
        Assert.That(numbers, Is.EquivalentTo(Enumerable.Range(1, 8)));
        Assert.That(await Db().Codings.CountAsync(c => c.ProcessId == City.Process.Id), Is.EqualTo(8));
    }

    [Test]
    public async Task Opening_the_page_is_logged_before_it_is_shown()
    {
        var (site, transcript) = await OpenAsync();
        var page = await site.GetAsync($"{City.Path}/interviews/1/coding");
        Assert.That(page.Text, Does.Contain(First));
        var line = await Db().AccessLogEntries.SingleAsync(e => e.SubjectId == transcript.Id && e.Kind == AccessKind.TranscriptRead);
        Assert.That(line.UserId, Is.EqualTo(City.User(Role.Consultant).Id));
    }

    [Test]
    public async Task The_page_and_its_marks_send_as_many_queries_with_two_hundred_passages_as_with_none()
    {
        var (site, transcript) = await OpenAsync();
        async Task ReadAsync()
        {
            await site.GetAsync($"{City.Path}/interviews/1/coding");
            await site.GetAsync(Passages(transcript));
        }
        await ReadAsync();
        var before = await QueryCounter.CountAsync(ReadAsync);
        var db = Db(City.User(Role.Consultant));
        for (var n = 0; n < 200; n++)
            db.Add(new Passage { ProcessId = City.Process.Id, TranscriptId = transcript.Id, StartUtf16 = n % 40, EndUtf16 = n % 40 + 5, Quote = "x", CreatedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        Assert.That(await QueryCounter.CountAsync(ReadAsync), Is.EqualTo(before));
    }

    [Test]
    public async Task Markup_in_the_text_and_in_titles_is_inert()
    {
        var (site, transcript) = await OpenAsync("<script>alert(1)</script> og mere");
        await CodeAsync(site, transcript, "og mere", piece: new { title = "\"><script>alert(2)</script>", @class = "Local" });
        var page = await site.GetAsync($"{City.Path}/interviews/1/coding");
        Assert.That(page.Html, Does.Not.Contain("<script>alert").And.Contain("&lt;script&gt;alert(1)"));
    }

    private string Base(Transcript transcript) => $"{City.Path}/transcripts/{transcript.Id}";

    private string Passages(Transcript transcript) => $"{Base(transcript)}/passages";

    private async Task<(Site Site, Transcript Transcript)> OpenAsync(params string[] paragraphs)
    {
        var db = Db(City.User(Role.Consultant));
        var interview = new Interview { ProcessId = City.Process.Id, Number = 1, Title = "Leder", HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = db.UtcNow };
        db.Add(interview);
        await db.SaveChangesAsync();
        var texts = paragraphs.Length > 0 ? paragraphs : [First, Second, "Slut."];
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, [.. texts.Select(t => new ParagraphText("", t))], "", null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        return (await SignInAsync(Role.Consultant), transcript);
    }

    private async Task<PassageStored> CodeAsync(Site site, Transcript transcript, string quote, object? piece = null, long? challengeId = null)
    {
        var start = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text)).IndexOf(quote, StringComparison.Ordinal);
        return await CodeRangeAsync(site, transcript, start, start + quote.Length, piece, challengeId);
    }

    private async Task<PassageStored> CodeRangeAsync(Site site, Transcript transcript, int start, int end, object? piece = null, long? challengeId = null)
    {
        var quote = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text))[start..end];
        var answer = await site.SendJsonAsync(HttpMethod.Post, Passages(transcript), new { start, end, quote, piece, challengeId });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Json<PassageStored>();
    }
}
