using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Exchange;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>The Danish words of the two logs.</summary>
public static class LogWords
{
    /// <summary>Word for each kind of row, by the name that the change log keeps.</summary>
    public static IReadOnlyDictionary<string, string> Entities { get; } = new Dictionary<string, string>
    {
        [nameof(Municipality)] = "Kommune",
        [nameof(User)] = "Bruger",
        [nameof(RoleAssignment)] = "Rolle",
        ["IdentityUserToken"] = "Kode til totrinslogin",
        [nameof(DialogueProcess)] = "Dialogproces",
        [nameof(ProcessMember)] = "Medlem af proces",
        [nameof(Theme)] = "Tema",
        [nameof(Challenge)] = "Udfordring",
        [nameof(Strategy)] = "Strategi",
        [nameof(Institution)] = "Institution",
        [nameof(InformantGroup)] = "Informantgruppe",
        [nameof(Informant)] = "Informant",
        [nameof(InformantIdentity)] = "Kodenøgle",
        [nameof(Interview)] = "Interview",
        ["InterviewInformant"] = "Informant i interview",
        ["InterviewInterviewer"] = "Interviewer i interview",
        [nameof(Transcript)] = "Referat eller transskription",
        [nameof(ImportDraft)] = "Tekst, der venter på at blive læst ind",
        [nameof(Passage)] = "Uddrag",
        [nameof(Coding)] = "Knytning af uddrag",
        [nameof(TranscriptCorrection)] = "Rettelse af tekst",
        [nameof(InterviewGuide)] = "Spørgeguide",
        [nameof(GuideQuestion)] = "Spørgsmål i spørgeguide",
        [nameof(GuideSection)] = "Afsnit knyttet til spørgsmål",
        [nameof(SolutionPiece)] = "Løsningsbrik",
        [nameof(PieceEvent)] = "Historik på brik",
        [nameof(PieceOrigin)] = "Række, som en brik er indlæst fra",
        [nameof(ValidationMeeting)] = "Fællesmøde",
        [nameof(MeetingAttendance)] = "Fremmøde på fællesmøde",
        [nameof(MeetingResult)] = "Resultat fra fællesmøde",
        [nameof(MeetingParticipant)] = "Deltager på fællesmøde",
        [nameof(MeetingRound)] = "Spørgsmål på fællesmøde",
        [nameof(RoundCount)] = "Optælling på fællesmøde",
        [nameof(Qualification)] = "Kvalificering",
        [nameof(Validation)] = "Validering af brik",
        [nameof(Designation)] = "Udpegning af brik",
        [nameof(Decision)] = "Beslutning om brik",
        [nameof(CostEstimate)] = "Prisskøn",
        [nameof(CostLine)] = "Budgetlinje",
        [nameof(Implementation)] = "Udmøntning",
        [nameof(Milestone)] = "Milepæl",
        [nameof(ProgressReport)] = "Nyt om udmøntning",
        ["PieceChallenge"] = "Udfordring på brik",
        ["PieceInstitution"] = "Institution på brik",
        ["PieceStrategy"] = "Strategi på brik",
        [nameof(FollowUp)] = "Opfølgning",
        [nameof(Reminder)] = "Påmindelse",
        [nameof(ExchangeImport)] = "Projekt fra et andet program",
    };

    /// <summary>The word for a kind of row; its own name when it has none.</summary>
    public static string Entity(string name) => Entities.GetValueOrDefault(name, name);

    /// <summary>Oprettet, Ændret, Slettet.</summary>
    public static string Operation(string operation) => operation switch
    {
        nameof(EntityState.Added) => "Oprettet",
        nameof(EntityState.Modified) => "Ændret",
        nameof(EntityState.Deleted) => "Slettet",
        _ => operation,
    };

    /// <summary>What was done, as it stands after a name.</summary>
    public static string ToDanish(this AccessKind kind) => kind switch
    {
        AccessKind.SignedIn => "Loggede ind",
        AccessKind.TranscriptRead => "Åbnede et referat",
        AccessKind.TestimonyExported => "Hentede udsagn som fil",
        AccessKind.PassagesRead => "Læste uddrag",
        AccessKind.IdentityRead => "Slog op i kodenøglen",
        AccessKind.ImportDraftRead => "Åbnede en tekst, der venter på at blive læst ind",
        _ => kind.ToString(),
    };
}
