using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>What the coding page never sends, but somebody else might.</summary>
public sealed class CodingInputTests(DatabaseKind database) : HouseTest(database)
{
    private const string Quote = "Klokken halv fire";

    [TestCase("""{"title":"Brik","class":99}""")]
    [TestCase("""{"title":"Brik","class":-1}""")]
    [TestCase("""{"title":"Brik","class":"99"}""")]
    [TestCase("""{"title":"Brik"}""")]
    public async Task A_class_that_is_none_is_refused_and_spoils_no_page(string piece)
    {
        var (site, path) = await OpenAsync();
        var answer = await SendAsync(site, path, $$"""{"start":0,"end":17,"quote":"{{Quote}}","piece":{{piece}}}""");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.Text);
        Assert.That(await Db().SolutionPieces.AnyAsync(p => p.ProcessId == City.Process.Id), Is.False);
        Assert.That((await site.GetAsync($"{City.Path}/solution-pieces")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Pa\u030alæg til alle", "Pålæg til alle")]
    [TestCase("Flere\tvoksne\0", "Flere voksne")]
    [TestCase("Flere \u200b voksne\u202e", "Flere voksne")]
    public async Task A_title_is_cleaned_before_it_is_looked_for_so_that_sending_it_twice_writes_one_piece(string typed, string stored)
    {
        var (site, path) = await OpenAsync();
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.That((await CodeAsync(site, path, new { title = typed, @class = "Local" })).Status, Is.EqualTo(HttpStatusCode.OK));
        var titles = await Db().SolutionPieces.Where(p => p.ProcessId == City.Process.Id).Select(p => p.Title).ToListAsync();
        Assert.That(titles, Is.EqualTo(new[] { stored }));
    }

    [Test]
    public async Task Signs_that_a_database_cannot_hold_are_left_out_of_notes()
    {
        var (site, path) = await OpenAsync();
        var marked = await CodeAsync(site, path, piece: null, note: "a\0b");
        Assert.That(marked.Status, Is.EqualTo(HttpStatusCode.OK), marked.Text);
        var passage = marked.Json<PassageStored>().Passage;
        var noted = await site.SendJsonAsync(HttpMethod.Put, $"{path}/{passage.Id}/note", new { note = "c\0d\ne", version = passage.Version });
        Assert.That((passage.Note, noted.Json<PassageView>().Note), Is.EqualTo(("ab", "cd\ne")));
    }

    [Test]
    public async Task A_note_sent_with_a_mark_never_replaces_the_note_of_a_colleague()
    {
        var (site, path) = await OpenAsync();
        await CodeAsync(site, path, piece: null, note: "Min tanke");
        var again = await CodeAsync(site, path, piece: null, note: "Min tanke");
        var other = await CodeAsync(site, path, piece: null, note: "En anden tanke");
        Assert.That((again.Status, other.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
        Assert.That((await Db().Passages.SingleAsync(p => p.ProcessId == City.Process.Id)).Note, Is.EqualTo("Min tanke"));
    }

    [Test]
    public async Task A_search_cut_inside_a_character_finds_nothing_and_breaks_nothing()
    {
        var (site, _) = await OpenAsync();
        var text = new string('x', 199) + "😀";
        foreach (var page in new[] { "/solution-pieces?q=", "/solution-pieces?class=99&sort=;DROP&page=-1&theme=9e9&q=%00" })
            Assert.That((await site.GetAsync(City.Path + page + Uri.EscapeDataString(text))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_open_page_gets_a_token_for_the_session_of_today()
    {
        var (_, path) = await OpenAsync();
        var site = await SignInAsync(Role.Consultant);
        var token = (await site.GetAsync("/coding-token")).Json<CodingToken>();
        Assert.That(token.UserId, Is.EqualTo(City.User(Role.Consultant).Id));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json($$"""{"start":0,"end":17,"quote":"{{Quote}}"}""") };
        request.Headers.Add("RequestVerificationToken", token.Token);
        Assert.That((await site.SendAsync(request)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<(Site Site, string Path)> OpenAsync()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var transcript = await testimony.TranscriptAsync(await testimony.InterviewAsync("Leder"), TranscriptKind.Verbatim, Quote + " er der én tilbage.");
        return (await SignInAsync(Role.Consultant), $"{City.Path}/transcripts/{transcript.Id}/passages");
    }

    private static Task<Page> CodeAsync(Site site, string path, object? piece, string? note = null) =>
        site.SendJsonAsync(HttpMethod.Post, path, new { start = 0, end = Quote.Length, quote = Quote, piece, note });

    private static async Task<Page> SendAsync(Site site, string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(json) };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("RequestVerificationToken", (await site.GetAsync("/coding-token")).Json<CodingToken>().Token);
        return await site.SendAsync(request);
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
