using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>Two years on a clock that the test moves: several people, every recurrence, both changes of the clocks.</summary>
public sealed class TwoYearsTests(DatabaseKind database) : MailTest(database)
{
    private static readonly DateOnly Begin = new(2027, 1, 4);
    private static readonly DateOnly[] ClockChanges = [new(2027, 3, 28), new(2027, 10, 31), new(2028, 3, 26), new(2028, 10, 29)];
    private static readonly Role[] People = [Role.Consultant, Role.Leader, Role.LocalLeader];

    [Test]
    public async Task Each_due_day_stands_in_the_outbox_once_in_one_mail_per_person_and_day()
    {
        var plans = await MakeAsync();
        for (var day = Begin; day < Begin.AddYears(2); day = day.AddDays(1))
        {
            foreach (var hour in HoursOf(day))
            {
                MoveTo(hour);
                await RemindAsync();
                foreach (var plan in plans)
                    plan.Expect(Today);
            }
            foreach (var plan in plans.Where(p => p.IsLookedAt(day)))
            {
                await LookAsync(plan.FollowUp);
                plan.Look(day);
            }
        }
        var told = await Db().Reminders.Select(r => new Told(r.FollowUpId, r.DueOn, r.OutboxMessage.ToUserId, r.OutboxMessage.ForDay!.Value)).ToListAsync();
        var expected = plans.SelectMany(p => p.Told).ToList();
        Assert.That(expected, Has.Count.GreaterThan(100));
        Assert.That(told, Is.EquivalentTo(expected));
        Assert.That(expected.Where(t => t.DueOn.Day == 31), Is.Not.Empty, "some are due on the 31st");
        Assert.That(expected.Where(t => ClockChanges.Contains(t.ForDay)), Is.Not.Empty, "some are due when the clocks change");

        var mails = await OutboxAsync();
        Assert.That(mails.Select(m => (m.ToUserId, m.ForDay!.Value)), Is.EquivalentTo(expected.Select(t => (t.UserId, t.ForDay)).Distinct()));
        foreach (var mail in mails)
            Assert.That(mail.Subject, Does.StartWith($"{expected.Count(t => t.UserId == mail.ToUserId && t.ForDay == mail.ForDay)} opfølgning"));
    }

    [Test]
    public void The_scheduler_calls_once_a_day_at_half_past_six_in_Denmark_all_year_round()
    {
        var cron = CronExpression.Parse(new SchedulerSettings().Reminders).WithTimeZone(DanishText.Copenhagen);
        var at = new DateTimeOffset(2027, 1, 3, 22, 59, 0, TimeSpan.Zero);
        for (var day = Begin; day < Begin.AddYears(2); day = day.AddDays(1))
        {
            at = cron.GetNextValidTimeAfter(at)!.Value;
            var local = TimeZoneInfo.ConvertTime(at, DanishText.Copenhagen);
            Assert.That(local.DateTime, Is.EqualTo(day.ToDateTime(new TimeOnly(6, 30))));
        }
    }

    /// <summary>Every recurrence for each person, on days that months do not all have and on the days when the clocks change.</summary>
    private async Task<List<Plan>> MakeAsync()
    {
        MoveTo(new DateTime(2027, 1, 4, 3, 0, 0, DateTimeKind.Utc));
        var firsts = new DateOnly[] { new(2027, 1, 31), new(2027, 3, 28), new(2027, 10, 31), new(2027, 1, 15), Begin };
        var plans = new List<Plan>();
        foreach (var (person, at) in People.Select((p, i) => (p, i)))
            foreach (var recurrence in Enum.GetValues<Recurrence>().Concat([Recurrence.Monthly, Recurrence.Monthly]))
            {
                var first = firsts[(plans.Count + at) % firsts.Length];
                // Some look on the day, some days later, some days before; the last one never.
                var delay = new[] { 0, 3, -2, 40, 11 }[plans.Count % 5];
                plans.Add(new Plan(await FollowUpAsync(person, first, recurrence), delay, neverLooks: person == Role.LocalLeader && recurrence == Recurrence.Yearly));
            }
        return plans;
    }

    /// <summary>Once a day at half past six; each hour around a change of the clocks.</summary>
    private static IEnumerable<DateTime> HoursOf(DateOnly day)
    {
        if (ClockChanges.All(c => Math.Abs(c.DayNumber - day.DayNumber) > 1))
            return [TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(6, 30)), DanishText.Copenhagen)];
        var begin = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), DanishText.Copenhagen);
        var end = TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), DanishText.Copenhagen);
        return Enumerable.Range(0, (int)(end - begin).TotalHours).Select(h => begin.AddHours(h));
    }

    private sealed record Told(long FollowUpId, DateOnly DueOn, long UserId, DateOnly ForDay);

    /// <summary>What is expected of one follow-up, reckoned by a plain list of its days.</summary>
    private sealed class Plan(FollowUp followUp, int delay, bool neverLooks)
    {
        private readonly List<DateOnly> _series = followUp.Recurrence == Recurrence.Once
            ? [followUp.FirstDueOn]
            : [.. Enumerable.Range(0, 60).Select(k => followUp.FirstDueOn.AddMonths(k * followUp.Recurrence.Months()))];
        private DateOnly? _due = followUp.FirstDueOn;

        public FollowUp FollowUp { get; } = followUp;

        public List<Told> Told { get; } = [];

        public void Expect(DateOnly today)
        {
            if (_due is { } due && due <= today && Told.All(t => t.DueOn != due))
                Told.Add(new Told(FollowUp.Id, due, FollowUp.AssignedToUserId, today));
        }

        public bool IsLookedAt(DateOnly day) => !neverLooks && _due is { } due && day == due.AddDays(delay);

        public void Look(DateOnly day)
        {
            var after = day > _due ? day : _due;
            _due = _series.Cast<DateOnly?>().FirstOrDefault(d => d > after);
        }
    }
}
