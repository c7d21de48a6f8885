using Loesningsbrikker.Accounts;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>Sending what is in the outbox, whatever the mail server does.</summary>
public sealed class OutboxTests(DatabaseKind database) : MailTest(database)
{
    private static readonly Action<Mail> Down = _ => throw new MailException("Der er ikke forbindelse til mailserveren.", concernsAll: true);

    [Test]
    public async Task A_mail_is_handed_over_once_with_absolute_links_and_its_own_id()
    {
        await FollowUpAsync(Role.Consultant, Today);
        await RemindAsync();
        var server = new FakeServer();
        Assert.That(await DeliverAsync(server), Is.EqualTo(1));
        Assert.That(await DeliverAsync(server), Is.Zero);
        var mail = server.Taken.Single();
        var message = (await OutboxAsync()).Single();
        Assert.That(mail.MessageId, Is.EqualTo($"<{message.DeliveryId}@proeveby.example>"));
        Assert.That((mail.From, mail.To), Is.EqualTo((Settings.From, City.User(Role.Consultant).Email)));
        Assert.That(mail.Body, Does.Contain($"\nhttps://brikker.proeveby.example{City.Path}/solution-pieces/1\n").And.Not.Contain("~/"));
        Assert.That(mail.Subject + mail.Body, Does.Not.Contain("Faste voksne").And.Not.Contain("Hemmelig"), "neither title nor note");
        Assert.That((message.SentAtUtc, message.Attempts, message.LastError), Is.EqualTo((Clock.GetUtcNow().UtcDateTime, 1, "")));
    }

    [Test]
    public async Task Without_a_mail_server_mails_wait_and_use_up_none_of_their_days()
    {
        await TrialAsync(Role.Leader);
        var server = new FakeServer();
        Clock.Move(TimeSpan.FromDays(40));
        Assert.That(await DeliverAsync(server, new MailSettings()), Is.Zero);
        Assert.That((await OutboxAsync()).Single().Attempts, Is.Zero);
        Assert.That(await DeliverAsync(server), Is.EqualTo(1));
    }

