using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>Older texts stay readable with their marks, and what came loose is placed anew or taken away.</summary>
public sealed class VersionTests(DatabaseKind database) : HouseTest(database)
{
    private Testimony _testimony = null!;
    private CorrectionCase _case = null!;
    private Passage _passage = null!;
    private SolutionPiece _piece = null!;

    [SetUp]
    public async Task LoosenAPassage()
    {
        _testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        _case = await CorrectionCase.OpenAsync(Host, City, _testimony, "Interviewer: Hvordan er morgenen?", "Leder: Legepladsen er for lille. Maden er god.", "Leder: Vi er glade.");
        _passage = await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille.", "Vigtigt");
        await _testimony.PassageAsync(_case.Transcript, "Vi er glade");
        _piece = await _testimony.PieceAsync(PieceClass.Local, "Større legeplads");
        await _testimony.TieAsync(_piece, _passage);
        var saved = await _case.CorrectAsync(text => text.Replace("Legepladsen er for lille. Maden er god.", "Der mangler plads ude. Maden er god."), 1, ("LetLoose", "true"), ("Reason", "Hørt forkert"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
    }

    [Test]
    public async Task The_list_says_who_corrected_when_why_and_what_became_of_the_marks()
    {
        var page = await _case.Site.GetAsync(_case.Path + "/versions");
        Assert.That(page.Text, Does.Contain("Version 2 (gælder)").And.Contain("af Prøve Consultant").And.Contain("Hvorfor: Hørt forkert")
            .And.Contain("1 afsnit blev ændret. 1 uddrag fulgte uændret med og 1 blev løsrevet").And.Contain("godkendt af informanten 3.9.2026").And.Contain("ikke godkendt af informanten"));
        Assert.That(await Db().AccessLogEntries.AnyAsync(a => a.Kind == AccessKind.TranscriptRead && a.SubjectId != _case.Transcript.Id), Is.False, "the list shows no words");
    }

    [Test]
    public async Task An_old_text_shows_its_marks_as_they_lay_then_also_when_they_were_taken_away_since()
    {
        Assert.That((await RemoveAsync()).Status, Is.EqualTo(HttpStatusCode.Found));
        var old = await _case.Site.GetAsync(_case.Path + "/versions/1");
        Assert.That(old.Html, Does.Contain("<mark>Legepladsen er for lille.</mark>").And.Contain("<mark>Vi er glade</mark>"));
        Assert.That(old.Text, Does.Contain("2 uddrag var markeret").And.Contain("1 uddrag blev løsrevet"));
        var newest = await _case.Site.GetAsync(_case.Path + "/versions/2");
        Assert.That(newest.Html, Does.Contain("<mark>Vi er glade</mark>").And.Not.Contain("Legepladsen"));
        Assert.That(await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.TranscriptRead && a.SubjectId != _case.Transcript.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_texts_are_compared_side_by_side_and_both_count_as_read()
    {
        var before = await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.TranscriptRead);
        var page = await _case.Site.GetAsync(_case.Path + "/versions/2/comparison");
        Assert.That(page.Text, Does.Contain("Version 1 og 2").And.Contain("1 sted er ændret"));
        Assert.That(page.Html, Does.Contain("(slettet: </span>Legepladsen er for lille").And.Contain("(tilføjet: </span>Der mangler plads ude"));
        Assert.That(await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.TranscriptRead), Is.EqualTo(before + 2));
        Assert.That((await _case.Site.GetAsync(_case.Path + "/versions/1/comparison?from=2")).Text, Does.Contain("Version 1 og 2"));
        Assert.That((await _case.Site.GetAsync(_case.Path + "/versions/1/comparison")).Text, Does.Contain("Vælg en anden version"));
        Assert.That((await _case.Site.GetAsync(_case.Path + "/versions/2/comparison?from=9")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_loose_passage_stays_visible_with_its_words_note_and_piece_and_reading_it_is_logged()
    {
        var page = await _case.Site.GetAsync(_case.Path + "/loose-passages");
        Assert.That(page.Text, Does.Contain("Legepladsen er for lille.").And.Contain("version 1, afsnit 2").And.Contain("D-1 Større legeplads").And.Contain("Note Vigtigt"));
        Assert.That(await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.PassagesRead), Is.EqualTo(1));
    }

    [Test]
    public async Task A_loose_passage_is_placed_on_words_that_a_person_chose_and_keeps_its_key_and_coding()
    {
        var offered = await OpenAsync();
        Assert.That(offered.Text, Does.Contain("Hele afsnittet, afsnit 2 (Leder) Der mangler plads ude. Maden er god."));
        var nowhere = await PlaceAsync(offered, ("Words", "Der mangler en gynge"));
        Assert.That((nowhere.Status, nowhere.Text.Contains("Ordene står ikke sådan i teksten")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(nowhere.Html, Does.Contain("Der mangler en gynge"));
        var everywhere = await PlaceAsync(offered, ("Words", "er"));
        Assert.That((everywhere.Status, everywhere.Text.Contains("Ordene står flere steder")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That((await PlaceAsync(offered)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await PlaceAsync(offered, ("Words", " Der mangler plads ude.\r\n"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var placed = await Db().Passages.Include(p => p.Codings).SingleAsync(p => p.Id == _passage.Id);
        Assert.That((placed.Quote, placed.Note, placed.LooseSinceUtc, placed.Codings.Count), Is.EqualTo(("Der mangler plads ude.", "Vigtigt", (DateTime?)null, 1)));
        await CorrectionCase.AssertFitsAsync(Db(), _case.Interview.Id);
        Assert.That((await _case.Site.GetAsync(_case.Path)).Text, Does.Not.Contain("løsrevet"));
    }

    [Test]
    public async Task A_place_that_is_offered_can_be_chosen_and_a_second_who_places_it_loses()
    {
        var offered = await OpenAsync();
        var start = "Hvordan er morgenen?\n".Length;
        var place = $"{start}-{start + "Der mangler plads ude. Maden er god.".Length}";
        Assert.That(offered.Html, Does.Contain($"value=\"{place}\""));
        Assert.That((await PlaceAsync(offered, ("Place", place))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Db().Passages.SingleAsync(p => p.Id == _passage.Id)).Quote, Is.EqualTo("Der mangler plads ude. Maden er god."));
        var late = await PlaceAsync(offered, ("Place", place));
        Assert.That((late.Status, late.Text.Contains("ikke løsrevet længere")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [TestCase("-5-10")]
    [TestCase("10-5")]
    [TestCase("0-9999999")]
    [TestCase("a-b")]
    public async Task A_place_that_is_none_is_refused(string place) =>
        Assert.That((await PlaceAsync(await OpenAsync(), ("Place", place))).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Taking_a_loose_passage_away_unties_it_and_the_piece_tells_who_did_it()
    {
        Assert.That((await RemoveAsync()).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().Passages.AnyAsync(p => p.Id == _passage.Id), Is.False);
        var line = await Db().PieceEvents.SingleAsync(e => e.Kind == PieceEventKind.CodingRemoved);
        Assert.That((line.SolutionPieceId, line.ByUserId), Is.EqualTo((_piece.Id, (long?)City.User(Role.Consultant).Id)));
        Assert.That((await RemoveAsync()).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_passage_that_has_its_place_is_not_taken_away_here()
    {
        var other = await Db().Passages.SingleAsync(p => p.LooseSinceUtc == null);
        var refused = await _case.Site.PostAsync($"{_case.Path}/passages/{other.Id}/removal", ("version", other.Version.ToString()));
        Assert.That((refused.Status, refused.Text.Contains("ikke løsrevet")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That((await _case.Site.GetAsync($"{_case.Path}/passages/{other.Id}/placement")).Text, Does.Contain("har sit sted i teksten"));
    }

    [Test]
    public async Task Words_that_no_longer_stand_in_the_text_are_not_released()
    {
        await City.LetLeadersReadAsync(Host);
        var leader = await SignInAsync(Role.Leader);
        await leader.GetAsync($"{City.Path}/solution-pieces/{_piece.Number}");
        var version = (await Db().Passages.SingleAsync(p => p.Id == _passage.Id)).Version;
        var refused = await leader.PostAsync($"{City.Path}/solution-pieces/{_piece.Number}/quotations/{_passage.Id}", ("Version", version.ToString()));
        Assert.That((refused.Status, refused.Text.Contains("Uddraget er løsrevet")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task A_loose_passage_stays_loose_through_the_next_correction_and_is_read_from_the_text_it_stood_in()
    {
        Assert.That((await _case.CorrectAsync(text => text.Replace("Maden er god", "Maden er dejlig"), 2)).Status, Is.EqualTo(HttpStatusCode.Found));
        var loose = await Db().Passages.SingleAsync(p => p.Id == _passage.Id);
        Assert.That((loose.TranscriptId, loose.LooseSinceUtc is null), Is.EqualTo((_case.Transcript.Id, false)));
        Assert.That(await Db().PassageAnchors.CountAsync(a => a.PassageId == _passage.Id), Is.EqualTo(1));
        await CorrectionCase.AssertFitsAsync(Db(), _case.Interview.Id);
    }

    [Test]
    public async Task The_lists_ask_the_database_as_often_for_many_as_for_one()
    {
        var list = _case.Path + "/loose-passages";
        await _case.Site.GetAsync(list);
        var few = await QueryCounter.CountAsync(() => _case.Site.GetAsync(list));
        var fewVersions = await QueryCounter.CountAsync(() => _case.Site.GetAsync(_case.Path + "/versions"));
        foreach (var passage in await _testimony.ManyPassagesAsync(_case.Transcript, 12))
        {
            await _testimony.TieAsync(_piece, passage);
            passage.Loosen(_testimony.Db.UtcNow);
        }
        await _testimony.Db.SaveChangesAsync();
        await _case.CorrectAsync(text => text.Replace("Maden er god", "Maden er dejlig"), 2);
        Assert.That(await QueryCounter.CountAsync(() => _case.Site.GetAsync(list)), Is.EqualTo(few));
        Assert.That(await QueryCounter.CountAsync(() => _case.Site.GetAsync(_case.Path + "/versions")), Is.EqualTo(fewVersions));
    }

    private Task<Page> OpenAsync() => _case.Site.GetAsync($"{_case.Path}/passages/{_passage.Id}/placement");

    private async Task<Page> PlaceAsync(Page offered, params (string Name, string Value)[] fields)
    {
        Assert.That(offered.Status, Is.EqualTo(HttpStatusCode.OK));
        var version = (await Db().Passages.AsNoTracking().SingleAsync(p => p.Id == _passage.Id)).Version;
        return await _case.Site.PostAsync($"{_case.Path}/passages/{_passage.Id}/placement", [.. fields, ("BasedOnVersion", "2"), ("Version", version.ToString())]);
    }

    private async Task<Page> RemoveAsync()
    {
        var version = await Db().Passages.Where(p => p.Id == _passage.Id).Select(p => p.Version).FirstOrDefaultAsync();
        return await _case.Site.PostAsync($"{_case.Path}/passages/{_passage.Id}/removal", ("version", version.ToString()));
    }
}
