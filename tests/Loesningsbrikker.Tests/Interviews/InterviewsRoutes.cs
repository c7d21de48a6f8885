using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

public static class InterviewsRoutes
{
    private const string Interviews = "dialogue-processes/{processId}/interviews";
    private const string Drafts = "dialogue-processes/{processId}/import-drafts";

    // A leader reads testimony only where the process allows it; the sample process does.
    public static RouteRow[] Rows { get; } =
    [
        new("GET", Interviews, Role.Consultant, Role.Leader),
        new("GET", Interviews + "/{number:int}", Role.Consultant, Role.Leader),
        new("GET", Interviews + "/new", Role.Consultant, Role.Leader),
        new("POST", Interviews + "/new", Role.Consultant, Role.Leader),
        new("GET", Interviews + "/{number:int}/edit", Role.Consultant, Role.Leader),
        new("POST", Interviews + "/{number:int}/edit", Role.Consultant, Role.Leader),
        new("POST", Interviews + "/{number:int}/delete", Role.Consultant, Role.Leader),
        new("POST", Interviews + "/{number:int}/completion", Role.Consultant),
        new("POST", Interviews + "/{number:int}/reopening", Role.Consultant),
        new("GET", Interviews + "/{number:int}/transcripts/new", Role.Consultant),
        new("POST", Interviews + "/{number:int}/transcripts/new", Role.Consultant),
        new("GET", Interviews + "/{number:int}/transcripts/{version:int}", Role.Consultant, Role.Leader)
        {
            Sample = Interviews + "/{number}/transcripts/1",
        },
        new("GET", Drafts, Role.Consultant),
        new("POST", Drafts, Role.Consultant),
        // A draft is its owner's alone; the sample's belongs to the consultant.
        new("GET", Drafts + "/{id:long}", Role.Consultant),
        new("POST", Drafts + "/{id:long}", Role.Consultant),
        new("POST", Drafts + "/{id:long}/confirmation", Role.Consultant),
        new("POST", Drafts + "/{id:long}/delete", Role.Consultant),
    ];
}
