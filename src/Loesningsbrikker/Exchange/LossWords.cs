using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange;

/// <summary>What cannot come along from another tool, in plain Danish.</summary>
internal static class LossWords
{
    /// <summary>One sentence per kind of thing, with the first names.</summary>
    public static IReadOnlyList<string> Sentences(QdaLosses losses) =>
        [.. losses.All.Select(l => Sentence(l.Loss, l.Count) + (l.Names.Count == 0 ? "." : $": {string.Join(", ", l.Names.Select(n => $"»{DanishText.Cut(n, 80)}«"))}{(l.Count > l.Names.Count && l.Names.Count > 1 ? " …" : "")}."))];

    private static string Sentence(QdaLoss loss, int count) => loss switch
    {
        QdaLoss.Picture => DanishText.Count(count, "billede", "billeder"),
        QdaLoss.Region => DanishText.Count(count, "markering på en side eller et billede", "markeringer på sider eller billeder"),
        QdaLoss.MediaSelection => DanishText.Count(count, "markering i lyd eller film uden tekst", "markeringer i lyd eller film uden tekst"),
        QdaLoss.MediaWithoutText => DanishText.Count(count, "optagelse uden udskrift", "optagelser uden udskrift"),
        QdaLoss.DocumentWithoutText => DanishText.Count(count, "dokument, som filen ikke har ren tekst af", "dokumenter, som filen ikke har ren tekst af"),
        QdaLoss.MissingText => DanishText.Count(count, "tekst, som ikke ligger i filen", "tekster, som ikke ligger i filen"),
        QdaLoss.UnreadableText => DanishText.Count(count, "tekst, som ikke kan læses", "tekster, som ikke kan læses"),
        QdaLoss.TooLongText => DanishText.Count(count, "tekst, som er for lang (højst 5 millioner tegn og 50.000 afsnit)", "tekster, som er for lange (højst 5 millioner tegn og 50.000 afsnit)"),
        QdaLoss.EmptyText => DanishText.Count(count, "tom tekst", "tomme tekster"),
        QdaLoss.SourceCoding => DanishText.Count(count, "kode på et helt dokument", "koder på hele dokumenter"),
        QdaLoss.SourceNote => DanishText.Count(count, "note til et helt dokument", "noter til hele dokumenter"),
        QdaLoss.ProjectNote => DanishText.Count(count, "note, som ikke hører til et uddrag eller en kode", "noter, som ikke hører til et uddrag eller en kode"),
        QdaLoss.EmptySelection => DanishText.Count(count, "uddrag uden ord eller uden for teksten", "uddrag uden ord eller uden for teksten"),
        QdaLoss.LongSelection => DanishText.Count(count, "uddrag", "uddrag") + $" på mere end {PassageRange.MaxLengthUtf16.ToString("N0", DanishText.Culture)} tegn",
        QdaLoss.CodingWithoutCode => DanishText.Count(count, "kodning med en kode, som ikke er i filen", "kodninger med koder, som ikke er i filen"),
        QdaLoss.DeepCode => DanishText.Count(count, "kode under mere end 40 andre", "koder under mere end 40 andre"),
        QdaLoss.Case => DanishText.Count(count, "case. Cases hedder ofte det, personen hedder, og navne hører kun til i kodenøglen", "cases. Cases hedder ofte det, personerne hedder, og navne hører kun til i kodenøglen"),
        QdaLoss.Variable => DanishText.Count(count, "variabel", "variable"),
        QdaLoss.Set => DanishText.Count(count, "samling (set) af koder eller dokumenter", "samlinger (sets) af koder eller dokumenter"),
        QdaLoss.Link => DanishText.Count(count, "forbindelse (link)", "forbindelser (links)"),
        QdaLoss.Graph => DanishText.Count(count, "tegning eller kort", "tegninger eller kort"),
        QdaLoss.RichText => "Formatering (fed, farver, kolonner) i " + DanishText.Count(count, "tekst", "tekster"),
        QdaLoss.CodingLeftOut => DanishText.Count(count, "kodning, fordi koden ikke tages med eller bliver et tema. Uddraget kommer med alligevel", "kodninger, fordi koderne ikke tages med eller bliver temaer. Uddragene kommer med alligevel"),
        QdaLoss.Nesting => "At " + DanishText.Count(count, "kode står under en anden", "koder står under en anden"),
        QdaLoss.ChangedText => DanishText.Count(count, "tekst, som har været indlæst før, men er en anden her nu", "tekster, som har været indlæst før, men er andre her nu"),
        QdaLoss.LongDescription => "Slutningen af " + DanishText.Count(count, "meget lang beskrivelse", "meget lange beskrivelser"),
        QdaLoss.LongNote => "Slutningen af " + DanishText.Count(count, "meget lang note", "meget lange noter"),
        QdaLoss.NoteHere => DanishText.Count(count, "note til et uddrag, som har en anden note her", "noter til uddrag, som har andre noter her"),
        QdaLoss.Informant => DanishText.Count(count, "informant, som ikke kan oprettes her. Børn skal høre til en institution, der er oprettet", "informanter, som ikke kan oprettes her. Børn skal høre til en institution, der er oprettet"),
        _ => DanishText.Count(count, "ting, vi ikke kender", "ting, vi ikke kender"),
    };
}
