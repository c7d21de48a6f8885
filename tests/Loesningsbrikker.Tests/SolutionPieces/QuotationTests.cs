using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.SolutionPieces;

public sealed class QuotationTests(DatabaseKind database) : HouseTest(database)
{
    private const string Quote = "Vi mangler hænder.";

    private string List => City.Path + "/solution-pieces";

    [Test]
    public async Task A_leader_releases_a_quotation_the_committee_reads_it_and_a_withdrawal_hides_it_again()
    {
        var passage = await OneQuotationAsync(leadersRead: true);
        var leader = await SignInAsync(Role.Leader);
        var committee = await SignInAsync(Role.Committee);
        Assert.That((await leader.GetAsync(List + "/1")).Text, Does.Contain("Frigiv som citat"));
        Assert.That((await committee.GetAsync(List + "/1")).Text, Does.Not.Contain(Quote));

        var released = await leader.PostAsync(Address(passage), await VersionAsync(passage));
        Assert.That(released.Location, Is.EqualTo($"{List}/1#p{passage.Id}"));
        Assert.That((await committee.GetAsync(List + "/1")).Text, Does.Contain(Quote).And.Contain("Et citat frigivet").And.Not.Contain("Frigiv som citat"));
        var stored = await Db().Passages.SingleAsync(p => p.Id == passage.Id);
        Assert.That(stored.ReleasedByUserId, Is.EqualTo(City.User(Role.Leader).Id));
        Assert.That(stored.ReleasedAtUtc, Is.Not.Null);

        await leader.GetAsync(List + "/1");
        await leader.PostAsync(Address(passage) + "/withdrawal", await VersionAsync(passage), ("After", "5"));
        Assert.That((await committee.GetAsync(List + "/1")).Text, Does.Not.Contain(Quote).And.Contain("Et citat trukket tilbage"));
    }

    [Test]
    public async Task A_leader_who_may_not_read_testimony_is_shown_nothing_and_releases_nothing()
    {
        var passage = await OneQuotationAsync(leadersRead: false);
        var leader = await SignInAsync(Role.Leader);
        Assert.That((await leader.GetAsync(List + "/1")).Text, Does.Not.Contain("Frigiv").And.Not.Contain(Quote));
        Assert.That((await leader.PostAsync(Address(passage), await VersionAsync(passage))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Releasing_twice_is_told_and_an_old_page_loses()
    {
        var passage = await OneQuotationAsync(leadersRead: true);
        var leader = await SignInAsync(Role.Leader);
        await leader.GetAsync(List + "/1");
        var old = await VersionAsync(passage);
        await leader.PostAsync(Address(passage), old);
        Assert.That((await leader.PostAsync(Address(passage), old)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var twice = await leader.PostAsync(Address(passage), await VersionAsync(passage));
        Assert.That(twice.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(twice.Text, Does.Contain("Citatet er allerede frigivet."));
        Assert.That(await Db().PieceEvents.CountAsync(e => e.ProcessId == City.Process.Id && e.Kind == PieceEventKind.QuotationReleased), Is.EqualTo(1));
    }

    [Test]
    public async Task A_passage_of_another_piece_or_process_is_not_found()
    {
        var passage = await OneQuotationAsync(leadersRead: true);
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "Uden uddrag");
        var other = await City.AddProcessAsync(testimony.Db, "S");
        await new Testimony(testimony.Db, other).PieceAsync(PieceClass.Local, "Fremmed");
        var leader = await SignInAsync(Role.Leader);
        await leader.GetAsync(List + "/1");
        var version = await VersionAsync(passage);
        Assert.That((await leader.PostAsync($"{List}/2/quotations/{passage.Id}", version)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await leader.PostAsync($"{List}/1/quotations/{passage.Id + 1000000}", version)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var elsewhere = $"/dialogue-processes/{other.Id}/solution-pieces/1/quotations/{passage.Id}";
        Assert.That((int)(await leader.PostAsync(elsewhere, version)).Status, Is.AnyOf(403, 404));
        Assert.That((await Db().Passages.SingleAsync(p => p.Id == passage.Id)).ReleasedAtUtc, Is.Null);
    }

    private string Address(Passage passage) => $"{List}/1/quotations/{passage.Id}";

    private async Task<Passage> OneQuotationAsync(bool leadersRead)
    {
        var testimony = new Testimony(Db(), City.Process);
        var passage = await testimony.SaidAsync(Quote, "Medarbejdere");
        await testimony.TieAsync(await testimony.PieceAsync(PieceClass.Local, "Flere hænder", formulated: true), passage);
        (await testimony.Db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).LeadersReadTranscriptsSinceUtc = leadersRead ? testimony.Db.UtcNow : null;
        await testimony.Db.SaveChangesAsync();
        return passage;
    }

    private async Task<(string Name, string Value)> VersionAsync(Passage passage) =>
        ("Version", (await Db().Passages.AsNoTracking().SingleAsync(p => p.Id == passage.Id)).Version.ToString());
}
