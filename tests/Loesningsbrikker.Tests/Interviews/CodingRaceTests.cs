using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Two at once: each is stored or told, nothing is half done, and nothing lands where nobody sees it.</summary>
public sealed class CodingRaceTests(DatabaseKind database) : HouseTest(database)
{
    private const int Rounds = 8;
    private const string Text = "Klokken halv fire er der én tilbage på stuen, og han er vikar.";

    [Test]
    public async Task The_same_words_and_the_same_new_title_from_eight_at_once_are_one_passage_and_one_piece()
    {
        var (transcript, sites) = await OpenAsync(8);
        for (var round = 0; round < Rounds; round++)
        {
            var (start, title) = (round, $"Brik {round}");
            var answers = await Task.WhenAll(sites.Select(s => CodeAsync(s, transcript, start, new { title, @class = "Local" })));
            Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        }
        var db = Db();
        Assert.That(await db.Passages.CountAsync(p => p.TranscriptId == transcript.Id), Is.EqualTo(Rounds));
        Assert.That(await db.SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(Rounds));
        Assert.That(await db.Codings.CountAsync(c => c.ProcessId == City.Process.Id), Is.EqualTo(Rounds));
    }

    [Test]
    public async Task What_is_tied_or_untied_while_its_piece_is_merged_away_follows_or_is_refused_and_never_stays_behind()
    {
        var (transcript, sites) = await OpenAsync(6);
        var testimony = new Testimony(Db(), City.Process);
        for (var round = 0; round < Rounds; round++)
        {
            var ends = await testimony.PieceAsync(PieceClass.Local, $"Ender {round}");
            var livesOn = await testimony.PieceAsync(PieceClass.Local, $"Lever {round}");
            var tied = (await CodeAsync(sites[0], transcript, 40 + round, number: ends.Number)).Json<PassageStored>().Passage;
            await sites[0].GetAsync($"{City.Path}/solution-pieces/{ends.Number}/merge?into={livesOn.Number}");
            var start = round;
            var answers = await Task.WhenAll([
                MergeAsync(sites[0], ends, livesOn),
                sites[1].SendJsonAsync(HttpMethod.Delete, $"{City.Path}/transcripts/{transcript.Id}/codings/{tied.Codings[0].Id}", null),
                .. sites[2..].Select((site, i) => CodeAsync(site, transcript, start + 8 * i, number: ends.Number)),
            ]);
            Assert.That(answers[0].Status, Is.EqualTo(HttpStatusCode.Found), answers[0].Text);
            Assert.That(answers[1].Status, Is.EqualTo(HttpStatusCode.OK), answers[1].Text);
            Assert.That(answers[2..].Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await Db().Codings.AnyAsync(c => c.SolutionPieceId == ends.Id), Is.False, "Something stayed on the merged piece.");
            Assert.That(await Db().Codings.CountAsync(c => c.SolutionPieceId == livesOn.Id), Is.EqualTo(answers[2..].Count(a => a.Status == HttpStatusCode.OK)));
        }
    }

    [Test]
    public async Task Of_two_who_merge_two_pieces_into_each_other_one_gets_409()
    {
        var (_, sites) = await OpenAsync(2);
        var testimony = new Testimony(Db(), City.Process);
        for (var round = 0; round < Rounds; round++)
        {
            var a = await testimony.PieceAsync(PieceClass.Local, $"A {round}");
            var b = await testimony.PieceAsync(PieceClass.Local, $"B {round}");
            var answers = await Task.WhenAll(MergeAsync(sites[0], a, b), MergeAsync(sites[1], b, a));
            Assert.That(answers.Select(x => x.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        }
    }

    [Test]
    public async Task A_mark_on_a_text_that_was_replaced_is_refused_because_nobody_would_see_it()
    {
        var (transcript, sites) = await OpenAsync(1);
        await ImportAsync(sites[0], await PreviewAsync(sites[0]));
        var answer = await CodeAsync(sites[0], transcript, 0);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(answer.Text, Does.Contain("Teksten er skiftet ud"));
    }

    [Test]
    public async Task Of_a_mark_and_a_new_text_at_once_one_is_told()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (transcript, sites) = await OpenAsync(2, $"Interview {round}");
            var preview = await PreviewAsync(sites[1], round + 1);
            var answers = await Task.WhenAll(CodeAsync(sites[0], transcript, 0), ImportAsync(sites[1], preview));
            var (marked, replaced) = (answers[0].Status == HttpStatusCode.OK, answers[1].Status == HttpStatusCode.Found);
            Assert.That(marked ^ replaced, Is.True, $"{answers[0].Status}, {answers[1].Status}");
            Assert.That(await Db().Passages.AnyAsync(p => p.TranscriptId == transcript.Id), Is.EqualTo(marked));
        }
    }

