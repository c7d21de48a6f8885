using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Budget;

public static class BudgetRoutes
{
    private const string Estimate = "dialogue-processes/{processId}/solution-pieces/{number}/estimate";
    private const string Submitted = "dialogue-processes/{processId}/solution-pieces/{submittedNumber}/estimate";

    public static RouteRow[] Rows { get; } =
    [
        new("GET", "dialogue-processes/{processId}/estimates", Role.Consultant, Role.Leader, Role.BudgetOfficer),
        new("GET", Estimate, Role.Consultant, Role.Leader, Role.BudgetOfficer),
        new("POST", Estimate, Role.BudgetOfficer),
        new("GET", Estimate + "/removal", Role.BudgetOfficer) { Sample = Submitted + "/removal" },
        new("POST", Estimate + "/removal", Role.BudgetOfficer) { Sample = Submitted + "/removal" },
    ];
}
