using Loesningsbrikker.Implementations;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Implementations;

/// <summary>What late and silent mean, asked of the function and of both databases in one go.</summary>
public sealed class StandingTests(DatabaseKind database) : HouseTest(database)
{
    /// <summary>Half past midnight in Denmark on 1 September, while it is still August in UTC.</summary>
    private static readonly DateTime Now = new(2026, 8, 31, 22, 30, 0, DateTimeKind.Utc);
    private static readonly DateTime HalfAYearAgo = Now.AddDays(-Standing.SilentAfterDays);

    [TestCase("2026-08-31", null, 10, "Forsinket siden 31.8.2026")]
    [TestCase("2026-09-01", null, 10, "Efter planen")]
    [TestCase(null, "2026-08-31", 10, "Forsinket siden 31.8.2026")]
    [TestCase("2026-08-30", "2026-08-31", 10, "Forsinket siden 30.8.2026")]
    [TestCase("2027-01-01", "2026-08-29", 10, "Forsinket siden 29.8.2026")]
    [TestCase("2027-01-01", "2027-01-01", 182, "Efter planen")]
    [TestCase(null, null, 183, "Intet nyt siden 1.3.2026")]
    [TestCase("2026-08-31", null, 183, "Forsinket siden 31.8.2026 | Intet nyt siden 1.3.2026")]
    public async Task A_day_promised_makes_late_when_it_is_over_in_Denmark_and_half_a_year_without_news_makes_silent(
        string? due, string? milestone, int daysSinceNews, string expected)
    {
        var implementation = await AddAsync(i =>
        {
            (i.BegunAtUtc, i.LastNewsAtUtc, i.DueOn) = (Now.AddDays(-400), Now.AddDays(-daysSinceNews), Day(due));
            i.Milestones.Add(new Milestone { ProcessId = i.ProcessId, Title = "Nået", DueOn = new DateOnly(2020, 1, 1), ReachedOn = new DateOnly(2020, 1, 1) });
            if (Day(milestone) is { } day)
                i.Milestones.Add(new Milestone { ProcessId = i.ProcessId, Title = "Tegning", DueOn = day });
        });
        await AssertAsync(implementation, expected);
    }

    [Test]
    public async Task Silence_begins_a_millisecond_after_half_a_year()
    {
        await AssertAsync(await AddAsync(i => (i.BegunAtUtc, i.LastNewsAtUtc) = (HalfAYearAgo, HalfAYearAgo)), "Efter planen");
        await AssertAsync(await AddAsync(i => (i.BegunAtUtc, i.LastNewsAtUtc) = (HalfAYearAgo, HalfAYearAgo.AddMilliseconds(-1))), "Intet nyt siden 2.3.2026");
    }

    [Test]
    public async Task One_that_waits_is_not_begun_and_can_be_silent() =>
        await AssertAsync(await AddAsync(i => i.LastNewsAtUtc = Now.AddDays(-200)), "Intet nyt siden 12.2.2026 | Ikke begyndt");

    [TestCase(ImplementationOutcome.PartlyAchieved, "Afsluttet: delvist nået")]
    [TestCase(ImplementationOutcome.Achieved, "Afsluttet: nået")]
    [TestCase(null, "Rullet tilbage")]
    public async Task What_has_ended_is_neither_late_nor_silent(ImplementationOutcome? outcome, string expected) =>
        await AssertAsync(
            await AddAsync(i => (i.BegunAtUtc, i.LastNewsAtUtc, i.DueOn, i.ClosedAtUtc, i.Outcome) =
                (Now.AddDays(-900), Now.AddDays(-800), new DateOnly(2024, 1, 1), Now.AddDays(-800), outcome)),
            expected);

    private async Task AssertAsync(Implementation implementation, string expected)
    {
        var standing = Standing.Of(implementation, Now);
        Assert.That(string.Join(" | ", standing.Lines), Is.EqualTo(expected));
        var row = Db().Implementations.Where(i => i.Id == implementation.Id);
        Assert.That(await row.AnyAsync(Standing.Late(Now)), Is.EqualTo(standing.IsLate), "late");
        Assert.That(await row.AnyAsync(Standing.Silent(Now)), Is.EqualTo(standing.IsSilent), "silent");
        Assert.That(await row.AnyAsync(Standing.Closed()), Is.EqualTo(standing.IsClosed), "closed");
        Assert.That(await row.AnyAsync(Standing.NotBegun()), Is.EqualTo(!standing.IsClosed && !standing.HasBegun), "not begun");
    }

    private async Task<Implementation> AddAsync(Action<Implementation> shape)
    {
        var testimony = new Testimony(Db(), City.Process);
        var piece = await testimony.PieceAsync(PieceClass.Local, "Brik", formulated: true);
        var implementation = new Implementation { ProcessId = City.Process.Id, CreatedAtUtc = Now, LastNewsAtUtc = Now, ResponsibleRole = "Skolechef" };
        shape(implementation);
        piece.Implementations.Add(implementation);
        await testimony.Db.SaveChangesAsync();
        return implementation;
    }

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
