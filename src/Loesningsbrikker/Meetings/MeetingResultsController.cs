using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>Entering by hand what the meeting said, piece by piece.</summary>
[Route("dialogue-processes/{processId}/validation-meetings/{id}/results"), Permit(Permission.RunMeetings)]
public sealed class MeetingResultsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private string MeetingPath(long id) => $"/dialogue-processes/{Current.Id}/validation-meetings/{id}";

    /// <summary>Shows the pieces, and which of them lack results.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(long id, int page = 1)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var pieces = Db.PiecesForMeetings(Current).OrderBy(p => p.Number);
        var rows = await pieces
            .Select(p => new EntryRow(p.Id, p.Number, p.Class, p.Title, Db.MeetingResults.Count(r => r.MeetingId == id && r.SolutionPieceId == p.Id)))
            .ToPageAsync(page);
        var missing = pieces.Where(p => !Db.MeetingResults.Any(r => r.MeetingId == id && r.SolutionPieceId == p.Id));
        var missingCount = await missing.CountAsync();
        var firstMissing = await missing.Select(p => (int?)p.Number).FirstOrDefaultAsync();
        var present = await Db.MeetingAttendances.CountAsync(a => a.MeetingId == id && a.Present > 0);
        return View("Index", new EntryPage(meeting, rows, present, rows.Total - missingCount, firstMissing));
    }

    /// <summary>Shows the grid of a piece.</summary>
    [HttpGet("{number}")]
    public async Task<IActionResult> Edit(long id, int number)
    {
        var stored = await ResultsOf(id, (await PieceAsync(number)).Id).AsNoTracking().ToListAsync();
        return await ShowAgainAsync(new ResultsForm { Rows = [.. stored.Select(GroupResultForm.Of)] });
    }

    /// <summary>Stores the grid and goes on to the next piece that lacks results.</summary>
    [HttpPost("{number}")]
    public async Task<IActionResult> Update(long id, int number, ResultsForm form)
    {
        await Db.MeetingAsync(Current, id);
        var piece = await PieceAsync(number);
        var present = await Db.PresentAsync(id);
        var stored = await ResultsOf(id, piece.Id).ToListAsync();
        var counted = await CountedLive.ReadAsync(Db, id, piece.Id);
        for (var i = 0; i < form.Rows.Count; i++)
        {
            var line = form.Rows[i];
            var group = present.FirstOrDefault(g => g.GroupId == line.GroupId) ?? throw new ConflictException("En gruppe er taget ud af mødet, mens du arbejdede. Dine tal er ikke gemt.");
            Write(id, piece.Id, line, group, stored.Find(r => r.GroupId == line.GroupId), counted, $"Rows[{i}]");
        }
        if (!ModelState.IsValid)
        {
            Db.ChangeTracker.Clear();
            var view = (ViewResult)await ShowAgainAsync(form);
            view.StatusCode = StatusCodes.Status400BadRequest;
            return view;
        }
        try
        {
            await Db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && DatabaseErrors.IsCollision(exception))
        {
            throw new ConflictException("En kollega har skrevet resultater for den samme brik, mens du arbejdede. Dine tal er ikke gemt.");
        }
        return await GoOnAsync(id, number);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (ResultsForm)form;
        var (id, number) = (InAddress("id"), (int)InAddress("number"));
        var meeting = await Db.MeetingAsync(Current, id);
        var piece = await PieceAsync(number);
        var typed = shown.Rows.GroupBy(r => r.GroupId).ToDictionary(g => g.Key, g => g.First());
        shown.Rows = [];
        foreach (var group in await Db.PresentAsync(id))
        {
            var line = typed.GetValueOrDefault(group.GroupId) ?? new GroupResultForm { GroupId = group.GroupId };
            (line.Name, line.Present) = (group.Name, group.Present);
            shown.Rows.Add(line);
        }
        var numbers = await Db.PiecesForMeetings(Current).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync();
        var place = numbers.IndexOf(number);
        ViewData["Context"] = new EntryContext(
            meeting, new MeetingPiece(piece.Id, number, piece.Class, piece.Title), piece.Description,
            place > 0 ? numbers[place - 1] : null, place < numbers.Count - 1 ? numbers[place + 1] : null, place + 1, numbers.Count);
        return View("Edit", shown);
    }

    /// <summary>Writes one line, or notes at its cells what is wrong with it.</summary>
    private void Write(
        long meetingId, long pieceId, GroupResultForm line, PresentGroup group, MeetingResult? result, IReadOnlySet<MeetingQuestion> counted, string path)
    {
        if (result?.Version != line.Version)
            throw new ConflictException("En kollega har indtastet resultater for den samme brik, mens du arbejdede. Dine tal er ikke gemt.");
        if (line.IsEmpty && counted.Count == 0 && result is not { CoinPeople: > 0 })
        {
            if (result is not null)
                Db.Remove(result);
            return;
        }
        if (line.IsEmpty && result is null)
            return;
        if (result is null)
            Db.Add(result = new MeetingResult { ProcessId = Current.Id, MeetingId = meetingId, SolutionPieceId = pieceId, GroupId = group.GroupId });
        foreach (var (question, start, _) in GroupResultForm.Questions)
        {
            try
            {
                if (counted.Contains(question) && !result.Says(question, line.Of(question)))
                    throw new RuleException($"{question.ToDanish()} er talt på mødet og kan ikke rettes her.");
                result.Answer(question, line.Of(question), group.Present);
            }
            catch (RuleException broken)
            {
                ModelState.AddModelError($"{path}.{nameof(line.Counts)}[{start}]", $"{group.Name}: {broken.Message}");
            }
        }
    }

    /// <summary>On to the next piece without results, from the start when the end is reached; to the list when none is left.</summary>
    private async Task<IActionResult> GoOnAsync(long id, int number)
    {
        var missing = await Db.PiecesForMeetings(Current).OrderBy(p => p.Number)
            .Where(p => p.Number != number && !Db.MeetingResults.Any(r => r.MeetingId == id && r.SolutionPieceId == p.Id))
            .Select(p => p.Number).ToListAsync();
        Confirm($"{Current.Process.NumberOf(number)} er gemt." + (missing.Count == 0 ? " Alle brikker har nu resultater." : ""));
        return Redirect(missing.Count == 0
            ? MeetingPath(id) + "/results"
            : $"{MeetingPath(id)}/results/{missing.Find(n => n > number) switch { 0 => missing[0], var next => next }}");
    }

    private IQueryable<MeetingResult> ResultsOf(long meetingId, long pieceId) =>
        Db.MeetingResults.Where(r => r.ProcessId == Current.Id && r.MeetingId == meetingId && r.SolutionPieceId == pieceId);

    private async Task<SolutionPiece> PieceAsync(int number) =>
        await Db.PiecesForMeetings(Current).AsNoTracking().FirstOrDefaultAsync(p => p.Number == number) ?? throw new NotFoundException();

    private long InAddress(string name) =>
        long.TryParse(RouteData.Values[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= (name == "number" ? int.MaxValue : long.MaxValue)
            ? value : 0;
}
