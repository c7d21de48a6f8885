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
        new("DELETE", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages/{id:long}", Role.Consultant),
        new("DELETE", "dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/codings/{id:long}", Role.Consultant),
    ];
}
