using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Loesningsbrikker.Privacy;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Loesningsbrikker.Shared;

/// <summary>Puts the rooms together: services first, then the way of a request.</summary>
public static class House
{
    /// <summary>The rooms, found by their registration files.</summary>
    public static IReadOnlyList<IRoom> Rooms { get; } =
    [
        .. typeof(House).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRoom)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (IRoom)Activator.CreateInstance(t)!),
    ];

    /// <summary>Registers everything but the database.</summary>
    public static IServiceCollection AddHouse(this IServiceCollection services, HouseSettings settings, IHostEnvironment environment)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Actor>();
        services.AddScoped<CurrentProcess>();
        AddPages(services);
        AddProtection(services, environment);
        AddLimits(services, settings);
        foreach (var room in Rooms)
            room.AddServices(services);
        return services;
    }

    /// <summary>The way of a request.</summary>
    public static void UseHouse(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseStaticFiles();
        app.UseRequestLocalization("da-DK");
        app.UseCookiePolicy();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.MapControllers();
        app.MapHealthChecks("/health").AllowAnonymous();
    }

    /// <summary>Finds all pages now, which the first request would otherwise wait for.</summary>
    public static void FindPages(this WebApplication app) =>
        _ = ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count);

    private static void AddPages(IServiceCollection services)
    {
        services.AddHealthChecks();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new RoomViewLocations()));
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.AddControllersWithViews(o =>
        {
            DanishMessages.Use(o);
            o.Filters.Add<PermissionFilter>();
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Filters.Add<OddKeysFilter>();
            o.Filters.Add<RuleFilter>();
        })
            .AddJsonOptions(o =>
            {
                o.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter());
                // What the parser says is English and tells of our types.
                o.AllowInputFormatterExceptionMessages = false;
            })
            .AddApplicationPart(Assembly.GetExecutingAssembly());
    }

    private static void AddProtection(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddDataProtection().SetApplicationName("Loesningsbrikker");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, MasterKey>((o, scopes, masterKey) =>
        {
            o.XmlRepository = new DatabaseKeyRepository(scopes);
            o.XmlEncryptor = new MasterKeyXmlEncryptor(masterKey);
        });
        // Development runs over http on loopback, where browsers accept Secure cookies; the cookie policy makes
        // every cookie Secure without making antiforgery refuse plain http.
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "__Host-antiforgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.HeaderName = "RequestVerificationToken";
            o.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        });
        services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "__Host-tempdata");
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
    }

    private static void AddLimits(IServiceCollection services, HouseSettings settings)
    {
        var upload = settings.MaxUploadMegabytes * 1024L * 1024L;
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = upload;
            o.ValueLengthLimit = (int)upload;
            // A council meeting may decide two hundred pieces in one form, with a handful of fields each.
            o.ValueCountLimit = 4096;
        });
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var proxy in settings.Proxies)
                o.KnownProxies.Add(proxy);
        });
    }
}
