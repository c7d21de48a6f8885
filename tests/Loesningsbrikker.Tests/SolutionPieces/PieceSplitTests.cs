using System.Net;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Interviews.Journal;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.SolutionPieces;

public sealed class PieceSplitTests(DatabaseKind database) : JournalTest(database)
{
    [Test]
    public async Task A_split_is_ticked_previewed_and_done_and_both_histories_tell_it()
    {
        var mine = await OpenAsync();
        var piece = await Said.PieceAsync(PieceClass.Local, "Voksne og vikarer", formulated: true);
        var (adults, temps, more) = (await mine.CodedAsync(First, 1), await mine.CodedAsync(Second, 1), await mine.CodedAsync(Third, 1));
        var choose = await mine.Site.GetAsync(mine.Pieces + "/1/split");
        Assert.That(choose.Text, Does.Contain(Second).And.Contain("Uddrag 1–3 af 3"));
        var preview = await mine.Site.PostAsync(mine.Pieces + "/1/split/preview", ("Version", await VersionAsync(1)), ("PassageIds", $"{temps.Id}"));
        Assert.That(preview.Text, Does.Contain("Beholder 2 uddrag.").And.Contain("Får 1 uddrag:").And.Contain(Second).And.Contain("Begrundelse"));

        var refused = await mine.SplitAsync(Db(), 1, "Fast vikarkorps", reason: "", temps.Id);
        Assert.That((refused.Status, refused.Text.Contains("Skriv en begrundelse.")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(refused.Html, Does.Contain("Fast vikarkorps"), "What was typed is kept.");
        var done = await mine.SplitAsync(Db(), 1, "Fast vikarkorps", "To forskellige ønsker.", temps.Id);
        Assert.That(done.Location, Is.EqualTo(mine.Pieces + "/2"), done.Text);
        Assert.That((await mine.Site.GetAsync(mine.Pieces + "/2")).Text, Does.Contain("Skilt ud fra D-1").And.Contain(Second).And.Contain("To forskellige ønsker."));
        Assert.That((await mine.Site.GetAsync(mine.Pieces + "/1")).Text, Does.Contain("Delt: nogle uddrag gik videre i D-2").And.Contain("1 uddrag gik med."));
        Assert.That(await PassagesOfAsync(piece.Id), Is.EqualTo(new[] { adults.Id, more.Id }));
    }

    [Test]
    public async Task An_undone_split_gives_the_passages_back_and_the_new_number_stays_findable()
    {
        var mine = await OpenAsync();
        await Said.PieceAsync(PieceClass.Local, "Voksne og vikarer");
        await mine.CodedAsync(First, 1);
        var temps = await mine.CodedAsync(Second, 1);
        var before = await RowsAsync();
        await mine.SplitAsync(Db(), 1, "Fast vikarkorps", "", temps.Id);
        var after = await RowsAsync();
        var step = await Db().CodingSteps.OrderBy(s => s.Id).LastAsync(s => s.ProcessId == City.Process.Id);
        Assert.That((await mine.FromLogAsync("undo", step.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await RowsAsync(), Is.EqualTo(before));
        Assert.That((await mine.Site.GetAsync(mine.Pieces + "/2")).Text, Does.Contain("D-2 er trukket tilbage").And.Contain("Skilt ud fra D-1"));
        Assert.That((await mine.Site.GetAsync(mine.Pieces + "/1")).Html, Does.Contain("Fortrudt").And.Contain(mine.Pieces + "/2"));
        Assert.That((await mine.FromLogAsync("redo", step.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await RowsAsync(), Is.EqualTo(after));

        await mine.CodedAsync(Third, 2);
        var refused = await mine.FromLogAsync("undo", step.Id);
        Assert.That((refused.Status, refused.Text.Contains("Læg brikkerne sammen i stedet.")), Is.EqualTo((HttpStatusCode.Conflict, true)), refused.Text);
    }

    [Test]
    public async Task Nothing_all_and_what_is_not_there_cannot_be_split_off()
    {
        var mine = await OpenAsync();
        await Said.PieceAsync(PieceClass.Local, "Voksne og vikarer");
        var (adults, temps, elsewhere) = (await mine.CodedAsync(First, 1), await mine.CodedAsync(Second, 1), await mine.CodedAsync(Third));
        async Task RefusedAsync(HttpStatusCode status, string sentence, params long[] ids)
        {
            var page = await mine.SplitAsync(Db(), 1, "Ny", "", ids);
            Assert.That((page.Status, page.Text.Contains(sentence)), Is.EqualTo((status, true)), page.Text);
        }
        await RefusedAsync(HttpStatusCode.BadRequest, "Vælg mindst ét uddrag");
        await RefusedAsync(HttpStatusCode.BadRequest, "Lad mindst ét uddrag blive", adults.Id, temps.Id);
        await RefusedAsync(HttpStatusCode.Conflict, "Intet er delt", adults.Id, elsewhere.Id);
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_ticked_on_one_page_is_kept_on_the_next_and_the_queries_do_not_grow()
    {
        var mine = await OpenAsync(new string('ø', 200));
        var piece = await Said.PieceAsync(PieceClass.Local, "Lang");
        var passages = await Said.ManyPassagesAsync(mine.Transcript, 60);
        await Said.TieAsync(piece, passages[..3]);
        async Task ReadAsync() => await mine.Site.GetAsync(mine.Pieces + "/1/split");
        await ReadAsync();
        var few = await QueryCounter.CountAsync(ReadAsync);
        await Said.TieAsync(piece, passages[3..]);
        Assert.That(await QueryCounter.CountAsync(ReadAsync), Is.EqualTo(few));

        var next = await mine.Site.PostAsync(mine.Pieces + "/1/split/choice", ("PassageIds", $"{passages[2].Id}"), ("After", $"{passages[24].Id}"));
        Assert.That(next.Text, Does.Contain("Uddrag 26–50 af 60").And.Contain("1 er valgt på andre sider"));
        Assert.That(next.Html, Does.Contain($"<input type=\"hidden\" name=\"PassageIds\" value=\"{passages[2].Id}\">"));
    }

    [Test]
    public async Task Of_two_who_split_the_same_piece_at_once_one_gets_409()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var piece = await Said.PieceAsync(PieceClass.Local, "Voksne og vikarer");
        await mine.CodedAsync(First, 1);
        var temps = await mine.CodedAsync(Second, 1);
        var answers = await Task.WhenAll(mine.SplitAsync(Db(), 1, "Min", "", temps.Id), jonas.SplitAsync(Db(), 1, "Hans", "", temps.Id));
        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(2));
        Assert.That(await PassagesOfAsync(piece.Id), Has.Count.EqualTo(1));
    }

    private Task<List<long>> PassagesOfAsync(long pieceId) =>
        Db().Codings.Where(c => c.SolutionPieceId == pieceId).OrderBy(c => c.PassageId).Select(c => c.PassageId).ToListAsync();

    private async Task<string> VersionAsync(int number) =>
        (await Db().SolutionPieces.AsNoTracking().SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == number)).Version.ToString();
}
