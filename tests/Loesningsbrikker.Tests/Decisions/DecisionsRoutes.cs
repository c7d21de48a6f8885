using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Decisions;

public static class DecisionsRoutes
{
    private const string Process = "dialogue-processes/{processId}";
    private static readonly Role[] Readers = [Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee];

    public static RouteRow[] Rows { get; } =
    [
        new("GET", Process + "/workbook", Readers),
        new("GET", Process + "/workbook/staff", Role.Consultant, Role.Leader, Role.BudgetOfficer),
        new("GET", Process + "/workbook/committee", Readers),
        new("GET", Process + "/designations", Readers),
        new("GET", Process + "/submissions/new", Role.Leader),
        new("POST", Process + "/submissions", Role.Leader),
        new("GET", Process + "/decisions", Readers),
        new("GET", Process + "/refusals", Readers),
        new("GET", Process + "/acceptances", Readers),
        new("GET", Process + "/decisions/new", Role.Consultant, Role.Leader),
        new("POST", Process + "/decisions", Role.Consultant, Role.Leader),
        .. Step("designation", "{validatedNumber}", Role.Leader),
        .. Step("submission", "{validatedNumber}", Role.Leader),
        .. Step("decision", "{submittedNumber}", Role.Consultant, Role.Leader),
        .. Step("acceptance", "{administrativeNumber}", Role.Leader),
        .. Step("hand-over", "{number}", Role.Leader),
        .. Step("roll-back", "{adoptedNumber}", Role.Leader),
    ];

    private static IEnumerable<RouteRow> Step(string step, string number, params Role[] allowed) =>
        new[] { "GET", "POST" }.Select(method => new RouteRow(method, $"{Process}/solution-pieces/{{number}}/{step}", allowed)
        {
            Sample = $"{Process}/solution-pieces/{number}/{step}",
        });
}
