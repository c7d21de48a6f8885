using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The Danish words for classes and stages, and the shape that goes with a class everywhere.</summary>
public static class PieceWords
{
    /// <summary>Politisk, Administrativ, Lokal.</summary>
    public static string ToDanish(this PieceClass pieceClass) => pieceClass switch
    {
        PieceClass.Political => "Politisk",
        PieceClass.Administrative => "Administrativ",
        PieceClass.Local => "Lokal",
        _ => throw new ArgumentOutOfRangeException(nameof(pieceClass)),
    };

    /// <summary>The shape that stands beside the word: triangle, square, circle.</summary>
    public static string Shape(this PieceClass pieceClass) => pieceClass switch
    {
        PieceClass.Political => "▲",
        PieceClass.Administrative => "■",
        _ => "●",
    };

    /// <summary>Kladde, Formuleret, Genkendt …</summary>
    public static string ToDanish(this PieceStage stage) => stage switch
    {
        PieceStage.Draft => "Kladde",
        PieceStage.Formulated => "Formuleret",
        PieceStage.Validated => "Genkendt",
        PieceStage.NotValidated => "Ikke genkendt",
        PieceStage.Designated => "Udpeget",
        PieceStage.NotDesignated => "Ikke udpeget",
        PieceStage.Submitted => "Til politisk behandling",
        PieceStage.Adopted => "Vedtaget",
        PieceStage.PartlyAdopted => "Delvist vedtaget",
        PieceStage.Rejected => "Ikke vedtaget",
        PieceStage.Postponed => "Udsat",
        PieceStage.Accepted => "Accepteret",
        PieceStage.Declined => "Afvist",
        PieceStage.HandedOver => "Overdraget til institution",
        PieceStage.InImplementation => "Under udmøntning",
        PieceStage.Closed => "Afsluttet",
        PieceStage.RolledBack => "Rullet tilbage",
        PieceStage.Merged => "Lagt sammen",
        PieceStage.Withdrawn => "Trukket tilbage",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>What the class means, in one line.</summary>
    public static string Meaning(this PieceClass pieceClass) => pieceClass switch
    {
        PieceClass.Political => "kræver en politisk beslutning",
        PieceClass.Administrative => "forvaltningen har ansvaret",
        _ => "den enkelte institution og dens MED-udvalg tager den videre",
    };

    /// <summary>How a piece is called, e.g. D-14.</summary>
    public static string NumberOf(this DialogueProcess process, SolutionPiece piece) => process.NumberOf(piece.Number);

    /// <summary>How the piece with that number is called, e.g. D-14.</summary>
    public static string NumberOf(this DialogueProcess process, int number) => $"{process.Prefix}-{number}";

    /// <summary>What happened, as a heading in the history; a merge names the other piece beside it.</summary>
    public static string ToDanish(this HistoryLine line) => line.Kind switch
    {
        PieceEventKind.Drafted => "Skrevet som kladde",
        PieceEventKind.Reworded => line switch
        {
            { OldTitle: not null, OldDescription: not null } => "Titel og beskrivelse ændret",
            { OldTitle: not null } => "Titel ændret",
            _ => "Beskrivelse ændret",
        },
        PieceEventKind.Formulated => "Formuleret",
        PieceEventKind.Reclassified => $"Fra {Lower(line.FromClass)} til {Lower(line.ToClass)}",
        PieceEventKind.MergedInto => "Lagt sammen med",
        PieceEventKind.TookOver => "Overtog",
        PieceEventKind.FactsChanged => "Oplysninger ændret",
        PieceEventKind.CodingRemoved => "Et uddrag løst fra brikken",
        PieceEventKind.QuotationReleased => "Et citat frigivet",
        PieceEventKind.QuotationWithdrawn => "Et citat trukket tilbage",
        PieceEventKind.Validated => "Genkendt",
        PieceEventKind.NotValidated => "Ikke genkendt",
        PieceEventKind.Designated => "Udpeget",
        PieceEventKind.NotDesignated => "Ikke udpeget",
        PieceEventKind.Submitted => "Sendt til politisk behandling",
        PieceEventKind.Recommended => "Indstilling",
        PieceEventKind.Decided => "Beslutning",
        PieceEventKind.Accepted => "Accepteret af forvaltningen",
        PieceEventKind.Declined => "Afvist af forvaltningen",
        PieceEventKind.HandedOver => "Overdraget til institution",
        PieceEventKind.EstimateWritten => "Prisskøn skrevet",
        PieceEventKind.EstimateRemoved => "Prisskøn fjernet",
        PieceEventKind.ImplementationBegun => "Udmøntningen begyndt",
        PieceEventKind.ImplementationChanged => "Plan for udmøntningen ændret",
        PieceEventKind.MilestoneAdded => "Ny milepæl",
        PieceEventKind.ProgressReported => "Nyt om udmøntningen",
        PieceEventKind.MilestoneReached => "Milepæl nået",
        PieceEventKind.ImplementationClosed => "En institution er færdig",
        PieceEventKind.Closed => "Afsluttet",
        PieceEventKind.RolledBack => "Rullet tilbage",
        PieceEventKind.FollowUpSet => "Opfølgning aftalt",
        PieceEventKind.FollowUpChanged => "Opfølgning ændret",
        PieceEventKind.FollowedUp => "Fulgt op",
        PieceEventKind.FollowUpCancelled => "Opfølgning aflyst",
        PieceEventKind.SplitOff => "Delt: nogle uddrag gik videre i",
        PieceEventKind.SplitFrom => "Skilt ud fra",
        PieceEventKind.StepUndone => "Fortrudt",
        PieceEventKind.StepRedone => "Gjort igen",
        PieceEventKind.Withdrawn => "Trukket tilbage",
        PieceEventKind.BroughtIn => "Indlæst fra en tabel",
        PieceEventKind.NotesBroughtIn => "Noter fra tabellen",
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };

    /// <summary>What the words beside the event are: a reason, or a note.</summary>
    public static string ReasonWord(this HistoryLine line) => line.Kind switch
    {
        PieceEventKind.FollowUpSet or PieceEventKind.FollowUpChanged or PieceEventKind.FollowedUp => "Note",
        PieceEventKind.HandedOver => "Besked",
        PieceEventKind.Closed or PieceEventKind.ImplementationClosed => "Udfaldet i ord",
        _ => "Begrundelse",
    };

    private static string Lower(PieceClass? pieceClass) => pieceClass?.ToDanish().ToLower(DanishText.Culture) ?? "";
}
