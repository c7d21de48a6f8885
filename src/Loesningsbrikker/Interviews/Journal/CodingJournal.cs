using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>Adds to the journal of steps, in the transaction of the change that the step is about.</summary>
internal static class CodingJournal
{
    /// <summary>
    /// Stores the step, stamped with the context's actor and time, and gives its key. A plain insert past the change tracker:
    /// it runs at every coding, after the rows have got their keys, and a step is never changed.
    /// </summary>
    public static async Task<long> AppendAsync(LoesningsbrikkerContext db, CodingStep step)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A step is stored with what it tells about, or not at all.");
        step.MunicipalityId = db.Actor.MunicipalityId ?? throw new InvalidOperationException("A step has no municipality.");
        (step.AtUtc, step.ByUserId) = (db.UtcNow, db.Actor.UserId);
        var ids = await db.Database.SqlQuery<long>($"""
            INSERT INTO "CodingSteps" ("MunicipalityId", "ProcessId", "InterviewId", "TranscriptId", "StartUtf16", "PassageId", "CodingId",
                "SolutionPieceId", "OtherPieceId", "ChallengeId", "Kind", "AtUtc", "ByUserId", "Images", "UndoneStepId", "RedoneStepId")
            VALUES ({step.MunicipalityId}, {step.ProcessId}, {step.InterviewId}, {step.TranscriptId}, {step.StartUtf16}, {step.PassageId}, {step.CodingId},
                {step.SolutionPieceId}, {step.OtherPieceId}, {step.ChallengeId}, {step.Kind.ToString()}, {step.AtUtc}, {step.ByUserId}, {step.Images},
                {step.UndoneStepId}, {step.RedoneStepId})
            RETURNING "Id" AS "Value"
            """).ToListAsync();
        return step.Id = ids[0];
    }

    /// <summary>A step about one passage, where it lies now.</summary>
    public static CodingStep StepOf(CodingStepKind kind, long interviewId, Passage passage, StepImages images) => new()
    {
        ProcessId = passage.ProcessId, InterviewId = interviewId, TranscriptId = passage.TranscriptId, StartUtf16 = passage.StartUtf16,
        PassageId = passage.Id, Kind = kind, Images = images.ToJson(),
    };

    /// <summary>A step about one coding: it was made when it comes after, taken away when it comes before.</summary>
    public static CodingStep With(this CodingStep step, Coding? coding)
    {
        (step.CodingId, step.SolutionPieceId, step.ChallengeId) = (coding?.Id, coding?.SolutionPieceId, coding?.ChallengeId);
        return step;
    }

    /// <summary>A step of work on pieces.</summary>
    /// <param name="other">The survivor of a merge, the new one of a split; null for none.</param>
    public static CodingStep StepOf(CodingStepKind kind, SolutionPiece piece, SolutionPiece? other, StepImages images) => new()
    {
        ProcessId = piece.ProcessId, SolutionPieceId = piece.Id, OtherPieceId = other?.Id, Kind = kind, Images = images.ToJson(),
    };

    /// <summary>What differs between two images of a piece; null when nothing does.</summary>
    public static RowChange<PieceImage>? Change(long pieceId, PieceImage before, PieceImage after)
    {
        var (from, to) = (before.ButWhatIsSameIn(after), after.ButWhatIsSameIn(before));
        return from == new PieceImage() && to == new PieceImage() ? null : new RowChange<PieceImage>(pieceId, from, to);
    }
}
