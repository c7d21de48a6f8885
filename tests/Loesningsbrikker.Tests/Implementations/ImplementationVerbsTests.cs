using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Implementations;

/// <summary>From beginning to end through the pages.</summary>
public sealed class ImplementationVerbsTests(DatabaseKind database) : HouseTest(database)
{
    private CarriedOut Made => _made ??= new CarriedOut(Db(), City);
    private CarriedOut? _made;

    [Test]
    public async Task A_local_leader_begins_tells_news_and_ends_it()
    {
        var piece = await Made.HandedOverAsync("Legeplads", await Made.InstitutionAsync("Egen"));
        var (path, me) = (Made.PathOf(piece), $"{City.User(Role.LocalLeader).Id}");
        var site = await SignInAsync(Role.LocalLeader);
        var list = await site.GetAsync(Made.List);
        Assert.That(list.Text, Does.Contain("Legeplads").And.Contain("Ikke begyndt").And.Contain("Begynd"));
        Assert.That((await site.GetAsync(path + "/report")).Location, Is.EqualTo(path + "/begin"));
        Assert.That((await site.GetAsync(path + "/begin")).Html, Does.Contain("value=\"Institutionsleder\"").And.Contain($"selected=\"selected\" value=\"{me}\""));
        await site.PostAsync(path + "/begin", ("ResponsibleRole", "Pædagogisk leder"), ("ResponsibleUserId", me), ("DueOn", "2099-06-01"));
        Assert.That((await site.GetAsync(path)).Text,
            Does.Contain("I er i gang.").And.Contain("Pædagogisk leder, Prøve LocalLeader").And.Contain("1.6.2099").And.Contain("Efter planen"));

        await site.PostAsync(path + "/milestones", ("Title", "Tegning klar"), ("DueOn", "2098-01-01"));
        await site.PostAsync(path + "/milestones", ("Title", "Sandkasse bygget"), ("DueOn", "2098-02-01"));
        var milestones = await Db().Milestones.OrderBy(m => m.DueOn).ToListAsync();
        Assert.That((await site.GetAsync(path + "/report")).Text, Does.Contain("Tegning klar (1.1.2098)").And.Contain("Sandkasse bygget"));
        await site.PostAsync(path + "/report", ("Text", "Forældrene\r\ntegner med."), ("ReachedIds", $"{milestones[0].Id}"));
        var page = await site.GetAsync(path);
        Assert.That(page.Text, Does.Contain("Tak, det er gemt. Alle, der følger brikken, kan nu læse det. 1 milepæl er nået.")
            .And.Contain("Forældrene\ntegner med.").And.Contain("✓ Nået"));

        var refused = await site.PostAsync(path + "/closure", ("Outcome", "Achieved"), ("Reason", " "));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await site.PostAsync(path + "/closure", ("Outcome", "PartlyAchieved"), ("Reason", "Sandkassen kom ikke."));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("Afsluttet: delvist nået").And.Contain("Sandkassen kom ikke.").And.Not.Contain("Skriv nyt"));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == piece.Id)).Stage, Is.EqualTo(PieceStage.Closed));
    }

    [Test]
    public async Task An_accepted_piece_begins_once_and_only_with_somebody_who_may_answer()
    {
        var piece = await Made.AcceptedAsync("Ét skema");
        var path = $"{City.Path}/solution-pieces/{piece.Number}/implementation/new";
        var site = await SignInAsync(Role.Leader);
        var form = await site.GetAsync(path);
        Assert.That(form.Text, Does.Contain("Prøve Consultant").And.Not.Contain("Prøve Committee").And.Not.Contain("Prøve LocalLeader"));
        var stranger = await site.PostAsync(path, ("ResponsibleRole", "Skolechef"), ("ResponsibleUserId", $"{City.User(Role.Committee).Id}"));
        Assert.That(stranger.Text, Does.Contain("Vælg en person fra listen.").And.Contain("Ét skema"));
        var begun = await site.PostAsync(path, ("ResponsibleRole", "Skolechef"), ("ResponsibleUserId", $"{City.User(Role.Leader).Id}"));
        Assert.That(begun.Location, Does.StartWith(Made.List + "/"));
        Assert.That((await site.GetAsync(begun.Location!)).Text, Does.Contain("er nu under udmøntning").And.Contain("Ingen frist aftalt"));
        Assert.That((await site.GetAsync(path)).Location, Is.EqualTo($"{City.Path}/solution-pieces/{piece.Number}"));
        var twice = await site.PostAsync(path, ("ResponsibleRole", "En anden"));
        Assert.That(twice.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(twice.Text, Does.Contain("Udmøntningen er allerede begyndt."));
        Assert.That(twice.Html, Does.Contain("value=\"En anden\""));
    }

    [Test]
    public async Task A_later_deadline_needs_a_reason_and_a_stale_plan_is_refused()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"));
        var path = Made.PathOf(piece);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(path + "/plan");
        var first = await VersionAsync(piece);
        await site.PostAsync(path + "/plan", first, ("ResponsibleRole", "Leder"), ("DueOn", "2030-01-01"));
        var stale = await site.PostAsync(path + "/plan", first, ("ResponsibleRole", "Min rolle"));
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(stale.Text, Does.Contain("Min rolle"));
        var later = await site.PostAsync(path + "/plan", await VersionAsync(piece), ("ResponsibleRole", "Leder"), ("DueOn", "2030-01-02"));
        Assert.That(later.Text, Does.Contain("Skriv en begrundelse. Deltagerne kan læse den."));
        await site.PostAsync(path + "/plan", await VersionAsync(piece), ("ResponsibleRole", "Leder"), ("DueOn", "2030-01-02"), ("Reason", "Frost"));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("Planen er ændret.").And.Contain("2.1.2030"));
        Assert.That((await Db().PieceEvents.Where(e => e.SolutionPieceId == piece.Id).OrderBy(e => e.Id).LastAsync()).Reason, Is.EqualTo("Frost"));
        Assert.That((await site.PostAsync(path + "/plan", ("ResponsibleRole", "Leder"), ("DueOn", "0002-01-01"))).Text, Does.Contain("kan ikke være rigtigt"));
    }

    [Test]
    public async Task Milestones_are_changed_reached_taken_back_and_removed_and_the_history_keeps_it()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"));
        var milestone = await Made.MilestoneAsync(piece, "Tegning", new DateOnly(2030, 1, 1));
        var (path, one) = (Made.PathOf(piece), $"{Made.PathOf(piece)}/milestones/{milestone.Id}");
        var site = await SignInAsync(Role.LocalLeader);
        await site.GetAsync(one + "/edit");
        var version = ("Version", milestone.Version.ToString());
        Assert.That((await site.PostAsync(one + "/edit", version, ("Title", "Tegning"), ("DueOn", "2030-02-01"))).Text, Does.Contain("Skriv en begrundelse"));
        await site.PostAsync(one + "/edit", version, ("Title", "Godkendt tegning"), ("DueOn", "2029-12-01"));
        Assert.That((await site.PostAsync(one + "/edit", version, ("Title", "Min"), ("DueOn", "2029-12-01"))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        await site.PostAsync(one + "/reached");
        Assert.That((await site.PostAsync(one + "/reached")).Text, Does.Contain("Milepælen er allerede nået."));
        Assert.That((await site.GetAsync(one + "/removal")).Location, Is.EqualTo(path));
        await site.PostAsync(one + "/reached/undo");
        version = ("Version", (await Db().Milestones.SingleAsync(m => m.Id == milestone.Id)).Version.ToString());
        Assert.That((await site.PostAsync(one + "/removal", version)).Text, Does.Contain("Skriv en begrundelse"));
        await site.PostAsync(one + "/removal", version, ("Reason", "For dyr"));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("Ingen milepæle."));
        var lines = await Db().PieceEvents.Where(e => e.SolutionPieceId == piece.Id).OrderByDescending(e => e.Id).Take(4).Select(e => e.Details).ToListAsync();
        Assert.That(lines[3], Is.EqualTo("Egen: Milepæl ændret fra Tegning (1.1.2030) til Godkendt tegning (1.12.2029)."));
        Assert.That(lines[2], Does.StartWith("Egen: Godkendt tegning ("));
        Assert.That(lines[1], Is.EqualTo("Egen: Milepælen er ikke nået alligevel: Godkendt tegning."));
        Assert.That(lines[0], Is.EqualTo("Egen: Milepæl fjernet: Godkendt tegning (1.12.2029)."));
    }

    [Test]
    public async Task News_need_words_or_a_milestone_and_keep_what_was_typed()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"));
        var milestone = await Made.MilestoneAsync(piece, "Tegning", new DateOnly(2030, 1, 1));
        var path = Made.PathOf(piece) + "/report";
        var site = await SignInAsync(Role.LocalLeader);
        await site.GetAsync(path);
        Assert.That((await site.PostAsync(path, ("Text", " "))).Text, Does.Contain("Skriv, hvad der er nyt, med højst 4000 tegn."));
        Assert.That((await site.PostAsync(path, ("Text", new string('x', 4001)))).Html, Does.Contain(new string('x', 4001)));
        Assert.That((await site.PostAsync(path, ("ReachedIds", "987654321"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.PostAsync(path, ("ReachedIds", $"{milestone.Id}"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().ProgressReports.CountAsync(), Is.Zero);
        Assert.That((await site.PostAsync(path, ("Text", "Også mig"), ("ReachedIds", $"{milestone.Id}"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().ProgressReports.Select(r => r.Text).SingleAsync(), Is.EqualTo("Også mig"));
    }

    [Test]
    public async Task Those_who_report_at_once_are_all_kept_and_of_those_who_end_at_once_one_ends_it()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"));
        var path = Made.PathOf(piece);
        var sites = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignInAsync(Role.LocalLeader)));
        foreach (var site in sites)
            await site.GetAsync(path + "/report");
        var reports = await Task.WhenAll(sites.Select((s, i) => s.PostAsync(path + "/report", ("Text", $"Nyt {i}"))));
        Assert.That(reports.Select(r => r.Status), Is.All.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().ProgressReports.Select(r => r.Text).Order().ToListAsync(), Is.EqualTo(new[] { "Nyt 0", "Nyt 1", "Nyt 2", "Nyt 3" }));

        var ends = await Task.WhenAll(sites.Select((s, i) => s.PostAsync(path + "/closure", ("Outcome", "Achieved"), ("Reason", $"Slut {i}"))));
        Assert.That(ends.Count(e => e.Status == HttpStatusCode.Found), Is.EqualTo(1));
        var second = ends.First(e => e.Status != HttpStatusCode.Found);
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(second.Text, Does.Contain("stadiet ”Afsluttet”").And.Contain("Slut "));
    }

    [Test]
    public async Task The_last_of_two_institutions_that_end_at_once_closes_the_piece()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"), await Made.InstitutionAsync("Anden"));
        var sites = await Task.WhenAll(SignInAsync(Role.LocalLeader), SignInAsync(Role.Consultant));
        foreach (var site in sites)
            await site.GetAsync(Made.PathOf(piece) + "/closure");
        await Task.WhenAll(sites.Select((s, i) => s.PostAsync(Made.PathOf(piece, i) + "/closure", ("Outcome", "Achieved"), ("Reason", "Færdig"))));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == piece.Id)).Stage, Is.EqualTo(PieceStage.Closed));
        Assert.That(
            await Db().PieceEvents.Where(e => e.SolutionPieceId == piece.Id).OrderByDescending(e => e.Id).Take(2).Select(e => e.Kind).ToListAsync(),
            Is.EqualTo(new[] { PieceEventKind.Closed, PieceEventKind.ImplementationClosed }));
    }

    private async Task<(string Name, string Value)> VersionAsync(SolutionPiece piece) =>
        ("Version", (await Db().Implementations.SingleAsync(i => i.SolutionPieceId == piece.Id)).Version.ToString());
}
