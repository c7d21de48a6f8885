using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>Tables propose; the administration takes over or not, with a reason, and the old words stay.</summary>
public sealed class QualificationTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_proposal_is_taken_over_with_a_reason_and_the_words_of_before_stay_in_the_history()
    {
        var (live, consultant, path) = await BeginAsync();
        var piece = await live.PieceAsync("Gamle ord");
        var entered = await live.Leader.PostAsync(path + "/new", ("Kind", "Reword"), ("Number", $"{piece.Number}"), ("Table", "4"), ("Title", "Nye ord"), ("Text", "Sagt bedre."));
        Assert.That(entered.Status, Is.EqualTo(HttpStatusCode.Found), entered.Text);
        var id = await Db().Qualifications.Where(q => q.MeetingId == live.Meeting.Id).Select(q => q.Id).SingleAsync();
        Assert.That((await live.Leader.GetAsync(path)).Text, Does.Contain("Andre ord Nye ord. Sagt bedre.").And.Contain("Venter"));
        Assert.That((await consultant.GetAsync($"{path}/{id}")).Text, Does.Contain("Andre ord fra bord 4").And.Contain("Gamle ord"));
        LiveMeeting.AssertRefused(await SettleAsync(consultant, path, id, true, ("Reason", "")), "Skriv en begrundelse.");
        Assert.That((await SettleAsync(consultant, path, id, true, ("Reason", "Bordet sagde det klarere."))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await SettleAsync(consultant, path, id, false, ("Reason", "Fortrudt."))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var history = await Db().PieceEvents.Where(e => e.SolutionPieceId == piece.Id && e.Kind == PieceEventKind.Reworded).SingleAsync();
        Assert.That((history.OldTitle, history.Reason, history.ByUserId), Is.EqualTo(("Gamle ord", "Bordet sagde det klarere.", (long?)City.User(Role.Consultant).Id)));
        Assert.That((await live.Leader.GetAsync(path)).Text, Does.Contain("Taget over i D-1 af Prøve Consultant").And.Contain("Bordet sagde det klarere."));
    }

    [Test]
    public async Task One_that_is_left_changes_nothing_and_a_new_piece_becomes_a_draft()
    {
        var (live, consultant, path) = await BeginAsync();
        var piece = await live.PieceAsync("Brik");
        await live.Leader.PostAsync(path + "/new", ("Kind", "Addition"), ("Number", $"{piece.Number}"), ("Text", "Også om aftenen."));
        await live.Leader.PostAsync(path + "/new", ("Kind", "NewPiece"), ("Title", "Fælles vikarer"), ("Text", "Tre huse deler."));
        var ids = await Db().Qualifications.Where(q => q.MeetingId == live.Meeting.Id).OrderBy(q => q.Id).Select(q => q.Id).ToListAsync();
        Assert.That((await consultant.GetAsync($"{path}/{ids[0]}")).Html, Does.Contain("Fordi der er brug for det.&#xA;&#xA;Også om aftenen."));
        Assert.That((await SettleAsync(consultant, path, ids[0], false, ("Reason", "Det hører til en anden brik."))).Status, Is.EqualTo(HttpStatusCode.Found));
        LiveMeeting.AssertRefused(await SettleAsync(consultant, path, ids[1], true, ("Reason", "Godt forslag.")), "Vælg, hvem der skal handle.");
        await SettleAsync(consultant, path, ids[1], true, ("Reason", "Godt forslag."), ("Class", "Local"), ("Title", "Fælles vikarer"));
        var db = Db();
        Assert.That((await db.SolutionPieces.SingleAsync(p => p.Id == piece.Id)).Description, Is.EqualTo("Fordi der er brug for det."));
        var fresh = await db.SolutionPieces.SingleAsync(p => p.ProcessId == City.Process.Id && p.Title == "Fælles vikarer");
        Assert.That((fresh.Stage, fresh.Class, fresh.Number), Is.EqualTo((PieceStage.Draft, PieceClass.Local, piece.Number + 1)));
        Assert.That(await db.Qualifications.Where(q => q.Id == ids[1]).Select(q => q.TakenIntoPieceId).SingleAsync(), Is.EqualTo(fresh.Id));
    }

    [Test]
    public async Task A_proposal_without_words_or_piece_is_refused_and_what_was_typed_is_kept()
    {
        var (live, _, path) = await BeginAsync();
        LiveMeeting.AssertRefused(await live.Leader.PostAsync(path + "/new", ("Kind", "Reword"), ("Text", "Uden brik")), "Vælg den brik, forslaget handler om.");
        LiveMeeting.AssertRefused(await live.Leader.PostAsync(path + "/new", ("Kind", "NewPiece"), ("Text", "Uden titel")), "Giv den nye brik en titel.");
        var refused = await live.Leader.PostAsync(path + "/new", ("Kind", "NewPiece"), ("Title", "Uden tekst"));
        LiveMeeting.AssertRefused(refused, "Skriv bordets forslag.");
        Assert.That(refused.Html, Does.Contain("value=\"Uden tekst\""));
    }

    private async Task<(LiveMeeting Live, Site Consultant, string Path)> BeginAsync()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 0));
        var consultant = await SignInAsync(Role.Consultant);
        await consultant.GetAsync(live.Path + "/qualifications");
        return (live, consultant, live.Path + "/qualifications");
    }

    private static Task<Page> SettleAsync(Site site, string path, long id, bool takeOver, params (string Name, string Value)[] fields) =>
        site.PostAsync($"{path}/{id}", [("TakeOver", takeOver ? "true" : "false"), .. Filled(fields)]);

    /// <summary>The fields that the page fills in, where the test types nothing else.</summary>
    private static IEnumerable<(string, string)> Filled((string Name, string Value)[] fields) =>
        fields.Concat(new[] { ("Title", "Nye ord"), ("Description", "Sagt bedre.") }.Where(f => !fields.Any(x => x.Name == f.Item1)));
}
