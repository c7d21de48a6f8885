using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

public static class AccountsRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        RouteRow.Anonymous("GET", "sign-in"),
        RouteRow.Anonymous("POST", "sign-in"),
        new("POST", "sign-out", Enum.GetValues<Role>()),
    ];
}
