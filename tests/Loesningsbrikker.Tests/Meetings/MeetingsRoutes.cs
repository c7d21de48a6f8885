using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Meetings;

public static class MeetingsRoutes
{
    private const string List = "dialogue-processes/{processId}/validation-meetings";
    private const string Meeting = List + "/{id}";
    private static readonly Role[] Readers = [Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee];
    private static readonly Role[] Hosts = [Role.Consultant, Role.Leader];

    public static RouteRow[] Rows { get; } =
    [
        new("GET", List, Readers),
        new("GET", List + "/new", Hosts),
        new("POST", List + "/new", Hosts),
        new("GET", Meeting, Readers),
        new("GET", Meeting + "/edit", Hosts),
        new("POST", Meeting + "/edit", Hosts),
        new("GET", Meeting + "/disagreements", Readers),
        new("GET", Meeting + "/solution-pieces/{number}", Readers),
        new("GET", Meeting + "/results", Hosts),
        new("GET", Meeting + "/results/{number}", Hosts),
        new("POST", Meeting + "/results/{number}", Hosts),
        // The consultant prepares; the leader concludes.
        new("GET", List + "/conclusions", Hosts),
        new("POST", List + "/conclusions", Role.Leader),
    ];
}
