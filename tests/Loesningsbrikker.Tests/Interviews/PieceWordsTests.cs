using System.Globalization;
using System.Net;
using System.Text.Json;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>What the coding page compares with what is being typed.</summary>
public sealed class PieceWordsTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Description_and_what_was_said_elsewhere_are_told_but_not_what_is_on_the_page_already()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var piece = await testimony.PieceAsync(PieceClass.Local, "En bænk", description: "Så man kan sidde i skyggen.");
        var here = await testimony.SaidAsync("Der mangler en bænk.");
        await testimony.TieAsync(piece, here, await testimony.SaidAsync("Man kan ikke sidde nogen steder."));
        var words = await ReadAsync(await SignInAsync(Role.Consultant), here.TranscriptId);
        Assert.That(words.Pieces.Single().Description, Is.EqualTo("Så man kan sidde i skyggen."));
        Assert.That(words.Pieces.Single().Quotes, Is.EqualTo(new[] { "Man kan ikke sidde nogen steder." }));
    }

    [Test]
    public async Task A_piece_with_many_manyWordspassages_sends_the_beginnings_of_the_newest()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var piece = await testimony.PieceAsync(PieceClass.Local, "En bænk");
        var here = await testimony.SaidAsync("Der mangler en bænk.");
        var manyWords = string.Concat(Enumerable.Repeat("ord og ", 60)).Trim();
        var elsewhere = await testimony.TranscriptAsync(await testimony.InterviewAsync("Lang samtale"), TranscriptKind.Verbatim, manyWords);
        await testimony.TieAsync(piece, await testimony.ManyPassagesAsync(elsewhere, PieceWordsController.MaxQuotes + 5));
        await testimony.TieAsync(piece, await testimony.PassageAsync(elsewhere, elsewhere.Paragraphs[0].Text));
        var quotes = (await ReadAsync(await SignInAsync(Role.Consultant), here.TranscriptId)).Pieces.Single().Quotes;
        Assert.That(quotes, Has.Count.EqualTo(PieceWordsController.MaxQuotes));
        Assert.That(quotes[0], Is.EqualTo(elsewhere.Paragraphs[0].Text[..PieceWordsController.MaxQuoteLength]));
    }

    [Test]
    public async Task It_takes_as_many_queries_with_fifty_pieces_as_with_one()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "En bænk");
        var here = await testimony.SaidAsync("Der mangler en bænk.");
        var site = await SignInAsync(Role.Consultant);
        await ReadAsync(site, here.TranscriptId);
        var before = await QueryCounter.CountAsync(() => ReadAsync(site, here.TranscriptId));
        for (var n = 0; n < 50; n++)
            testimony.Db.Add(SolutionPiece.Draft(City.Process.Id, 100 + n, PieceClass.Local, $"Brik {n}", null, testimony.Db.UtcNow));
        await testimony.Db.SaveChangesAsync();
        Assert.That(await QueryCounter.CountAsync(() => ReadAsync(site, here.TranscriptId)), Is.EqualTo(before));
    }

    [Test]
    public async Task A_transcript_of_another_process_does_not_exist_here()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var here = await testimony.SaidAsync("Der mangler en bænk.");
        var other = await City.AddProcessAsync(testimony.Db, "S");
        var answer = await (await SignInAsync(Role.Consultant)).GetAsync($"/dialogue-processes/{other.Id}/transcripts/{here.TranscriptId}/piece-words");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_marks_tell_who_coded_and_the_names_of_the_coders()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var passage = await testimony.SaidAsync("Der mangler en bænk.");
        var piece = await testimony.PieceAsync(PieceClass.Local, "En bænk");
        var coder = City.User(Role.Consultant);
        testimony.Db.Add(new Coding { ProcessId = City.Process.Id, PassageId = passage.Id, SolutionPieceId = piece.Id, CodedAtUtc = testimony.Db.UtcNow, CodedByUserId = coder.Id });
        await testimony.Db.SaveChangesAsync();
        var marks = await (await SignInAsync(Role.Consultant)).GetAsync($"{City.Path}/transcripts/{passage.TranscriptId}/passages");
        Assert.That(marks.Text, Does.Contain($",{piece.Number},0,{coder.Id}]"));
        using var json = JsonDocument.Parse(marks.Text);
        Assert.That(json.RootElement.GetProperty("coders").GetProperty(coder.Id.ToString(CultureInfo.InvariantCulture)).GetString(), Is.EqualTo(coder.DisplayName));
    }

    private async Task<PieceWordsController.PieceWordsView> ReadAsync(Site site, long transcriptId)
    {
        var answer = await site.GetAsync($"{City.Path}/transcripts/{transcriptId}/piece-words");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Json<PieceWordsController.PieceWordsView>();
    }
}
