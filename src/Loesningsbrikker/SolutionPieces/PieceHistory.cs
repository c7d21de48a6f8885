using Loesningsbrikker.Accounts;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Which way the story is read.</summary>
public enum StoryOrder
{
    /// <summary>From the first sentence said.</summary>
    Oldest,
    /// <summary>From the latest effect.</summary>
    Newest,
}

/// <summary>One line of the story as it is read.</summary>
/// <param name="By">Name of the user; null for demo data.</param>
/// <param name="OtherNumber">Number of the other piece of a merge or a split; null otherwise.</param>
/// <param name="OtherIsVisible">Whether the visitor may open that piece.</param>
/// <param name="ToStage">The stage it came to; null when it stayed.</param>
public sealed record HistoryLine(
    PieceEventKind Kind, DateTime AtUtc, string? By, string Reason, string Details, PieceClass? FromClass, PieceClass? ToClass,
    int? OtherNumber, bool OtherIsVisible, string? OldTitle, string? OldDescription, PieceStage? ToStage)
{
    /// <summary>Whether it is a step of the piece's life; the others are care of its words and facts.</summary>
    public bool IsStep => ToStage is not null || Kind is PieceEventKind.Drafted or PieceEventKind.BroughtIn or PieceEventKind.Recommended or PieceEventKind.Decided
        or PieceEventKind.HandedOver or PieceEventKind.ImplementationBegun or PieceEventKind.MilestoneReached or PieceEventKind.ImplementationClosed;
}

/// <summary>When what the piece rests on was first said. Counts and a day, never words.</summary>
/// <param name="Interviews">How many interviews a passage is tied from.</param>
public sealed record FirstSaid(DateOnly On, int Interviews);

/// <summary>One page of the story.</summary>
/// <param name="Said">Where it began; null when nothing is tied to the piece.</param>
public sealed record PieceStory(PageOf<HistoryLine> Page, StoryOrder Order, FirstSaid? Said)
{
    /// <summary>Whether the beginning stands above the lines of this page.</summary>
    public bool BeginsHere => Said is not null && Order == StoryOrder.Oldest && Page.Number == 1;

    /// <summary>Whether the beginning stands below the lines of this page.</summary>
    public bool EndsHere => Said is not null && Order == StoryOrder.Newest && Page.Number == Page.Last;
}

/// <summary>Reads the one story of a piece (historik), from the first sentence said to the latest effect.</summary>
public static class PieceHistory
{
    /// <summary>
    /// One page. Who does not see drafts does not read what happened while it was one, but that it was begun, when and by whom;
    /// who does not read estimates does not read that one was written or removed;
    /// and a local leader reads no other institution's news.
    /// </summary>
    public static async Task<PieceStory> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece, StoryOrder order, int number)
    {
        var lines = db.PieceEvents.Where(e => e.SolutionPieceId == piece.Id);
        if (!current.SeesDraftOf(piece, db))
        {
            var formulatedId = await lines.Where(e => e.Kind == PieceEventKind.Formulated).MinAsync(e => (long?)e.Id) ?? 0;
            lines = lines.Where(e => e.Id >= formulatedId || e.Kind == PieceEventKind.Drafted || e.Kind == PieceEventKind.BroughtIn);
            lines = lines.Where(e => e.Kind != PieceEventKind.NotesBroughtIn);
        }
        if (!current.Can(Permission.ReadEstimates))
            lines = lines.Where(e => e.Kind != PieceEventKind.EstimateWritten && e.Kind != PieceEventKind.EstimateRemoved);
        // What an institution tells is read by those who read its implementation.
        var implementations = db.Implementations.VisibleTo(current, db);
        lines = lines.Where(e => e.InstitutionId == null
            || implementations.Any(i => i.SolutionPieceId == e.SolutionPieceId && i.InstitutionId == e.InstitutionId));
        var visible = db.SolutionPieces.FindableBy(current, db);
        var page = await (order == StoryOrder.Newest ? lines.OrderByDescending(e => e.Id) : lines.OrderBy(e => e.Id))
            .Select(e => new HistoryLine(
                e.Kind, e.AtUtc, db.Users.Where(u => u.Id == e.ByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                e.Reason, e.Details, e.FromClass, e.ToClass,
                db.SolutionPieces.Where(p => p.Id == e.OtherPieceId).Select(p => (int?)p.Number).FirstOrDefault(),
                visible.Any(p => p.Id == e.OtherPieceId),
                e.OldTitle, e.OldDescription, e.ToStage))
            .ToPageAsync(number);
        return new PieceStory(page, order, await FirstSaidAsync(db, piece.Id));
    }

    private static async Task<FirstSaid?> FirstSaidAsync(LoesningsbrikkerContext db, long pieceId)
    {
        var interviews =
            from coding in db.Codings.Where(c => c.SolutionPieceId == pieceId)
            join transcript in db.Transcripts on coding.Passage.TranscriptId equals transcript.Id
            join interview in db.Interviews on transcript.InterviewId equals interview.Id
            select new { interview.Id, interview.HeldOn };
        var said = await interviews.Distinct().GroupBy(_ => 1).Select(g => new { First = g.Min(i => i.HeldOn), Count = g.Count() }).FirstOrDefaultAsync();
        return said is null ? null : new FirstSaid(said.First, said.Count);
    }
}