    [Test]
    public async Task A_mark_is_not_taken_away_with_a_coding_that_was_added_meanwhile()
    {
        var (transcript, sites) = await OpenAsync(2);
        var piece = await new Testimony(Db(), City.Process).PieceAsync(PieceClass.Local, "Brik");
        for (var round = 0; round < Rounds; round++)
        {
            var start = round;
            var passage = (await CodeAsync(sites[0], transcript, start)).Json<PassageStored>().Passage;
            var answers = await Task.WhenAll(
                CodeAsync(sites[0], transcript, start, number: piece.Number),
                sites[1].SendJsonAsync(HttpMethod.Delete, $"{City.Path}/transcripts/{transcript.Id}/passages/{passage.Id}", null));
            Assert.That(answers[0].Status, Is.EqualTo(HttpStatusCode.OK), answers[0].Text);
            Assert.That(answers[1].Status, Is.EqualTo(HttpStatusCode.NoContent).Or.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await Db().Codings.CountAsync(c => c.SolutionPieceId == piece.Id), Is.EqualTo(round + 1));
        }
    }

    private async Task<(Transcript Transcript, Site[] Sites)> OpenAsync(int people, string title = "Leder")
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var transcript = await testimony.TranscriptAsync(await testimony.InterviewAsync(title), TranscriptKind.Verbatim, Text);
        return (transcript, await Task.WhenAll(Enumerable.Range(0, people).Select(_ => SignInAsync(Role.Consultant))));
    }

    private Task<Page> CodeAsync(Site site, Transcript transcript, int start, object? piece = null, int? number = null)
    {
        // Every stretch begins and ends at a letter, so that none is tidied into another.
        var end = start + 3 + (start % 2);
        (start, end) = (char.IsWhiteSpace(Text[start]) ? start + 1 : start, char.IsWhiteSpace(Text[end - 1]) ? end + 1 : end);
        return site.SendJsonAsync(HttpMethod.Post, $"{City.Path}/transcripts/{transcript.Id}/passages",
            new { start, end, quote = Text[start..end], piece, pieceNumber = number });
    }

    private async Task<Page> MergeAsync(Site site, SolutionPiece ends, SolutionPiece livesOn)
    {
        var db = Db();
        var versions = await db.SolutionPieces.Where(p => p.Id == ends.Id || p.Id == livesOn.Id).ToDictionaryAsync(p => p.Id, p => p.Version.ToString());
        return await site.PostAsync($"{City.Path}/solution-pieces/{ends.Number}/merge",
            ("Version", versions[ends.Id]), ("Into", livesOn.Number.ToString()), ("IntoVersion", versions[livesOn.Id]), ("Description", "Samlet."));
    }

    /// <summary>Another text, uploaded and looked at.</summary>
    private async Task<(string Path, (string Name, string Value)[] Fields)> PreviewAsync(Site site, int number = 1) =>
        await site.OpenPreviewAsync(await site.PostAsync($"{City.Path}/interviews/{number}/transcripts/new", ("Text", "En helt anden tekst.")));

    private static Task<Page> ImportAsync(Site site, (string Path, (string Name, string Value)[] Fields) preview) =>
        site.PostAsync(preview.Path + "/confirmation", preview.Fields.With(("Kind", "Verbatim")));
}
