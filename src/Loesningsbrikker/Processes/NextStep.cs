using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

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
            return ForThoseWhoCode(status);
        if (can(Permission.SetUpProcess))
            return ForThoseWhoLead(status);
        return status.Pieces == 0
            ? new("Her er ingen løsningsbrikker til dig endnu. De kommer, når interviewene er læst og kodet.")
            : ReadPieces(status);
    }

    private static NextStep ForThoseWhoCode(ProcessStatus status) => status switch
    {
        { Groups: 0 } => new("Opret først informantgrupperne, fx ledere, medarbejdere og forældre.", "Opret en informantgruppe", "informant-groups/new"),
        { Interviews: 0 } => new("Registrér det første interview.", "Gå til interviews", "interviews"),
        { WithoutTranscript: > 0 } => new(
            $"{DanishText.Count(status.WithoutTranscript, "interview", "interviews")} mangler referat eller transskription.", "Gå til interviews", "interviews"),
        _ when status.Coded < status.Interviews => new(
            $"{DanishText.Count(status.Interviews - status.Coded, "interview", "interviews")} er ikke kodet færdigt.", "Fortsæt kodningen", "interviews"),
        { Pieces: 0 } => new("Alle interviews er kodet, men ingen løsningsbrikker er skrevet.", "Gå til løsningsbrikker", "solution-pieces"),
        { Drafts: > 0 } => new(
            $"{DanishText.Count(status.Drafts, "løsningsbrik er kladde", "løsningsbrikker er kladder")}. Gør dem klar, så andre kan læse dem.",
            "Gå til løsningsbrikker", "solution-pieces"),
        _ => new("Alle interviews er kodet, og alle løsningsbrikker er formuleret. Det næste er fællesmødet, som kommer senere i forløbet."),
    };

    private static NextStep ForThoseWhoLead(ProcessStatus status) => status switch
    {
        { Groups: 0 } => new("Opret først informantgrupperne, fx ledere, medarbejdere og forældre.", "Opret en informantgruppe", "informant-groups/new"),
        { Interviews: 0 } => new("Der er ingen interviews endnu. Aftal med konsulenterne, hvem de skal tale med.", "Gå til interviews", "interviews"),
        { Pieces: 0 } => new("Konsulenterne koder interviewene. Der er ingen løsningsbrikker endnu.", "Følg interviewene", "interviews"),
        _ => ReadPieces(status),
    };

    private static NextStep ReadPieces(ProcessStatus status) => new(
        $"Du kan læse {DanishText.Count(status.Pieces, "løsningsbrik", "løsningsbrikker")}.", "Læs løsningsbrikkerne", "solution-pieces");
}
