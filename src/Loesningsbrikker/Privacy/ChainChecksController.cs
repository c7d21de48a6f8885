using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Privacy;

/// <summary>Walks the municipality's change log on demand.</summary>
[Route("logs/chain-checks"), Permit(Permission.ReadLogs)]
public sealed class ChainChecksController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>What a request may walk, some seconds' work; verify-audit walks all.</summary>
    public const long AtMost = 100_000;

    /// <summary>Name of the sentence about a broken chain in TempData.</summary>
    public const string Broken = "ChainBroken";

    /// <summary>Walks, and tells on the log's page how it went.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(CancellationToken cancellation)
    {
        var report = await AuditChain.WalkAsync(Db, Db.Actor.MunicipalityId!.Value, AtMost, cancellation);
        var lines = DanishText.Count((int)report.Lines, "linje", "linjer");
        if (!report.Holds)
            TempData[Broken] = $"Loggen er brudt ved linje {report.BrokenAt}. En linje er rettet eller fjernet uden om systemet. Kontakt dem, der driver systemet.";
        else if (report.FirstChecked > 1)
            Confirm($"De seneste {lines} hænger sammen. De ældre efterses af dem, der driver systemet.");
        else
            Confirm($"Loggen hænger sammen: {lines} er efterset.");
        return Redirect("/logs");
    }
}
