using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What is to be reached on the way may change; each change leaves a line. The implementation's milestones must be loaded.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Changes the words or the day of a milestone that is not reached.</summary>
    /// <param name="reason">Why; required when it is to be reached later than promised.</param>
    /// <returns>False when nothing was different.</returns>
    /// <exception cref="RuleException">The implementation has ended, the milestone is reached, the title is missing or too long, or the reason is missing.</exception>
    public bool ChangeMilestone(
        Implementation implementation, Milestone milestone, string? title, DateOnly dueOn, string? reason, long? by, DateTime utcNow)
    {
        EnsureNotReached(implementation, milestone);
        var line = CleanMilestone(title);
        if ((line, dueOn) == (milestone.Title, milestone.DueOn))
            return false;
        if (dueOn > milestone.DueOn)
            EnsureReason(reason);
        var before = $"{milestone.Title} ({DanishText.Date(milestone.DueOn)})";
        (milestone.Title, milestone.DueOn) = (line, dueOn);
        Record(PieceEventKind.ImplementationChanged, by, utcNow, reason,
            e => Tell(e, implementation, $"Milepæl ændret fra {before} til {line} ({DanishText.Date(dueOn)})."));
        return true;
    }

    /// <summary>Gives up a milestone that is not reached; the line in the history keeps what it was.</summary>
    /// <param name="reason">Why; always required, because it was promised.</param>
    /// <exception cref="RuleException">The implementation has ended, the milestone is reached, or the reason is missing.</exception>
    public void RemoveMilestone(Implementation implementation, Milestone milestone, string? reason, long? by, DateTime utcNow)
    {
        EnsureNotReached(implementation, milestone);
        EnsureReason(reason);
        implementation.Milestones.Remove(milestone);
        Record(PieceEventKind.ImplementationChanged, by, utcNow, reason,
            e => Tell(e, implementation, $"Milepæl fjernet: {milestone.Title} ({DanishText.Date(milestone.DueOn)})."));
    }

    /// <summary>A milestone was called reached by mistake.</summary>
    /// <exception cref="RuleException">The implementation has ended, or the milestone is not reached.</exception>
    public void TakeBackReached(Implementation implementation, Milestone milestone, long? by, DateTime utcNow)
    {
        EnsureCarriedOut(implementation);
        if (milestone.ReachedOn is null)
            throw new RuleException("Milepælen er ikke nået i forvejen.");
        (milestone.ReachedOn, milestone.ReachedByUserId) = (null, null);
        Record(PieceEventKind.ImplementationChanged, by, utcNow, null,
            e => Tell(e, implementation, $"Milepælen er ikke nået alligevel: {milestone.Title}."));
    }

    private static void EnsureNotReached(Implementation implementation, Milestone milestone)
    {
        EnsureGoesOn(implementation);
        if (milestone.ReachedOn is not null)
            throw new RuleException("Milepælen er nået og kan ikke ændres.");
    }

    private static string CleanMilestone(string? title)
    {
        var line = PieceText.Line(title);
        return line.Length is > 0 and <= Milestone.MaxTitleLength
            ? line
            : throw new RuleException($"Skriv, hvad der skal nås, med højst {Milestone.MaxTitleLength} tegn.", nameof(Milestone.Title));
    }
}
