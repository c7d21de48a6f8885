namespace Loesningsbrikker.Privacy;

/// <summary>The Danish words for the fields that the change log names.</summary>
public static class FieldWords
{
    // Fields that follow from others, or that every change touches: they tell a reader nothing.
    private static readonly HashSet<string> Silent =
    [
        "Version", "SearchText", "NameSearch", "NameSortKey", "TitleSortKey", "ConcurrencyStamp", "SecurityStamp",
        "LastNewsAtUtc", "NormalizedEmail", "NormalizedUserName", "UserName", "MunicipalityId",
    ];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["Amount"] = "beløb", ["BegunAtUtc"] = "begyndt", ["BudgetYear"] = "budgetår", ["ClosedAtUtc"] = "afsluttet", ["Conclusion"] = "konklusion",
        ["DontKnow"] = "ved ikke", ["DueOn"] = "frist", ["Invited"] = "inviterede", ["No"] = "nej", ["Outcome"] = "udfald",
        ["OutcomeText"] = "udfald i ord", ["Present"] = "fremmødte", ["PriceLevel"] = "prisniveau", ["ReachedOn"] = "nået",
        ["ReachedByUserId"] = "nået, meldt af", ["ResponsibleRole"] = "ansvarlig rolle", ["ResponsibleUserId"] = "ansvarlig", ["Status"] = "status",
        ["WrittenAtUtc"] = "skrevet", ["WrittenByUserId"] = "skrevet af", ["Year"] = "år", ["Yes"] = "ja",
        ["Professional1"] = "faglig prioritet", ["Professional2"] = "faglig prioritet", ["Professional3"] = "faglig prioritet",
        ["Professional4"] = "faglig prioritet", ["Professional5"] = "faglig prioritet", ["Economic1"] = "økonomisk prioritet",
        ["Economic2"] = "økonomisk prioritet", ["Economic3"] = "økonomisk prioritet", ["Economic4"] = "økonomisk prioritet",
        ["Economic5"] = "økonomisk prioritet",
        ["AccessFailedCount"] = "forkerte forsøg", ["AgeFrom"] = "alder fra", ["AgeTo"] = "alder til", ["ApprovedOn"] = "godkendt",
        ["Area"] = "område", ["CaseNumber"] = "sagsnummer", ["Class"] = "klasse", ["Code"] = "kode",
        ["CodingFinishedAtUtc"] = "kodning færdig", ["CodingFinishedByUserId"] = "kodning færdig, af hvem",
        ["DeactivatedAtUtc"] = "konto lukket", ["DeactivatedByUserId"] = "konto lukket, af hvem", ["Description"] = "beskrivelse",
        ["DisplayName"] = "navn", ["Email"] = "e-mail", ["EmailCipher"] = "e-mail", ["GroupId"] = "gruppe", ["Headcount"] = "antal personer",
        ["HeldOn"] = "dato", ["InstitutionId"] = "institution", ["KeyPermissionByUserId"] = "kodenøgle, givet af",
        ["KeyPermissionSinceUtc"] = "kodenøgle", ["Kind"] = "slags", ["LeaderUserId"] = "leder",
        ["LeadersReadTranscriptsSinceUtc"] = "chefers adgang til referater", ["Link"] = "link", ["LockoutEnd"] = "spærret til",
        ["MergedIntoId"] = "lagt sammen med", ["Method"] = "metode", ["Name"] = "navn", ["NameCipher"] = "navn", ["ContentCipher"] = "indhold", ["Note"] = "note",
        ["PasswordHash"] = "adgangskode", ["Place"] = "sted", ["Purpose"] = "formål", ["ReleasedAtUtc"] = "frigivet som citat",
        ["ReleasedByUserId"] = "frigivet af", ["Stage"] = "stadie", ["StartsOn"] = "startdato", ["ThemeId"] = "tema", ["Title"] = "titel",
        ["TwoFactorEnabled"] = "kode fra app",
        ["TranscriptId"] = "tekst", ["StartUtf16"] = "sted", ["EndUtf16"] = "sted", ["Quote"] = "ord", ["Prefix"] = "ord før", ["Suffix"] = "ord efter",
        ["LooseSinceUtc"] = "løsrevet", ["Introduction"] = "indledning", ["Closing"] = "afslutning", ["Position"] = "plads", ["Text"] = "tekst",
        ["Probes"] = "uddybende spørgsmål",
        ["AssignedToUserId"] = "ansvarlig", ["FirstDueOn"] = "første dag", ["FormerNumber"] = "tidligere nummer", ["Recurrence"] = "hvor tit",
        ["FileName"] = "fil", ["ProjectName"] = "projekt", ["Origin"] = "program", ["AtUtc"] = "hvornår", ["ByUserId"] = "af hvem",
        ["Interviews"] = "interviews", ["Passages"] = "uddrag", ["Codings"] = "knytninger", ["Pieces"] = "brikker", ["Challenges"] = "udfordringer",
        ["Lost"] = "kom ikke med",
        ["BallotsAreSecret"] = "hemmelige svar", ["CoinGivers"] = "mønter", ["CoinPeople"] = "mønter", ["Coins"] = "mønter",
        ["ClosedByUserId"] = "afsluttet af", ["ClosesAtUtc"] = "lukker", ["CountedAtUtc"] = "talt op", ["CountedByUserId"] = "talt op af",
        ["EndedAtUtc"] = "slut", ["EndedByUserId"] = "sluttet af", ["IsSecret"] = "hemmelige svar", ["JoinCode"] = "mødets kode",
        ["JoinedAtUtc"] = "kom med", ["JoinsWithoutSlipByUserId"] = "uden seddel, givet af", ["JoinsWithoutSlipSinceUtc"] = "uden seddel",
        ["LiveByUserId"] = "startet af", ["LiveSinceUtc"] = "i gang", ["Number"] = "nummer", ["OpenedAtUtc"] = "åbnet", ["OpenedByUserId"] = "åbnet af",
        ["PresentSinceUtc"] = "til stede", ["Reason"] = "begrundelse", ["SecrecyDecidedAtUtc"] = "hemmelige svar, besluttet",
        ["SecrecyDecidedByUserId"] = "hemmelige svar, besluttet af", ["SettledAtUtc"] = "taget stilling", ["SettledByUserId"] = "taget stilling af",
        ["SlipCipher"] = "seddel", ["SlipIndex"] = "seddel", ["TakenIntoPieceId"] = "taget over i brik", ["Way"] = "måde",
        ["WithdrawnAtUtc"] = "trukket tilbage", ["WithdrawnByUserId"] = "trukket tilbage af",
    };

    /// <summary>The words for names joined by commas; a name without a word stands as it is.</summary>
    public static string List(string names) => string.Join(
        ", ", names.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(n => !Silent.Contains(n)).Select(n => Words.GetValueOrDefault(n, n)).Distinct());
}
