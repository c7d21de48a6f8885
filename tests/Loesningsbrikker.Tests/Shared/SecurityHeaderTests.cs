using Loesningsbrikker.Accounts;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>What every answer tells the browser, and how the cookies are made.</summary>
public sealed class SecurityHeaderTests(DatabaseKind database) : RouteFixture(database)
{
    [TestCaseSource(nameof(Pages))]
    public async Task Every_page_forbids_foreign_and_inline_content_framing_and_guessing(RouteRow row)
    {
        var page = row.IsAnonymous
            ? await Site.Anonymous(Host).GetAsync(await SampleAddress.OfAsync(row, Sample))
            : await CallAsync(City.User(row.Allowed[0]), row);
        AssertHeaders(page);
        Assert.That(Header(page, "Cache-Control"), Does.Contain("no-store"));
    }

    [TestCase("/house/house.css")]
    [TestCase("/no-such-page")]
    [TestCase("/")]
    public async Task Files_errors_and_redirects_carry_the_headers_too(string address) => AssertHeaders(await Site.Anonymous(Host).GetAsync(address));

    [Test]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        var page = await Site.Anonymous(Host).SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://dialog.example/sign-in"));
        Assert.That(Header(page, "Strict-Transport-Security"), Does.Match("max-age=\\d{8}"));
    }

    [Test]
    public async Task Every_cookie_is_bound_to_the_host_secure_and_out_of_reach_of_scripts()
    {
        var site = Site.Anonymous(Host);
        var cookies = Cookies(await site.GetAsync("/sign-in"))
            .Concat(Cookies(await site.PostAsync("/sign-in", ("Email", City.User(Role.Leader).Email!), ("Password", TestCity.Password)))).ToList();
        Assert.That(cookies, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(cookies, Is.All.StartWith("__Host-").And.All.Contain("secure").IgnoreCase.And.All.Contain("httponly").IgnoreCase.And.All.Contain("samesite=").IgnoreCase);
        Assert.That(cookies, Is.All.Contain("path=/").And.None.Contain("domain=").IgnoreCase);
    }

    private static void AssertHeaders(Page page)
    {
        var policy = Header(page, "Content-Security-Policy");
        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Contain("form-action 'self'").And.Contain("base-uri 'none'"));
        Assert.That(policy, Does.Not.Contain("unsafe-").And.Not.Contain("http").And.Not.Contain("*"));
        Assert.That(Header(page, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(Header(page, "Referrer-Policy"), Is.EqualTo("same-origin").Or.EqualTo("no-referrer"));
    }

    private static string Header(Page page, string name) => page.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private static IEnumerable<string> Cookies(Page page) => page.Headers.TryGetValues("Set-Cookie", out var values) ? values : [];

    private static IEnumerable<TestCaseData> Pages() => Cases(r => r.Method == "GET");
}
