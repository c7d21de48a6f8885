using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>One step of the line on the process page.</summary>
/// <param name="Figure">The count in words.</param>
/// <param name="Path">Address below the process; null when there is nothing to open.</param>
/// <param name="Later">True while the step has not begun.</param>
public sealed record ProcessStep(string Name, string Figure, string? Path, bool Later);

/// <summary>A member as the process page shows it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Roles">The roles in Danish.</param>
public sealed record MemberName(string Name, string Roles);

/// <summary>What the process page shows.</summary>
public sealed record ProcessPage(DialogueProcess Process, IReadOnlyList<ProcessStep> Steps, NextStep Next, IReadOnlyList<MemberName> Members);

/// <summary>Where a process stands.</summary>
[Route("dialogue-processes/{processId}"), Permit(Permission.SeeProcess)]
public sealed class ProcessPageController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var status = await ProcessStatus.CountAsync(Db, Current);
        var members = await Db.ProcessMembers
            .Where(m => m.ProcessId == Current.Id)
            .Select(m => new { m.User.DisplayName, Roles = m.User.Roles.Select(r => r.Role).ToList() })
            .ToListAsync();
        return View("Show", new ProcessPage(
            Current.Process, StepsOf(status), NextStep.Of(status, Current.Can),
            [.. members.OrderBy(m => m.DisplayName, DanishText.Comparer).Select(m => new MemberName(m.DisplayName, WordsOf(m.Roles)))]));
    }

    internal static string WordsOf(IEnumerable<Role> roles) => string.Join(", ", roles.Order().Select(r => r.ToDanish().ToLower(DanishText.Culture)));

    private ProcessStep[] StepsOf(ProcessStatus status)
    {
        var interviews = Current.Can(Permission.SetUpProcess) ? "interviews" : null;
        return
        [
            new("Interviews", DanishText.Count(status.Interviews, "interview", "interviews"), interviews, false),
            new("Kodning", CodingFigure(status), interviews, false),
            Step("Løsningsbrikker", true, DanishText.Count(status.Pieces, "brik", "brikker"), Permission.ReadPieces, "solution-pieces"),
            Step("Fællesmøde", status.Meetings > 0, MeetingFigure(status), Permission.ReadMeetings, "validation-meetings"),
            Step("Udpegning", status.Designated + status.In(PieceStage.NotDesignated) > 0,
                $"{status.Designated} af {status.Political} udpeget", Permission.ReadDecisions, "designations"),
            Step("Beslutninger", status.Decisions > 0, DanishText.Count(status.Decisions, "beslutning", "beslutninger"), Permission.ReadDecisions, "decisions"),
            Step("Udmøntning", status.In(PieceStage.InImplementation, PieceStage.Closed) > 0,
                $"{status.In(PieceStage.InImplementation)} i gang, {status.In(PieceStage.Closed)} afsluttet", Permission.ReadImplementations, "implementations"),
        ];
    }

    private ProcessStep Step(string name, bool begun, string figure, Permission permission, string path) =>
        new(name, begun ? figure : "Ikke begyndt", Current.Can(permission) ? path : null, !begun);

    private static string MeetingFigure(ProcessStatus status) =>
        status.Concluded == 0 ? "Ingen konklusioner endnu" : $"{status.Concluded} af {status.Pieces - status.Drafts} konkluderet";

    private static string CodingFigure(ProcessStatus status) => status.Interviews == 0
        ? "Ikke begyndt"
        : $"{status.Coded} af {status.Interviews} færdige, {DanishText.Count(status.Passages, "uddrag", "uddrag")}";
}
