using System.Text.Json;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
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
    /// passages [id, start, end, has note], codings [id, passage id, piece number or 0, challenge id or 0], and what came loose from
    /// the interview's text, loose [id, id of the text it stood in, has note, number of codings].
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
            select new { coding.Id, coding.PassageId, Piece = piece == null ? 0 : piece.Number, Challenge = coding.ChallengeId ?? 0 };
        var loose = Db.Passages
            .Where(p => p.LooseSinceUtc != null && Db.Transcripts.Any(t => t.Id == p.TranscriptId
                && Db.Transcripts.Any(n => n.Id == transcriptId && n.InterviewId == t.InterviewId)))
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.TranscriptId, HasNote = p.Note != "", Codings = p.Codings.Count });

        Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("passages");
        await foreach (var p in passages.AsAsyncEnumerable().WithCancellation(cancellation))
            WriteRow(json, p.Id, p.StartUtf16, p.EndUtf16, p.HasNote ? 1 : 0);
        json.WriteEndArray();
        json.WriteStartArray("codings");
        await foreach (var c in codings.AsAsyncEnumerable().WithCancellation(cancellation))
            WriteRow(json, c.Id, c.PassageId, c.Piece, c.Challenge);
        json.WriteEndArray();
        json.WriteStartArray("loose");
        await foreach (var p in loose.AsAsyncEnumerable().WithCancellation(cancellation))
            WriteRow(json, p.Id, p.TranscriptId, p.HasNote ? 1 : 0, p.Codings);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>One passage with its note and version.</summary>
    [HttpGet("{id:long}"), Permit(Permission.ReadTestimony)]
    public async Task<IActionResult> Show(long transcriptId, long id)
    {
        var passage = await Db.Passages.Include(p => p.Codings)
            .FirstOrDefaultAsync(p => p.Id == id && p.TranscriptId == transcriptId && p.ProcessId == Current.Id) ?? throw new NotFoundException();
        return Json(await PassageCoding.ViewAsync(Db, passage));
    }

    /// <summary>Marks a stretch and ties it to a piece, a new piece, a challenge or nothing yet.</summary>
    [HttpPost, Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Create(long transcriptId, [FromBody] PassageRequest request)
    {
        // The text is frozen, so it can be read before the write's turn comes.
        var range = await PassageRange.ReadAsync(Db, Current.Id, transcriptId, request.Start, request.End, request.Quote);
        var processId = Current.Id;
        return Json(await lane.WriteAsync(Db.Actor, db => PassageCoding.StoreAsync(db, processId, transcriptId, range, request)));
    }

    /// <summary>Changes the note.</summary>
    [HttpPut("{id:long}/note"), Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Annotate(long transcriptId, long id, [FromBody] NoteRequest request)
    {
        var passage = await Db.Passages.Include(p => p.Codings)
            .FirstOrDefaultAsync(p => p.Id == id && p.TranscriptId == transcriptId && p.ProcessId == Current.Id) ?? throw new NotFoundException();
        Db.Entry(passage).Property(p => p.Version).OriginalValue = request.Version;
        passage.Note = CanonicalText.Clean(request.Note).Trim();
        await Db.SaveChangesAsync();
        return Json(await PassageCoding.ViewAsync(Db, passage));
    }

    /// <summary>Takes a mark away that is tied to nothing.</summary>
    [HttpDelete("{id:long}"), Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Delete(long transcriptId, long id)
    {
        // Looked at when it is this request's turn: a coding that a colleague adds in between would go with the mark.
        await Db.InTransactionAsync(async () =>
        {
            await RowLocks.InterviewOfAsync(Db, transcriptId);
            var passage = await Db.Passages.Include(p => p.Codings)
                .FirstOrDefaultAsync(p => p.Id == id && p.TranscriptId == transcriptId && p.ProcessId == Current.Id) ?? throw new NotFoundException();
            if (passage.Codings.Count > 0)
                throw new RuleException("Uddraget er knyttet til en brik eller en udfordring. Løsn det først.");
            Db.Remove(passage);
            await Db.SaveChangesAsync();
        });
        return NoContent();
    }

    private static void WriteRow(Utf8JsonWriter json, long a, long b, long c, long d)
    {
        json.WriteStartArray();
        json.WriteNumberValue(a);
        json.WriteNumberValue(b);
        json.WriteNumberValue(c);
        json.WriteNumberValue(d);
        json.WriteEndArray();
    }
}
