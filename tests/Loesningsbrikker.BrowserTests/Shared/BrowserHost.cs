using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.BrowserTests.Shared;

/// <summary>The real Host, on SQLite where nothing else is asked for, behind a real web server, on a free loopback port.</summary>
public sealed class BrowserHost : TestHost
{
    public BrowserHost(DatabaseKind kind = DatabaseKind.Sqlite)
        : base(kind)
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it answers. The name localhost, because browsers accept Secure cookies over http there.</summary>
    public Uri Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // As in Development: the cookie policy makes the cookie Secure without refusing plain http on loopback.
        builder.ConfigureServices(s => s.PostConfigure<AntiforgeryOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.None));
    }
}
