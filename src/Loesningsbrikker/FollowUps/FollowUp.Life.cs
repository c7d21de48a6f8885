using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.FollowUps;

/// <summary>What a follow-up is to be: when, how often, who and what about.</summary>
/// <param name="AssigneeName">The name of the user, for the history of the piece.</param>
public sealed record FollowUpPlan(DateOnly DueOn, Recurrence Recurrence, long AssignedToUserId, string AssigneeName, string? Note);

/// <summary>The verbs; each leaves a line in the history of the piece.</summary>
public sealed partial class FollowUp
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNoteLength = 2_000;

    /// <summary>How far ahead one may plan, in years.</summary>
    public const int LongestPlan = 10;

    /// <summary>Sets a new follow-up.</summary>
    /// <param name="piece">The piece; stored already.</param>
    /// <param name="by">Key of the user; null for demo data.</param>
    /// <exception cref="RuleException">The piece is merged, the day is past or too far away, or the note is too long.</exception>
    public static FollowUp Set(SolutionPiece piece, FollowUpPlan plan, long? by, DateTime utcNow)
    {
        if (piece.Stage == PieceStage.Merged)
            throw new RuleException("Brikken er lagt sammen med en anden. Følg op på den, den lever videre som.");
        EnsureAhead(plan.DueOn, utcNow);
        RecurrenceCalendar.Ensure(plan.Recurrence);
        var followUp = new FollowUp
        {
            ProcessId = piece.ProcessId, SolutionPieceId = piece.Id, FirstDueOn = plan.DueOn, DueOn = plan.DueOn, Recurrence = plan.Recurrence,
            AssignedToUserId = plan.AssignedToUserId, Note = NoteOf(plan.Note), CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        piece.Record(PieceEventKind.FollowUpSet, by, utcNow, followUp.Note, e => e.Details = Told(plan));
        return followUp;
    }

    /// <summary>Changes the plan. A day that stays is counted on as before; a new day or recurrence is counted from that day.</summary>
    /// <param name="piece">Its piece.</param>
    /// <param name="by">Key of the user.</param>
    /// <returns>False when nothing was different, and then there is no line in the history.</returns>
    /// <exception cref="RuleException">It is closed, the new day is past or too far away, or the note is too long.</exception>
    public bool Change(SolutionPiece piece, FollowUpPlan plan, long by, DateTime utcNow)
    {
        EnsureIsOf(piece);
        EnsureOpen();
        RecurrenceCalendar.Ensure(plan.Recurrence);
        var note = NoteOf(plan.Note);
        var sameDays = plan.DueOn == DueOn && plan.Recurrence == Recurrence;
        if (sameDays && plan.AssignedToUserId == AssignedToUserId && note == Note)
            return false;
        if (plan.DueOn != DueOn)
            EnsureAhead(plan.DueOn, utcNow);
        if (!sameDays)
            (FirstDueOn, DueOn, Recurrence) = (plan.DueOn, plan.DueOn, plan.Recurrence);
        (AssignedToUserId, Note) = (plan.AssignedToUserId, note);
        piece.Record(PieceEventKind.FollowUpChanged, by, utcNow, note, e => e.Details = Told(plan));
        return true;
    }

    /// <summary>
    /// Somebody has looked. A recurring one is due again on its first day after today and after the day it was due;
    /// what was missed in between is not made up for. One that is due once is closed.
    /// </summary>
    /// <param name="piece">Its piece.</param>
    /// <param name="note">What was seen, in plain Danish; required.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is closed, or the note is missing or too long.</exception>
    public void Check(SolutionPiece piece, string? note, long by, DateTime utcNow)
    {
        EnsureIsOf(piece);
        EnsureOpen();
        var seen = RequiredNote(note, "Skriv kort, hvad du så.", "Note");
        var due = DueOn;
        var today = DanishText.Day(utcNow);
        if (Recurrence == Recurrence.Once)
            ClosedAtUtc = utcNow;
        else
            DueOn = Recurrence.NextAfter(FirstDueOn, today > DueOn ? today : DueOn);
        piece.Record(PieceEventKind.FollowedUp, by, utcNow, seen, e => e.Details =
            $"Skulle ses på {DanishText.Date(due)}." + (ClosedAtUtc is null ? $" Næste gang {DanishText.Date(DueOn)}." : ""));
    }

    /// <summary>Ends it before its time.</summary>
    /// <param name="piece">Its piece.</param>
    /// <param name="reason">Why, in plain Danish; required.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is closed, or the reason is missing or too long.</exception>
    public void Cancel(SolutionPiece piece, string? reason, long by, DateTime utcNow)
    {
        EnsureIsOf(piece);
        EnsureOpen();
        var why = RequiredNote(reason, "Skriv en begrundelse for at aflyse opfølgningen.", "Reason");
        ClosedAtUtc = utcNow;
        piece.Record(PieceEventKind.FollowUpCancelled, by, utcNow, why, e => e.Details = $"Skulle ses på {DanishText.Date(DueOn)}.");
    }

    private static string Told(FollowUpPlan plan) =>
        $"{plan.Recurrence.ToDanish()}, {(plan.Recurrence == Recurrence.Once ? "" : "første gang ")}{DanishText.Date(plan.DueOn)}. Ansvarlig: {plan.AssigneeName}.";

    private static void EnsureAhead(DateOnly dueOn, DateTime utcNow)
    {
        var today = DanishText.Day(utcNow);
        if (dueOn < today)
            throw new RuleException("Vælg en dag fra i dag og frem.", nameof(DueOn));
        if (dueOn > today.AddYears(LongestPlan))
            throw new RuleException($"Vælg en dag inden for de næste {LongestPlan} år.", nameof(DueOn));
    }

    private static string RequiredNote(string? text, string sentence, string field)
    {
        var note = NoteOf(text, field);
        return note.Length > 0 ? note : throw new RuleException(sentence, field);
    }

    private static string NoteOf(string? text, string field = nameof(Note))
    {
        var note = PieceText.Lines(text);
        return note.Length <= MaxNoteLength ? note : throw new RuleException($"Teksten må højst fylde {MaxNoteLength} tegn.", field);
    }

    private void EnsureOpen()
    {
        if (ClosedAtUtc is not null)
            throw new RuleException("Opfølgningen er allerede afsluttet.");
    }

    private void EnsureIsOf(SolutionPiece piece)
    {
        if (piece.Id != SolutionPieceId)
            throw new InvalidOperationException("The piece is not the one that is followed up.");
    }
}
