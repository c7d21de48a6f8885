namespace Loesningsbrikker.Processes;

/// <summary>The one place that says which institutions a person answers for.</summary>
public static class LedInstitutions
{
    /// <summary>
    /// Keys of the institutions that the user leads, and of those that closed and whose work an institution she leads took over,
    /// itself or through one in between. Who led a closed institution with a successor answers for it no more.
    /// </summary>
    public static IQueryable<long> AnsweredForBy(this IQueryable<Institution> institutions, long userId)
    {
        // A query cannot follow a chain to its end on both databases; two mergers is more than one process lives through.
        var led = institutions.Where(i => i.SuccessorId == null && i.LeaderUserId == userId);
        var before = institutions.Where(i => led.Any(l => l.Id == i.SuccessorId));
        return institutions
            .Where(i => led.Any(l => l.Id == i.Id) || before.Any(b => b.Id == i.Id) || before.Any(b => b.Id == i.SuccessorId))
            .Select(i => i.Id);
    }
}
