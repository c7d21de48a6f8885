using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>The coding page. A leader reads testimony only where the process allows it; in the sample process it does.</summary>
public static class CodingRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        new("GET", "coding-token", Enum.GetValues<Role>()),
        new("GET", "dialogue-processes/{processId:long}/interviews/{number:int}/coding", Role.Consultant, Role.Leader),
        new("GET", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/piece-words", Role.Consultant, Role.Leader),
        new("GET", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages", Role.Consultant, Role.Leader),
        new("GET", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages/{id:long}", Role.Consultant, Role.Leader),
        new("POST", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages", Role.Consultant),
        new("PUT", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages/{id:long}/note", Role.Consultant),
        new("PUT", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages/{id:long}/range", Role.Consultant),
        new("DELETE", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages/{id:long}", Role.Consultant),
        new("DELETE", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/codings/{id:long}", Role.Consultant),
        new("GET", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/undo", Role.Consultant),
        new("POST", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/undo", Role.Consultant),
        new("POST", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/redo", Role.Consultant),
        new("GET", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/live", Role.Consultant, Role.Leader)
        {
            // What was missed and no more: a stream would keep who asks for a minute.
            Sample = "dialogue-processes/{processId}/transcripts/{transcriptId}/live?stay=false&after=0",
        },
        new("GET", "dialogue-processes/{processId:long}/coding-log", Role.Consultant, Role.Leader),
        new("GET", "dialogue-processes/{processId:long}/coding-steps/{id:long}/undo", Role.Consultant),
        new("POST", "dialogue-processes/{processId:long}/coding-steps/{id:long}/undo", Role.Consultant),
        new("GET", "dialogue-processes/{processId:long}/coding-steps/{id:long}/redo", Role.Consultant),
        new("POST", "dialogue-processes/{processId:long}/coding-steps/{id:long}/redo", Role.Consultant),
    ];
}
