using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Budget;
using static Loesningsbrikker.SolutionPieces.Import.PieceField;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>The words that stand over the columns of municipal tables, and what they mean here.</summary>
internal static partial class HeaderWords
{
    /// <summary>A heading that is exactly a known word.</summary>
    public const int Certain = 100;

    /// <summary>A heading in which a known word stands.</summary>
    public const int Likely = 60;

    // The order within a field does not matter; a word stands under one field only.
    private static readonly Dictionary<PieceField, string[]> Known = new()
    {
        [Number] = ["nr", "nummer", "brik nr", "briknr", "briknummer", "brik nummer", "løbenr", "løbenummer", "lb nr", "lbnr", "id", "#", "forslag nr", "tidligere nummer", "gammelt nummer", "no"],
        [Title] = ["titel", "brik", "løsningsbrik", "løsningsbrikker", "forslag", "overskrift", "navn", "løsning", "løsningsforslag", "indsats", "initiativ", "handling", "kort titel", "hvad", "ide", "idé", "anbefaling"],
        [Description] = ["beskrivelse", "uddybning", "uddybende beskrivelse", "tekst", "forklaring", "indhold", "baggrund", "formål", "detaljer", "beskrivelse af forslaget", "hvad foreslås", "udfoldelse"],
        [Class] = ["klasse", "type", "kategori", "niveau", "beslutningsniveau", "hvem skal handle", "hvem beslutter", "hvem bestemmer", "politisk administrativ lokal", "politisk administrativ eller lokal", "pol adm lokal", "kompetence", "p a l"],
        [Theme] = ["tema", "temaer", "område", "emne", "indsatsområde", "spor", "hovedtema", "emneområde", "temaområde"],
        [Stage] = ["stadie", "stadium", "status", "fase", "trin", "tilstand", "hvor langt", "udfald", "afgørelse", "beslutning"],
        [Institutions] = ["institution", "institutioner", "skole", "skoler", "dagtilbud", "børnehus", "børnehuse", "sted", "enhed", "enheder", "hvor", "gælder for", "vedrører"],
        [Responsible] = ["ansvarlig", "ansvarlige", "ansvarlig e", "ansvar", "tovholder", "hvem", "ejer", "udføres af", "ansvarlig for udmøntning", "forankring"],
        [Amount] = ["beløb", "pris", "økonomi", "udgift", "udgifter", "drift", "anlæg", "indtægt", "indtægter", "besparelse", "prisskøn", "skøn", "estimat", "omkostning", "omkostninger", "budget", "merudgift", "økonomiske konsekvenser", "kr", "nettoudgift"],
        [Reason] = ["begrundelse", "hvorfor", "årsag", "argument", "argumentation", "motivering", "grund", "begrundelse for beslutning"],
        [DecidedOn] = ["dato for beslutning", "beslutningsdato", "besluttet den", "besluttet", "vedtaget den", "mødedato", "dato", "afgjort den"],
        [Notes] = ["bemærkning", "bemærkninger", "kommentar", "kommentarer", "note", "noter", "notat", "andet", "øvrigt", "supplerende", "interne noter"],
    };

    /// <summary>How well a heading fits a field: 0 for not at all.</summary>
    /// <param name="heading">As it stands in the table; of two header rows the lower one last, after " – ".</param>
    public static int Score(string heading, PieceField field)
    {
        var lower = Words.Plain(heading[(heading.LastIndexOf(" – ", StringComparison.Ordinal) is var dash && dash < 0 ? 0 : dash + 3)..]);
        var best = ScorePlain(lower, field);
        // The upper of two headings says what the columns below have in common, e.g. "Økonomi" over years.
        return best >= Likely ? best : Math.Max(best, ScorePlain(Words.Plain(heading), field) / 2);
    }

    /// <summary>The best score over all fields.</summary>
    public static int Best(string heading) => Known.Keys.Max(f => Score(heading, f));

    /// <summary>What a heading says about an amount: year, operating or capital, expenditure or income.</summary>
    /// <param name="firstYear">The year where the heading names none.</param>
    public static AmountColumn AmountOf(string heading, int firstYear)
    {
        var plain = Words.Plain(heading);
        var year = Year().Match(plain) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : firstYear;
        return new AmountColumn(
            year,
            plain.Contains("anlæg", StringComparison.Ordinal) ? CostKind.Capital : CostKind.Operating,
            plain.Contains("indtægt", StringComparison.Ordinal) || plain.Contains("besparelse", StringComparison.Ordinal) ? CostDirection.Income : CostDirection.Expenditure);
    }

    /// <summary>The unit that a heading names; null when it names none.</summary>
    public static AmountUnit? UnitOf(string heading)
    {
        var lower = heading.ToLowerInvariant();
        if (lower.Contains("mio", StringComparison.Ordinal) || lower.Contains("mill", StringComparison.Ordinal))
            return AmountUnit.Millions;
        if (Thousand().IsMatch(lower))
            return AmountUnit.Thousands;
        return Krone().IsMatch(lower) ? AmountUnit.Kroner : null;
    }

    private static int ScorePlain(string plain, PieceField field)
    {
        if (plain.Length == 0 || !Known.TryGetValue(field, out var words))
            return 0;
        if (words.Contains(plain, StringComparer.Ordinal))
            return Certain;
        // A longer word tells more: "beslutning" in "dato for beslutning" is no stage.
        var longest = words.Where(w => w.Length > 1 && Words.Has(plain, w)).Select(w => w.Length).DefaultIfEmpty(0).Max();
        return longest == 0 || plain.Length > 60 ? 0 : Likely + Math.Min(30, longest);
    }

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Year();

    [GeneratedRegex("1\\.?000 ?kr|\\bt\\.? ?kr|\\btus", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Thousand();

    [GeneratedRegex("\\bkr\\b|kroner", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Krone();
}
