using System.Net;
using Loesningsbrikker.Accounts;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>A key that belongs to another process or another municipality is a key that does not exist.</summary>
public sealed class SwappedKeysTests(DatabaseKind database) : RouteFixture(database)
{
    [TestCaseSource(nameof(RowsInAProcess))]
    public async Task A_process_of_another_municipality_does_not_exist(RouteRow row)
    {
        foreach (var role in row.Allowed)
            await AssertUnknownAsync(row, await SampleAddress.OfAsync(row, Elsewhere), role);
    }

    [TestCaseSource(nameof(RowsWithKeysOfAProcess))]
    public async Task A_key_of_another_process_does_not_exist_here(RouteRow row)
    {
        foreach (var other in new[] { Neighbour, Elsewhere })
            foreach (var key in SampleAddress.KeysOfProcess(row))
                await AssertUnknownAsync(row, await SampleAddress.OfAsync(row, Sample, other, key), row.Allowed[0]);
    }

    [TestCaseSource(nameof(RowsWithKeysOutsideProcesses))]
    public async Task A_key_of_another_municipality_does_not_exist_here(RouteRow row) =>
        await AssertUnknownAsync(row, await SampleAddress.OfAsync(row, Elsewhere), row.Allowed[0]);

    private async Task AssertUnknownAsync(RouteRow row, string address, Role role)
    {
        var page = await CallAsync(City.User(role), row, address);
        // An empty form may be refused before its row is looked for.
        if (row.Method == "GET" || page.Status != HttpStatusCode.BadRequest)
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound), $"{role} at {address}: {page.Location} {page.Text}");
    }

    private static IEnumerable<TestCaseData> RowsInAProcess() => Cases(r => r.Pattern.Contains("{processId", StringComparison.Ordinal));

    private static IEnumerable<TestCaseData> RowsWithKeysOfAProcess() => Cases(r => SampleAddress.KeysOfProcess(r).Any());

    private static IEnumerable<TestCaseData> RowsWithKeysOutsideProcesses() =>
        Cases(r => !r.IsAnonymous && r.Pattern.Contains('{', StringComparison.Ordinal) && !r.Pattern.Contains("{processId", StringComparison.Ordinal));
}
