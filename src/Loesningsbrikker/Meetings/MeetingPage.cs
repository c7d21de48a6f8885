using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>In which order the results stand.</summary>
public enum ResultOrder
{
    /// <summary>By number.</summary>
    Number,
    /// <summary>Largest share of yes first.</summary>
    Share,
    /// <summary>Highest professional priority first.</summary>
    Professional,
    /// <summary>Highest economic priority first.</summary>
    Economic,
    /// <summary>Most disagreement first.</summary>
    Disagreement,
}

/// <summary>A meeting in the list.</summary>
/// <param name="Pieces">How many pieces have results that the visitor may see.</param>
public sealed record MeetingRow(long Id, string Title, DateOnly HeldOn, string Place, int Invited, int Present, int Pieces);

/// <summary>How many of a group were invited and came.</summary>
public sealed record AttendanceRow(string Group, int Invited, int Present);

/// <summary>What the meeting said about one piece.</summary>
public sealed record ResultRow(MeetingPiece Piece, PieceFigures Figures);

/// <summary>The page of a meeting.</summary>
/// <param name="Page">The pieces with results, or those of them that are disagreed about.</param>
/// <param name="Order">In which order they stand.</param>
/// <param name="WithResults">How many pieces have results.</param>
/// <param name="Without">How many pieces have none.</param>
/// <param name="Disagreements">How many pieces are disagreed about.</param>
public sealed record MeetingPage(
    MeetingHead Meeting, IReadOnlyList<AttendanceRow> Attendance, PageOf<ResultRow> Page, ResultOrder Order, int WithResults, int Without, int Disagreements)
{
    /// <summary>How many were invited.</summary>
    public int Invited => Attendance.Sum(a => a.Invited);
    /// <summary>How many came.</summary>
    public int Present => Attendance.Sum(a => a.Present);

    /// <summary>Reads the page with a number of queries that does not grow with the pieces.</summary>
    public static async Task<MeetingPage> ReadAsync(
        LoesningsbrikkerContext db, CurrentProcess current, long id, ResultOrder order, bool onlyDisagreements, int number)
    {
        var meeting = await db.MeetingAsync(current, id);
        var attendance = await db.MeetingAttendances.Where(a => a.MeetingId == id)
            .Select(a => new AttendanceRow(a.Group.Name, a.Invited, a.Present)).ToListAsync();
        // What is sorted by is reckoned here and not in the database; a process has some hundred pieces at most.
        var pieces = await db.PiecesForMeetings(current).OrderBy(p => p.Number)
            .Select(p => new MeetingPiece(p.Id, p.Number, p.Class, p.Title)).ToListAsync();
        var figures = await MeetingFigures.ReadOfMeetingAsync(db, current.Id, id);
        var rows = pieces.Where(p => figures.ContainsKey(p.Id)).Select(p => new ResultRow(p, figures[p.Id])).ToList();
        var disagreed = rows.Where(r => r.Figures.Disagree).ToList();
        var shown = Sorted(onlyDisagreements ? disagreed : rows, order).ToList();
        number = Math.Clamp(number, 1, Math.Max(1, (shown.Count + Paging.Size - 1) / Paging.Size));
        return new MeetingPage(
            meeting, [.. attendance.OrderBy(a => a.Group, DanishText.Comparer)],
            new PageOf<ResultRow>([.. shown.Skip((number - 1) * Paging.Size).Take(Paging.Size)], number, shown.Count),
            order, rows.Count, pieces.Count - rows.Count, disagreed.Count);
    }

    /// <summary>Sorted; where it is the same, or not known, by number.</summary>
    private static IEnumerable<ResultRow> Sorted(IReadOnlyList<ResultRow> rows, ResultOrder order) => order switch
    {
        ResultOrder.Share => rows.OrderByDescending(r => r.Figures.Total?.Share ?? -1),
        ResultOrder.Professional => rows.OrderByDescending(r => r.Figures.Professional.Total?.Median ?? 0),
        ResultOrder.Economic => rows.OrderByDescending(r => r.Figures.Economic.Total?.Median ?? 0),
        ResultOrder.Disagreement => rows.OrderByDescending(r => r.Figures.Disagreement),
        _ => rows,
    };
}

/// <summary>What the meeting said about one piece, by itself.</summary>
/// <param name="Figures">Null when there is no result.</param>
/// <param name="Concluded">What the administration concluded; null when it has not.</param>
public sealed record MeetingPiecePage(MeetingHead Meeting, MeetingPiece Piece, PieceFigures? Figures, Conclusion? Concluded, int? Previous, int? Next);
