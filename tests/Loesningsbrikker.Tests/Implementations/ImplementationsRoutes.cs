using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Implementations;

public static class ImplementationsRoutes
{
    private const string List = "dialogue-processes/{processId}/implementations";
    private const string One = List + "/{id}";
    private const string Milestone = One + "/milestones/{milestoneId}";
    private const string New = "dialogue-processes/{processId}/solution-pieces/{number}/implementation/new";
    private const string NewSample = "dialogue-processes/{processId}/solution-pieces/{adoptedNumber}/implementation/new";
    private static readonly Role[] Readers = [Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee];

    /// <summary>The local leader's institution carries the sample out; another institution's leader is in ImplementationRightsTests.</summary>
    private static readonly Role[] Writers = [Role.Consultant, Role.Leader, Role.LocalLeader];

    public static RouteRow[] Rows { get; } =
    [
        new("GET", List, Readers),
        new("GET", One, Readers),
        new("GET", New, Role.Consultant, Role.Leader) { Sample = NewSample },
        new("POST", New, Role.Consultant, Role.Leader) { Sample = NewSample },
        new("GET", One + "/begin", Writers),
        new("POST", One + "/begin", Writers),
        new("GET", One + "/plan", Writers),
        new("POST", One + "/plan", Writers),
        new("GET", One + "/report", Writers),
        new("POST", One + "/report", Writers),
        new("GET", One + "/milestones/new", Writers),
        new("POST", One + "/milestones", Writers),
        new("GET", Milestone + "/edit", Writers),
        new("POST", Milestone + "/edit", Writers),
        new("GET", Milestone + "/removal", Writers),
        new("POST", Milestone + "/removal", Writers),
        new("POST", Milestone + "/reached", Writers),
        new("POST", Milestone + "/reached/undo", Writers),
        new("GET", One + "/closure", Writers),
        new("POST", One + "/closure", Writers),
    ];
}
