using ClosedXML.Excel;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Decisions;

/// <summary>What Læs mig tells about the whole workbook.</summary>
/// <param name="CaseNumber">Empty when there is none.</param>
/// <param name="MadeAtUtc">Time of the extract, in UTC.</param>
/// <param name="ProductVersion">Version of the product that made it.</param>
/// <param name="BudgetYears">The budget year and the three forecast years.</param>
/// <param name="PriceLevels">The years whose prices the estimates are in.</param>
internal sealed record ReadMe(
    string Municipality, string ProcessName, string CaseNumber, WorkbookScope Scope, DateTime MadeAtUtc, string ProductVersion,
    IReadOnlyList<ProposalRow> Proposals, IReadOnlyList<int> BudgetYears, IReadOnlyList<int> PriceLevels)
{
    /// <summary>Unit and signs of the amounts.</summary>
    public string AmountsSentence => "Økonomi er i hele kroner, Overblik i 1.000 kr. I netto er udgifter positive og indtægter negative.";

    /// <summary>The prices that the amounts are in, or that they differ.</summary>
    public string PricesSentence => PriceLevels switch
    {
        [] => "Der er ingen prisskøn endnu.",
        [var one] => $"Beløbene er i {one}-priser.",
        _ => $"Beløbene er i forskellige prisniveauer ({DanishText.List(PriceLevels.Select(l => l.ToString(DanishText.Culture)))}). Summerne lægger dem sammen, som de er.",
    };

    /// <summary>Administrationens udgave, Udvalgets udgave.</summary>
    public string EditionName => Scope.ForCommittee ? "Udvalgets udgave" : "Administrationens udgave";

    /// <summary>What stands on every printed page.</summary>
    public PrintedAs Printed => new(ProcessName, EditionName, MadeAtUtc);
}

/// <summary>Writes the sheet Læs mig: what this is, from when, for whom, and what every column means.</summary>
internal static class ReadMeSheet
{
    private const int Columns = 3;
    private const int LastWidth = 64;

    /// <summary>Fills the sheet; it is short, so cells are written one by one.</summary>
    public static void Write(IXLWorksheet sheet, ReadMe readMe, IReadOnlyList<SheetPlan> tables)
    {
        var row = 1;
        Set(sheet, row, 1, "Løsningsbrikker: " + readMe.ProcessName);
        sheet.Row(row).Style.Font.SetFontSize(16).Font.SetBold();
        row = WriteFacts(sheet, row + 2, readMe);
        row = WriteTable(sheet, row + 1, "Ark", ["Ark", "Rækker", "Hvad det indeholder"],
            tables.SelectMany(t => t.Name == EconomySheet.Name ? [About(t), OverviewPurpose] : new[] { About(t) }));
        row = WriteTable(sheet, row + 1, "Klasser", ["Klasse", "Brikker", "Hvem der skal handle"], ClassRows(readMe.Proposals));
        row = WriteNotes(sheet, row + 1, readMe.Scope, tables.Any(t => t.Name == WorkbookSheets.TracesName));
        WriteTable(sheet, row + 1, "Kolonner", ["Ark", "Kolonne", "Hvad der står i den"],
            tables.SelectMany(t => t.Columns.Select(c => new object[] { t.Name, c.Header, c.Legend })));
        (sheet.Column(1).Width, sheet.Column(2).Width, sheet.Column(3).Width) = (22, 20, LastWidth);
        sheet.Range(3, 1, sheet.LastRowUsed().RowNumber(), Columns).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
    }

    private static readonly object[] OverviewPurpose =
        [OverviewSheet.Name, "", "Drift og anlæg år for år for hver klasse, for de udpegede og for de vedtagne, med et felt til rammen. Alt er formler, der følger arkene Økonomi og Forslag."];

    private static object[] About(SheetPlan table) => [table.Name, table.RowCount, table.Purpose];

    private static int WriteFacts(IXLWorksheet sheet, int row, ReadMe readMe)
    {
        var scope = readMe.Scope;
        (string Label, string Text)[] facts =
        [
            ("Kommune", readMe.Municipality),
            ("Dialogproces", readMe.ProcessName),
            ("Sagsnummer", readMe.CaseNumber.Length > 0 ? readMe.CaseNumber : "Ikke angivet"),
            ("Udgave", readMe.EditionName),
            ("Brikker", PiecesIn(scope)),
            ("Citater", QuotationsIn(scope)),
            ("Hvem må se filen", ReadersOf(scope)),
            ("Budgetår", $"{readMe.BudgetYears[0]} og overslagsårene {DanishText.List(readMe.BudgetYears.Skip(1).Select(y => y.ToString(DanishText.Culture)))}"),
            ("Beløb", readMe.AmountsSentence),
            ("Prisniveau", readMe.PricesSentence),
            ("Udtrukket", DanishText.Moment(readMe.MadeAtUtc) + " dansk tid"),
            ("Version", "Løsningsbrikker " + readMe.ProductVersion),
        ];
        foreach (var (label, text) in facts)
        {
            Set(sheet, row, 1, label);
            sheet.Cell(row, 1).Style.Font.Bold = true;
            Set(sheet, row, 2, text);
            // Excel does not grow the rows of merged cells by itself.
            sheet.Range(row, 2, row, Columns).Merge();
            sheet.Row(row++).Height = CellText.LineHeight * CellText.Lines(text, 84);
        }
        return row;
    }

