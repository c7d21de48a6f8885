using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Dashboards;

public static class DashboardsRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        new("GET", "", Enum.GetValues<Role>()),
        new("GET", "dialogue-processes/{processId}/dashboard", Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee),
    ];
}
