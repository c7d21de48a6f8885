using System.Collections.Concurrent;
using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>Many at once: everybody counts once, what was acknowledged is counted, and nothing else is.</summary>
public sealed class BallotRaceTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Fifty_participants_at_once_count_once_each()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 10), ("Medarbejdere", 40));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(50);
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        // Each sends twice at once, as a phone does that got no answer.
        var answers = await Task.WhenAll(phones.SelectMany((phone, i) => Enumerable.Range(0, 2).Select(_ => phone.SendAsync(round, 1, (1, 1 + (i % 3), null)))));
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        await live.DoAsync(round, "close");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((17, 17, 16)));
        var count = await live.CountOfAsync(round);
        Assert.That((count.People, count.Results.Sum(r => r.People)), Is.EqualTo((50, 50)));
        Assert.That(count.ResultsSha256, Is.EqualTo(count.Checksum()));
        Assert.That(await Db().MeetingAttendances.Where(a => a.MeetingId == live.Meeting.Id).Select(a => a.Present).ToListAsync(), Is.EquivalentTo(new[] { 10, 40 }));
    }

    [Test]
    public async Task One_participant_on_eight_phones_at_once_counts_once([Values] bool secret)
    {
        var live = await BeginAsync(secret, ("Ledere", 1));
        var piece = await live.PieceAsync("Brik");
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        var slip = live.NextSlip();
        var phones = new Phone[8];
        for (var i = 0; i < phones.Length; i++)
            phones[i] = await Phone.JoinAsync(live, slip);
        var answers = await Task.WhenAll(phones.Select(p => p.SendAsync(round, 1, (1, AnswerValues.Yes, null))));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.EqualTo(secret ? 1 : 8));
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict));
        await live.DoAsync(round, "close");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public async Task What_is_acknowledged_while_the_question_closes_is_counted_and_nothing_else([Values] bool secret)
    {
        var live = await BeginAsync(secret, ("Ledere", 24));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(24);
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        var acknowledged = new ConcurrentDictionary<int, int>();
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = phones.Select((phone, i) => Task.Run(async () =>
        {
            // Everybody changes their mind until the question refuses.
            for (var revision = 1; ; revision++)
            {
                var value = 1 + ((i + revision) % 3);
                if ((await phone.SendAsync(round, revision, (1, value, null))).Status != HttpStatusCode.OK)
                    return;
                acknowledged[i] = value;
                if (acknowledged.Count > phones.Length / 2)
                    half.TrySetResult();
            }
        })).ToArray();
        await half.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await live.DoAsync(round, "close");
        await Task.WhenAll(sending).WaitAsync(TimeSpan.FromMinutes(2));
        var count = await live.CountOfAsync(round);
        Assert.That(count.Results.ToDictionary(r => r.Value, r => r.People), Is.EquivalentTo(acknowledged.Values.GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count())));
        Assert.That(await Db().Ballots.CountAsync(b => b.RoundId == round), Is.EqualTo(acknowledged.Count));
    }

    [Test]
    public async Task Of_two_who_open_a_question_at_once_one_is_told_that_another_is_open()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 1));
        var rounds = new[] { await live.PlanAsync(RoundKind.Validity, [await live.PieceAsync("A")]), await live.PlanAsync(RoundKind.Validity, [await live.PieceAsync("B")]) };
        var colleague = await SignInAsync(Role.Consultant);
        await colleague.GetAsync(live.Path + "/agenda");
        var answers = await Task.WhenAll(live.TryAsync(rounds[0], "open"), colleague.PostAsync($"{live.Path}/rounds/{rounds[1]}/open"));
        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.BadRequest }));
        Assert.That(answers.Single(a => a.Status == HttpStatusCode.BadRequest).Text, Does.Contain("der kan kun være ét åbent spørgsmål ad gangen"));
    }

    [Test]
    public async Task Two_who_close_at_once_count_once()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 5));
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        foreach (var phone in await live.JoinAsync(5))
            await phone.AnswerAsync(round, AnswerValues.Yes);
        var colleague = await SignInAsync(Role.Consultant);
        await colleague.GetAsync(live.Path + "/agenda");
        var answers = await Task.WhenAll(live.TryAsync(round, "close"), colleague.PostAsync($"{live.Path}/rounds/{round}/close"));
        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        Assert.That(await Db().RoundCounts.CountAsync(c => c.RoundId == round), Is.EqualTo(1));
    }

    [Test]
    public async Task Phones_that_join_with_one_slip_at_once_are_one_participant()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 1));
        var slip = live.NextSlip();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Phone.JoinAsync(live, slip)));
        Assert.That(await Db().MeetingParticipants.Where(p => p.MeetingId == live.Meeting.Id).Select(p => p.PresentSinceUtc != null).ToListAsync(), Is.EqualTo(new[] { true }));
    }

    private Task<LiveMeeting> BeginAsync(bool secret, params (string, int)[] groups) =>
        LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret, groups);
}
