using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

public static class AccountsRoutes
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    public static RouteRow[] Rows { get; } =
    [
        RouteRow.Anonymous("GET", "sign-in"),
        RouteRow.Anonymous("POST", "sign-in"),
        RouteRow.Anonymous("GET", "sign-in/code"),
        RouteRow.Anonymous("POST", "sign-in/code"),
        RouteRow.Anonymous("GET", "setup/{token}") with { Sample = "setup/0", OnlyInAnEmptySystem = true },
        RouteRow.Anonymous("POST", "setup/{token}") with { Sample = "setup/0", OnlyInAnEmptySystem = true },
        new("POST", "sign-out", Everybody),
        new("GET", "account", Everybody),
        new("GET", "account/password", Everybody),
        new("POST", "account/password", Everybody),
        new("GET", "account/authenticator", Everybody),
        new("POST", "account/authenticator", Everybody),
        new("POST", "account/authenticator/key", Everybody),
        new("GET", "account/authenticator/removal", Everybody),
        new("POST", "account/authenticator/removal", Everybody),
        new("GET", "users", Role.Administrator),
        new("POST", "users", Role.Administrator),
        new("GET", "users/new", Role.Administrator),
        new("GET", "users/{id:long}", Role.Administrator),
        new("POST", "users/{id:long}", Role.Administrator),
        new("POST", "users/{id:long}/password", Role.Administrator),
        new("POST", "users/{id:long}/unlocking", Role.Administrator),
        new("POST", "users/{id:long}/authenticator-removal", Role.Administrator),
        new("POST", "users/{id:long}/closing", Role.Administrator),
        new("POST", "users/{id:long}/reopening", Role.Administrator),
    ];
}
