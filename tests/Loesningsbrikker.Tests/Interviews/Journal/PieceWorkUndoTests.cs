using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>Merging, splitting and editing pieces, undone from the log.</summary>
public sealed class PieceWorkUndoTests(DatabaseKind database) : JournalTest(database)
{
    [Test]
    public async Task A_merge_is_undone_with_a_reason_both_are_as_before_and_both_histories_tell_it()
    {
        var mine = await OpenAsync();
        var (a, b) = (await Said.PieceAsync(PieceClass.Local, "Flere hænder", formulated: true), await Said.PieceAsync(PieceClass.Local, "Bedre normering", formulated: true));
        await mine.CodedAsync(First, a.Number);
        await mine.CodedAsync(First, b.Number);
        await mine.CodedAsync(Second, a.Number);
        var before = await RowsAsync();
        await mine.MergeAsync(Db(), a.Number, b.Number);
        var step = await LastStepAsync();
        var preview = await mine.Site.GetAsync($"{City.Path}/coding-steps/{step.Id}/undo");
        Assert.That(preview.Text, Does.Contain("lagde D-1 sammen med D-2").And.Contain("2 uddrag hører bagefter til D-1").And.Contain("D-1 bliver igen en brik for sig selv (formuleret).")
            .And.Contain("Begrundelse"));
        var refused = await mine.FromLogAsync("undo", step.Id, reason: "");
        Assert.That((refused.Status, refused.Text.Contains("Skriv en begrundelse.")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var undone = await mine.FromLogAsync("undo", step.Id, "De var alligevel forskellige.");
        Assert.That(undone.Location, Is.EqualTo(City.Path + "/coding-log"), undone.Text);
        Assert.That(await RowsAsync(), Is.EqualTo(before));
        foreach (var number in new[] { 1, 2 })
            Assert.That((await mine.Site.GetAsync($"{mine.Pieces}/{number}")).Text, Does.Contain("Fortrudt").And.Contain("D-1 var lagt sammen med D-2.").And.Contain("De var alligevel forskellige."));
        Assert.That((await mine.Site.GetAsync(City.Path + "/coding-log")).Text, Does.Contain("fortrød: D-1 lagt sammen med D-2."));
    }

    [Test]
    public async Task A_colleague_may_undo_work_on_pieces_and_only_who_undid_it_may_redo_it()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var piece = await Said.PieceAsync(PieceClass.Local, "Flere hænder");
        await mine.EditAsync(Db(), piece.Number, "Nye ord", "Fordi.");
        var step = await LastStepAsync();
        Assert.That((await jonas.FromLogAsync("undo", step.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await mine.FromLogAsync("redo", step.Id)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await jonas.FromLogAsync("redo", step.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == piece.Id)).Title, Is.EqualTo("Nye ord"));
    }

    [Test]
    public async Task Words_that_were_changed_again_since_are_not_overwritten_and_other_parts_do_not_stand_in_the_way()
    {
        var mine = await OpenAsync();
        var piece = await Said.PieceAsync(PieceClass.Local, "Flere hænder", description: "Gammel.");
        await mine.EditAsync(Db(), piece.Number, "Nye ord", "Gammel.");
        var title = await LastStepAsync();
        await mine.EditAsync(Db(), piece.Number, "Nye ord", "Ny.");
        var description = await LastStepAsync();
        Assert.That((await mine.FromLogAsync("undo", title.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        var row = await Db().SolutionPieces.SingleAsync(p => p.Id == piece.Id);
        Assert.That((row.Title, row.Description), Is.EqualTo(("Flere hænder", "Ny.")));
        await mine.EditAsync(Db(), piece.Number, "Flere hænder", "Nyere.");
        var refused = await mine.FromLogAsync("undo", description.Id);
        Assert.That((refused.Status, refused.Text.Contains("brikken er ændret siden")), Is.EqualTo((HttpStatusCode.Conflict, true)), refused.Text);
    }

    [Test]
    public async Task A_merge_is_not_undone_behind_the_politicians_back()
    {
        var mine = await OpenAsync();
        var (a, b) = (await Said.PieceAsync(PieceClass.Political, "Flere hænder", formulated: true), await Said.PieceAsync(PieceClass.Political, "Bedre normering", formulated: true));
        await mine.MergeAsync(Db(), a.Number, b.Number);
        var step = await LastStepAsync();
        var db = Db();
        (await db.SolutionPieces.SingleAsync(p => p.Id == b.Id)).Stage = PieceStage.Submitted;
        await db.SaveChangesAsync();
        var refused = await mine.FromLogAsync("undo", step.Id);
        Assert.That((refused.Status, refused.Text.Contains("Den kan ikke lægges sammen med andre længere.")), Is.EqualTo((HttpStatusCode.Conflict, true)), refused.Text);
    }

    [Test]
    public async Task A_redone_merge_leaves_nothing_behind_that_was_tied_meanwhile()
    {
        var mine = await OpenAsync();
        var (a, b) = (await Said.PieceAsync(PieceClass.Local, "Ender"), await Said.PieceAsync(PieceClass.Local, "Lever"));
        await mine.CodedAsync(First, a.Number);
        await mine.MergeAsync(Db(), a.Number, b.Number);
        var step = await LastStepAsync();
        await mine.FromLogAsync("undo", step.Id);
        await mine.CodedAsync(Second, a.Number);
        var refused = await mine.FromLogAsync("redo", step.Id);
        Assert.That((refused.Status, refused.Text.Contains("har siden fået flere uddrag")), Is.EqualTo((HttpStatusCode.Conflict, true)), refused.Text);
        Assert.That(await Db().Codings.CountAsync(c => c.SolutionPieceId == a.Id), Is.EqualTo(2));
    }

    [Test]
    public async Task A_leader_who_reads_the_log_undoes_nothing()
    {
        var mine = await OpenAsync();
        await City.LetLeadersReadAsync(Host);
        await mine.CodedAsync(First);
        var leader = await SignInAsync(Role.Leader);
        var log = await leader.GetAsync(City.Path + "/coding-log");
        Assert.That(log.Text, Does.Contain("markerede uddraget i afsnit 1").And.Not.Contain("Fortryd"));
        Assert.That((await leader.PostAsync($"{City.Path}/coding-steps/{(await LastStepAsync()).Id}/undo", ("Reason", "x"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private Task<CodingStep> LastStepAsync() =>
        Db().CodingSteps.Where(s => s.ProcessId == City.Process.Id && s.UndoneStepId == null && s.RedoneStepId == null).OrderByDescending(s => s.Id).FirstAsync();
}
