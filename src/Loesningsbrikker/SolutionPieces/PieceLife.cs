using Loesningsbrikker.Shared;
using static Loesningsbrikker.SolutionPieces.PieceClass;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What may be done with a piece.</summary>
public enum PieceStep
{
    /// <summary>Change words or facts.</summary>
    Reword,
    /// <summary>Make it ready to be read by others.</summary>
    Formulate,
    /// <summary>Change who must act.</summary>
    Reclassify,
    /// <summary>Put it together with another.</summary>
    Merge,
    /// <summary>Make a new piece of some of its passages.</summary>
    Split,
    /// <summary>Conclude whether it is recognised.</summary>
    Conclude,
    /// <summary>Choose it for the politicians.</summary>
    Designate,
    /// <summary>Leave it out this time.</summary>
    LeaveOut,
    /// <summary>Send it to the politicians.</summary>
    Submit,
    /// <summary>Write down what a body recommended or decided.</summary>
    Decide,
    /// <summary>The department takes it on.</summary>
    Accept,
    /// <summary>The department says no.</summary>
    Decline,
    /// <summary>Hand it over to institutions.</summary>
    HandOver,
    /// <summary>Begin to carry it out.</summary>
    Begin,
    /// <summary>Tell news, reach milestones, end it.</summary>
    CarryOut,
    /// <summary>Take back what was adopted.</summary>
    RollBack,
}

/// <summary>
/// The life of a piece as one table: which step is open in which stage, per class. Verbs, pages and tests read it here.
/// A process may have had no joint meeting, so the class decides from Formulated on, whatever was concluded.
/// </summary>
public static class PieceLife
{
    private static readonly PieceStage[] Open = [Formulated, Validated, NotValidated];

    private static readonly Dictionary<PieceStep, PieceStage[]> Stages = new()
    {
        [PieceStep.Reword] = [.. Enum.GetValues<PieceStage>().Except([Merged, Withdrawn, Closed, RolledBack])],
        [PieceStep.Formulate] = [Draft],
        [PieceStep.Reclassify] = [Draft, .. Open, Designated, NotDesignated, Accepted, Declined],
        [PieceStep.Merge] = [Draft, .. Open, Designated, NotDesignated],
        [PieceStep.Split] = [Draft, .. Open, Designated, NotDesignated],
        [PieceStep.Conclude] = Open,
        [PieceStep.Designate] = [.. Open, NotDesignated],
        [PieceStep.LeaveOut] = [.. Open, Designated],
        [PieceStep.Submit] = [Designated, Postponed],
        [PieceStep.Decide] = [Submitted],
        [PieceStep.Accept] = [.. Open, Declined],
        [PieceStep.Decline] = [.. Open, Accepted],
        [PieceStep.HandOver] = [.. Open, HandedOver, InImplementation],
        [PieceStep.Begin] = [Adopted, PartlyAdopted, Accepted, HandedOver, InImplementation],
        [PieceStep.CarryOut] = [InImplementation],
        [PieceStep.RollBack] = [Adopted, PartlyAdopted, InImplementation],
    };

    private static readonly Dictionary<PieceStep, PieceClass> OnlyFor = new()
    {
        [PieceStep.Designate] = Political, [PieceStep.LeaveOut] = Political, [PieceStep.Submit] = Political, [PieceStep.Decide] = Political,
        [PieceStep.RollBack] = Political, [PieceStep.Accept] = Administrative, [PieceStep.Decline] = Administrative, [PieceStep.HandOver] = Local,
    };

    /// <summary>Whose yes lets work begin; only institutions begin one after the other.</summary>
    private static readonly Dictionary<PieceClass, PieceStage[]> BeginsAfter = new()
    {
        [Political] = [Adopted, PartlyAdopted], [Administrative] = [Accepted], [Local] = [HandedOver, InImplementation],
    };

    /// <summary>The stages in which a step is open to the classes that have it; for lists of what waits.</summary>
    public static IReadOnlyList<PieceStage> StagesOf(PieceStep step) => Stages[step];

