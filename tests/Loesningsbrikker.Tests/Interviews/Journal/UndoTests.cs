using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

public sealed class UndoTests(DatabaseKind database) : JournalTest(database)
{
    [Test]
    public async Task The_page_offers_the_last_own_step_by_name_and_has_it_again_after_a_reload()
    {
        var mine = await OpenAsync();
        var piece = await Said.PieceAsync(PieceClass.Local, "Flere voksne");
        var coded = await mine.CodedAsync(First, piece.Number);
        Assert.That(coded.Step!.Text, Is.EqualTo("knyttet til D-1"));
        Assert.That(await mine.StateAsync(), Is.EqualTo(new UndoState(coded.Step, null)));

        var undone = (await mine.UndoAsync()).Json<UndoAnswer>();
        Assert.That(undone.State, Is.EqualTo(new UndoState(null, coded.Step)));
        Assert.That(undone.Changes.Removed, Is.EqualTo(new[] { coded.Id }));
        var redone = (await mine.RedoAsync()).Json<UndoAnswer>();
        Assert.That(redone.State, Is.EqualTo(new UndoState(coded.Step, null)));
        Assert.That(redone.Changes.Passages.Single().Codings, Is.EqualTo(coded.Codings), "The same keys, so that links stay valid.");
    }

    [Test]
    public async Task Each_step_is_told_in_words()
    {
        var mine = await OpenAsync();
        var piece = await Said.PieceAsync(PieceClass.Local, "Flere voksne");
        var passage = await mine.CodedAsync(First);
        Assert.That(passage.Step!.Text, Is.EqualTo("markeret uden brik"));
        await mine.NoteAsync(passage.Id, "Hvornår?", passage.Version);
        Assert.That((await mine.StateAsync()).Undo!.Text, Is.EqualTo("noten ændret"));
        passage = await mine.CodedAsync(First, piece.Number);
        await mine.UncodeAsync(passage.Codings[0].Id);
        Assert.That((await mine.StateAsync()).Undo!.Text, Is.EqualTo("løsnet fra D-1"));
        await mine.MoveAsync(passage.Id, passage.Start, passage.End, passage.Start, passage.End - 10);
        Assert.That((await mine.StateAsync()).Undo!.Text, Is.EqualTo("grænsen flyttet"));
        await mine.DeleteAsync(passage.Id);
        Assert.That((await mine.StateAsync()).Undo!.Text, Is.EqualTo("mærket fjernet"));
    }

