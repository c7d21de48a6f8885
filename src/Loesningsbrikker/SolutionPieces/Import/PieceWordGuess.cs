using Loesningsbrikker.Implementations;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>A stage that a word of a table can stand for; a closed piece has an outcome as well.</summary>
/// <param name="Outcome">Only for <see cref="PieceStage.Closed"/>; null otherwise.</param>
public sealed record StageChoice(PieceStage Stage, ImplementationOutcome? Outcome = null)
{
    /// <summary>All that can be chosen, in the order of a piece's life.</summary>
    public static IReadOnlyList<StageChoice> All { get; } =
    [
        .. Enum.GetValues<PieceStage>().Where(s => s is not (Merged or Closed or RolledBack)).Select(s => new StageChoice(s)),
        .. Enum.GetValues<ImplementationOutcome>().Select(o => new StageChoice(Closed, o)), new(RolledBack),
    ];

    /// <summary>What a form sends, e.g. "Adopted" or "Closed-Achieved".</summary>
    public string Key => Outcome is null ? Stage.ToString() : $"{Stage}-{Outcome}";

    /// <summary>E.g. "Vedtaget" or "Afsluttet: nået".</summary>
    public string ToDanish() => Outcome is { } outcome ? $"{Stage.ToDanish()}: {outcome.ToDanish().ToLower(Shared.DanishText.Culture)}" : Stage.ToDanish();

    /// <summary>The choice with that key; null when there is none.</summary>
    public static StageChoice? Of(string? key) => All.FirstOrDefault(c => c.Key == key);
}

/// <summary>Guesses which class and which stage a word of somebody else's table means.</summary>
internal static class PieceWordGuess
{
    private static readonly Dictionary<PieceClass, string[]> Classes = new()
    {
        [PieceClass.Political] = ["politisk", "politiske", "pol", "p", "byråd", "byrådet", "kommunalbestyrelsen", "udvalg", "udvalget", "politisk niveau", "kræver politisk beslutning", "politikerne"],
        [PieceClass.Administrative] = ["administrativ", "administrative", "administrativt", "adm", "a", "forvaltning", "forvaltningen", "administrationen", "central", "centralt"],
        [PieceClass.Local] = ["lokal", "lokale", "lokalt", "l", "lok", "decentral", "decentralt", "institution", "institutionen", "institutionerne", "skolen", "skolerne", "den enkelte skole", "den enkelte institution", "lokal med"],
    };

    // Looked through from the top: "ikke vedtaget" before "vedtaget".
    private static readonly (StageChoice Choice, string[] Words)[] Stages =
    [
        (new(RolledBack), ["rullet tilbage", "tilbagerullet", "taget tilbage"]),
        (new(NotValidated), ["ikke genkendt", "ikke valid", "ugyldig", "ikke gyldig"]),
        (new(NotDesignated), ["ikke udpeget", "fravalgt", "ikke prioriteret", "ikke valgt", "nedprioriteret"]),
        (new(PartlyAdopted), ["delvist vedtaget", "delvis vedtaget", "vedtaget delvist", "delvist godkendt", "delvist besluttet"]),
        (new(Rejected), ["ikke vedtaget", "forkastet", "nedstemt", "ikke godkendt", "afslået", "forkastet politisk"]),
        (new(Declined), ["afvist", "afvises", "nej", "bortfaldet", "droppet", "afvist af forvaltningen"]),
        (new(Closed, ImplementationOutcome.PartlyAchieved), ["delvist gennemført", "delvist nået", "delvis gennemført", "delvist afsluttet"]),
        (new(Closed, ImplementationOutcome.NotAchieved), ["ikke gennemført", "ikke nået", "opgivet", "indstillet arbejdet"]),
        (new(InImplementation), ["under udmøntning", "i gang", "igang", "igangsat", "igangværende", "påbegyndt", "under udførelse", "under implementering", "implementeres", "under arbejde", "iværksat"]),
        (new(HandedOver), ["overdraget", "overdraget til institution", "sendt til institution", "overdraget til skole", "udlagt"]),
        (new(Closed, ImplementationOutcome.Achieved), ["afsluttet", "gennemført", "færdig", "udført", "nået", "realiseret", "implementeret", "slut", "lukket", "udmøntet"]),
        (new(Postponed), ["udsat", "udskudt", "afventer budget", "sat i bero"]),
        (new(Submitted), ["til politisk behandling", "politisk behandling", "sendt til politisk behandling", "i udvalg", "til behandling", "på dagsorden"]),
        (new(Adopted), ["vedtaget", "vedtages", "besluttet", "godkendt", "bevilget", "vedtaget af byrådet", "bevilliget"]),
        (new(Accepted), ["accepteret", "ja", "accepteret af forvaltningen", "imødekommet"]),
        (new(Designated), ["udpeget", "prioriteret", "valgt", "indstillet"]),
        (new(Validated), ["genkendt", "valideret", "gyldig", "valid", "bekræftet"]),
        (new(Formulated), ["formuleret", "klar", "ny", "nyt forslag", "åben", "foreslået", "beskrevet", "ikke behandlet"]),
        (new(Draft), ["kladde", "udkast", "idé", "ide", "under udarbejdelse"]),
    ];

    /// <summary>The class that a cell names; null when it names none.</summary>
    public static PieceClass? ClassOf(string text)
    {
        var plain = Words.Plain(text);
        foreach (var (pieceClass, words) in Classes)
            if (words.Contains(plain, StringComparer.Ordinal))
                return pieceClass;
        var named = Classes.Where(c => c.Value.Any(w => w.Length > 4 && Words.Has(plain, w))).Select(c => c.Key).ToList();
        return plain.Length <= 60 && named.Count == 1 ? named[0] : null;
    }

    /// <summary>The stage that a cell names; null when it names none.</summary>
    public static StageChoice? StageOf(string text)
    {
        var plain = Words.Plain(text);
        return Stages.FirstOrDefault(s => s.Words.Contains(plain, StringComparer.Ordinal)).Choice
            ?? (plain.Length <= 60 ? Stages.FirstOrDefault(s => Array.Exists(s.Words, w => w.Length > 3 && Words.Has(plain, w))).Choice : null);
    }
}
