using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Meetings;

public static class MeetingsRoutes
{
    private const string List = "dialogue-processes/{processId}/validation-meetings";
    private const string Meeting = List + "/{id}";
    private const string Round = Meeting + "/rounds/{roundId}";
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
        new("GET", Meeting + "/agenda", Hosts),
        new("POST", Meeting + "/live", Hosts),
        new("POST", Meeting + "/live/settings", Hosts),
        new("POST", Meeting + "/live/end", Hosts),
        new("GET", Meeting + "/rounds/new", Hosts),
        new("POST", Meeting + "/rounds/new", Hosts),
        new("POST", Round + "/move", Hosts),
        new("POST", Round + "/delete", Hosts),
        new("POST", Round + "/open", Hosts),
        new("POST", Round + "/extend", Hosts),
        new("POST", Round + "/close", Hosts),
        new("POST", Round + "/count", Hosts),
        new("POST", Round + "/repeat", Hosts),
        new("GET", Round + "/table", Hosts),
        new("POST", Round + "/table", Hosts),
        new("GET", Meeting + "/participants", Hosts),
        new("POST", Meeting + "/participants", Hosts),
        new("POST", Meeting + "/participants/{participantId}/presence", Hosts),
        new("POST", Meeting + "/participants/{participantId}/withdrawal", Hosts),
        new("POST", Meeting + "/participants/{participantId}/erasure", Hosts),
        new("GET", Meeting + "/qualifications", Hosts),
        new("GET", Meeting + "/qualifications/new", Hosts),
        new("POST", Meeting + "/qualifications/new", Hosts),
        // It changes a piece.
        new("GET", Meeting + "/qualifications/{qualificationId}", Role.Consultant),
        new("POST", Meeting + "/qualifications/{qualificationId}", Role.Consultant),
        // A participant has no account: the code in the address and the pass in the cookie let in.
        RouteRow.Anonymous("GET", "m"),
        RouteRow.Anonymous("POST", "m"),
        RouteRow.Anonymous("GET", "m/{joinCode}"),
        RouteRow.Anonymous("GET", "m/{joinCode}/{slip}"),
        RouteRow.Anonymous("POST", "m/{joinCode}/join"),
        RouteRow.Anonymous("POST", "m/{joinCode}/leave"),
        RouteRow.Anonymous("GET", "m/{joinCode}/now"),
        RouteRow.Anonymous("PUT", "m/{joinCode}/rounds/{roundId}/ballot"),
        RouteRow.Anonymous("POST", "m/{joinCode}/rounds/{roundId}/ballot"),
        // The consultant prepares; the leader concludes.
        new("GET", List + "/conclusions", Hosts),
        new("POST", List + "/conclusions", Role.Leader),
    ];
}
