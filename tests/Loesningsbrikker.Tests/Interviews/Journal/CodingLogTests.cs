using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

public sealed class CodingLogTests(DatabaseKind database) : JournalTest(database)
{
    private string Log => City.Path + "/coding-log";

    [Test]
    public async Task It_tells_in_sentences_who_did_what_and_where_and_offers_to_undo_what_is_one_s_own()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var piece = await Said.PieceAsync(PieceClass.Local, "Flere voksne");
        var passage = await jonas.CodedAsync(Second, piece.Number);
        await mine.UncodeAsync(passage.Codings[0].Id);
        var page = await mine.Site.GetAsync(Log);
        Assert.That(page.Text, Does.Contain("Jonas Kode knyttede uddraget i afsnit 2 til D-1.").And.Contain("Prøve Consultant løsnede uddraget i afsnit 2 fra D-1."));
        Assert.That(page.Text, Does.Contain("Fortryd : Prøve Consultant løsnede").And.Not.Contain("Fortryd : Jonas Kode"));
        Assert.That(page.Text, Does.Not.Contain("Vikarerne"), "What was said stands in the interview only.");
        await mine.UndoAsync();
        Assert.That((await mine.Site.GetAsync(Log)).Text, Does.Contain("Prøve Consultant løsnede uddraget i afsnit 2 fra D-1. Fortrudt.")
            .And.Contain("Prøve Consultant fortrød: løsnet fra D-1 (afsnit 2)."));
    }

    [Test]
    public async Task It_is_narrowed_by_interview_and_person_and_paged()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        await jonas.CodedAsync(Second);
        for (var i = 0; i < 26; i++)
            await mine.CodeAsync(i, i + 5);
        var piece = await Said.PieceAsync(PieceClass.Local, "Flere voksne");
        await mine.EditAsync(Db(), piece.Number, "Nye ord", "Fordi.");
        Assert.That((await mine.Site.GetAsync(Log)).Text, Does.Contain("Side 1 af 2").And.Contain("ændrede D-1"));
        Assert.That((await mine.Site.GetAsync($"{Log}?person={Jonas.Id}")).Text, Does.Contain("Jonas Kode markerede").And.Not.Contain("Prøve Consultant markerede"));
        Assert.That((await mine.Site.GetAsync(Log + "?interview=1")).Text, Does.Not.Contain("ændrede D-1"));
        Assert.That((await mine.Site.GetAsync(Log + "?interview=9")).Text, Does.Contain("Ingen skridt passer"));
    }

    [Test]
    public async Task It_sends_as_many_queries_for_a_full_page_as_for_one_step()
    {
        var mine = await OpenAsync();
        await mine.CodedAsync(First);
        async Task ReadAsync() => await mine.Site.GetAsync(Log);
        await ReadAsync();
        var one = await QueryCounter.CountAsync(ReadAsync);
        for (var i = 0; i < 30; i++)
            await mine.CodeAsync(i, i + 5, title: $"Brik {i}");
        Assert.That(await QueryCounter.CountAsync(ReadAsync), Is.EqualTo(one));
    }

    [Test]
    public async Task Reading_it_is_logged()
    {
        var mine = await OpenAsync();
        await mine.Site.GetAsync(Log);
        Assert.That(await Db().AccessLogEntries.CountAsync(e => e.Kind == AccessKind.PassagesRead && e.ProcessId == City.Process.Id && e.SubjectId == null
            && e.UserId == City.User(Role.Consultant).Id), Is.EqualTo(1));
    }
}
