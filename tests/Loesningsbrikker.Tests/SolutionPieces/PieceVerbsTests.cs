using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.SolutionPieces;

public sealed class PieceVerbsTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/solution-pieces";

    [Test]
    public async Task A_consultant_writes_a_piece_formulates_it_and_changes_it_with_a_reason()
    {
        var db = Db();
        var theme = new Theme { ProcessId = City.Process.Id, Name = "Hverdag" };
        var (egen, challenge) = (new Institution { Name = "Egen" }, new Challenge { ProcessId = City.Process.Id, Title = "Støj" });
        db.AddRange(theme, egen, challenge);
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/new");
        var created = await site.PostAsync(List, ("Title", "Mindre grupper"), ("Class", "Local"), ("Description", "Fordi\r\nder larmer."),
            ("ThemeId", $"{theme.Id}"), ("InstitutionIds", $"{egen.Id}"), ("ChallengeIds", $"{challenge.Id}"));
        Assert.That(created.Location, Is.EqualTo(List + "/1"));
        var page = await site.GetAsync(List + "/1");
        Assert.That(page.Text, Does.Contain("D-1 er gemt som kladde").And.Contain("Hverdag").And.Contain("Egen").And.Contain("Støj"));

        Assert.That((await site.PostAsync(List + "/1/formulation", await VersionAsync(1))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await site.GetAsync(List + "/1")).Text, Does.Contain("Formuleret").And.Not.Contain("Formulér brikken"));

        var version = await VersionAsync(1);
        var refused = await site.PostAsync(List + "/1/edit", version, ("Title", "Mindre grupper"), ("Description", "Fordi\r\nder larmer."));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Skriv en begrundelse. Deltagerne kan læse den."));
        await site.PostAsync(List + "/1/edit", version, ("Title", "Mindre grupper"), ("Description", "Fordi\r\nder larmer."), ("Reason", "Gælder alle"));
        Assert.That((await site.GetAsync(List + "/1")).Text,
            Does.Contain("Oplysninger ændret").And.Contain("Begrundelse: Gælder alle").And.Contain("Institutioner fjernet: Egen.").And.Not.Contain("Beskrivelse ændret"));
    }

    [Test]
    public async Task A_broken_rule_keeps_what_was_typed()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/new");
        var page = await site.PostAsync(List, ("Title", ""), ("Description", "Min lange tekst"));
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page.Text, Does.Contain("Giv brikken en titel.").And.Contain("Vælg, hvem der skal handle.").And.Contain("Min lange tekst"));
        var tooLong = await site.PostAsync(List, ("Title", new string('x', 301)), ("Class", "Local"));
        Assert.That(tooLong.Text, Does.Contain("Titel må højst fylde 300 tegn."));
        var control = await site.PostAsync(List, ("Title", "\u0001"), ("Class", "Local"));
        Assert.That(control.Text, Does.Contain("Giv brikken en titel."));
        var nul = await site.PostAsync(List, ("Title", "a\0b"), ("Class", "Local"));
        Assert.That(nul.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(nul.Text, Does.Contain("indeholder tegn, der ikke kan læses"));
        Assert.That(await Db().SolutionPieces.AnyAsync(p => p.ProcessId == City.Process.Id), Is.False);
    }

    [Test]
    public async Task A_draft_without_description_cannot_be_formulated_and_the_page_says_why()
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "Kun titel", description: "");
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(List + "/1")).Text, Does.Contain("Skriv en beskrivelse"));
        var refused = await site.PostAsync(List + "/1/formulation", await VersionAsync(1));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Skriv en beskrivelse, før brikken kan blive formuleret."));
    }

    [Test]
    public async Task Reclassifying_a_formulated_piece_asks_why_and_tells_it()
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "Brik", formulated: true);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/1/reclassification");
        var refused = await site.PostAsync(List + "/1/reclassification", await VersionAsync(1), ("Class", "Political"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await site.PostAsync(List + "/1/reclassification", await VersionAsync(1), ("Class", "Political"), ("Reason", "Det koster penge"));
        Assert.That((await site.GetAsync(List + "/1")).Text,
            Does.Contain("D-1 er nu politisk.").And.Contain("Fra lokal til politisk").And.Contain("Det koster penge"));
    }

    [TestCase("edit")]
    [TestCase("reclassification")]
    [TestCase("formulation")]
    [TestCase("merge")]
    public async Task The_loser_of_a_race_gets_409_and_keeps_the_text(string verb)
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "Brik");
        await testimony.PieceAsync(PieceClass.Local, "Anden");
        var (stale, into) = (await VersionAsync(1), await VersionAsync(2));
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/1/edit");
        await site.PostAsync(List + "/1/reclassification", stale, ("Class", "Political"));
        var lost = await site.PostAsync($"{List}/1/{verb}", stale, ("Title", "Min titel"), ("Class", "Administrative"),
            ("Into", "2"), ("IntoVersion", into.Value), ("Reason", "Min grund"));
        Assert.That(lost.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(lost.Text, Does.Contain("En kollega har ændret D-1").And.Contain("Min grund"));
        Assert.That(await Db().PieceEvents.CountAsync(e => e.ProcessId == City.Process.Id), Is.EqualTo(3));
    }

    [Test]
    public async Task Facts_of_another_process_are_not_found()
    {
        var testimony = new Testimony(Db(), City.Process);
        var other = await City.AddProcessAsync(testimony.Db, "S");
        var theme = new Theme { ProcessId = other.Id, Name = "Fremmed" };
        var challenge = new Challenge { ProcessId = other.Id, Title = "Fremmed" };
        var strategy = new Strategy { ProcessId = other.Id, Name = "Fremmed" };
        testimony.Db.AddRange(theme, challenge, strategy);
        await testimony.Db.SaveChangesAsync();
        await testimony.PieceAsync(PieceClass.Local, "Brik");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/new");
        foreach (var (field, id) in new[] { ("ThemeId", theme.Id), ("ChallengeIds", challenge.Id), ("StrategyIds", strategy.Id), ("InstitutionIds", 987654321) })
        {
            Assert.That((await site.PostAsync(List, ("Title", "x"), ("Class", "Local"), (field, $"{id}"))).Status, Is.EqualTo(HttpStatusCode.NotFound), field);
            Assert.That((await site.PostAsync(List + "/1/edit", await VersionAsync(1), ("Title", "x"), (field, $"{id}"))).Status, Is.EqualTo(HttpStatusCode.NotFound), field);
        }
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(1));
    }

    private async Task<(string Name, string Value)> VersionAsync(int number) =>
        ("Version", (await Db().SolutionPieces.AsNoTracking().SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == number)).Version.ToString());
}
