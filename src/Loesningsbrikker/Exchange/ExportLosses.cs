using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Exchange;

/// <summary>What a project file does not hold, told on the page and in a note in the file itself.</summary>
/// <param name="Sentences">In plain Danish, one thing each.</param>
public sealed record ExportLosses(IReadOnlyList<string> Sentences)
{
    /// <summary>What is counted of a process; one row.</summary>
    internal static IQueryable<ExportCounts> Counts(LoesningsbrikkerContext db, long processId)
    {
        var older = db.Transcripts.Where(t => t.ProcessId == processId
            && db.Transcripts.Any(n => n.InterviewId == t.InterviewId && n.VersionNumber > t.VersionNumber));
        return db.DialogueProcesses.Where(p => p.Id == processId).Select(_ => new ExportCounts(
            db.Interviews.Count(i => i.ProcessId == processId && i.Transcripts.Count == 0), older.Count(),
            db.Passages.Count(p => older.Any(t => t.Id == p.TranscriptId)),
            db.Passages.Count(p => p.ProcessId == processId && db.Transcripts.Any(t => t.Id == p.TranscriptId && p.EndUtf16 > t.LengthUtf16)),
            db.SolutionPieces.Count(p => p.ProcessId == processId && p.Stage == PieceStage.Merged)));
    }

    /// <summary>Says what stays behind.</summary>
    internal static ExportLosses Of(ExportCounts counts)
    {
        var (withoutText, olderTexts, olderPassages, torn, merged) = counts;
        return new ExportLosses(
        [
            "Navnene bag informanternes koder er aldrig med.",
            "Formatet har ikke plads til brikkernes stadie og historik, prisskøn, beslutninger, udmøntning, opfølgninger, institutioner og strategier.",
            "Filen siger ikke, hvilke citater der er frigivet. Alt i den er til dem, der arbejder med interviewene.",
            "Interviewenes sted og interviewere er ikke med.",
            .. Counted(withoutText, "interview uden tekst er ikke med.", "interviews uden tekst er ikke med."),
            .. Counted(olderTexts, "ældre udgave af en tekst er ikke med, kun den nyeste.", "ældre udgaver af tekster er ikke med, kun de nyeste."),
            .. Counted(olderPassages, "uddrag i en ældre udgave af en tekst er ikke med.", "uddrag i ældre udgaver af tekster er ikke med."),
            .. Counted(torn, "uddrag, hvis sted i teksten er væk, er ikke med.", "uddrag, hvis sted i teksten er væk, er ikke med."),
            .. Counted(merged, "brik, der er lagt sammen med en anden, er ikke med.", "brikker, der er lagt sammen med andre, er ikke med."),
        ]);
    }

    private static IEnumerable<string> Counted(int count, string one, string many) => count == 0 ? [] : [DanishText.Count(count, one, many)];
}

/// <summary>How much of a process a project file leaves behind.</summary>
/// <param name="Torn">Passages that end behind their text.</param>
internal sealed record ExportCounts(int WithoutText, int OlderTexts, int OlderPassages, int Torn, int Merged);
