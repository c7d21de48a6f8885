using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Exchange;

/// <summary>What a project file does not hold, told on the page and in a note in the file itself.</summary>
/// <param name="Sentences">In plain Danish, one thing each.</param>
public sealed record ExportLosses(IReadOnlyList<string> Sentences)
{
    /// <summary>Counts what stays behind.</summary>
    internal static ExportLosses Read(LoesningsbrikkerContext db, long processId)
    {
        var withoutText = db.Interviews.Count(i => i.ProcessId == processId && i.Transcripts.Count == 0);
        var older = db.Transcripts.Where(t => t.ProcessId == processId
            && db.Transcripts.Any(n => n.InterviewId == t.InterviewId && n.VersionNumber > t.VersionNumber));
        var olderTexts = older.Count();
        var olderPassages = db.Passages.Count(p => older.Any(t => t.Id == p.TranscriptId));
        var merged = db.SolutionPieces.Count(p => p.ProcessId == processId && p.Stage == PieceStage.Merged);
        return new ExportLosses(
        [
            "Navnene bag informanternes koder er aldrig med.",
            "Formatet har ikke plads til brikkernes stadie og historik, prisskøn, beslutninger, udmøntning, opfølgninger, institutioner og strategier.",
            "Filen siger ikke, hvilke citater der er frigivet. Alt i den er til dem, der arbejder med interviewene.",
            "Interviewenes sted og interviewere er ikke med.",
            .. Counted(withoutText, "interview uden tekst er ikke med.", "interviews uden tekst er ikke med."),
            .. Counted(olderTexts, "ældre udgave af en tekst er ikke med, kun den nyeste.", "ældre udgaver af tekster er ikke med, kun de nyeste."),
            .. Counted(olderPassages, "uddrag i en ældre udgave af en tekst er ikke med.", "uddrag i ældre udgaver af tekster er ikke med."),
            .. Counted(merged, "brik, der er lagt sammen med en anden, er ikke med.", "brikker, der er lagt sammen med andre, er ikke med."),
        ]);
    }

    private static IEnumerable<string> Counted(int count, string one, string many) => count == 0 ? [] : [DanishText.Count(count, one, many)];
}
