using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>Several people in one interview at once.</summary>
public sealed class LiveTests(DatabaseKind database) : JournalTest(database)
{
    [Test]
    public async Task A_coding_by_one_is_told_to_the_other_with_its_piece_and_so_is_its_undoing()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        await using var stream = await LiveStream.OpenAsync(jonas.Site, mine.Api);
        await stream.HereAsync();
        var passage = await mine.CodedAsync(First, title: "Flere voksne", note: "Hvornår?");
        var news = (await stream.ChangesAsync())!;
        Assert.That(news.Passages.Single().Codings, Is.EqualTo(passage.Codings));
        Assert.That(news.Pieces.Single().Title, Is.EqualTo("Flere voksne"));
        Assert.That(news.Steps, Is.EqualTo(new[] { new StepBy(passage.Step!.Id, City.User(Role.Consultant).Id) }));

        await mine.UndoAsync();
        news = (await stream.ChangesAsync())!;
        Assert.That((news.Removed, news.GonePieces), Is.EqualTo((new[] { passage.Id }, new[] { 1 })));
    }

    [Test]
    public async Task Who_was_away_hears_what_was_missed_by_the_last_event_id()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        var first = await mine.CodedAsync(First);
        string? last;
        await using (var stream = await LiveStream.OpenAsync(jonas.Site, mine.Api, query: "?after=0"))
        {
            Assert.That((await stream.ChangesAsync())!.Passages.Single().Id, Is.EqualTo(first.Id));
            last = stream.LastId;
        }
        var second = await mine.CodedAsync(Second);
        await using var again = await LiveStream.OpenAsync(jonas.Site, mine.Api, last, query: "?stay=false");
        // What happened just before is told once more: a lower key may be stored after a higher one.
        Assert.That((await again.ChangesAsync())!.Passages.Select(p => p.Id), Does.Contain(second.Id));
        Assert.That(await again.ChangesAsync(), Is.Null, "It did not ask to stay.");
    }

    [Test]
    public async Task Merging_and_splitting_tell_every_open_text_of_the_process_to_fetch_its_passages()
    {
        var mine = await OpenAsync();
        var (a, b) = (await Said.PieceAsync(PieceClass.Local, "Ender"), await Said.PieceAsync(PieceClass.Local, "Lever"));
        await mine.CodedAsync(First, a.Number);
        await using var stream = await LiveStream.OpenAsync(mine.Site, mine.Api);
        await stream.HereAsync();
        await mine.MergeAsync(Db(), a.Number, b.Number);
        var news = (await stream.ChangesAsync())!;
        Assert.That((news.Reload, news.GonePieces, news.Pieces.Single().Number), Is.EqualTo((true, new[] { 1 }, 2)));
    }

    [Test]
    public async Task What_happens_in_another_text_or_another_municipality_is_not_told()
    {
        var mine = await OpenAsync();
        var other = await OpenAsync("En anden samtale.");
        await using var stream = await LiveStream.OpenAsync(mine.Site, mine.Api);
        await stream.HereAsync();
        await other.CodedAsync("En anden");
        var own = await mine.CodedAsync(First);
        Assert.That((await stream.ChangesAsync())!.Passages.Single().Id, Is.EqualTo(own.Id));
    }

    [Test]
    public async Task Each_sees_who_else_is_here()
    {
        var mine = await OpenAsync();
        var jonas = await JonasAtAsync(mine);
        await using var first = await LiveStream.OpenAsync(mine.Site, mine.Api);
        Assert.That(await first.HereAsync(), Is.EqualTo(new[] { "Prøve Consultant" }));
        await using var second = await LiveStream.OpenAsync(jonas.Site, mine.Api);
        Assert.That(await second.HereAsync(), Is.EqualTo(new[] { "Jonas Kode", "Prøve Consultant" }));
        Assert.That(await first.HereAsync(), Is.EqualTo(new[] { "Jonas Kode", "Prøve Consultant" }));
    }

    [Test]
    public async Task A_text_of_another_process_has_no_stream_here_and_who_may_not_read_gets_none()
    {
        var mine = await OpenAsync();
        var other = await City.AddProcessAsync(Db(City.User(Role.Consultant)), "S");
        Assert.That((await mine.Site.GetAsync($"/dialogue-processes/{other.Id}/transcripts/{mine.Transcript.Id}/live")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await SignInAsync(Role.Leader)).GetAsync(mine.Api + "/live")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_look_with_nothing_new_is_one_question_whatever_the_audience()
    {
        var mine = await OpenAsync();
        var step = (await mine.CodedAsync(First)).Step!.Id;
        // On a clock that stands still, so that who is here is asked once.
        await using var live = new CodingLive(Host.Services.GetRequiredService<IServiceScopeFactory>(), new MovableClock(), NullLogger<CodingLive>.Instance);
        var topics = Enumerable.Range(0, 50).Select(i => new CodingTopic(City.MunicipalityId, City.Process.Id, mine.Transcript.Id + i)).ToList();
        Task LookAsync(long after) => live.LookAsync(new LiveQuestion<CodingTopic>(after, [], topics), CancellationToken.None);
        await LookAsync(step);
        Assert.That(await QueryCounter.CountAsync(() => LookAsync(step)), Is.EqualTo(1));
        // The changed passage with its codings, once for all who have that text open; it is tied to no piece.
        Assert.That(await QueryCounter.CountAsync(() => LookAsync(step - 1)), Is.EqualTo(2));
    }
}
