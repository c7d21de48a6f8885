using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Meetings.Phone;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>Phones learn by themselves what is asked next, and a hall full of them costs the database no more than one.</summary>
public sealed partial class MeetingWatchTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Test]
    public async Task A_waiting_phone_is_told_of_the_question_of_more_time_and_of_the_end()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 1));
        var phone = await live.JoinAsync();
        var now = await NowAsync(live, phone, "");
        Assert.That((now.HasJoined, now.RoundId, now.Html), Is.EqualTo((true, (long?)null, now.Html)));
        Assert.That(now.Html, Does.Contain("Vent på næste spørgsmål"));
        var waiting = NowAsync(live, phone, now.Version);
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Flere voksne"));
        var asked = await waiting.WaitAsync(Patience);
        Assert.That((asked.RoundId, asked.ClosesIn), Is.EqualTo(((long?)round, (double?)null)));
        Assert.That(asked.Html, Does.Contain("Flere voksne").And.Contain("Kan du genkende denne brik?").And.Not.Contain("__RequestVerificationToken"));
        waiting = NowAsync(live, phone, asked.Version);
        await live.DoAsync(round, "extend", ("Seconds", "90"));
        var longer = await waiting.WaitAsync(Patience);
        Assert.That((longer.RoundId, longer.ClosesIn), Is.EqualTo((round, longer.ClosesIn)));
        Assert.That(longer.ClosesIn, Is.InRange(1, 90));
        await live.DoAsync(round, "close");
        await live.Leader.PostAsync(live.Path + "/live/end");
        var seen = longer;
        while (!seen.Html!.Contains("Mødet er slut", StringComparison.Ordinal))
            seen = await NowAsync(live, phone, seen.Version).WaitAsync(Patience);
    }

    [Test]
    public async Task A_page_that_is_newer_than_what_this_host_read_last_is_not_taken_back()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 1));
        var phone = await live.JoinAsync();
        var before = await NowAsync(live, phone, "");
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        // The page was loaded right after the question opened, and shows it.
        var version = Version().Match((await phone.LookAsync()).Html).Groups["version"].Value;
        Assert.That(version, Is.Not.EqualTo(before.Version));
        var answer = NowAsync(live, phone, version);
        await live.DoAsync(round, "close");
        Assert.That((await answer.WaitAsync(Patience)).RoundId, Is.Null, "It heard of the closing, and of nothing older.");
    }

    [Test]
    public async Task Five_hundred_phones_are_one_question_to_the_database()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 1));
        var watch = Host.Services.GetRequiredService<MeetingWatch>();
        var first = (await watch.WaitAsync(live.Meeting.Id, "", CancellationToken.None))!;
        var queries = 0;
        Task<MeetingNow?>[] waiting = [];
        queries = await QueryCounter.CountAsync(() =>
        {
            waiting = [.. Enumerable.Range(0, 500).Select(_ => watch.WaitAsync(live.Meeting.Id, first.Version, CancellationToken.None))];
            return Task.CompletedTask;
        });
        Assert.That(queries, Is.Zero, "They wait for what the Host asks once a second for all of them.");
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        Assert.That((await Task.WhenAll(waiting).WaitAsync(Patience)).Select(n => n!.RoundId), Is.All.EqualTo(round));
    }

    [Test]
    public async Task Who_has_not_joined_is_told_so_at_once()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 0));
        var answer = await Site.Anonymous(Host).GetAsync($"/m/{live.Code}/now?seen=x");
        Assert.That(answer.Json<PhoneNews>(), Is.EqualTo(new PhoneNews(HasJoined: false, "", null, null, null)));
    }

    private static async Task<PhoneNews> NowAsync(LiveMeeting live, Phone phone, string seen) =>
        (await phone.Site.GetAsync($"/m/{live.Code}/now?seen={seen}")).Json<PhoneNews>();

    [GeneratedRegex("data-version=\"(?<version>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Version();
}
