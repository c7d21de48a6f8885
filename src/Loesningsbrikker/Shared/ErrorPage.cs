namespace Loesningsbrikker.Shared;

/// <summary>What an error page says: what happened, and what to do.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Heading">What happened, short.</param>
/// <param name="Sentence">What happened and what to do, in plain Danish.</param>
/// <param name="Typed">What the user had typed, by field; empty when nothing was.</param>
public sealed record ErrorPage(int Status, string Heading, string Sentence, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>The page for a status; <paramref name="sentence"/> replaces the general sentence when given.</summary>
    public static ErrorPage Of(int status, string? sentence = null, IReadOnlyDictionary<string, string>? typed = null)
    {
        var (heading, general) = status switch
        {
            400 => ("Det kunne vi ikke modtage", "Gå tilbage, indlæs siden igen, og prøv en gang til. Har siden stået åben længe, kan den være udløbet."),
            403 => ("Det har du ikke adgang til", "Din rolle giver ikke adgang til denne side. Spørg din administrator, hvis du har brug for den."),
            401 => ("Du er ikke logget ind", "Log ind, og prøv igen."),
            404 => ("Siden findes ikke", "Adressen kan være forkert, siden kan være flyttet, eller du er ikke med i den dialogproces, den hører til."),
            405 => ("Det kan ikke gøres her", "Adressen kan ikke bruges på den måde. Gå tilbage til siden, og brug dens knapper og links."),
            409 => ("En anden kom først", "En kollega har ændret det samme, mens du arbejdede. Din ændring er ikke gemt."),
            413 => ("Filen er for stor", "Filen er større, end systemet tager imod. Del den op, eller gem den som ren tekst."),
            415 => ("Den slags indhold kan vi ikke læse", "Det, der blev sendt, har et format, som siden ikke tager imod. Gå tilbage, indlæs siden igen, og prøv en gang til."),
            429 => ("For mange forsøg", "Vent et øjeblik, og prøv igen."),
            503 => ("Det kan ikke gemmes lige nu", "Prøv igen om lidt. Bliver det ved, så skriv til din administrator."),
            _ => ("Noget gik galt hos os", "Fejlen er noteret. Prøv igen om lidt. Bliver den ved, så skriv til din administrator, hvad du var i gang med."),
        };
        return new ErrorPage(status, heading, sentence ?? general, typed ?? new Dictionary<string, string>());
    }
}
