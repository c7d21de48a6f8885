using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Corrections and versions of a text. A leader reads testimony only where the process allows it; in the sample process it does.</summary>
public static class CorrectionRoutes
{
    private const string Interview = "dialogue-processes/{processId:long}/interviews/{number:int}";

    public static RouteRow[] Rows { get; } =
    [
        new("GET", Interview + "/corrections/new", Role.Consultant),
        new("POST", Interview + "/corrections/new", Role.Consultant),
        new("POST", Interview + "/corrections/preview", Role.Consultant),
        new("POST", Interview + "/corrections", Role.Consultant),
        new("GET", Interview + "/versions", Role.Consultant, Role.Leader),
        new("GET", Interview + "/versions/{version:int}", Role.Consultant, Role.Leader),
        new("GET", Interview + "/versions/{version:int}/comparison", Role.Consultant, Role.Leader),
        new("GET", Interview + "/loose-passages", Role.Consultant, Role.Leader),
        new("POST", Interview + "/passages/{passageId:long}/removal", Role.Consultant),
        new("GET", Interview + "/passages/{passageId:long}/placement", Role.Consultant),
        new("POST", Interview + "/passages/{passageId:long}/placement", Role.Consultant),
    ];
}
