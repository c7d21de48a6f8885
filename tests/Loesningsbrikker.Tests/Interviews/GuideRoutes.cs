using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>The interview guide. Writing it is setup; reading what was answered is reading testimony.</summary>
public static class GuideRoutes
{
    private const string Process = "dialogue-processes/{processId:long}";

    public static RouteRow[] Rows { get; } =
    [
        new("GET", Process + "/guide", Role.Consultant, Role.Leader),
        new("POST", Process + "/guide", Role.Consultant, Role.Leader),
        new("GET", Process + "/guide/print", Role.Consultant, Role.Leader),
        new("GET", Process + "/guide-questions/new", Role.Consultant, Role.Leader),
        new("POST", Process + "/guide-questions/new", Role.Consultant, Role.Leader),
        new("GET", Process + "/guide-questions/{id:long}", Role.Consultant, Role.Leader),
        new("POST", Process + "/guide-questions/{id:long}", Role.Consultant, Role.Leader),
        new("POST", Process + "/guide-questions/{id:long}/delete", Role.Consultant, Role.Leader),
        new("POST", Process + "/guide-questions/{id:long}/moves", Role.Consultant, Role.Leader),
        new("GET", Process + "/guide-questions/{id:long}/answers", Role.Consultant, Role.Leader),
        new("GET", Process + "/interviews/{number:int}/sections", Role.Consultant),
        new("POST", Process + "/interviews/{number:int}/sections", Role.Consultant),
    ];
}