    [Test]
    public async Task Sending_the_same_coding_again_leaves_no_second_step()
    {
        var mine = await OpenAsync();
        await mine.CodedAsync(First, title: "Flere voksne");
        Assert.That((await mine.CodedAsync(First, title: "Flere voksne")).Step, Is.Null);
        Assert.That(await Db().CodingSteps.CountAsync(s => s.ProcessId == City.Process.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task An_undo_sent_again_because_its_answer_was_lost_undoes_once()
    {
        var mine = await OpenAsync();
        await mine.CodedAsync(First);
        var second = (await mine.CodedAsync(Second)).Step!;
        await mine.UndoAsync(second.Id);
        var again = await mine.UndoAsync(second.Id);
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK), again.Text);
        Assert.That(await Db().Passages.CountAsync(p => p.TranscriptId == mine.Transcript.Id), Is.EqualTo(1));
        await mine.RedoAsync(second.Id);
        Assert.That((await mine.RedoAsync(second.Id)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Db().CodingSteps.CountAsync(s => s.ProcessId == City.Process.Id), Is.EqualTo(4));
    }

    [Test]
    public async Task A_new_own_step_empties_what_could_be_redone_and_a_colleague_s_does_not()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var first = (await mine.CodedAsync(First)).Step!;
        await mine.UndoAsync();
        await jonas.CodedAsync(Second);
        Assert.That((await mine.StateAsync()).Redo, Is.EqualTo(first));
        await mine.CodedAsync(Third);
        Assert.That((await mine.StateAsync()).Redo, Is.Null);
        Assert.That((await mine.RedoAsync(first.Id)).Status, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Nobody_undoes_somebody_else_s_step_in_an_interview()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var step = (await mine.CodedAsync(First)).Step!;
        Assert.That(await jonas.StateAsync(), Is.EqualTo(new UndoState(null, null)));
        Assert.That((await jonas.UndoAsync(step.Id)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await jonas.FromLogAsync("undo", step.Id)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await jonas.Site.GetAsync($"{City.Path}/coding-steps/{step.Id}/undo")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Db().Passages.CountAsync(p => p.TranscriptId == mine.Transcript.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task A_button_of_another_tab_that_went_on_does_nothing()
    {
        var mine = await OpenAsync();
        var first = (await mine.CodedAsync(First)).Step!;
        await mine.CodedAsync(Second);
        var refused = await mine.UndoAsync(first.Id);
        Assert.That((refused.Status, await Db().Passages.CountAsync(p => p.TranscriptId == mine.Transcript.Id)), Is.EqualTo((HttpStatusCode.Conflict, 2)));
        Assert.That(refused.Text, Does.Contain("passede ikke længere"));
    }

    [Test]
    public async Task What_a_colleague_built_on_is_not_pulled_away([Values] bool noted)
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var passage = await mine.CodedAsync(First, title: "Flere voksne");
        if (noted)
            await jonas.NoteAsync(passage.Id, "Vigtigt.", passage.Version);
        else
            await jonas.CodedAsync(First, title: "Faste vikarer");
        var before = await RowsAsync();
        var refused = await mine.UndoAsync();
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(refused.Text, Does.Contain(noted ? "fået en anden note" : "siden knyttet til mere"));
        Assert.That(await RowsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_piece_drafted_with_a_coding_is_withdrawn_with_it_and_its_number_is_not_used_again()
    {
        var mine = await OpenAsync();
        await mine.CodedAsync(First, title: "Flere voksne");
        var changes = (await mine.UndoAsync()).Json<UndoAnswer>().Changes;
        Assert.That(changes.GonePieces, Is.EqualTo(new[] { 1 }));
        var page = await mine.Site.GetAsync(mine.Pieces + "/1");
        Assert.That(page.Text, Does.Contain("D-1 er trukket tilbage").And.Contain("Et uddrag var knyttet til brikken."));
        Assert.That((await mine.Site.GetAsync(mine.Pieces)).Text, Does.Not.Contain("Flere voksne"));
        Assert.That((await mine.Site.GetAsync(mine.Pieces + "?stage=Withdrawn")).Text, Does.Contain("Flere voksne"));
        Assert.That((await (await SignInAsync(Role.Committee)).GetAsync(mine.Pieces + "/1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await mine.CodeAsync(First, number: 1)).Text, Does.Contain("Brikken er trukket tilbage."));
        var again = (await mine.CodeAsync(Second, title: "Flere voksne")).Json<PassageStored>();
        Assert.That(again.Piece!.Number, Is.EqualTo(2));
    }

    [Test]
    public async Task A_drafted_piece_that_more_hangs_on_stays_when_the_first_coding_is_undone()
    {
        var mine = await OpenAsync();
        var first = await mine.CodedAsync(First, title: "Flere voksne");
        await mine.CodedAsync(Second, number: 1);
        Assert.That((await mine.FromLogAsync("undo", first.Step!.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        var piece = await Db().SolutionPieces.Include(p => p.Codings).SingleAsync(p => p.ProcessId == City.Process.Id);
        Assert.That((piece.Stage, piece.Codings.Count), Is.EqualTo((PieceStage.Draft, 1)));
        Assert.That((await mine.FromLogAsync("redo", first.Step.Id)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().Codings.CountAsync(c => c.SolutionPieceId == piece.Id), Is.EqualTo(2));
    }

    [Test]
    public async Task A_drafted_piece_that_got_another_class_has_a_life_of_its_own()
    {
        var mine = await OpenAsync();
        await mine.CodedAsync(First, title: "Flere voksne");
        var db = Db(City.User(Role.Consultant));
        (await db.SolutionPieces.SingleAsync(p => p.ProcessId == City.Process.Id)).Reclassify(PieceClass.Political, null, null, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That((await mine.UndoAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.ProcessId == City.Process.Id)).Stage, Is.EqualTo(PieceStage.Draft));
    }

    [Test]
    public async Task A_coding_whose_piece_was_merged_since_is_not_tied_to_a_piece_that_has_ended()
    {
        var mine = await OpenAsync();
        var (ends, lives) = (await Said.PieceAsync(PieceClass.Local, "Ender"), await Said.PieceAsync(PieceClass.Local, "Lever"));
        var passage = await mine.CodedAsync(First, ends.Number);
        await mine.UncodeAsync(passage.Codings[0].Id);
        await mine.MergeAsync(Db(), ends.Number, lives.Number);
        var refused = await mine.UndoAsync();
        Assert.That((refused.Status, refused.Text.Contains("siden lagt sammen")), Is.EqualTo((HttpStatusCode.Conflict, true)), refused.Text);
    }

    [Test]
    public async Task On_a_corrected_text_what_can_be_carried_is_undone_and_the_rest_is_refused()
    {
        var mine = await OpenAsync();
        var (noted, deleted, moved) = (await mine.CodedAsync(First), await mine.CodedAsync(Second), await mine.CodedAsync(Third));
        await mine.NoteAsync(noted.Id, "Hvornår?", noted.Version);
        await mine.DeleteAsync(deleted.Id);
        await mine.MoveAsync(moved.Id, moved.Start, moved.End, moved.Start, moved.End - 8);
        var steps = await Db().CodingSteps.Where(s => s.ProcessId == City.Process.Id).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
        await CorrectAsync(mine);

        var note = await mine.FromLogAsync("undo", steps[3]);
        Assert.That(note.Status, Is.EqualTo(HttpStatusCode.Found), note.Text);
        foreach (var step in new[] { steps[4], steps[5] })
        {
            var refused = await mine.FromLogAsync("undo", step);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(refused.Text, Does.Contain("teksten er rettet siden"));
        }
        // The mark itself can go, and comes back where it lies now.
        Assert.That((await mine.FromLogAsync("undo", steps[0])).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await mine.FromLogAsync("redo", steps[0])).Status, Is.EqualTo(HttpStatusCode.Found));
        var passage = await Db().Passages.SingleAsync(p => p.Id == noted.Id);
        Assert.That((passage.Quote, passage.Note, passage.StartUtf16), Is.EqualTo((First, "", noted.Start + 5)));
        Assert.That(passage.TranscriptId, Is.Not.EqualTo(mine.Transcript.Id));
    }

    [Test]
    public async Task What_was_erased_is_told_without_content_and_cannot_be_undone()
    {
        var mine = await OpenAsync();
        var passage = await mine.CodedAsync(First, note: "Hun hedder Mette");
        var db = Db(City.User(Role.Consultant));
        var step = await db.CodingSteps.SingleAsync(s => s.Id == passage.Step!.Id);
        Assert.That(step.Images, Does.Contain("Mette"));
        step.Erase();
        await db.SaveChangesAsync();
        Assert.That((await mine.StateAsync()).Undo, Is.Null);
        Assert.That((await mine.FromLogAsync("undo", step.Id)).Text, Does.Contain("indholdet er slettet"));
        Assert.That((await mine.Site.GetAsync(City.Path + "/coding-log")).Text, Does.Contain("markerede uddraget i afsnit 1 uden brik"));
    }

    [Test]
    public async Task Two_who_undo_the_same_merge_at_once_undo_it_once()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var (ends, lives) = (await Said.PieceAsync(PieceClass.Local, "Ender"), await Said.PieceAsync(PieceClass.Local, "Lever"));
        await mine.CodedAsync(First, ends.Number);
        await mine.MergeAsync(Db(), ends.Number, lives.Number);
        var step = await Db().CodingSteps.OrderBy(s => s.Id).LastAsync(s => s.ProcessId == City.Process.Id);
        var answers = await Task.WhenAll(mine.FromLogAsync("undo", step.Id), jonas.FromLogAsync("undo", step.Id));
        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        Assert.That(await Db().Codings.CountAsync(c => c.SolutionPieceId == ends.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task Undoing_while_a_colleague_codes_the_same_leaves_nothing_half()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        for (var round = 0; round < 6; round++)
        {
            var step = (await mine.CodedAsync(First, title: "Flere voksne")).Step!;
            var answers = await Task.WhenAll(mine.UndoAsync(step.Id), jonas.CodeAsync(First, title: "Faste vikarer"));
            Assert.That(answers[1].Status, Is.EqualTo(HttpStatusCode.OK), answers[1].Text);
            Assert.That(answers[0].Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict), answers[0].Text);
            var passage = await Db().Passages.Include(p => p.Codings).SingleAsync(p => p.TranscriptId == mine.Transcript.Id);
            Assert.That(passage.Codings, Has.Count.EqualTo(answers[0].Status == HttpStatusCode.OK ? 1 : 2));
            foreach (var coding in passage.Codings)
                await jonas.UncodeAsync(coding.Id);
            await jonas.DeleteAsync(passage.Id);
        }
    }

    /// <summary>A new version with a few letters before the rest; the passages follow, as the correction of a text carries them.</summary>
    private async Task CorrectAsync(JournalCase mine)
    {
        var db = Db(City.User(Role.Consultant));
        var interview = await db.Interviews.SingleAsync(i => i.ProcessId == City.Process.Id);
        var texts = mine.Transcript.Paragraphs.Select((p, i) => new ParagraphText("", i == 0 ? "Nej. " + p.Text : p.Text)).ToList();
        var corrected = TranscriptText.Freeze(interview, 2, TranscriptKind.Verbatim, texts, "", null, db.UtcNow);
        db.Add(corrected);
        await db.SaveChangesAsync();
        foreach (var passage in await db.Passages.Where(p => p.TranscriptId == mine.Transcript.Id).ToListAsync())
            passage.Move(corrected.Id, await PassageRange.RereadAsync(db, City.Process.Id, corrected.Id, passage.StartUtf16 + 5, passage.EndUtf16 + 5));
        await db.SaveChangesAsync();
    }
}