    [Test]
    public async Task A_digest_that_was_never_tried_is_given_up_when_mail_is_set_up_long_after_unless_somebody_asks_for_it()
    {
        await FollowUpAsync(Role.Consultant, Today);
        await RemindAsync();
        Clock.Move(TimeSpan.FromDays(40));
        var server = new FakeServer();
        Assert.That(await DeliverAsync(server), Is.Zero);
        var message = (await OutboxAsync()).Single();
        Assert.That((message.GivenUpAtUtc, message.LastError), Is.EqualTo((Clock.GetUtcNow().UtcDateTime, "Mailen blev for gammel, før den kunne sendes.")));

        var db = Db();
        (await db.OutboxMessages.SingleAsync(m => m.Id == message.Id)).Retry(City.User(Role.Administrator).Id, Clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        Assert.That(await DeliverAsync(server), Is.EqualTo(1));
    }

    [Test]
    public async Task After_a_failure_it_waits_1_5_15_and_60_minutes_and_then_an_hour_each_time()
    {
        await TrialAsync(Role.Leader);
        foreach (var minutes in new[] { 1, 5, 15, 60, 60, 60 })
        {
            await DeliverAsync(new FakeServer(Down));
            var message = (await OutboxAsync()).Single();
            Assert.That(message.NextAttemptAtUtc - Clock.GetUtcNow().UtcDateTime, Is.EqualTo(TimeSpan.FromMinutes(minutes)).Within(TimeSpan.FromMilliseconds(1)));
            Assert.That(message.LastError, Is.EqualTo("Der er ikke forbindelse til mailserveren."));
            Clock.Move(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            await DeliverAsync(new FakeServer(Down));
            Assert.That((await OutboxAsync()).Single().Attempts, Is.EqualTo(message.Attempts), "not before its time");
            Clock.Move(TimeSpan.FromSeconds(1));
        }
    }

    [Test]
    public async Task A_server_that_is_down_for_a_week_loses_nothing_and_gets_each_mail_once()
    {
        for (var day = 0; day < 7; day++)
            foreach (var role in new[] { Role.Consultant, Role.Leader, Role.LocalLeader })
                await FollowUpAsync(role, Today.AddDays(day));
        var tries = 0;
        var down = new FakeServer(mail =>
        {
            tries++;
            Down(mail);
        });
        for (var quarter = 0; quarter < 7 * 24 * 4; quarter++, Clock.Move(TimeSpan.FromMinutes(15)))
        {
            if (quarter % 96 == 0)
                Assert.That(await RemindAsync(), Is.EqualTo(3));
            Assert.That(await DeliverAsync(down), Is.Zero);
        }
        Assert.That((tries, down.Taken.Count), Is.EqualTo((tries, 0)));
        Assert.That(tries, Is.GreaterThan(300));
        var waiting = await OutboxAsync();
        Assert.That(waiting, Has.Count.EqualTo(21));
        Assert.That(waiting.Where(m => m.GivenUpAtUtc != null), Is.Empty);

        var works = new FakeServer();
        for (var minute = 0; minute <= 60; minute++, Clock.Move(TimeSpan.FromMinutes(1)))
            await DeliverAsync(works);
        Assert.That(works.Taken.Select(m => m.MessageId), Is.EquivalentTo(waiting.Select(m => $"<{m.DeliveryId}@proeveby.example>")));
        Assert.That((await OutboxAsync()).Where(m => m.SentAtUtc == null), Is.Empty);
    }

    [Test]
    public async Task It_is_given_up_after_ten_days_and_an_administrator_can_begin_again()
    {
        await TrialAsync(Role.Leader);
        await DeliverAsync(new FakeServer(Down));
        Clock.Move(OutboxMessage.Patience - TimeSpan.FromMinutes(1));
        await DeliverAsync(new FakeServer(Down));
        Assert.That((await OutboxAsync()).Single().GivenUpAtUtc, Is.Null, "not before ten days");
        Clock.Move(TimeSpan.FromHours(1));
        await DeliverAsync(new FakeServer(Down));
        Assert.That((await OutboxAsync()).Single().GivenUpAtUtc, Is.EqualTo(Clock.GetUtcNow().UtcDateTime));
        Clock.Move(TimeSpan.FromDays(1));
        var works = new FakeServer();
        Assert.That(await DeliverAsync(works), Is.Zero);

        var db = Db();
        var admin = City.User(Role.Administrator).Id;
        (await db.OutboxMessages.SingleAsync()).Retry(admin, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That(await DeliverAsync(works), Is.EqualTo(1));
        Assert.That((await OutboxAsync()).Single().RetriedByUserId, Is.EqualTo(admin));
    }

    [Test]
    public async Task A_mail_that_the_server_refuses_does_not_hold_up_the_others()
    {
        await TrialAsync(Role.Leader);
        await TrialAsync(Role.Consultant);
        await TrialAsync(Role.Committee);
        var refused = City.User(Role.Leader).Email;
        var server = new FakeServer(m =>
        {
            if (m.To == refused)
                throw new MailException("Mailserveren tog ikke imod modtageren (550).", concernsAll: false);
        });
        Assert.That(await DeliverAsync(server), Is.EqualTo(2));
        Assert.That((await OutboxAsync()).Count(m => m.LastError.Length > 0), Is.EqualTo(1));
    }

    [Test]
    public async Task Killed_between_the_servers_yes_and_the_mark_it_comes_at_most_once_more_with_the_same_id()
    {
        await TrialAsync(Role.Leader);
        var server = new FakeServer();
        var killed = new FakeServer(mail =>
        {
            server.Take(mail);
            throw new KilledException();
        });
        Assert.That(async () => await DeliverAsync(killed), Throws.InstanceOf<KilledException>());
        for (var minute = 0; minute < 60; minute++, Clock.Move(TimeSpan.FromMinutes(1)))
            await DeliverAsync(server);
        Assert.That(server.Taken, Has.Count.EqualTo(2));
        Assert.That(server.Taken.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(1));
        Assert.That((await OutboxAsync()).Single().SentAtUtc, Is.Not.Null);
    }

    [Test]
    public async Task While_one_run_sends_a_mail_no_other_takes_it()
    {
        await TrialAsync(Role.Leader);
        var reached = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var slow = new SlowServer(reached, goOn.Task);
        var first = Task.Run(() => DeliverAsync(slow));
        await reached.Task;
        Assert.That(await DeliverAsync(new FakeServer()), Is.Zero);
        goOn.SetResult();
        Assert.That(await first, Is.EqualTo(1));
    }

    [Test]
    public async Task Runs_at_the_same_moment_hand_each_mail_over_once()
    {
        for (var i = 0; i < 25; i++)
            await TrialAsync(Role.Leader);
        var server = new FakeServer();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeliverAsync(server))));
        Assert.That(sent.Sum(), Is.EqualTo(25));
        Assert.That(server.Taken.Select(m => m.MessageId), Is.Unique);
        Assert.That(server.Taken, Has.Count.EqualTo(25));
    }

    [TestCase("venter")]
    [TestCase("sendt")]
    public async Task Only_a_mail_that_failed_is_tried_again(string state)
    {
        await TrialAsync(Role.Leader);
        if (state == "sendt")
            await DeliverAsync(new FakeServer());
        var message = (await OutboxAsync()).Single();
        Assert.That(() => message.Retry(1, Clock.GetUtcNow().UtcDateTime), Throws.InstanceOf<RuleException>().With.Message.Contains(state));
    }

    private async Task TrialAsync(Role role)
    {
        var db = Db();
        db.Add(OutboxMessage.Write(City.User(role).Id, MailKind.Trial, null, MailText.TrialSubject, MailText.TrialBody, db.UtcNow));
        await db.SaveChangesAsync();
    }

    private sealed class KilledException : Exception;

    private sealed class SlowServer(TaskCompletionSource reached, Task goOn) : IMailTransport
    {
        public Task SendAsync(Mail mail, CancellationToken cancellation)
        {
            reached.SetResult();
            return goOn;
        }
    }
}
