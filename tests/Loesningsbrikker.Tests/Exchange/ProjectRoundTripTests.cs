using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>Out, in to an empty process, and out again: the two files are one and the same.</summary>
public sealed partial class ProjectRoundTripTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public Task What_goes_out_and_in_and_out_again_is_what_went_out_the_first_time() => GoRoundAsync(Enumerable.Range(1, 5));

    [Test, Category("Long")]
    public Task The_same_for_many_more_processes() => GoRoundAsync(Enumerable.Range(100, 150));

    [Test]
    public async Task In_another_municipality_too_numbers_are_kept_and_a_third_time_in_adds_nothing()
    {
        await new RandomProcess(Db(), City, City.Process, seed: 4711).FillAsync();
        var first = await ExportAsync(await SignInAsync(Role.Consultant), City.Path);
        var elsewhere = await TestCity.CreateAsync(Host);
        await using (var scope = Host.Scope(elsewhere.MunicipalityId))
        {
            var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Loesningsbrikker.Shared.LoesningsbrikkerContext>(scope.ServiceProvider);
            db.Add(new Loesningsbrikker.Processes.Institution { Name = $"Huset {City.Process.Id}" });
            await db.SaveChangesAsync();
        }
        var site = await Site.SignInAsync(Host, elsewhere.User(Role.Consultant).Email!);
        await ImportAsync(site, elsewhere.Path, first.Bytes);
        var second = await ExportAsync(site, elsewhere.Path);
        AssertSame(second.File.WithoutDates(), first.File.WithoutDates(), "elsewhere");
        Assert.That(await ImportAsync(site, elsewhere.Path, second.Bytes), Does.Contain("Læst ind: 0 interviews, 0 uddrag, 0 knytninger, 0 brikker og 0 udfordringer."));
        AssertSame((await ExportAsync(site, elsewhere.Path)).File.WithoutDates(), first.File.WithoutDates(), "once more");
    }

    private async Task GoRoundAsync(IEnumerable<int> seeds)
    {
        var site = await SignInAsync(Role.Consultant);
        foreach (var seed in seeds)
        {
            var (from, to) = (await City.AddProcessAsync(Db(), Prefix(2 * seed)), await City.AddProcessAsync(Db(), Prefix(2 * seed + 1)));
            await new RandomProcess(Db(), City, from, seed).FillAsync();
            var first = await ExportAsync(site, $"/dialogue-processes/{from.Id}");
            await ImportAsync(site, $"/dialogue-processes/{to.Id}", first.Bytes);
            var second = await ExportAsync(site, $"/dialogue-processes/{to.Id}");
            AssertSame(Comparable(second.File, to.Prefix), Comparable(first.File, from.Prefix), $"seed {seed}");
        }
    }

    private static async Task<(QdpxFile File, byte[] Bytes)> ExportAsync(Site site, string path)
    {
        var bytes = (await site.GetAsync(path + "/exchange/project")).Bytes;
        return (new QdpxFile(bytes), bytes);
    }

    private static async Task<string> ImportAsync(Site site, string path, byte[] file) =>
        await (await ProjectImportSteps.UploadAsync(site, path, file)).KeepAllNames().StoreAsync();

    /// <summary>Line by line, so that a difference can be read.</summary>
    private static void AssertSame(Dictionary<string, string> actual, Dictionary<string, string> expected, string message)
    {
        Assert.That(actual.Keys, Is.EqualTo(expected.Keys), message);
        foreach (var (name, text) in expected.Where(e => e.Value != actual[e.Key]))
            foreach (var (i, (line, other)) in text.Split('\n').Zip(actual[name].Split('\n').Concat(Enumerable.Repeat("", text.Length))).Index())
                Assert.That(other, Is.EqualTo(line), $"{message}: {name}, line {i + 1}");
    }

    /// <summary>Two processes of one municipality have a name and a prefix each; nothing else may differ.</summary>
    private static Dictionary<string, string> Comparable(QdpxFile file, string prefix)
    {
        var entries = file.WithoutDates();
        entries["project.qde"] = ProjectName().Replace(entries["project.qde"], "<Project name=\"\"", 1).Replace($"name=\"{prefix}-", "name=\"-", StringComparison.Ordinal);
        return entries;
    }

    private static string Prefix(int number) => string.Concat(new[] { 676, 26, 1 }.Select(place => (char)('A' + number / place % 26)));

    [GeneratedRegex("<Project name=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ProjectName();
}
