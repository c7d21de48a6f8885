namespace Loesningsbrikker.SolutionPieces;

/// <summary>The Danish words of a status, and what each means to whoever reads it.</summary>
public static class PieceStatusWords
{
    /// <summary>Gennemført, Under udmøntning …</summary>
    public static string ToDanish(this PieceStatus status) => status switch
    {
        PieceStatus.CarriedOut => "Gennemført",
        PieceStatus.BeingCarriedOut => "Under udmøntning",
        PieceStatus.Agreed => "Sagt ja til",
        PieceStatus.Waiting => "Venter",
        PieceStatus.Refused => "Sagt nej til",
        PieceStatus.Missed => "Ikke nået",
        PieceStatus.Decided => "Besluttet",
        PieceStatus.AwaitsMoney => "Venter på penge",
        PieceStatus.Late => "Forsinket",
        PieceStatus.Silent => "Tavs i over et halvt år",
        PieceStatus.Proposed => "Foreslået politisk",
        PieceStatus.Granted => "Vedtaget politisk",
        PieceStatus.WithoutPassages => "Uden uddrag",
        PieceStatus.WithoutEstimate => "Uden prisskøn",
        PieceStatus.RoughEstimate => "Kun groft skøn",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What is counted, in one or two sentences.</summary>
    public static string Meaning(this PieceStatus status) => status switch
    {
        PieceStatus.CarriedOut => "Arbejdet er afsluttet, og målet er nået helt eller delvist; ved en lokal brik hos mindst én institution.",
        PieceStatus.BeingCarriedOut => "Der er sagt ja, og arbejdet er begyndt.",
        PieceStatus.Agreed => "Vedtaget, delvist vedtaget, accepteret af forvaltningen eller overdraget til en institution, men arbejdet er ikke begyndt.",
        PieceStatus.Waiting => "Ingen har taget endelig stilling endnu. Udsatte brikker venter også.",
        PieceStatus.Refused => "Ikke vedtaget, afvist af forvaltningen, ikke udpeget, ikke genkendt eller vedtaget og siden rullet tilbage.",
        PieceStatus.Missed => "Arbejdet er afsluttet, uden at målet er nået.",
        PieceStatus.Decided => "Den, der bestemmer over brikken, har sagt ja eller nej: politikerne, forvaltningen eller den, der overdrager til institutionerne. At blive udpeget eller genkendt er ikke en beslutning.",
        PieceStatus.AwaitsMoney => "Politiske brikker, der er udpeget, men ikke afgjort, og som enten er oversendt til budget eller koster mere, end de giver.",
        PieceStatus.Late => "En frist eller en milepæl er overskredet, og arbejdet er ikke afsluttet.",
        PieceStatus.Silent => "Overdraget eller begyndt, ikke afsluttet, og ingen har fortalt nyt i over et halvt år.",
        PieceStatus.Proposed => "Alle politiske brikker, som andre kan læse. Kladder er ikke med.",
        PieceStatus.Granted => "Politiske brikker, der er vedtaget helt eller delvist og ikke rullet tilbage. En delvist vedtaget brik regnes med hele sit prisskøn.",
        PieceStatus.WithoutPassages => "Intet sted i interviewene er knyttet til brikken.",
        PieceStatus.WithoutEstimate => "Politiske brikker, der er udpeget, men ikke afgjort, og som ingen har regnet på.",
        PieceStatus.RoughEstimate => "Politiske brikker, der er udpeget, men ikke afgjort, og som kun har et groft skøn.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
