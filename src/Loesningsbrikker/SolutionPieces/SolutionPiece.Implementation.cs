using Loesningsbrikker.Implementations;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>From yes to what came of it. The implementations, and for their verbs the milestones, must be loaded before a verb is called.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Hands a local piece over to institutions; each gets an implementation of its own, and the piece belongs to them.</summary>
    /// <param name="institutions">One or more that exist and don't have it yet. The piece's institutions must be loaded.</param>
    /// <param name="message">What the institutions should know; required when the piece is not recognised.</param>
    /// <exception cref="RuleException">The piece is not local or has come too far, no institution is given, or one is closed or has it already.</exception>
    public void HandOver(IReadOnlyList<Institution> institutions, string? message, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.HandOver);
        if (institutions.Count == 0)
            throw new RuleException("Vælg mindst én institution.", nameof(Institutions));
        if (institutions.FirstOrDefault(i => i.ClosedAtUtc is not null) is { } closed)
            throw new RuleException($"{closed.Name} er lukket og kan ikke få brikken.", nameof(Institutions));
        if (institutions.FirstOrDefault(i => Implementations.Any(x => x.InstitutionId == i.Id)) is { } twice)
            throw new RuleException($"{twice.Name} har allerede brikken.", nameof(Institutions));
        if (Stage == PieceStage.NotValidated)
            EnsureReason(message);
        foreach (var institution in institutions)
            Implementations.Add(new Implementation
            {
                ProcessId = ProcessId, SolutionPiece = this, Institution = institution, InstitutionId = institution.Id,
                ResponsibleUserId = institution.LeaderUserId, CreatedAtUtc = utcNow, LastNewsAtUtc = utcNow,
            });
        Institutions.AddRange(institutions.ExceptBy(Institutions.Select(i => i.Id), i => i.Id).ToList());
        var names = $"{DanishText.List(institutions.Select(i => i.Name))}.";
        if (Stage is PieceStage.HandedOver or PieceStage.InImplementation)
            Record(PieceEventKind.HandedOver, by, utcNow, message, e => e.Details = names);
        else
            MoveTo(PieceStage.HandedOver, PieceEventKind.HandedOver, by, utcNow, message, e => e.Details = names);
    }

    /// <summary>Sets up the one implementation of a political or administrative piece and begins it.</summary>
    /// <param name="responsibleRole">The role that is responsible.</param>
    /// <param name="responsibleUserId">The person, when it is somebody with an account.</param>
    /// <param name="dueOn">When it is to be done; null when nobody has promised.</param>
    /// <returns>The new implementation.</returns>
    /// <exception cref="RuleException">Nobody said yes, it has begun, or the role is missing or too long.</exception>
    public Implementation Begin(string? responsibleRole, long? responsibleUserId, DateOnly? dueOn, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Begin);
        if (Class == PieceClass.Local)
            throw new RuleException("En lokal brik begynder hos den institution, den er overdraget til.");
        // Asked before anything is added, so that a refused beginning leaves nothing behind.
        CleanRole(responsibleRole);
        var implementation = new Implementation { ProcessId = ProcessId, SolutionPiece = this, CreatedAtUtc = utcNow, LastNewsAtUtc = utcNow };
        Implementations.Add(implementation);
        Start(implementation, responsibleRole, responsibleUserId, dueOn, by, utcNow);
        return implementation;
    }

    /// <summary>An institution begins with a piece that was handed over to it.</summary>
    /// <inheritdoc cref="Begin(string?, long?, DateOnly?, long?, DateTime)" />
    public void Begin(Implementation implementation, string? responsibleRole, long? responsibleUserId, DateOnly? dueOn, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Begin);
        if (implementation.BegunAtUtc is not null)
            throw new RuleException("Udmøntningen er allerede begyndt.");
        Start(implementation, responsibleRole, responsibleUserId, dueOn, by, utcNow);
    }

    /// <summary>Changes who is responsible and until when.</summary>
    /// <returns>False when nothing was different.</returns>
    /// <exception cref="RuleException">It has ended, or the role is missing or too long.</exception>
    public bool Replan(
        Implementation implementation, string? responsibleRole, long? responsibleUserId, DateOnly? dueOn, string? reason, long? by, DateTime utcNow)
    {
        EnsureGoesOn(implementation);
        var role = CleanRole(responsibleRole);
        if ((role, responsibleUserId, dueOn) == (implementation.ResponsibleRole, implementation.ResponsibleUserId, implementation.DueOn))
            return false;
        // Those who wait for it read why it takes longer.
        if (implementation.DueOn is { } promised && (dueOn is null || dueOn > promised))
            EnsureReason(reason);
        (implementation.ResponsibleRole, implementation.ResponsibleUserId, implementation.DueOn) = (role, responsibleUserId, dueOn);
        Record(PieceEventKind.ImplementationChanged, by, utcNow, reason, e => Tell(e, implementation, PlanSentence(implementation)));
        return true;
    }

    /// <summary>Adds something to be reached on the way.</summary>
    /// <exception cref="RuleException">It has ended, or the title is missing or too long.</exception>
    public Milestone AddMilestone(Implementation implementation, string? title, DateOnly dueOn, long? by, DateTime utcNow)
    {
        EnsureGoesOn(implementation);
        var line = CleanMilestone(title);
        var milestone = new Milestone { ProcessId = ProcessId, Title = line, DueOn = dueOn };
        implementation.Milestones.Add(milestone);
        Record(PieceEventKind.MilestoneAdded, by, utcNow, null, e => Tell(e, implementation, $"{line} ({DanishText.Date(dueOn)})."));
        return milestone;
    }

    /// <summary>A milestone was reached.</summary>
    /// <exception cref="RuleException">It has ended, or the milestone was reached before.</exception>
    public void Reach(Implementation implementation, Milestone milestone, DateOnly on, long? by, DateTime utcNow)
    {
        EnsureCarriedOut(implementation);
        if (milestone.ReachedOn is not null)
            throw new RuleException("Milepælen er allerede nået.");
        (milestone.ReachedOn, milestone.ReachedByUserId) = (on, by);
        implementation.LastNewsAtUtc = utcNow;
        Record(PieceEventKind.MilestoneReached, by, utcNow, null, e => Tell(e, implementation, $"{milestone.Title} ({DanishText.Date(on)})."));
    }

    /// <summary>The same words by the same person within this time are the same news.</summary>
    public static readonly TimeSpan SecondTap = TimeSpan.FromMinutes(10);

    /// <summary>Tells news in words.</summary>
    /// <exception cref="RuleException">It has not begun or has ended, or there are no words or too many.</exception>
    public void Report(Implementation implementation, string? text, long? by, DateTime utcNow)
    {
        EnsureCarriedOut(implementation);
        var news = PieceText.Lines(text);
        if (news.Length is 0 or > ProgressReport.MaxTextLength)
            throw new RuleException($"Skriv, hvad der er nyt, med højst {ProgressReport.MaxTextLength} tegn.", nameof(ProgressReport.Text));
        // A second tap on a phone is no second piece of news. The latest reports must be loaded for this to be seen.
        if (implementation.Reports.Any(r => r.ByUserId == by && r.Text == news && utcNow - r.AtUtc < SecondTap))
            return;
        implementation.Reports.Add(new ProgressReport { ProcessId = ProcessId, Text = news, AtUtc = utcNow, ByUserId = by });
        implementation.LastNewsAtUtc = utcNow;
        Record(PieceEventKind.ProgressReported, by, utcNow, null, e => Tell(e, implementation, news));
    }

    /// <summary>Ends one implementation with its outcome; with the last one the piece is closed.</summary>
    /// <param name="words">What came of it, in plain Danish; participants read it.</param>
    /// <exception cref="RuleException">It has not begun or has ended, or the words are missing.</exception>
    public void Close(Implementation implementation, ImplementationOutcome outcome, string? words, long? by, DateTime utcNow)
    {
        EnsureCarriedOut(implementation);
        EnsureDefined(outcome, nameof(Implementation.Outcome));
        EnsureReason(words);
        (implementation.Outcome, implementation.OutcomeText) = (outcome, PieceText.Lines(words));
        (implementation.ClosedAtUtc, implementation.LastNewsAtUtc) = (utcNow, utcNow);
        var details = $"{outcome.ToDanish()}.";
        if (Implementations.All(i => i.ClosedAtUtc is not null))
            MoveTo(PieceStage.Closed, PieceEventKind.Closed, by, utcNow, words, e => Tell(e, implementation, details));
        else
            Record(PieceEventKind.ImplementationClosed, by, utcNow, words, e => Tell(e, implementation, details));
    }

    /// <summary>What was adopted is taken back, e.g. in a later budget.</summary>
    /// <exception cref="RuleException">Nothing political was adopted, or the reason is missing.</exception>
    public void RollBack(string? reason, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.RollBack);
        EnsureReason(reason);
        foreach (var implementation in Implementations.Where(i => i.ClosedAtUtc is null))
            (implementation.ClosedAtUtc, implementation.LastNewsAtUtc, implementation.OutcomeText) = (utcNow, utcNow, PieceText.Lines(reason));
        MoveTo(PieceStage.RolledBack, PieceEventKind.RolledBack, by, utcNow, reason);
    }

    private void Start(
        Implementation implementation, string? responsibleRole, long? responsibleUserId, DateOnly? dueOn, long? by, DateTime utcNow)
    {
        (implementation.ResponsibleRole, implementation.ResponsibleUserId) = (CleanRole(responsibleRole), responsibleUserId);
        (implementation.DueOn, implementation.BegunAtUtc, implementation.LastNewsAtUtc) = (dueOn, utcNow, utcNow);
        var details = PlanSentence(implementation);
        if (Stage == PieceStage.InImplementation)
            Record(PieceEventKind.ImplementationBegun, by, utcNow, null, e => Tell(e, implementation, details));
        else
            MoveTo(PieceStage.InImplementation, PieceEventKind.ImplementationBegun, by, utcNow, null, e => Tell(e, implementation, details));
    }

    private static void EnsureGoesOn(Implementation implementation)
    {
        if (implementation.ClosedAtUtc is not null)
            throw new RuleException("Udmøntningen er afsluttet og kan ikke ændres.");
    }

    private void EnsureCarriedOut(Implementation implementation)
    {
        EnsureMay(PieceStep.CarryOut);
        EnsureGoesOn(implementation);
        if (implementation.BegunAtUtc is null)
            throw new RuleException("Udmøntningen er ikke begyndt endnu.");
    }

    private static string PlanSentence(Implementation implementation) =>
        $"Ansvarlig: {implementation.ResponsibleRole}. "
        + (implementation.DueOn is { } due ? $"Skal være færdig {DanishText.Date(due)}." : "Ingen frist aftalt.");

    private static void Tell(PieceEvent line, Implementation implementation, string sentence) => (line.InstitutionId, line.Details) =
        (implementation.InstitutionId, implementation.Institution is { } institution ? $"{institution.Name}: {sentence}" : sentence);

    private static string CleanRole(string? responsibleRole)
    {
        var role = PieceText.Line(responsibleRole);
        return role.Length is > 0 and <= Implementation.MaxRoleLength
            ? role
            : throw new RuleException(
                $"Skriv, hvilken rolle der har ansvaret, med højst {Implementation.MaxRoleLength} tegn.", nameof(Implementation.ResponsibleRole));
    }
}
