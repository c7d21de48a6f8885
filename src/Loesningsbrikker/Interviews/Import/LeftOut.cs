using System.Globalization;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What a file holds that is not read with its text, or not as it stood there.</summary>
public enum LeftOutKind
{
    /// <summary>Pictures and drawings.</summary>
    Pictures,
    /// <summary>Footnotes and endnotes.</summary>
    Notes,
    /// <summary>Comments in the margin.</summary>
    Comments,
    /// <summary>What was deleted with tracked changes.</summary>
    Deletions,
    /// <summary>Hidden text.</summary>
    Hidden,
    /// <summary>Headers and footers.</summary>
    HeadersAndFooters,
    /// <summary>Tables: read row by row.</summary>
    Tables,
    /// <summary>Lines of a subtitle file without a time.</summary>
    Lines,
    /// <summary>Signs that no character set gives a meaning; the replacement character stands for them.</summary>
    Signs,
    /// <summary>What a pdf does not tell: it knows places on a page, no text.</summary>
    Layout,
}

/// <summary>Counts what is left out while a file is read, and tells it in Danish.</summary>
public sealed class LeftOut
{
    private readonly SortedDictionary<LeftOutKind, int> _counts = [];

    /// <summary>One more, or several.</summary>
    public void Add(LeftOutKind kind, int count = 1)
    {
        if (count > 0)
            _counts[kind] = _counts.GetValueOrDefault(kind) + count;
    }

    /// <summary>One sentence for each kind; empty when everything was read.</summary>
    public IReadOnlyList<string> Sentences => [.. _counts.Select(c => Sentence(c.Key, c.Value))];

    private static string Sentence(LeftOutKind kind, int count) => kind switch
    {
        LeftOutKind.Pictures => DanishText.Count(count, "billede er", "billeder er") + " ikke læst med.",
        LeftOutKind.Notes => DanishText.Count(count, "fodnote eller slutnote er", "fodnoter og slutnoter er") + " ikke læst med.",
        LeftOutKind.Comments => DanishText.Count(count, "kommentar i margenen er", "kommentarer i margenen er") + " ikke læst med.",
        LeftOutKind.Deletions => DanishText.Count(count, "sted med slettet tekst (sporede ændringer) er", "steder med slettet tekst (sporede ændringer) er") + " ikke læst med.",
        LeftOutKind.Hidden => DanishText.Count(count, "sted med skjult tekst er", "steder med skjult tekst er") + " ikke læst med.",
        LeftOutKind.HeadersAndFooters => "Sidehoved og sidefod er ikke læst med.",
        LeftOutKind.Tables => DanishText.Count(count, "tabel er læst", "tabeller er læst") + " som linjer, række for række.",
        LeftOutKind.Lines => DanishText.Count(count, "linje", "linjer") + " uden tidspunkt kunne ikke læses som undertekst.",
        LeftOutKind.Signs => DanishText.Count(count, "tegn kunne", "tegn kunne") + " ikke læses; der står � i stedet.",
        LeftOutKind.Layout => "En pdf siger ikke, hvad der er sidehoved, fodnote eller tabel. Se efter, om teksten står i den rigtige orden.",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };
}
