using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>Base of the tests that call every row of the route table: everybody signs in once, and the sample is renewed when a call changed it.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public abstract class RouteFixture(DatabaseKind database)
{
    private readonly Dictionary<User, Site> _sites = [];

    protected static Role[] Roles { get; } = Enum.GetValues<Role>();

    protected TestHost Host => TestHost.Shared(database);

    protected TestCity City { get; private set; } = null!;

    /// <summary>A process that all roles of the city are members of.</summary>
    protected SampleProcess Sample { get; private set; } = null!;

    /// <summary>One user per role in the same municipality, member of no process.</summary>
    protected Dictionary<Role, User> Strangers { get; } = [];

    /// <summary>The same in another municipality, with numbers of its own.</summary>
    protected SampleProcess Elsewhere { get; private set; } = null!;

    /// <summary>Another process of the same municipality and the same members, with numbers of its own.</summary>
    protected SampleProcess Neighbour { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task MakeSamples()
    {
        TestHost.SkipWithoutServer(database);
        City = await TestCity.CreateAsync(Host);
        await using (var scope = Host.Scope(City.MunicipalityId))
            foreach (var role in Roles)
                Strangers[role] = await City.AddUserAsync(
                    scope.ServiceProvider.GetRequiredService<UserManager<User>>(), scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), role);
        Sample = await SampleProcess.CreateAsync(Host, City);
        Neighbour = await SampleProcess.CreateAsync(Host, City, firstNumber: 901);
        Elsewhere = await SampleProcess.CreateAsync(Host, await TestCity.CreateAsync(Host), firstNumber: 801);
    }

    /// <summary>Rows for a test case each, named by method and pattern.</summary>
    protected static IEnumerable<TestCaseData> Cases(Func<RouteRow, bool> which) =>
        RouteTable.Rows.Where(which).Select(row => new TestCaseData(row).SetArgDisplayNames(RouteTable.NameOf(row)));

    /// <summary>Calls the row of the sample as the user, with a valid token and an empty form.</summary>
    protected async Task<Page> CallAsync(User user, RouteRow row) => await CallAsync(user, row, await SampleAddress.OfAsync(row, Sample));

    /// <summary>Calls the row at an address as the user, with a valid token and an empty form.</summary>
    protected async Task<Page> CallAsync(User user, RouteRow row, string address)
    {
        var site = await SiteOfAsync(user);
        var page = await SendAsync(site, row, address);
        if (row.Method != "GET" && (int)page.Status < 400 && row.Pattern.Contains('{', StringComparison.Ordinal))
            Sample = await SampleProcess.CreateAsync(Host, City);
        // It may have been the sign-out.
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("__Host-session", StringComparison.Ordinal)))
            _sites.Remove(user);
        return page;
    }

    /// <summary>Sends an empty form, or an empty object where the action takes JSON.</summary>
    protected Task<Page> SendAsync(Site site, RouteRow row, string address) =>
        row.Method == "GET" ? site.GetAsync(address)
        : row.Method == "POST" && !TakesJson(row) ? site.PostAsync(address)
        : site.SendJsonAsync(new HttpMethod(row.Method), address, TakesJson(row) ? new { } : null);

    /// <summary>Let in: whatever the page then says about an empty form, it is no refusal and no breakdown.</summary>
    protected static bool IsLetIn(Page page) =>
        page.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) && (int)page.Status < 500 && !IsSentToSignIn(page);

    protected static bool IsSentToSignIn(Page page) => page.Status == HttpStatusCode.Found && page.Location!.Contains("/sign-in?", StringComparison.Ordinal);

    /// <summary>What the row's action demands.</summary>
    protected Permission PermissionOf(RouteRow row) =>
        RouteTable.RoutesOf(Host)[RouteTable.NameOf(row)].Metadata.GetOrderedMetadata<PermitAttribute>()[^1].Permission;

    private bool TakesJson(RouteRow row) =>
        RouteTable.RoutesOf(Host)[RouteTable.NameOf(row)].Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters
            .Any(p => p.BindingInfo?.BindingSource == BindingSource.Body) == true;

    /// <summary>The user's browser, signed in the first time.</summary>
    protected async Task<Site> SiteOfAsync(User user) =>
        _sites.TryGetValue(user, out var site) ? site : _sites[user] = await Site.SignInAsync(Host, user.Email!);
}
