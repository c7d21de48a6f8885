using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Privacy;

public static class PrivacyRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        new("GET", "logs", Role.Administrator),
        new("GET", "logs/access", Role.Administrator),
        new("POST", "logs/chain-checks", Role.Administrator),
    ];
}
