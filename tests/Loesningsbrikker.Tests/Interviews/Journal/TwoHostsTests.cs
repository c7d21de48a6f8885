using System.Diagnostics;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>Two people in one interview, each on a Host of their own, on one PostgreSQL.</summary>
public sealed class TwoHostsTests
{
    [Test]
    public async Task A_coding_on_one_Host_is_told_on_the_other_within_two_seconds_and_both_people_are_seen()
    {
        TestHost.SkipWithoutServer(DatabaseKind.PostgreSql);
        var first = TestHost.Shared(DatabaseKind.PostgreSql);
        await using var second = new TestHost(DatabaseKind.PostgreSql, first: first);
        var city = await TestCity.CreateAsync(first);
        await city.LetLeadersReadAsync(first);
        await using var scope = first.Scope(city.MunicipalityId);
        var said = new Testimony(scope.ServiceProvider.GetRequiredService<Loesningsbrikker.Shared.LoesningsbrikkerContext>(), city.Process);
        var transcript = await said.TranscriptAsync(await said.InterviewAsync("Leder"), TranscriptKind.Verbatim, "Klokken halv fire er der én tilbage.");

        var mine = new JournalCase(await Site.SignInAsync(first, city.User(Role.Consultant).Email!), city, transcript);
        var leader = await Site.SignInAsync(second, city.User(Role.Leader).Email!);
        await using var here = await LiveStream.OpenAsync(mine.Site, mine.Api);
        await using var there = await LiveStream.OpenAsync(leader, mine.Api);
        await there.HereAsync();
        var delays = new List<TimeSpan>();
        for (var round = 0; round < 5; round++)
        {
            var passage = (await mine.CodeAsync(round, round + 7)).Json<PassageStored>().Passage;
            var watch = Stopwatch.StartNew();
            Assert.That((await there.ChangesAsync())!.Passages.Select(p => p.Id), Is.EqualTo(new[] { passage.Id }));
            delays.Add(watch.Elapsed);
        }
        // The middle one, because other tests keep the machine busy.
        Assert.That(delays.Order().ElementAt(2), Is.LessThan(TimeSpan.FromSeconds(2)));
        IReadOnlyList<string>? people;
        do
            people = await here.HereAsync();
        while (people is { Count: 1 });
        Assert.That(people, Is.EqualTo(new[] { "Prøve Consultant", "Prøve Leader" }));
    }
}
