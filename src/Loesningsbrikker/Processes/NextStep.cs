using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Processes;

/// <summary>What to do next in a process, for one person.</summary>
/// <param name="Sentence">What is to be done, and why.</param>
/// <param name="Link">Text of the link; null when there is nothing to open.</param>
/// <param name="Path">Address below the process; null when there is nothing to open.</param>
public sealed record NextStep(string Sentence, string? Link = null, string? Path = null)
{
    /// <summary>The first thing that is missing, among those that this person can do something about.</summary>
    /// <param name="can">Whether the person may do it in this process.</param>
    public static NextStep Of(ProcessStatus status, Func<Permission, bool> can)
    {
        if (can(Permission.WriteTestimony))
            return ForThoseWhoCode(status) ?? TowardsThePoliticians(status, can) ?? Effects(status) ?? ReadPieces(status);
        if (can(Permission.SetUpProcess))
            return ForThoseWhoLead(status) ?? TowardsThePoliticians(status, can) ?? Effects(status) ?? ReadPieces(status);
        if (status.Pieces == 0)
            return new("Her er ingen løsningsbrikker til dig endnu. De kommer, når interviewene er læst og kodet.");
        if (can(Permission.WriteEstimates) && status.MissingEstimates > 0)
            return new($"{Pieces(status.MissingEstimates)} på vej til politikerne mangler et prisskøn.", "Skriv prisskøn", "estimates");
        if (can(Permission.WriteImplementations))
            return ForInstitutions(status) ?? ReadPieces(status);
        return status.Decisions > 0 && can(Permission.SeeDashboard)
            ? new("Der er taget beslutninger. Se, hvad der blev af brikkerne.", "Se overblikket", "dashboard")
            : ReadPieces(status);
    }

    private static NextStep? ForThoseWhoCode(ProcessStatus status) => status switch
    {
        { Groups: 0 } => new("Opret først informantgrupperne, fx ledere, medarbejdere og forældre.", "Opret en informantgruppe", "informant-groups/new"),
        { Interviews: 0, Pieces: 0 } => new("Registrér det første interview.", "Gå til interviews", "interviews"),
        { WithoutTranscript: > 0 } => new(
            $"{DanishText.Count(status.WithoutTranscript, "interview", "interviews")} mangler referat eller transskription.", "Gå til interviews", "interviews"),
        _ when status.Coded < status.Interviews => new(
            $"{DanishText.Count(status.Interviews - status.Coded, "interview", "interviews")} er ikke kodet færdigt.", "Fortsæt kodningen", "interviews"),
        { Pieces: 0 } => new("Alle interviews er kodet, men ingen løsningsbrikker er skrevet.", "Gå til løsningsbrikker", "solution-pieces"),
        { Drafts: > 0 } => new(
            $"{DanishText.Count(status.Drafts, "løsningsbrik er kladde", "løsningsbrikker er kladder")}. Gør dem klar, så andre kan læse dem.",
            "Gå til kladderne", $"solution-pieces?stage={PieceStage.Draft}"),
        _ => null,
    };

    private static NextStep? ForThoseWhoLead(ProcessStatus status) => status switch
    {
        { Groups: 0 } => new("Opret først informantgrupperne, fx ledere, medarbejdere og forældre.", "Opret en informantgruppe", "informant-groups/new"),
        { Interviews: 0, Pieces: 0 } => new("Der er ingen interviews endnu. Aftal med konsulenterne, hvem de skal tale med.", "Gå til interviews", "interviews"),
        { Pieces: 0 } => new("Konsulenterne koder interviewene. Der er ingen løsningsbrikker endnu.", "Følg interviewene", "interviews"),
        _ => null,
    };

    /// <summary>From the joint meeting to the decision. What only a leader may do, a consultant is told that a leader does.</summary>
    private static NextStep? TowardsThePoliticians(ProcessStatus status, Func<Permission, bool> can)
    {
        var concludes = can(Permission.ConcludePieces);
        string Waits(string what) => concludes ? what : what + " Det gør en chef.";
        if (status.In(PieceStage.Formulated) is > 0 and var formulated)
            return status.Meetings == 0
                ? new($"{Pieces(formulated)} er formuleret. Det næste er fællesmødet.", "Gå til fællesmødet", "validation-meetings")
                : new(Waits($"{Pieces(formulated)} fra fællesmødet mangler en konklusion: genkendt eller ikke."), "Se konklusionerne", "validation-meetings/conclusions");
        if (status.In(PieceClass.Political, PieceStage.Validated) is > 0 and var political)
            return new(Waits($"{Pieces(political)} venter på at blive udpeget eller valgt fra."), "Gå til udpegning", "designations?state=Waiting");
        if (status.In(PieceClass.Administrative, PieceStage.Validated) is > 0 and var administrative)
            return new(Waits($"{Pieces(administrative)} venter på forvaltningens svar."), "Se, hvad der venter", "acceptances");
        if (status.In(PieceClass.Local, PieceStage.Validated) is > 0 and var local)
            return new(Waits($"{Pieces(local)} skal overdrages til institutionerne."), "Se de lokale brikker", "solution-pieces?class=Local&stage=Validated");
        if (status.In(PieceStage.Designated) is > 0 and var designated)
            return new(Waits($"{Pieces(designated)} er udpeget og skal sendes til politisk behandling."), "Gå til udpegning", "designations?state=Designated");
        return status.In(PieceStage.Submitted) is > 0 and var submitted
            ? new($"{Pieces(submitted)} er til politisk behandling. Skriv beslutningerne ind, når mødet er holdt.", "Skriv beslutninger ind", "decisions/new")
            : null;
    }

    private static NextStep? Effects(ProcessStatus status)
    {
        if (status.NotBegun > 0)
            return new($"Der er sagt ja til {Pieces(status.NotBegun)}, som ikke er begyndt.", "Gå til udmøntningen", "implementations");
        return status.In(PieceStage.InImplementation) is > 0 and var going
            ? new($"{Pieces(going)} bliver ført ud i livet. Se, hvordan det går.", "Gå til udmøntningen", "implementations")
            : null;
    }

    private static NextStep? ForInstitutions(ProcessStatus status)
    {
        if (status.In(PieceStage.HandedOver) is > 0 and var waiting)
            return new($"{Pieces(waiting)} er overdraget til jer og ikke begyndt.", "Gå til udmøntningen", "implementations");
        return status.In(PieceStage.InImplementation) is > 0 and var going
            ? new($"Fortæl, hvordan det går med {Pieces(going)}.", "Gå til udmøntningen", "implementations")
            : null;
    }

    private static NextStep ReadPieces(ProcessStatus status) => new($"Du kan læse {Pieces(status.Pieces)}.", "Læs løsningsbrikkerne", "solution-pieces");

    private static string Pieces(int count) => DanishText.Count(count, "løsningsbrik", "løsningsbrikker");
}
