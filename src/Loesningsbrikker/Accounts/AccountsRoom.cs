using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Loesningsbrikker.Accounts;

/// <summary>Users, roles, sign-in.</summary>
public sealed class AccountsRoom : IRoom
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services)
    {
        services.AddIdentity();
        services.AddSingleton<AttemptTurns>();
        services.AddScoped<SignInService>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<AuthenticatorService>();
        services.AddScoped<UserAdministration>();
        services.AddSingleton<SetupLink>();
        services.AddSignInLimit();
    }
}

internal static class IdentityRegistration
{
    /// <summary>ASP.NET Core Identity: ten wrong passwords lock for 15 minutes; cookies live a working day.</summary>
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<User>(o =>
            {
                o.User.RequireUniqueEmail = true;
                // The user name is the e-mail address, and those may carry æ, ø and å; AccountRules.Email checks them.
                o.User.AllowedUserNameCharacters = "";
                o.Lockout.MaxFailedAccessAttempts = 10;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 5;
            })
            .AddUserStore<ProtectedUserStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<DanishIdentityErrors>()
            .AddClaimsPrincipalFactory<UserClaims>();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "__Host-session";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
            o.ExpireTimeSpan = TimeSpan.FromHours(10);
            o.SlidingExpiration = true;
            o.LoginPath = "/sign-in";
            o.AccessDeniedPath = "/error/403";
            o.Events.OnValidatePrincipal = ValidateWhenDueAsync;
        });
        foreach (var scheme in new[] { IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.TwoFactorRememberMeScheme, IdentityConstants.ExternalScheme })
            services.Configure<CookieAuthenticationOptions>(
                scheme, o => o.Cookie.Name = "__Host-" + scheme.Replace('.', '-'));
        // A closed account or a lost role takes effect within a minute.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    /// <summary>
    /// What Identity's own validation does, without building all of Identity for the answer "not yet": that is what most
    /// requests get within the interval.
    /// </summary>
    private static Task ValidateWhenDueAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var interval = services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return now - context.Properties.IssuedUtc <= interval ? Task.CompletedTask : SecurityStampValidator.ValidatePrincipalAsync(context);
    }
}
