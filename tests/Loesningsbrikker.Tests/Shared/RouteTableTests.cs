using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The route × role table against the running Host: nothing missing, and everybody called for real.</summary>
public sealed class RouteTableTests(DatabaseKind database) : RouteFixture(database)
{
    [Test]
    public void Every_route_stands_in_the_table_of_its_room_and_every_row_is_a_route() =>
        Assert.That(RouteTable.Differences(RouteTable.RoutesOf(Host).Keys, RouteTable.Rows), Is.Empty);

    [Test]
    public void A_route_without_a_row_a_row_without_a_route_and_a_row_told_twice_are_named()
    {
        var row = RouteRow.Anonymous("GET", "/ghost/{id:long}");
        Assert.That(RouteTable.Differences(["POST forgotten"], [row, row]), Is.EqualTo(new[]
        {
            "not in any table: POST forgotten", "no such route: GET ghost/{id}", "twice in the tables: GET ghost/{id}",
        }));
    }

    [TestCaseSource(nameof(RowsWithRoles))]
    public async Task Members_with_an_allowed_role_get_in_and_other_members_are_refused(RouteRow row)
    {
        var wrong = new List<string>();
        foreach (var role in Roles)
        {
            var page = await CallAsync(City.User(role), row);
            if (row.Allowed.Contains(role) ? !IsLetIn(page) : page.Status != HttpStatusCode.Forbidden)
                wrong.Add($"{role} ({(row.Allowed.Contains(role) ? "allowed" : "not allowed")}) got {(int)page.Status} {page.Location}");
        }
        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(RowsInAProcess))]
    public async Task Who_is_no_member_does_not_learn_that_the_process_exists(RouteRow row)
    {
        var setup = PermissionTable.WithoutMembership.Contains(PermissionOf(row));
        foreach (var (role, stranger) in Strangers)
        {
            var page = await CallAsync(stranger, row);
            if (role == Role.Administrator && setup)
                Assert.That(IsLetIn(page), $"An administrator sets processes up without being a member, but got {(int)page.Status}.");
            else
                Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound), role.ToString());
        }
    }

    [TestCaseSource(nameof(RowsWithRoles))]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_a_script_is_told_401(RouteRow row)
    {
        var address = await SampleAddress.OfAsync(row, Sample);
        Assert.That(IsSentToSignIn(await Site.Anonymous(Host).SendAsync(new HttpRequestMessage(new HttpMethod(row.Method), address))));
        Assert.That((await Site.Anonymous(Host).SendJsonAsync(new HttpMethod(row.Method), address, null)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCaseSource(nameof(AnonymousRows))]
    public async Task Pages_for_everybody_need_no_sign_in(RouteRow row)
    {
        var site = Site.Anonymous(Host);
        await site.GetAsync("/sign-in");
        Assert.That(IsLetIn(await SendAsync(site, row, await SampleAddress.OfAsync(row, Sample))));
    }

    [TestCaseSource(nameof(RowsThatChange))]
    public async Task A_form_without_its_token_is_refused(RouteRow row)
    {
        var site = row.IsAnonymous ? Site.Anonymous(Host) : await SiteOfAsync(City.User(row.Allowed[0]));
        var request = new HttpRequestMessage(new HttpMethod(row.Method), await SampleAddress.OfAsync(row, Sample)) { Content = new FormUrlEncodedContent([]) };
        var page = await site.SendAsync(request);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        // The page for an unreadable request; a form that is merely empty would be shown again.
        Assert.That(page.Text, Does.Contain(ErrorPage.Of(400).Sentence));
    }

    [Test]
    public void No_action_waives_the_token_but_the_error_page()
    {
        var waived = RouteTable.RoutesOf(Host).Values.Where(r => r.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null);
        Assert.That(waived.Select(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()!.ControllerTypeInfo.AsType()), Is.All.EqualTo(typeof(ErrorController)));
    }

    private static IEnumerable<TestCaseData> RowsWithRoles() => Cases(r => !r.IsAnonymous);

    private static IEnumerable<TestCaseData> AnonymousRows() => Cases(r => r is { IsAnonymous: true, OnlyInAnEmptySystem: false });

    private static IEnumerable<TestCaseData> RowsInAProcess() => Cases(r => r.Pattern.Contains("{processId", StringComparison.Ordinal));

    private static IEnumerable<TestCaseData> RowsThatChange() => Cases(r => r.Method != "GET");
}
