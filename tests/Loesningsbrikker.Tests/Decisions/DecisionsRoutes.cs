using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Decisions;

public static class DecisionsRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        new("GET", "dialogue-processes/{processId}/workbook", Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee),
        new("GET", "dialogue-processes/{processId}/workbook/staff", Role.Consultant, Role.Leader, Role.BudgetOfficer),
        new("GET", "dialogue-processes/{processId}/workbook/committee", Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee),
    ];
}
