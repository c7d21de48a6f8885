using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>The administrator's page of mails.</summary>
public sealed class DeliveryPageTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task It_says_that_mail_is_not_set_up_and_that_nothing_is_lost()
    {
        var page = await (await SignInAsync(Role.Administrator)).GetAsync("/deliveries");
        Assert.That(page.Text, Does.Contain("Mail er ikke sat op").And.Contain("Ingen går tabt").And.Contain("Der er ikke skrevet nogen mails endnu"));
    }

    [Test]
    public async Task A_trial_waits_in_the_outbox_for_the_administrator()
    {
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync("/deliveries");
        Assert.That((await site.PostAsync("/deliveries/trial")).Location, Is.EqualTo("/deliveries"));
        await site.PostAsync("/deliveries/trial");
        Assert.That((await site.GetAsync("/deliveries")).Text, Does.Contain("Venter, til mail er sat op").And.Contain("Venter 2"));
        Assert.That(await Db().OutboxMessages.Select(m => m.ToUserId).Distinct().SingleAsync(), Is.EqualTo(City.User(Role.Administrator).Id));
    }

    [Test]
    public async Task What_failed_is_shown_with_why_and_when_next_and_can_be_tried_again()
    {
        var id = await AddAsync(Role.Leader, (m, now) => Fail(m, now, "Der er ikke forbindelse til mailserveren."));
        var site = await SignInAsync(Role.Administrator);
        var page = await site.GetAsync("/deliveries?state=Failed");
        Assert.That(page.Text, Does.Contain("Prøve Leader").And.Contain("Fejlet efter 1 forsøg. Der er ikke forbindelse til mailserveren. Næste forsøg"));
        Assert.That((await site.PostAsync($"/deliveries/{id}/retry")).Location, Is.EqualTo("/deliveries"));
        var message = await Db().OutboxMessages.SingleAsync();
        Assert.That((message.RetriedByUserId, message.NextAttemptAtUtc <= Db().UtcNow), Is.EqualTo(((long?)City.User(Role.Administrator).Id, true)));
    }

    [Test]
    public async Task What_was_given_up_says_so_and_what_was_sent_cannot_be_sent_again()
    {
        await AddAsync(Role.Leader, (m, now) =>
        {
            m.Claim(now - OutboxMessage.Patience);
            m.Fail("Mailserveren tog ikke imod modtageren (550).", now);
        });
        var sent = await AddAsync(Role.Consultant, (m, now) =>
        {
            m.Claim(now);
            m.Deliver(now);
        });
        var site = await SignInAsync(Role.Administrator);
        Assert.That((await site.GetAsync("/deliveries")).Text, Does.Contain("Opgivet efter 1 forsøg. Mailserveren tog ikke imod modtageren (550).").And.Not.Contain("Næste forsøg"));
        Assert.That((await site.GetAsync("/deliveries?state=Sent")).Text, Does.Contain("Prøve Consultant").And.Not.Contain("Prøve Leader"));
        var again = await site.PostAsync($"/deliveries/{sent}/retry");
        Assert.That((again.Status, again.Text.Contains("Mailen er allerede sendt.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task Another_municipalitys_mails_are_neither_seen_nor_tried()
    {
        var elsewhere = await TestCity.CreateAsync(Host);
        await using var scope = Host.Scope(elsewhere.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var theirs = OutboxMessage.Write(elsewhere.User(Role.Leader).Id, MailKind.Trial, null, "Fremmed emne", "x", db.UtcNow);
        Fail(theirs, db.UtcNow, "Fejl");
        db.Add(theirs);
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Administrator);
        Assert.That((await site.GetAsync("/deliveries")).Text, Does.Not.Contain("Fremmed emne"));
        Assert.That((await site.PostAsync($"/deliveries/{theirs.Id}/retry")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_list_is_cut_into_pages_asks_no_more_when_it_grows_and_answers_nonsense_with_a_page()
    {
        await AddAsync(Role.Leader, (_, _) => { });
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync("/deliveries");
        var few = await QueryCounter.CountAsync(() => site.GetAsync("/deliveries"));
        for (var i = 0; i < 30; i++)
            await AddAsync(Role.Leader, (_, _) => { });
        var many = await QueryCounter.CountAsync(async () => Assert.That((await site.GetAsync("/deliveries")).Text, Does.Contain("Side 1 af 2")));
        Assert.That(many, Is.EqualTo(few));
        Assert.That((await site.GetAsync("/deliveries?state=77&page=-4")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static void Fail(OutboxMessage message, DateTime now, string why)
    {
        message.Claim(now);
        message.Fail(why, now);
    }

    private async Task<long> AddAsync(Role to, Action<OutboxMessage, DateTime> then)
    {
        var db = Db();
        var message = OutboxMessage.Write(City.User(to).Id, MailKind.Trial, null, MailText.TrialSubject, MailText.TrialBody, db.UtcNow);
        then(message, db.UtcNow);
        db.Add(message);
        await db.SaveChangesAsync();
        return message.Id;
    }
}
