using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.SolutionPieces;

public static class SolutionPiecesRoutes
{
    private const string List = "dialogue-processes/{processId}/solution-pieces";
    private const string Piece = List + "/{number}";
    private const string Imports = List + "/imports";
    private const string Import = Imports + "/{tableDraftId:long}";
    private static readonly Role[] Readers = [Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee];

    public static RouteRow[] Rows { get; } =
    [
        new("GET", List, Readers),
        new("GET", Piece, Readers),
        new("GET", List + "/new", Role.Consultant),
        new("POST", List, Role.Consultant),
        new("GET", Piece + "/edit", Role.Consultant),
        new("POST", Piece + "/edit", Role.Consultant),
        new("POST", Piece + "/formulation", Role.Consultant),
        new("GET", Piece + "/reclassification", Role.Consultant),
        new("POST", Piece + "/reclassification", Role.Consultant),
        new("GET", Piece + "/merge", Role.Consultant),
        new("POST", Piece + "/merge", Role.Consultant),
        new("GET", Piece + "/split", Role.Consultant),
        new("POST", Piece + "/split/choice", Role.Consultant),
        new("POST", Piece + "/split/preview", Role.Consultant),
        new("POST", Piece + "/split", Role.Consultant),
        new("GET", Imports, Role.Consultant),
        new("POST", Imports, Role.Consultant),
        new("POST", Import + "/removal", Role.Consultant),
        new("GET", Import + "/table", Role.Consultant),
        new("POST", Import + "/table", Role.Consultant),
        new("GET", Import + "/columns", Role.Consultant),
        new("POST", Import + "/columns", Role.Consultant),
        new("GET", Import + "/words", Role.Consultant),
        new("POST", Import + "/words", Role.Consultant),
        new("GET", Import + "/rows", Role.Consultant),
        new("POST", Import + "/rows", Role.Consultant),
        new("POST", Import + "/completion", Role.Consultant),
        // The leader only where the process lets leaders read transcripts.
        new("POST", Piece + "/quotations/{passageId}", Role.Leader),
        new("POST", Piece + "/quotations/{passageId}/withdrawal", Role.Leader),
    ];
}
