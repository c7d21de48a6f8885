using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>Who is reminded of what, and what stands in the mail.</summary>
public sealed class DigestTests(DatabaseKind database) : MailTest(database)
{
    [Test]
    public async Task One_mail_per_person_names_numbers_days_and_links_and_nothing_else()
    {
        await FollowUpAsync(Role.Consultant, Today);
        var db = Db();
        var other = await City.AddProcessAsync(db, "S");
        await new Testimony(db, other).PieceAsync(PieceClass.Political, "Mindre klasser");
        var piece = await db.SolutionPieces.SingleAsync(p => p.ProcessId == other.Id);
        db.Add(FollowUp.Set(piece, new FollowUpPlan(Today, Recurrence.Monthly, City.User(Role.Consultant).Id, "x", "Hemmelig"), null, db.UtcNow));
        await db.SaveChangesAsync();
        await FollowUpAsync(Role.Leader, Today);
        await FollowUpAsync(Role.Leader, Today.AddDays(1));

        Assert.That(await RemindAsync(), Is.EqualTo(2));
        var mails = await OutboxAsync();
        var mine = mails.Single(m => m.ToUserId == City.User(Role.Consultant).Id);
        Assert.That((mine.Subject, mine.ForDay, mine.Kind), Is.EqualTo(("2 opfølgninger venter på dig", (DateOnly?)Today, MailKind.FollowUpDigest)));
        var day = DanishText.Date(Today);
        Assert.That(MailText.WithAddress(mine.Body, Settings.PublicAddress!), Is.EqualTo(
            $"""
            Hej

            Du har 2 opfølgninger, der venter.

            D-1, skulle ses på {day}
            https://brikker.proeveby.example/dialogue-processes/{City.Process.Id}/solution-pieces/1

            S-1, skulle ses på {day}
            https://brikker.proeveby.example/dialogue-processes/{other.Id}/solution-pieces/1

            Du får mailen fra Løsningsbrikker. Den kan ikke besvares.

            """));
        Assert.That(mails.Single(m => m.ToUserId == City.User(Role.Leader).Id).Subject, Is.EqualTo("1 opfølgning venter på dig"));
    }

    [Test]
    public async Task A_second_run_writes_nothing_and_what_is_added_later_the_same_day_comes_tomorrow()
    {
        await FollowUpAsync(Role.Consultant, Today);
        Assert.That(await RemindAsync(), Is.EqualTo(1));
        Assert.That(await RemindAsync(), Is.Zero);
        await FollowUpAsync(Role.Consultant, Today);
        Assert.That(await RemindAsync(), Is.Zero, "one mail per person and day");
        Clock.Move(TimeSpan.FromDays(1));
        Assert.That(await RemindAsync(), Is.EqualTo(1));
        Assert.That(await Db().Reminders.CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Runs_at_the_same_moment_write_each_mail_once()
    {
        foreach (var role in new[] { Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer })
            for (var i = 0; i < 3; i++)
                await FollowUpAsync(role, Today);
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RemindAsync)));
        Assert.That(written.Sum(), Is.EqualTo(4));
        Assert.That((await OutboxAsync()).Select(m => m.ToUserId), Is.Unique);
        Assert.That(await Db().Reminders.CountAsync(), Is.EqualTo(12));
    }

    [Test]
    public async Task Who_has_left_is_not_written_to_until_somebody_takes_over()
    {
        var left = await FollowUpAsync(Role.Leader, Today);
        await FollowUpAsync(Role.Consultant, Today);
        var db = Db();
        (await db.Users.SingleAsync(u => u.Id == City.User(Role.Consultant).Id)).Close(City.User(Role.Administrator).Id, db.UtcNow);
        db.Remove(await db.ProcessMembers.SingleAsync(m => m.ProcessId == City.Process.Id && m.UserId == City.User(Role.Leader).Id));
        await db.SaveChangesAsync();
        Assert.That(await RemindAsync(), Is.Zero);

        var followUp = await db.FollowUps.SingleAsync(f => f.Id == left.Id);
        var heir = City.User(Role.LocalLeader);
        followUp.Change(await db.SolutionPieces.SingleAsync(p => p.Id == followUp.SolutionPieceId),
            new FollowUpPlan(followUp.DueOn, followUp.Recurrence, heir.Id, heir.DisplayName, followUp.Note), heir.Id, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That(await RemindAsync(), Is.EqualTo(1));
        Assert.That((await OutboxAsync()).Single().ToUserId, Is.EqualTo(heir.Id));
    }

    [Test]
    public async Task Who_takes_over_after_the_mail_is_told_as_well_and_once()
    {
        var due = await FollowUpAsync(Role.Leader, Today);
        Assert.That(await RemindAsync(), Is.EqualTo(1));
        var db = Db();
        var followUp = await db.FollowUps.SingleAsync(f => f.Id == due.Id);
        var heir = City.User(Role.Consultant);
        followUp.Change(await db.SolutionPieces.SingleAsync(p => p.Id == followUp.SolutionPieceId),
            new FollowUpPlan(followUp.DueOn, followUp.Recurrence, heir.Id, heir.DisplayName, followUp.Note), heir.Id, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That(await RemindAsync(), Is.EqualTo(1));
        Assert.That(await RemindAsync(), Is.Zero);
        Assert.That((await OutboxAsync()).Select(m => m.ToUserId), Is.EquivalentTo(new[] { City.User(Role.Leader).Id, heir.Id }));
    }

    [Test]
    public async Task What_was_looked_at_in_time_or_called_off_is_not_told()
    {
        var looked = await FollowUpAsync(Role.Consultant, Today.AddDays(1), Recurrence.Yearly);
        await LookAsync(looked);
        var off = await FollowUpAsync(Role.Consultant, Today.AddDays(1));
        var db = Db();
        var found = await db.FollowUps.SingleAsync(f => f.Id == off.Id);
        found.Cancel(await db.SolutionPieces.SingleAsync(p => p.Id == found.SolutionPieceId), "Ikke nødvendig.", City.User(Role.Leader).Id, db.UtcNow);
        await db.SaveChangesAsync();
        Clock.Move(TimeSpan.FromDays(2));
        Assert.That(await RemindAsync(), Is.Zero);
    }

    [Test]
    public async Task The_reminders_of_one_municipality_belong_to_it()
    {
        await FollowUpAsync(Role.Consultant, Today);
        var first = City;
        City = await TestCity.CreateAsync(Host);
        await new Testimony(Db(), City.Process).PieceAsync(PieceClass.Local, "En anden kommunes brik");
        await FollowUpAsync(Role.Consultant, Today);
        Assert.That(await RemindAsync(), Is.EqualTo(2));
        Assert.That((await OutboxAsync()).Select(m => m.ToUserId), Is.EqualTo(new[] { City.User(Role.Consultant).Id }));
        Assert.That(await Db().OutboxMessages.IgnoreQueryFilters().CountAsync(m => m.MunicipalityId == first.MunicipalityId), Is.EqualTo(1));
    }
}
