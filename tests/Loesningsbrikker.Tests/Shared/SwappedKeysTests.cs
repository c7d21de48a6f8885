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
            await AssertUnknownAsync(City.User(role), row, Elsewhere, Elsewhere);
    }

    [TestCaseSource(nameof(RowsWithKeysOfAProcess))]
    public async Task A_key_of_another_process_does_not_exist_here(RouteRow row)
    {
        await AssertUnknownAsync(MemberFor(row), row, Sample, Neighbour);
        await AssertUnknownAsync(MemberFor(row), row, Sample, Elsewhere);
    }

    [TestCaseSource(nameof(RowsWithKeysOutsideProcesses))]
    public Task A_key_of_another_municipality_does_not_exist_here(RouteRow row) => AssertUnknownAsync(MemberFor(row), row, Elsewhere, Elsewhere);

    private User MemberFor(RouteRow row) => City.User(row.Allowed[0]);

    private async Task AssertUnknownAsync(User user, RouteRow row, SampleProcess process, SampleProcess rest)
    {
        var page = await CallAsync(user, row, process, rest);
        // An empty form may be refused before its row is looked for.
        if (row.Method == "GET" || page.Status != HttpStatusCode.BadRequest)
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound), $"{page.Location} {page.Text}");
    }

    private static IEnumerable<TestCaseData> RowsInAProcess() => Cases(r => r.Pattern.Contains("{processId", StringComparison.Ordinal));

    private static IEnumerable<TestCaseData> RowsWithKeysOfAProcess() => Cases(SampleAddress.NamesRowOfProcess);

    private static IEnumerable<TestCaseData> RowsWithKeysOutsideProcesses() =>
        Cases(r => !r.IsAnonymous && r.Pattern.Contains('{', StringComparison.Ordinal) && !r.Pattern.Contains("{processId", StringComparison.Ordinal));
}
