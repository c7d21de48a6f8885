using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>A live meeting in Danish.</summary>
public static class RoundWords
{
    /// <summary>What a question asks, as heading and in lists.</summary>
    public static string ToDanish(this RoundKind kind) => kind switch
    {
        RoundKind.Validity => "Kan du genkende brikken?",
        RoundKind.Professional => "Faglig prioritet 1–5",
        RoundKind.Economic => "Økonomisk prioritet 1–5",
        RoundKind.Coins => $"Læg {MeetingRound.CoinsEach} mønter",
        RoundKind.Choice => "Vælg de vigtigste",
        RoundKind.Qualification => "Kvalificering ved bordene",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The question as it is put to one person.</summary>
    public static string Question(this RoundKind kind, int? maxChoices = null) => kind switch
    {
        RoundKind.Validity => "Kan du genkende denne brik?",
        RoundKind.Professional => "Hvor vigtig er brikken fagligt?",
        RoundKind.Economic => "Hvor vigtigt er det at bruge penge på brikken?",
        RoundKind.Coins => $"Læg op til {MeetingRound.CoinsEach} mønter på det, du helst vil bruge penge på.",
        RoundKind.Choice => maxChoices == 1 ? "Vælg den brik, der er vigtigst for dig." : $"Vælg højst {maxChoices} brikker.",
        _ => "Tal om brikkerne ved bordet. Bordværten skriver jeres forslag ind.",
    };

    /// <summary>On the agenda, open, being counted, counted.</summary>
    public static string ToDanish(this RoundState state) => state switch
    {
        RoundState.Planned => "Ikke stillet endnu",
        RoundState.Open => "Åbent for svar",
        RoundState.Counting => "Lukket, papirsvar tælles med",
        RoundState.Counted => "Talt op",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What a table proposes.</summary>
    public static string ToDanish(this QualificationKind kind) => kind switch
    {
        QualificationKind.Reword => "Andre ord",
        QualificationKind.Addition => "Tilføjelse",
        QualificationKind.NewPiece => "Ny brik",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How somebody takes part.</summary>
    public static string ToDanish(this ParticipantWay way) => way switch
    {
        ParticipantWay.Slip => "seddel",
        ParticipantWay.MeetingCode => "mødets kode",
        ParticipantWay.TableHost => "ved bordværten",
        ParticipantWay.Paper => "på papir",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>48 svar, heraf 3 på papir.</summary>
    public static string People(int people, int onPaper) =>
        DanishText.Count(people, "svar", "svar") + (onPaper > 0 ? $", heraf {onPaper.ToString("N0", DanishText.Culture)} på papir" : "");
}
