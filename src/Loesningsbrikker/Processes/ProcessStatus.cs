using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>How many of the pieces the person may read stand alike.</summary>
/// <param name="Concluded">Whether the administration has concluded on them.</param>
public sealed record PieceCount(PieceClass Class, PieceStage Stage, bool Concluded, int Count);

/// <summary>Where a process stands, in numbers that this person may see.</summary>
/// <param name="Groups">Informant groups.</param>
/// <param name="Interviews">Interviews.</param>
/// <param name="WithoutTranscript">Interviews without a text.</param>
/// <param name="Coded">Interviews whose coding is finished.</param>
/// <param name="Passages">Marked passages.</param>
/// <param name="Meetings">Joint meetings.</param>
/// <param name="Decisions">Decisions on pieces that the person may read.</param>
/// <param name="MissingEstimates">Pieces on their way to the politicians without a price.</param>
/// <param name="PieceCounts">The pieces the person may read, those merged into others left out.</param>
public sealed record ProcessStatus(
    int Groups, int Interviews, int WithoutTranscript, int Coded, int Passages, int Meetings, int Decisions, int MissingEstimates,
    IReadOnlyList<PieceCount> PieceCounts)
{
    private static readonly PieceStage[] OnTheirWay = [PieceStage.Designated, PieceStage.Submitted, PieceStage.Postponed];

    /// <summary>All pieces the person may read.</summary>
    public int Pieces => PieceCounts.Sum(c => c.Count);

    /// <summary>How many of them are drafts.</summary>
    public int Drafts => In(PieceStage.Draft);

    /// <summary>How many of them the administration has concluded on.</summary>
    public int Concluded => PieceCounts.Where(c => c.Concluded).Sum(c => c.Count);

    /// <summary>The political ones that are no drafts.</summary>
    public int Political => PieceCounts.Where(c => c.Class == PieceClass.Political && c.Stage != PieceStage.Draft).Sum(c => c.Count);

    /// <summary>The political ones that were chosen, whatever came after.</summary>
    public int Designated => Political - In(PieceClass.Political, PieceStage.Formulated, PieceStage.Validated, PieceStage.NotValidated, PieceStage.NotDesignated);

    /// <summary>Those to which somebody said yes and which nobody has begun.</summary>
    public int NotBegun => In(PieceStage.Adopted, PieceStage.PartlyAdopted, PieceStage.Accepted, PieceStage.HandedOver);

    /// <summary>How many stand in one of the stages.</summary>
    public int In(params PieceStage[] stages) => PieceCounts.Where(c => stages.Contains(c.Stage)).Sum(c => c.Count);

    /// <summary>How many of a class stand in one of the stages.</summary>
    public int In(PieceClass pieceClass, params PieceStage[] stages) =>
        PieceCounts.Where(c => c.Class == pieceClass && stages.Contains(c.Stage)).Sum(c => c.Count);

    /// <summary>Counts with five queries.</summary>
    public static async Task<ProcessStatus> CountAsync(LoesningsbrikkerContext db, CurrentProcess current)
    {
        var id = current.Id;
        var setup = await db.DialogueProcesses.Where(p => p.Id == id)
            .Select(p => new
            {
                Groups = db.InformantGroups.Count(g => g.ProcessId == p.Id),
                Passages = db.Passages.Count(x => x.ProcessId == p.Id),
                Meetings = db.ValidationMeetings.Count(m => m.ProcessId == p.Id),
            }).SingleAsync();
        var interviews = await db.Interviews.Where(i => i.ProcessId == id)
            .Select(i => new { HasTranscript = i.Transcripts.Any(), IsCoded = i.CodingFinishedAtUtc != null })
            .GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), Without = g.Count(i => !i.HasTranscript), Coded = g.Count(i => i.IsCoded) })
            .FirstOrDefaultAsync();
        var visible = db.SolutionPieces.VisibleTo(current, db).Where(p => p.Stage != PieceStage.Merged);
        var pieces = await visible.GroupBy(p => new { p.Class, p.Stage, Concluded = p.Conclusion != null })
            .Select(g => new PieceCount(g.Key.Class, g.Key.Stage, g.Key.Concluded, g.Count())).ToListAsync();
        var decisions = await visible.SelectMany(p => p.Decisions).CountAsync();
        var missing = await visible.CountAsync(p => p.Class == PieceClass.Political && OnTheirWay.Contains(p.Stage) && p.Estimate == null);
        return new ProcessStatus(
            setup.Groups, interviews?.All ?? 0, interviews?.Without ?? 0, interviews?.Coded ?? 0, setup.Passages, setup.Meetings,
            decisions, missing, pieces);
    }
}
