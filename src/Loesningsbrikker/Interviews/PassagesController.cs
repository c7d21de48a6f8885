using System.Globalization;
using System.Text.Json;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>The marks of a transcript, for the coding page.</summary>
[Route("dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages")]
public sealed class PassagesController(LoesningsbrikkerContext db, CurrentProcess current, WriteLane lane) : HouseController(db, current)
{
    /// <summary>
    /// All passages as arrays of numbers, small enough to send 20,000 at once:
    /// passages [id, start, end, has note], codings [id, passage id, piece number or 0, challenge id or 0, coder's id or 0], the names
    /// of the coders by id, and what came loose from the interview's text, loose [id, id of the text it stood in, has note, number of
    /// codings]; before them "last", the key of the newest step of the process, from which the page then follows what happens.
    /// </summary>
    [HttpGet, Permit(Permission.ReadTestimony)]
    public async Task Index(long transcriptId, CancellationToken cancellation)
    {
        if (!await Db.Transcripts.AnyAsync(t => t.Id == transcriptId && t.ProcessId == Current.Id, cancellation))
            throw new NotFoundException();
        var passages = Db.Passages.Where(p => p.TranscriptId == transcriptId && p.LooseSinceUtc == null).OrderBy(p => p.StartUtf16).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.StartUtf16, p.EndUtf16, HasNote = p.Note != "" });
        var codings =
            from coding in Db.Codings
            join passage in Db.Passages on coding.PassageId equals passage.Id
            join found in Db.SolutionPieces on coding.SolutionPieceId equals found.Id into pieces
            from piece in pieces.DefaultIfEmpty()
            where passage.TranscriptId == transcriptId
            select new
            {
                coding.Id, coding.PassageId, Piece = piece == null ? 0 : piece.Number, Challenge = coding.ChallengeId ?? 0, Coder = coding.CodedByUserId ?? 0,
            };
        var loose = Db.Passages
            .Where(p => p.LooseSinceUtc != null && Db.Transcripts.Any(t => t.Id == p.TranscriptId
                && Db.Transcripts.Any(n => n.Id == transcriptId && n.InterviewId == t.InterviewId)))
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.TranscriptId, HasNote = p.Note != "", Codings = p.Codings.Count });

        // Asked first: a step that is stored while the rows are read is told again, and changes nothing then.
        var last = await Db.CodingSteps.Where(s => s.ProcessId == Current.Id).MaxAsync(s => (long?)s.Id, cancellation) ?? 0;
        var coders = new HashSet<long> { Db.Actor.RequiredUserId };
        Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(Response.BodyWriter);
        json.WriteStartObject();
        json.WriteNumber("last", last);
        json.WriteStartArray("passages");
        await foreach (var p in passages.AsAsyncEnumerable().WithCancellation(cancellation))
            WriteRow(json, p.Id, p.StartUtf16, p.EndUtf16, p.HasNote ? 1 : 0);
        json.WriteEndArray();
        json.WriteStartArray("codings");
        await foreach (var c in codings.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            WriteRow(json, c.Id, c.PassageId, c.Piece, c.Challenge, c.Coder);
            coders.Add(c.Coder);
        }
        json.WriteEndArray();
        json.WriteStartArray("loose");
        await foreach (var p in loose.AsAsyncEnumerable().WithCancellation(cancellation))
            WriteRow(json, p.Id, p.TranscriptId, p.HasNote ? 1 : 0, p.Codings);
        json.WriteEndArray();
        await WriteCodersAsync(json, coders, cancellation);
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>One passage with its note and version.</summary>
    [HttpGet("{id:long}"), Permit(Permission.ReadTestimony)]
    public async Task<IActionResult> Show(long transcriptId, long id) =>
        Json(await PassageCoding.ViewAsync(Db, await FindAsync(transcriptId, id) ?? throw new NotFoundException()));

    /// <summary>Marks a stretch and ties it to a piece, a new piece, a challenge or nothing yet.</summary>
    [HttpPost, Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Create(long transcriptId, [FromBody] PassageRequest request)
    {
        // The text is frozen, so it can be read before the write's turn comes.
        var range = await PassageRange.ReadAsync(Db, Current.Id, transcriptId, request.Start, request.End, request.Quote);
        var process = Current.Process;
        return Json(await lane.WriteAsync(Db.Actor, db => PassageCoding.StoreAsync(db, process, transcriptId, range, request)));
    }

    /// <summary>Changes the note.</summary>
    /// <exception cref="ConflictException">A colleague wrote first, or took the mark away; the page keeps what was typed.</exception>
    [HttpPut("{id:long}/note"), Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Annotate(long transcriptId, long id, [FromBody] NoteRequest request) =>
        Json(await Db.InTransactionAsync(() => AnnotateAsync(transcriptId, id, request)));

    /// <summary>Takes a mark away that is tied to nothing.</summary>
    [HttpDelete("{id:long}"), Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Delete(long transcriptId, long id)
    {
        // Looked at when it is this request's turn: a coding that a colleague adds in between would go with the mark.
        await Db.InTransactionAsync(() => DeleteAsync(transcriptId, id));
        return NoContent();
    }

    private async Task<PassageView> AnnotateAsync(long transcriptId, long id, NoteRequest request)
    {
        await RowLocks.InterviewOfAsync(Db, transcriptId);
        var text = await PassageCoding.TextAsync(Db, Current.Id, transcriptId);
        var passage = await FindAsync(transcriptId, id) ?? throw (await GoneRow.OfPassageAsync(Db, Current.Id, text, id)).Told("Noten er ikke gemt.");
        var (before, note) = (passage.Note, CanonicalText.Clean(request.Note).Trim());
        if (note == before)
            return await PassageCoding.ViewAsync(Db, passage);
        Db.Entry(passage).Property(p => p.Version).OriginalValue = request.Version;
        passage.Note = note;
        await Db.SaveChangesAsync();
        var images = new StepImages { Passages = [new(id, new PassageImage { Note = before }, new PassageImage { Note = note })] };
        var step = CodingJournal.StepOf(CodingStepKind.NoteEdited, text.InterviewId, passage, images);
        return await PassageCoding.ViewAsync(Db, passage) with { Step = await PassageCoding.AppendAsync(Db, step, Current.Process, pieceNumber: null) };
    }

    private async Task DeleteAsync(long transcriptId, long id)
    {
        await RowLocks.InterviewOfAsync(Db, transcriptId);
        var text = await PassageCoding.TextAsync(Db, Current.Id, transcriptId);
        if (await FindAsync(transcriptId, id) is not { } passage)
        {
            var gone = await GoneRow.OfPassageAsync(Db, Current.Id, text, id);
            // Sent again because the answer was lost.
            if (gone.IsOwn(Db.Actor, CodingStepKind.PassageDeleted))
                return;
            throw gone.Told("");
        }
        if (passage.Codings.Count > 0)
            throw new RuleException("Uddraget er knyttet til en brik eller en udfordring. Løsn det først.");
        var step = CodingJournal.StepOf(
            CodingStepKind.PassageDeleted, text.InterviewId, passage, new StepImages { Passages = [new(id, PassageImage.Of(passage), null)] });
        Db.Remove(passage);
        await Db.SaveChangesAsync();
        await CodingJournal.AppendAsync(Db, step);
    }

    private Task<Passage?> FindAsync(long transcriptId, long id) => Db.Passages.Include(p => p.Codings)
        .FirstOrDefaultAsync(p => p.Id == id && p.TranscriptId == transcriptId && p.ProcessId == Current.Id);

    private async Task WriteCodersAsync(Utf8JsonWriter json, HashSet<long> ids, CancellationToken cancellation)
    {
        json.WriteStartObject("coders");
        foreach (var coder in await Db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellation))
            json.WriteString(coder.Id.ToString(CultureInfo.InvariantCulture), coder.DisplayName);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, params ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
