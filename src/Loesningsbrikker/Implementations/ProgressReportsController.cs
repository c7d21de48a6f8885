using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>Telling news (Skriv nyt): words, milestones that were reached, or both. Made for a phone.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/report"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class ProgressReportsController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Shows the form; one that waits must begin first.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var implementation = await FindAsync(id);
        if (implementation.ClosedAtUtc is not null)
            return Redirect(PathOf(id));
        return implementation.BegunAtUtc is null ? Redirect(PathOf(id) + "/begin") : Show(implementation, new ReportForm());
    }

    /// <summary>Keeps the news; two who write at the same time are both kept.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, ReportForm form)
    {
        var reached = 0;
        await WriteAsync(id, (piece, implementation) =>
        {
            var (by, now) = (Db.Actor.RequiredUserId, Db.UtcNow);
            // One that a colleague ticked a moment ago is reached, as this person says too.
            var ticked = form.ReachedIds.Distinct().Select(milestoneId => MilestoneOf(implementation, milestoneId)).Where(m => m.ReachedOn is null).ToList();
            if (form.Text?.Trim().Length > 0 || form.ReachedIds.Length == 0)
                piece.Report(implementation, form.Text, by, now);
            foreach (var milestone in ticked)
                piece.Reach(implementation, milestone, DanishText.Day(now), by, now);
            reached = ticked.Count;
        });
        Confirm("Tak, det er gemt. Alle, der følger brikken, kan nu læse det."
            + (reached > 0 ? $" {DanishText.Count(reached, "milepæl er nået", "milepæle er nået")}." : ""));
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) => Show(await FindAsync(IdInAddress), (ReportForm)form);

    private ViewResult Show(Implementation implementation, ReportForm form)
    {
        (ViewData["Implementation"], ViewData["Breadcrumbs"]) = (implementation, CrumbsTo(implementation, "Skriv nyt"));
        return View("New", form);
    }
}
