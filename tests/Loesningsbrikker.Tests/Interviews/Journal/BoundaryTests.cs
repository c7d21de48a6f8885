using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>Moving where a passage begins and ends, and coming too late for what a colleague took away.</summary>
public sealed class BoundaryTests(DatabaseKind database) : JournalTest(database)
{
    [Test]
    public async Task A_moved_boundary_keeps_the_codings_and_the_note_and_cuts_the_words_anew()
    {
        var mine = await OpenAsync();
        var passage = await mine.CodedAsync("halv fire", title: "Flere voksne", note: "Hvornår?");
        var end = passage.End + " er der én tilbage".Length;
        var moved = (await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start - 8, end)).Json<PassageView>();
        Assert.That((moved.Id, moved.Note, moved.Step!.Text), Is.EqualTo((passage.Id, "Hvornår?", "grænsen flyttet")));
        Assert.That(moved.Codings, Is.EqualTo(passage.Codings));
        var row = await Db().Passages.SingleAsync(p => p.Id == passage.Id);
        Assert.That((row.Quote, row.Suffix[..10]), Is.EqualTo(("Klokken halv fire er der én tilbage", " på stuen.")));
        Assert.That((await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start - 8, end)).Status, Is.EqualTo(HttpStatusCode.OK), "Sent again.");
    }

    [Test]
    public async Task A_boundary_that_a_colleague_moved_first_is_told()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var passage = await mine.CodedAsync("halv fire");
        await jonas.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start - 8, passage.End);
        var late = await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start, passage.End + 3);
        Assert.That((late.Status, late.Text.Contains("flyttet grænsen")), Is.EqualTo((HttpStatusCode.Conflict, true)), late.Text);
    }

    [Test]
    public async Task A_released_quotation_keeps_its_words_until_it_is_withdrawn()
    {
        var mine = await OpenAsync();
        var passage = await mine.CodedAsync("halv fire");
        var db = Db();
        var row = await db.Passages.SingleAsync(p => p.Id == passage.Id);
        row.Release(City.User(Role.Leader).Id, db.UtcNow);
        await db.SaveChangesAsync();
        var refused = await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start, passage.End + 3);
        Assert.That((refused.Status, refused.Text.Contains("Træk citatet tilbage")), Is.EqualTo((HttpStatusCode.BadRequest, true)), refused.Text);
        Assert.That((await mine.UndoAsync()).Text, Does.Contain("frigivet som citat"));
        row.Withdraw();
        await db.SaveChangesAsync();
        Assert.That((await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start, passage.End + 3)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Two_passages_never_lie_exactly_on_one_another()
    {
        var mine = await OpenAsync();
        var (one, other) = (await mine.CodedAsync("halv fire"), await mine.CodedAsync("halv fire er"));
        var refused = await mine.MoveAsync(one.Id, one.Start, one.End, other.Start, other.End);
        Assert.That((refused.Status, refused.Text.Contains("allerede et uddrag")), Is.EqualTo((HttpStatusCode.BadRequest, true)), refused.Text);
    }

    [Test]
    public async Task Who_comes_too_late_for_what_a_colleague_took_away_is_told_and_who_sends_twice_is_not()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var passage = await mine.CodedAsync(First, title: "Flere voksne");
        await jonas.UncodeAsync(passage.Codings[0].Id);
        Assert.That((await jonas.UncodeAsync(passage.Codings[0].Id)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await mine.UncodeAsync(passage.Codings[0].Id)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        await jonas.DeleteAsync(passage.Id);
        Assert.That((await jonas.DeleteAsync(passage.Id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        var note = await mine.NoteAsync(passage.Id, "Min tanke", passage.Version);
        Assert.That((note.Status, note.Text.Contains("Noten er ikke gemt.")), Is.EqualTo((HttpStatusCode.Conflict, true)), note.Text);
        Assert.That((await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start, passage.End - 5)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await mine.DeleteAsync(passage.Id + 4711)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