    private static int WriteNotes(IXLWorksheet sheet, int row, WorkbookScope scope, bool hasTraces)
    {
        Heading(sheet, row++, "Godt at vide");
        List<string> notes =
        [
            "En tom celle betyder, at der ikke er skrevet noget. »Ikke beregnet« er ikke det samme som 0: en brik eller et år uden prisskøn er ikke gratis.",
            "Filen viser, hvordan det så ud, da den blev hentet. Retter du i Økonomi, regner Overblik om, men systemet ændrer sig ikke.",
            "Informanter står aldrig med navn.",
        ];
        if (scope is { ForCommittee: false, WithTestimony: false })
            notes.Insert(0, "Du har ikke adgang til interviewene. Derfor er kun frigivne citater med, og noter og informanternes koder er udeladt.");
        if (!hasTraces)
            notes.Add("Der er ingen uddrag at vise. Derfor er arket Sporbarhed ikke med.");
        foreach (var note in notes)
        {
            Set(sheet, row, 1, note);
            sheet.Range(row, 1, row, Columns).Merge();
            sheet.Row(row++).Height = CellText.LineHeight * CellText.Lines(note, 106);
        }
        return row;
    }

    private static int WriteTable(IXLWorksheet sheet, int row, string name, string[] headers, IEnumerable<object[]> rows)
    {
        Heading(sheet, row++, name);
        var top = row;
        foreach (var values in rows.Prepend([.. headers]))
        {
            for (var i = 0; i < values.Length; i++)
                if (values[i] is int number)
                    sheet.Cell(row, i + 1).SetValue(number).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
                else
                    Set(sheet, row, i + 1, (string)values[i]);
            sheet.Row(row++).Height = CellText.LineHeight * CellText.Lines(values[^1].ToString()!, LastWidth);
        }
        var table = sheet.Range(top, 1, row - 1, headers.Length).CreateTable(name);
        (table.Theme, table.ShowAutoFilter) = (XLTableTheme.TableStyleLight1, false);
        table.HeadersRow().Style.Font.SetBold().Border.SetBottomBorder(XLBorderStyleValues.Thin);
        return row;
    }

    private static IEnumerable<object[]> ClassRows(IReadOnlyList<ProposalRow> proposals)
    {
        int Alone(PieceClass pieceClass) => proposals.Count(p => p.Class == pieceClass && p.Stage != PieceStage.Merged);
        yield return [PieceClass.Political.ToDanish(), Alone(PieceClass.Political), "Kræver en politisk beslutning."];
        yield return [PieceClass.Administrative.ToDanish(), Alone(PieceClass.Administrative), "Forvaltningen har ansvaret."];
        yield return [PieceClass.Local.ToDanish(), Alone(PieceClass.Local), "Den enkelte skole eller det enkelte dagtilbud og MED-udvalget går videre med den."];
        yield return ["Lagt sammen", proposals.Count(p => p.Stage == PieceStage.Merged), "Lever videre i en anden brik og tælles ikke med ovenfor."];
    }

    private static string PiecesIn(WorkbookScope scope) => scope switch
    {
        { ForCommittee: false } => "Alle brikker, også kladder.",
        { OwnInstitutionsOnly: true } => "De brikker, der handler om din egen institution. Kladder er ikke med.",
        _ => "De brikker, der er formuleret. Kladder er ikke med.",
    };

    private static string QuotationsIn(WorkbookScope scope) =>
        scope.WithTestimony ? "Alle uddrag. Kun dem med en dato i »Frigivet« må gengives uden for administrationen." : "Kun frigivne citater.";

    private static string ReadersOf(WorkbookScope scope) => scope switch
    {
        { ForCommittee: true } => "Udvalget, ledere og andre, der arbejder med sagen. Filen indeholder ingen udsagn, der ikke er frigivet.",
        { WithTestimony: true } => "Kun administrationens deltagere i dialogprocessen, der må læse interviewene. Del ikke filen, og slet den, når du er færdig.",
        _ => "Kun administrationen. Filen indeholder kladder.",
    };

    private static void Heading(IXLWorksheet sheet, int row, string text)
    {
        Set(sheet, row, 1, text);
        sheet.Cell(row, 1).Style.Font.SetBold().Font.SetFontSize(13);
    }

    private static void Set(IXLWorksheet sheet, int row, int column, string text)
    {
        var clean = CellText.Clean(text);
        var cell = sheet.Cell(row, column).SetValue(clean);
        cell.Style.IncludeQuotePrefix = CellText.LooksLikeFormula(clean);
    }
}
