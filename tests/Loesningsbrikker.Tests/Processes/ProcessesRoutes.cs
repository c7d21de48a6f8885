using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Processes;

public static class ProcessesRoutes
{
    private const string Process = "dialogue-processes/{processId}";

    private static readonly Role[] Managers = [Role.Administrator, Role.Consultant, Role.Leader];
    private static readonly Role[] SetUp = [Role.Consultant, Role.Leader];

    public static RouteRow[] Rows { get; } =
    [
        new("GET", "dialogue-processes", Managers),
        new("GET", "dialogue-processes/new", Managers),
        new("POST", "dialogue-processes/new", Managers),
        new("GET", Process, Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee),
        new("GET", Process + "/settings", Managers),
        new("POST", Process + "/settings", Managers),
        new("POST", Process + "/settings/leader-reading", Role.Administrator, Role.Consultant),
        new("POST", Process + "/settings/leader-reading/withdraw", Role.Administrator, Role.Consultant),
        new("GET", Process + "/members", Managers),
        new("POST", Process + "/members", Managers),
        new("POST", Process + "/members/{id}/remove", Managers),
        new("POST", Process + "/members/{id}/key-permission", Role.Administrator, Role.Leader),
        new("POST", Process + "/members/{id}/key-permission/withdraw", Role.Administrator, Role.Leader),
        new("GET", Process + "/setup", SetUp),
        .. ListRows("themes"),
        .. ListRows("challenges"),
        .. ListRows("strategies"),
        .. ListRows("informant-groups"),
        .. ListRows("informants"),
        new("GET", Process + "/informants/{id}/identity", Role.Consultant),
        new("POST", Process + "/informants/{id}/identity", Role.Consultant),
        new("POST", Process + "/informants/{id}/identity/delete", Role.Consultant),
        new("GET", "institutions", Managers),
        new("GET", "institutions/new", Managers),
        new("POST", "institutions/new", Managers),
        new("GET", "institutions/{id}", Managers),
        new("POST", "institutions/{id}", Managers),
        new("GET", "institutions/{id}/closure", Managers),
        new("POST", "institutions/{id}/closure", Managers),
    ];

    private static RouteRow[] ListRows(string list) =>
    [
        new("GET", $"{Process}/{list}", SetUp),
        new("GET", $"{Process}/{list}/new", SetUp),
        new("POST", $"{Process}/{list}/new", SetUp),
        new("GET", $"{Process}/{list}/{{id}}", SetUp),
        new("POST", $"{Process}/{list}/{{id}}", SetUp),
        new("POST", $"{Process}/{list}/{{id}}/delete", SetUp),
    ];
}