    /// <summary>Whether the step is open.</summary>
    public static bool Allows(PieceStep step, PieceClass pieceClass, PieceStage stage) => Refusal(step, pieceClass, stage) is null;

    /// <summary>Why the step is not open, as a Danish sentence; null when it is open.</summary>
    public static string? Refusal(PieceStep step, PieceClass pieceClass, PieceStage stage)
    {
        if (stage == Merged)
            return "Brikken er lagt sammen med en anden og kan ikke ændres.";
        if (stage == Withdrawn)
            return "Brikken er trukket tilbage og kan ikke ændres.";
        if (OnlyFor.TryGetValue(step, out var only) && only != pieceClass)
            return $"Brikken er {Lower(pieceClass.ToDanish())}. {ClassSentence(step)}";
        if (step == PieceStep.Begin && stage == InImplementation && pieceClass != Local)
            return "Udmøntningen er allerede begyndt.";
        if (Stages[step].Contains(stage) && (step != PieceStep.Begin || BeginsAfter[pieceClass].Contains(stage)))
            return null;
        return (step, stage) switch
        {
            (PieceStep.Formulate, _) => "Brikken er allerede formuleret.",
            (_, Draft) => "Brikken er en kladde. Formulér den først.",
            (PieceStep.Designate, Designated) => "Brikken er allerede udpeget.",
            (PieceStep.LeaveOut, NotDesignated) => "Brikken er allerede fravalgt.",
            (PieceStep.Accept, Accepted) => "Brikken er allerede accepteret.",
            (PieceStep.Decline, Declined) => "Brikken er allerede afvist.",
            (PieceStep.Submit, Formulated or Validated or NotValidated or NotDesignated) => "Brikken skal være udpeget, før den kan sendes til politisk behandling.",
            (PieceStep.Submit, Submitted) => "Brikken er allerede til politisk behandling.",
            (PieceStep.Begin, Formulated or Validated or NotValidated or Designated or NotDesignated or Submitted or Postponed) =>
                "Der er ikke sagt ja til brikken endnu, så udmøntningen kan ikke begynde.",
            _ => $"Brikken har stadiet {Quote(stage)}. {StageSentence(step)}",
        };
    }

    private static string ClassSentence(PieceStep step) => step switch
    {
        PieceStep.Designate or PieceStep.LeaveOut => "Kun politiske brikker udpeges.",
        PieceStep.Submit or PieceStep.Decide => "Kun politiske brikker går til politisk behandling.",
        PieceStep.RollBack => "Kun en politisk beslutning kan rulles tilbage.",
        PieceStep.Accept or PieceStep.Decline => "Kun administrative brikker accepteres eller afvises af forvaltningen.",
        _ => "Kun lokale brikker overdrages til institutioner.",
    };

    private static string StageSentence(PieceStep step) => step switch
    {
        PieceStep.Reword => "Den kan ikke ændres længere.",
        PieceStep.Reclassify => "Den kan ikke skifte klasse længere.",
        PieceStep.Merge => "Den kan ikke lægges sammen med andre længere.",
        PieceStep.Split => "Den kan ikke deles længere.",
        PieceStep.Conclude => "Valideringen er afsluttet.",
        PieceStep.Designate or PieceStep.LeaveOut => "Udpegningen er afsluttet.",
        PieceStep.Submit => "Den kan ikke sendes til politisk behandling.",
        PieceStep.Decide => "Den er ikke til politisk behandling.",
        PieceStep.Accept or PieceStep.Decline => "Forvaltningen kan ikke tage stilling til den nu.",
        PieceStep.HandOver => "Den kan ikke overdrages nu.",
        PieceStep.Begin => "Udmøntningen kan ikke begynde.",
        PieceStep.CarryOut => "Den er ikke under udmøntning.",
        _ => "Der er ingen beslutning at rulle tilbage.",
    };

    private static string Quote(PieceStage stage) => $"”{stage.ToDanish()}”";

    private static string Lower(string word) => word.ToLower(DanishText.Culture);
}
