using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>Correcting a transcript: nothing moves in silence, and everything that is tied to the text goes along.</summary>
public sealed class CorrectionTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly string[] Lines =
    [
        "Interviewer: Hvordan er morgenen?",
        "Leder: Vi er for få voksne om morgenen, og børnene på Åkanden græder 👩‍👩‍👧.",
        "Forælder: Ja, det kan man mærke. Ja. Ja.",
        "Leder: Legepladsen er for lille til så mange børn.",
    ];

    private Testimony _testimony = null!;
    private CorrectionCase _case = null!;

    [SetUp]
    public async Task OpenAnInterview()
    {
        _testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        _case = await CorrectionCase.OpenAsync(Host, City, _testimony, Lines);
    }

    [Test]
    public async Task What_is_not_touched_moves_by_itself_with_its_key_note_and_coding()
    {
        var passage = await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille", "Vigtigt");
        var piece = await _testimony.PieceAsync(PieceClass.Local, "Større legeplads");
        await _testimony.TieAsync(piece, passage);
        var preview = await _case.PreviewAsync(text => text.Replace("Hvordan er morgenen?", "Hvordan går det om morgenen hos jer?"));
        Assert.That(preview.Text, Does.Contain("1 uddrag følger uændret med").And.Contain("Intet er gemt endnu"));
        Assert.That(await Db().Transcripts.CountAsync(t => t.InterviewId == _case.Interview.Id), Is.EqualTo(1));

        var saved = await _case.ConfirmAsync(preview);
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        var newest = await Db().Transcripts.SingleAsync(t => t.InterviewId == _case.Interview.Id && t.VersionNumber == 2);
        var carried = await Db().Passages.Include(p => p.Codings).SingleAsync();
        Assert.That((carried.Id, carried.TranscriptId, carried.Quote, carried.Note), Is.EqualTo((passage.Id, newest.Id, "Legepladsen er for lille", "Vigtigt")));
        Assert.That(carried.Codings.Single().SolutionPieceId, Is.EqualTo(piece.Id));
        Assert.That(carried.StartUtf16, Is.EqualTo(passage.StartUtf16 + "Hvordan går det om morgenen hos jer?".Length - "Hvordan er morgenen?".Length));
        var anchor = await Db().PassageAnchors.SingleAsync();
        Assert.That((anchor.PassageId, anchor.TranscriptId, anchor.StartUtf16, anchor.Carry), Is.EqualTo((passage.Id, _case.Transcript.Id, passage.StartUtf16, PassageCarry.Unchanged)));
        await CorrectionCase.AssertFitsAsync(Db(), _case.Interview.Id);
        Assert.That((await _case.Site.GetAsync(saved.Location!)).Text, Does.Contain("1 uddrag fulgte uændret med"));
    }

    [Test]
    public async Task Words_that_change_inside_a_passage_are_shown_and_must_be_chosen_about()
    {
        var kept = await _testimony.PassageAsync(_case.Transcript, "Vi er for få voksne om morgenen");
        var loosened = await _testimony.PassageAsync(_case.Transcript, "for lille til så mange børn");
        var preview = await _case.PreviewAsync(text => text.Replace("få voksne", "få pædagoger").Replace("så mange børn", "alle de børn"));
        Assert.That(preview.Html, Does.Contain("<del><span class=\"sr-only\">(slettet: </span>voksne").And.Contain("<ins><span class=\"sr-only\">(tilføjet: </span>pædagoger"));
        Assert.That(preview.Html, Does.Not.Contain("type=\"radio\" checked").And.Not.Contain("checked=\"checked\""));

        var undecided = await _case.ConfirmAsync(preview);
        Assert.That((undecided.Status, undecided.Text.Contains("Vælg, hvad der skal ske med 2 uddrag")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(await Db().Transcripts.CountAsync(t => t.InterviewId == _case.Interview.Id), Is.EqualTo(1));
        var half = await _case.ConfirmAsync(undecided, ("Choices[0].Choice", "Keep"));
        Assert.That((half.Status, half.Text.Contains("hvad der skal ske med 1 uddrag")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var saved = await _case.ConfirmAsync(half, ("Choices[0].Choice", "Keep"), ("Choices[1].Choice", "Loosen"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);

        var passages = await Db().Passages.ToDictionaryAsync(p => p.Id);
        Assert.That((passages[kept.Id].Quote, passages[kept.Id].LooseSinceUtc), Is.EqualTo(("Vi er for få pædagoger om morgenen", (DateTime?)null)));
        Assert.That((passages[loosened.Id].Quote, passages[loosened.Id].LooseSinceUtc is null), Is.EqualTo(("for lille til så mange børn", false)));
        await CorrectionCase.AssertFitsAsync(Db(), _case.Interview.Id);
    }

    [Test]
    public async Task A_choice_for_all_serves_where_none_was_made_for_one()
    {
        var kept = await _testimony.PassageAsync(_case.Transcript, "Vi er for få voksne om morgenen");
        var loosened = await _testimony.PassageAsync(_case.Transcript, "for lille til så mange børn");
        var preview = await _case.PreviewAsync(text => text.Replace("få voksne", "få pædagoger").Replace("så mange børn", "alle de børn"));
        var saved = await _case.ConfirmAsync(preview, ("ForAll", "Keep"), ("Choices[1].Choice", "Loosen"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        Assert.That(await Db().Passages.OrderBy(p => p.Id).Select(p => new { p.Id, IsLoose = p.LooseSinceUtc != null }).ToListAsync(),
            Is.EqualTo(new[] { new { kept.Id, IsLoose = false }, new { loosened.Id, IsLoose = true } }));
    }

    [Test]
    public async Task A_passage_whose_words_are_gone_comes_loose_once_that_was_seen_and_counts_on()
    {
        var passage = await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        var piece = await _testimony.PieceAsync(PieceClass.Local, "Større legeplads");
        await _testimony.TieAsync(piece, passage);
        var preview = await _case.PreviewAsync(text => text[..text.IndexOf("\nLeder: Legepladsen", StringComparison.Ordinal)]);
        Assert.That(preview.Text, Does.Contain("1 uddrag bliver løsrevet"));
        var unseen = await _case.ConfirmAsync(preview);
        Assert.That((unseen.Status, unseen.Text.Contains("Sæt kryds ved, at du har set")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var saved = await _case.ConfirmAsync(unseen, ("LetLoose", "true"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);

        var loose = await Db().Passages.SingleAsync();
        Assert.That((loose.TranscriptId, loose.LooseSinceUtc is null, loose.Quote), Is.EqualTo((_case.Transcript.Id, false, "Legepladsen er for lille")));
        Assert.That((await _case.Site.GetAsync(saved.Location!)).Text, Does.Contain("1 uddrag er løsrevet").And.Contain("1 blev løsrevet"));
        Assert.That((await _case.Site.GetAsync($"{City.Path}/solution-pieces/{piece.Number}")).Text, Does.Contain("Brikken bygger på 1 uddrag").And.Contain("løsrevet"));
        var newest = await Db().Transcripts.Where(t => t.VersionNumber == 2).Select(t => t.Id).SingleAsync();
        var data = await _case.Site.GetAsync($"{City.Path}/transcripts/{newest}/passages");
        Assert.That(data.Html, Does.Contain("\"passages\":[]").And.Contain($"\"loose\":[[{passage.Id},{_case.Transcript.Id},0,1]]"));
        Assert.That((await _case.Site.GetAsync(_case.Path + "/coding")).Text, Does.Contain("1 uddrag er løsrevet"));
    }

    [Test]
    public async Task A_paragraph_that_is_moved_takes_its_passage_along_only_when_that_was_chosen()
    {
        var passage = await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille til så mange børn.");
        var preview = await _case.PreviewAsync(text =>
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return string.Join('\n', lines[3], lines[0], lines[1], lines[2]);
        });
        Assert.That(preview.Text, Does.Contain("De samme ord står nu kun i afsnit 1").And.Contain("Flyt med til afsnit 1"));
        Assert.That((await _case.ConfirmAsync(preview)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _case.ConfirmAsync(preview, ("Choices[0].Choice", "Keep"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var moved = await Db().Passages.SingleAsync();
        Assert.That((moved.Id, moved.StartUtf16, moved.LooseSinceUtc), Is.EqualTo((passage.Id, 0, (DateTime?)null)));
    }

    [Test]
    public async Task A_released_quotation_whose_words_change_loses_its_release_and_the_piece_says_so()
    {
        var changed = await _testimony.PassageAsync(_case.Transcript, "Vi er for få voksne om morgenen");
        var same = await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        var piece = await _testimony.PieceAsync(PieceClass.Local, "Flere voksne", formulated: true);
        await _testimony.TieAsync(piece, changed, same);
        changed.Release(City.User(Role.Leader).Id, _testimony.Db.UtcNow);
        same.Release(City.User(Role.Leader).Id, _testimony.Db.UtcNow);
        await _testimony.Db.SaveChangesAsync();
        var preview = await _case.PreviewAsync(text => text.Replace("få voksne", "få pædagoger"));
        Assert.That(preview.Text, Does.Contain("1 frigivet citat mister frigivelsen").And.Contain("Det mister frigivelsen, for ingen har frigivet de nye ord"));
        var saved = await _case.ConfirmAsync(preview, ("Choices[0].Choice", "Keep"));
        Assert.That((await _case.Site.GetAsync(saved.Location!)).Text, Does.Contain("1 frigivet citat mistede frigivelsen"));

        var released = await Db().Passages.Where(p => p.ReleasedAtUtc != null).Select(p => p.Id).ToListAsync();
        Assert.That(released, Is.EqualTo(new[] { same.Id }));
        var line = await Db().PieceEvents.SingleAsync(e => e.Kind == PieceEventKind.QuotationWithdrawn);
        Assert.That((line.SolutionPieceId, line.ByUserId, line.Details.Contains("Ingen har frigivet de nye ord"), line.Reason), Is.EqualTo((piece.Id, (long?)City.User(Role.Consultant).Id, true, "")));
        var committee = await SignInAsync(Role.Committee);
        Assert.That((await committee.GetAsync($"{City.Path}/solution-pieces/{piece.Number}")).Text, Does.Contain("Legepladsen er for lille").And.Not.Contain("pædagoger"));
    }

    [Test]
    public async Task A_paragraph_cut_in_two_leaves_words_and_release_alone()
    {
        var passage = await _testimony.PassageAsync(_case.Transcript, "Vi er for få voksne om morgenen, og børnene på Åkanden græder 👩‍👩‍👧.");
        passage.Release(City.User(Role.Leader).Id, _testimony.Db.UtcNow);
        await _testimony.Db.SaveChangesAsync();
        var saved = await _case.CorrectAsync(text => text.Replace("morgenen, og børnene", "morgenen,\r\nLeder: og børnene"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        var carried = await Db().Passages.SingleAsync();
        Assert.That((carried.Quote, carried.ReleasedAtUtc is null), Is.EqualTo(("Vi er for få voksne om morgenen,\nog børnene på Åkanden græder 👩‍👩‍👧.", false)));
        await CorrectionCase.AssertFitsAsync(Db(), _case.Interview.Id);
    }

    [Test]
    public async Task The_same_words_said_by_another_are_told()
    {
        await _testimony.PassageAsync(_case.Transcript, "det kan man mærke");
        var preview = await _case.PreviewAsync(text => text.Replace("Forælder: Ja", "Leder: Ja"));
        Assert.That(preview.Text, Does.Contain("1 af dem får en anden taler").And.Contain("Samme ord, en anden taler"));
        Assert.That((await _case.ConfirmAsync(preview)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().TranscriptParagraphs.Where(p => p.Number == 3).OrderBy(p => p.TranscriptId).Select(p => p.Speaker).ToListAsync(), Is.EqualTo(new[] { "Forælder", "Leder" }));
    }

    [Test]
    public async Task Who_corrects_second_is_told_and_gets_the_text_back()
    {
        var second = await _case.PreviewAsync(text => text.Replace("græder", "er kede af det"));
        Assert.That((await _case.CorrectAsync(text => text.Replace("for lille", "alt for lille"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var lost = await _case.ConfirmAsync(second);
        Assert.That(lost.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(lost.Text, Does.Contain("En kollega har rettet teksten").And.Contain("er kede af det").And.Contain("Stavefejl"));
        var late = await _case.PreviewAsync("Leder: En hel ny tekst.", version: 1);
        Assert.That((late.Status, late.Text.Contains("En hel ny tekst.")), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That(await Db().Transcripts.CountAsync(t => t.InterviewId == _case.Interview.Id), Is.EqualTo(2));
    }

    [Test]
    public async Task The_same_correction_sent_twice_is_stored_once()
    {
        await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        var fields = CorrectionCase.Fields(await _case.PreviewAsync(text => text.Replace("morgenen?", "morgenen hos jer?")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _case.Site.PostAsync(_case.Path + "/corrections", fields)));
        Assert.That(answers.Select(a => a.Status), Has.All.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().Transcripts.CountAsync(t => t.InterviewId == _case.Interview.Id), Is.EqualTo(2));
        Assert.That(await Db().PassageAnchors.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_colleague_marks_meanwhile_is_carried_or_asked_about()
    {
        var preview = await _case.PreviewAsync(text => text.Replace("få voksne", "få pædagoger"));
        await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        await _testimony.PassageAsync(_case.Transcript, "for få voksne om morgenen");
        var asked = await _case.ConfirmAsync(preview, ("ForAll", "Keep"));
        Assert.That((asked.Status, asked.Text.Contains("En kollega har markeret eller fjernet uddrag")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That((await _case.ConfirmAsync(asked, ("ForAll", "Keep"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().Passages.OrderBy(p => p.StartUtf16).Select(p => p.Quote).ToListAsync(), Is.EqualTo(new[] { "for få pædagoger om morgenen", "Legepladsen er for lille" }));
    }

    [Test]
    public async Task A_mark_and_a_correction_at_the_same_moment_never_part()
    {
        for (var round = 0; round < 12; round++)
        {
            var one = await CorrectionCase.OpenAsync(Host, City, _testimony, Lines);
            var fields = CorrectionCase.Fields(await one.PreviewAsync(text => text.Replace("Hvordan er", "Hvordan går det om")));
            var colleague = await SignInAsync(Role.Consultant);
            const string Quote = "Hvordan er morgenen?";
            var answers = await Task.WhenAll(
                one.Site.PostAsync(one.Path + "/corrections", fields),
                colleague.SendJsonAsync(HttpMethod.Post, $"{City.Path}/transcripts/{one.Transcript.Id}/passages",
                    new { start = Quote.Length + 1, end = Quote.Length + 6, quote = "Vi er" }));
            Assert.That(answers[0].Status, Is.EqualTo(HttpStatusCode.Found), answers[0].Text);
            Assert.That(answers[1].Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict), answers[1].Html);
            await CorrectionCase.AssertFitsAsync(Db(), one.Interview.Id);
            var db = Db();
            var marked = await db.Passages.AnyAsync(p => db.Transcripts.Any(t => t.Id == p.TranscriptId && t.InterviewId == one.Interview.Id));
            Assert.That(marked, Is.EqualTo(answers[1].Status == HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task A_corrected_file_serves_instead_of_the_field()
    {
        var passage = await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        var text = await _case.TextAsync();
        var file = Encoding.UTF8.GetBytes(text.Replace("Hvordan er", "Hvordan synes I, at det er om", StringComparison.Ordinal));
        (string, string)[] fields = [("BasedOnVersion", "1"), ("Kind", "Rendered"), ("Speakers", "Leder\nForælder\nInterviewer"), ("Text", text)];
        var both = await _case.Site.UploadAsync(_case.Path + "/corrections/preview", "File", "rettet.txt", file, [.. fields[..3], ("Text", text + " Mere.")]);
        Assert.That((both.Status, both.Text.Contains("både rettet i feltet og valgt en fil")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(both.Html, Does.Contain(" Mere.</textarea>"));
        var preview = await _case.Site.UploadAsync(_case.Path + "/corrections/preview", "File", "rettet.txt", file, fields);
        var saved = await _case.ConfirmAsync(preview);
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        var stored = await Db().Transcripts.SingleAsync(t => t.InterviewId == _case.Interview.Id && t.VersionNumber == 2);
        Assert.That((stored.SourceFileName, stored.Kind, stored.ApprovedOn), Is.EqualTo(("rettet.txt", TranscriptKind.Rendered, (DateOnly?)null)));
        Assert.That((await Db().Passages.SingleAsync()).TranscriptId, Is.EqualTo(stored.Id));
    }

    [Test]
    public async Task Nothing_changed_an_emptied_text_and_a_missing_reason_are_refused_and_what_was_typed_is_kept()
    {
        var nothing = await _case.PreviewAsync(text => text);
        var emptied = await _case.PreviewAsync(" \n ");
        Assert.That((nothing.Status, nothing.Text.Contains("Der er ikke rettet noget")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That((emptied.Status, emptied.Text.Contains("kan rettes, men ikke tømmes")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var preview = await _case.PreviewAsync(text => text.Replace("græder", "er kede af det"));
        var unexplained = await _case.ConfirmAsync(preview, ("Reason", " "), ("ApprovedOn", "2026-09-20"));
        Assert.That((unexplained.Status, unexplained.Text.Contains("Skriv kort, hvorfor")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(unexplained.Html, Does.Contain("er kede af det").And.Contain("2026-09-20"));
        var again = await _case.Site.PostAsync(_case.Path + "/corrections/new", CorrectionCase.Fields(unexplained));
        Assert.That((again.Status, again.Html.Contains("er kede af det")), Is.EqualTo((HttpStatusCode.OK, true)));
    }

    [Test]
    public async Task Coding_that_was_finished_is_taken_up_when_something_came_loose_and_only_then()
    {
        await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        var interview = await _testimony.Db.Interviews.SingleAsync(i => i.Id == _case.Interview.Id);
        interview.FinishCoding(City.User(Role.Consultant).Id, hasTranscript: true, _testimony.Db.UtcNow);
        await _testimony.Db.SaveChangesAsync();
        await _case.CorrectAsync(text => text.Replace("græder", "er kede af det"));
        Assert.That((await Db().Interviews.SingleAsync()).CodingFinishedAtUtc, Is.Not.Null);
        await _case.CorrectAsync(text => text.Replace("Legepladsen er for lille til så mange børn", "Intet"), 2, ("LetLoose", "true"));
        Assert.That((await Db().Interviews.SingleAsync()).CodingFinishedAtUtc, Is.Null);
    }

    [Test]
    public async Task Reading_a_text_to_correct_it_is_logged_and_so_is_the_correction()
    {
        await _case.CorrectAsync(text => text.Replace("græder", "er kede af det"));
        Assert.That(await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.TranscriptRead && a.SubjectId == _case.Transcript.Id), Is.EqualTo(2));
        Assert.That(await Db().AuditEntries.CountAsync(a => a.EntityName == nameof(TranscriptCorrection)), Is.EqualTo(1));
        var correction = await Db().TranscriptCorrections.SingleAsync();
        Assert.That((correction.Reason, correction.ByUserId, correction.ParagraphsChanged), Is.EqualTo(("Stavefejl", (long?)City.User(Role.Consultant).Id, 1)));
    }

    [Test]
    public async Task The_page_that_brings_a_text_in_points_to_the_correction_when_something_is_marked()
    {
        await _testimony.PassageAsync(_case.Transcript, "Legepladsen er for lille");
        var page = await _case.Site.GetAsync(_case.Path + "/transcripts/new");
        Assert.That(page.Html, Does.Contain($"href=\"{_case.Path}/corrections/new\""));
    }
}
