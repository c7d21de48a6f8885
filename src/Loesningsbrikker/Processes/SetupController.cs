using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>How much of each list a process has.</summary>
public sealed record SetupCounts(int Groups, int Informants, int Themes, int Challenges, int Strategies, int Questions, int Members, int Institutions);

/// <summary>The way to everything that is set up once per process.</summary>
[Route("dialogue-processes/{processId}/setup"), Permit(Permission.SetUpProcess)]
public sealed class SetupController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the lists with their counts, read with one query.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Show", await Db.DialogueProcesses
        .Where(p => p.Id == Current.Id)
        .Select(p => new SetupCounts(
            Db.InformantGroups.Count(x => x.ProcessId == p.Id),
            Db.Informants.Count(x => x.ProcessId == p.Id),
            Db.Themes.Count(x => x.ProcessId == p.Id),
            Db.Challenges.Count(x => x.ProcessId == p.Id),
            Db.Strategies.Count(x => x.ProcessId == p.Id),
            Db.GuideQuestions.Count(x => x.ProcessId == p.Id),
            p.Members.Count,
            Db.Institutions.Count(x => x.ClosedAtUtc == null)))
        .SingleAsync());
}
