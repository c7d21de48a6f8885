using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Where a process stands, in numbers that this person may see.</summary>
/// <param name="Groups">Informant groups.</param>
/// <param name="Interviews">Interviews.</param>
/// <param name="WithoutTranscript">Interviews without a text.</param>
/// <param name="Coded">Interviews whose coding is finished.</param>
/// <param name="Passages">Marked passages.</param>
/// <param name="Pieces">Pieces the person may read, those merged into others left out.</param>
/// <param name="Drafts">How many of them are drafts.</param>
public sealed record ProcessStatus(int Groups, int Interviews, int WithoutTranscript, int Coded, int Passages, int Pieces, int Drafts)
{
    /// <summary>Counts with three queries.</summary>
    public static async Task<ProcessStatus> CountAsync(LoesningsbrikkerContext db, CurrentProcess current)
    {
        var id = current.Id;
        var setup = await db.DialogueProcesses.Where(p => p.Id == id)
            .Select(p => new
            {
                Groups = db.InformantGroups.Count(g => g.ProcessId == p.Id),
                Passages = db.Passages.Count(x => x.ProcessId == p.Id),
            }).SingleAsync();
        var interviews = await db.Interviews.Where(i => i.ProcessId == id)
            .Select(i => new { HasTranscript = i.Transcripts.Any(), IsCoded = i.CodingFinishedAtUtc != null })
            .GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), Without = g.Count(i => !i.HasTranscript), Coded = g.Count(i => i.IsCoded) })
            .FirstOrDefaultAsync();
        var pieces = await db.SolutionPieces.VisibleTo(current, db).Where(p => p.Stage != PieceStage.Merged)
            .GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), Drafts = g.Count(p => p.Stage == PieceStage.Draft) })
            .FirstOrDefaultAsync();
        return new ProcessStatus(
            setup.Groups, interviews?.All ?? 0, interviews?.Without ?? 0, interviews?.Coded ?? 0, setup.Passages,
            pieces?.All ?? 0, pieces?.Drafts ?? 0);
    }
}
