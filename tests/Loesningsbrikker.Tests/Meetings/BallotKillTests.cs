using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Operations;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>The power goes in the middle of a question.</summary>
public sealed partial class BallotKillTests
{
    private const int Phones = 12;

    [Test]
    public async Task Every_acknowledged_ballot_survives_SIGKILL_counts_once_and_the_phone_goes_on_after_the_restart()
    {
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        var leader = await LeaderAsync(host);
        var meeting = await BeginAsync(leader);
        var round = await OpenAsync(leader, meeting);
        var code = SqliteFile.Scalar(folder.Path, "SELECT \"JoinCode\" FROM \"ValidationMeetings\" WHERE \"JoinCode\" IS NOT NULL")!;
        var jars = await JoinAsync(host, leader, meeting, code);

        var acknowledged = new ConcurrentDictionary<int, int>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = jars.Select((jar, i) => Task.Run(async () =>
        {
            var site = await host.BrowseAsync(jar);
            await site.GetAsync("/m/" + code);
            try
            {
                for (var revision = 1; (await SendAsync(site, code, round, revision)).Status == HttpStatusCode.OK; revision++)
                {
                    acknowledged[i] = revision;
                    if (acknowledged.Count == Phones && acknowledged.Values.Sum() > 5 * Phones)
                        enough.TrySetResult();
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The Host was killed under this ballot; it was not acknowledged.
            }
        })).ToArray();
        await enough.Task.WaitAsync(TimeSpan.FromMinutes(3));
        await host.KillAsync();
        await Task.WhenAll(sending);

        await using var next = await HostProcess.StartAsync(folder.Path);
        Assert.That(SqliteFile.Scalar(folder.Path, "PRAGMA integrity_check"), Is.EqualTo("ok"));
        Assert.That(SqliteFile.Scalar(folder.Path, $"SELECT COUNT(*) FROM \"RoundVoters\" WHERE \"RoundId\" = {round}"), Is.EqualTo($"{Phones}"));
        Assert.That(SqliteFile.Scalar(folder.Path, $"SELECT COUNT(*) FROM \"Ballots\" WHERE \"RoundId\" = {round}"), Is.EqualTo($"{Phones}"));
        Assert.That(long.Parse(SqliteFile.Scalar(folder.Path, $"SELECT SUM(\"Revision\") FROM \"Ballots\" WHERE \"RoundId\" = {round}")!),
            Is.GreaterThanOrEqualTo(acknowledged.Values.Sum()));
        // The cookie and the token of before the kill still hold: the phone sends what it kept.
        var again = await next.BrowseAsync(jars[0]);
        await again.GetAsync("/m/" + code);
        Assert.That((await SendAsync(again, code, round, acknowledged[0] + 1)).Status, Is.EqualTo(HttpStatusCode.OK));
        var closed = await (await LeaderAsync(next)).PostAsync($"{meeting}/rounds/{round}/close");
        Assert.That(closed.Status, Is.EqualTo(HttpStatusCode.Found), closed.Text);
        Assert.That(SqliteFile.Scalar(folder.Path, $"SELECT \"People\" FROM \"RoundCounts\" WHERE \"RoundId\" = {round}"), Is.EqualTo($"{Phones}"));
    }

    private static async Task<Site> LeaderAsync(HostProcess host)
    {
        var jar = new CookieJar();
        Assert.That(await host.SignInAsync(Role.Leader, jar), Is.EqualTo(HttpStatusCode.Found));
        var site = await host.BrowseAsync(jar);
        await site.GetAsync("/");
        return site;
    }

    /// <summary>A new meeting in the newest of the demo's processes; gives its address.</summary>
    private static async Task<string> BeginAsync(Site leader)
    {
        var process = ProcessLink().Matches((await leader.GetAsync("/")).Html).Select(m => m.Value).Distinct().Last();
        var created = await leader.PostAsync(process + "/validation-meetings/new", ("Title", "Aftenens møde"), ("HeldOn", "2026-11-26"));
        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Found), created.Text);
        var begun = await leader.PostAsync(created.Location + "/live", ("Secret", "true"));
        Assert.That(begun.Status, Is.EqualTo(HttpStatusCode.Found), begun.Text);
        return created.Location!;
    }

    private static async Task<long> OpenAsync(Site leader, string meeting)
    {
        var offered = await leader.GetAsync(meeting + "/rounds/new");
        var number = PieceBox().Match(offered.Html).Groups["number"].Value;
        var planned = await leader.PostAsync(meeting + "/rounds/new", ("Kind", "Validity"), ("Pieces", number));
        Assert.That(planned.Status, Is.EqualTo(HttpStatusCode.Found), planned.Text);
        var open = OpenButton().Match((await leader.GetAsync(meeting + "/agenda")).Html).Groups["round"].Value;
        // The slips come first, because whoever is put on the list after the opening waits for the next question.
        var group = GroupBox().Match((await leader.GetAsync(meeting + "/participants")).Html).Groups["group"].Value;
        await leader.PostAsync(meeting + "/participants", ("Groups[0].GroupId", group), ("Groups[0].Count", $"{Phones}"));
        Assert.That((await leader.PostAsync($"{meeting}/rounds/{open}/open")).Status, Is.EqualTo(HttpStatusCode.Found));
        return long.Parse(open);
    }

    private static async Task<List<CookieJar>> JoinAsync(HostProcess host, Site leader, string meeting, string code)
    {
        var slips = SlipCode().Matches((await leader.GetAsync(meeting + "/participants")).Html).Select(m => m.Groups["slip"].Value).ToList();
        Assert.That(slips, Has.Count.EqualTo(Phones));
        var jars = new List<CookieJar>();
        foreach (var slip in slips)
        {
            var jar = new CookieJar();
            var site = await host.BrowseAsync(jar);
            await site.GetAsync($"/m/{code}/{slip}");
            Assert.That((await site.PostAsync($"/m/{code}/join", ("Slip", slip))).Status, Is.EqualTo(HttpStatusCode.Found));
            jars.Add(jar);
        }
        return jars;
    }

    private static Task<Page> SendAsync(Site site, string code, long round, int revision) => site.SendJsonAsync(
        HttpMethod.Put, $"/m/{code}/rounds/{round}/ballot", new { revision, answers = new[] { new { place = 1, value = 1 + (revision % 3) } } });

    [GeneratedRegex("/dialogue-processes/\\d+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ProcessLink();

    [GeneratedRegex("name=\"Pieces\" value=\"(?<number>\\d+)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PieceBox();

    [GeneratedRegex("/rounds/(?<round>\\d+)/open", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OpenButton();

    [GeneratedRegex("name=\"Groups\\[0\\]\\.GroupId\" value=\"(?<group>\\d+)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex GroupBox();

    [GeneratedRegex("agenda-code\">(?<slip>[A-Z0-9]{6})<", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SlipCode();
}
