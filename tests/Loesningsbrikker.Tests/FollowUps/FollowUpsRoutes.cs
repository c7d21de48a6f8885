using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.FollowUps;

public static class FollowUpsRoutes
{
    private const string List = "dialogue-processes/{processId}/follow-ups";
    private const string OfPiece = "dialogue-processes/{processId}/solution-pieces/{number}/follow-ups";
    private static readonly Role[] Readers = [Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee];
    private static readonly Role[] Writers = [Role.Consultant, Role.Leader, Role.LocalLeader];

    public static RouteRow[] Rows { get; } =
    [
        new("GET", List, Readers),
        new("GET", OfPiece + "/new", Writers),
        new("POST", OfPiece, Writers),
        new("GET", List + "/{id}/edit", Writers),
        new("POST", List + "/{id}/edit", Writers),
        new("GET", List + "/{id}/check", Writers),
        new("POST", List + "/{id}/check", Writers),
        new("GET", List + "/{id}/cancel", Writers),
        new("POST", List + "/{id}/cancel", Writers),
    ];
}
