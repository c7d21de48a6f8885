using ClosedXML.Excel;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Budget;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>The sheets Økonomi, Overblik and Prioritering.</summary>
public sealed class WorkbookBudgetTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Økonomi_has_a_row_per_amount_and_one_for_each_year_or_piece_that_is_not_calculated([Values("staff", "committee")] string edition)
    {
        await BuildAsync();
        var cells = await CellsAsync(Role.BudgetOfficer, edition, "Økonomi");
        string[] RowOf(int row) => [.. "ABCDEFGHIJKLMN".Select(c => cells.TryGetValue($"{c}{row}", out var cell) ? cell.Text : "")];
        string[] adopted = ["D-1", "Bedre normering", "Politisk", "", "Delvist vedtaget", "Ja", "Ja", "Beregnet", "2026"];
        string[] adoptedYear = [.. adopted[..7], "Ikke beregnet", "2026"], smallYear = ["D-2", "Ét skema", "Administrativ", "", "Formuleret", "Nej", "Nej", "Ikke beregnet", "2026"];
        string[] localYear = ["D-4", "Fælles legeplads", "Lokal", "", "Formuleret", "Nej", "Nej", "Ikke beregnet", "2026"];
        string[] toFill = ["Drift", "Udgift", "", ""];
        Assert.That(Enumerable.Range(1, 19).Select(RowOf), Is.EqualTo(new string[][]
        {
            ["Brik", "Titel", "Klasse", "Tema", "Stadie", "Udpeget", "Vedtaget", "Prisskøn", "Prisniveau", "År", "Slags", "Retning", "Beløb i kr", "Netto i kr"],
            [.. adopted, "2028", "Drift", "Udgift", "1250500", "1250500"],
            [.. adopted, "2028", "Drift", "Indtægt", "250000", "-250000"],
            [.. adopted, "2028", "Anlæg", "Udgift", "5000000", "5000000"],
            [.. adopted, "2029", "Drift", "Udgift", "1300000", "1300000"],
            [.. adoptedYear, "2030", .. toFill],
            [.. adoptedYear, "2031", .. toFill],
            ["D-2", "Ét skema", "Administrativ", "", "Formuleret", "Nej", "Nej", "Groft skøn", "2026", "2028", "Drift", "Udgift", "0", "0"],
            [.. smallYear, "2029", .. toFill],
            [.. smallYear, "2030", .. toFill],
            [.. smallYear, "2031", .. toFill],
            ["D-3", "Nyt tag", "Politisk", "", "Udpeget", "Ja", "Nej", "Ikke beregnet", "", "", "", "", "", ""],
            ["D-4", "Fælles legeplads", "Lokal", "", "Formuleret", "Nej", "Nej", "Kvalitetssikret", "2026", "2027", "Drift", "Udgift", "40000", "40000"],
            [.. localYear, "2028", .. toFill],
            [.. localYear, "2029", .. toFill],
            [.. localYear, "2030", .. toFill],
            ["D-4", "Fælles legeplads", "Lokal", "", "Formuleret", "Nej", "Nej", "Kvalitetssikret", "2026", "2031", "Drift", "Indtægt", "12345", "-12345"],
            ["D-6", "=1+1", "Politisk", "", "Formuleret", "Nej", "Nej", "Ikke beregnet", "", "", "", "", "", ""],
            ["", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        }));
        Assert.That(cells["B18"].Formula, Is.Null);
        Assert.That(cells.Where(c => c.Key[0] == 'N' && c.Key != "N1").Select(c => c.Value.Formula), Has.Exactly(17).Items.And.All.Contain("Økonomi[[#This Row],[Beløb i kr]]"));
    }

    [Test]
    public async Task The_overviews_stored_values_are_the_systems_own_sums()
    {
        await BuildAsync();
        var cells = await CellsAsync(Role.Leader, "staff", OverviewSheet.Name);
        var db = Db();
        var pieces = EstimateFilter.WithPrice(db.SolutionPieces.Where(p => p.ProcessId == City.Process.Id));
        var groups = new (string Label, IQueryable<SolutionPiece> Pieces)[]
        {
            ("Politisk", pieces.Where(p => p.Class == PieceClass.Political)), ("Administrativ", pieces.Where(p => p.Class == PieceClass.Administrative)),
            ("Lokal", pieces.Where(p => p.Class == PieceClass.Local)), ("Alle brikker", pieces), ("Heraf udpeget", pieces.Designated()),
            ("Heraf vedtaget, helt eller delvist", pieces.Where(p => p.Number == 1)),
        };
        foreach (var (label, found) in groups)
        {
            var rows = RowsOf(cells, label);
            Assert.That(rows, Has.Count.EqualTo(3), label);
            var (all, missing) = (await found.CountAsync(), await found.CountAsync(p => p.Estimate == null));
            Assert.That("BCD".Select(c => cells[$"{c}{rows[0]}"].Number), Is.EqualTo(new double?[] { all, all - missing, missing }), label);
            var sums = await EstimateSums.ReadAsync(db, found);
            foreach (var (kind, row) in new[] { (CostKind.Operating, rows[1]), (CostKind.Capital, rows[2]) })
                for (var i = 0; i < 4; i++)
                    Assert.That(cells[$"{"BCDE"[i]}{row}"].Number, Is.EqualTo(sums.Net(2028 + i, kind) / 1000.0), $"{label} {kind} {2028 + i}");
        }
        Assert.That(cells["A2"].Text, Is.EqualTo("Summerne er uden 2 brikker, der ikke er beregnet."));
    }

    [Test]
    public async Task The_overview_counts_per_year_the_calculated_pieces_without_an_amount_by_a_live_formula()
    {
        await BuildAsync();
        var cells = await CellsAsync(Role.BudgetOfficer, "staff", OverviewSheet.Name);
        var rows = RowsOf(cells, OverviewSheet.MissingYearsLabel);
        Assert.That(rows, Has.Count.EqualTo(2));
        foreach (var row in rows)
        {
            Assert.That("BCDE".Select(c => cells[$"{c}{row}"].Number), Is.EqualTo(new double?[] { 1, 2, 3, 2 }));
            Assert.That(cells[$"B{row}"].Formula, Does.StartWith("COUNTIFS(Økonomi[År],B$").And.EndWith("Økonomi[Beløb i kr],\"=\")"));
        }
        Assert.That(cells[$"B{RowsOf(cells, "Politisk")[1]}"].Formula, Does.Contain("Økonomi[Beløb i kr],\"<>\""), "a row that waits for its amount is no 0");
    }

    [Test]
    public async Task Every_figure_of_the_overview_is_a_live_formula_and_each_year_has_a_field_for_the_frame()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Consultant, "committee");
        var cells = file.Cells(OverviewSheet.Name);
        var frames = RowsOf(cells, "Ramme i 1.000 kr. (skriv selv)");
        Assert.That(frames, Has.Count.EqualTo(2));
        var sheet = file.Sheet(OverviewSheet.Name);
        foreach (var row in frames)
            foreach (var column in "BCDE")
            {
                Assert.That(cells.TryGetValue($"{column}{row}", out var typed) && (typed.Formula ?? typed.Text) != "", Is.False);
                Assert.That(sheet.DataValidations.Any(v => v.AllowedValues == XLAllowedValues.Decimal && v.Ranges.Any(r => r.Contains($"{column}{row}"))), $"{column}{row}");
            }
        var years = RowsOf(cells, "Netto i 1.000 kr.");
        Assert.That(cells.Where(c => c.Value.Number is not null && !years.Contains(int.Parse(c.Key[1..]))).Where(c => c.Value.Formula is null), Is.Empty);
        Assert.That(cells[$"B{RowsOf(cells, "Politisk")[1]}"].Formula, Does.Contain("SUMIFS(Økonomi[Netto i kr],").And.Contain($"B${years[0]}"));
        Assert.That("BCDE".Select(c => cells[$"{c}{years[0]}"].Number), Is.EqualTo(new double[] { 2028, 2029, 2030, 2031 }));
    }

    [Test]
    public async Task Amounts_outside_the_budget_have_a_column_only_where_there_are_any()
    {
        await BuildAsync();
        var cells = await CellsAsync(Role.Consultant, "staff", OverviewSheet.Name);
        Assert.That(cells[$"G{RowsOf(cells, "Lokal")[1]}"].Number, Is.EqualTo(40));
        Assert.That(cells[$"G{RowsOf(cells, "Politisk")[1]}"].Text, Is.EqualTo("–"));
        var db = Db();
        db.RemoveRange(await db.CostLines.Where(l => l.ProcessId == City.Process.Id && l.Year == 2027).ToListAsync());
        await db.SaveChangesAsync();
        Assert.That((await CellsAsync(Role.Consultant, "staff", OverviewSheet.Name)).Values.Select(c => c.Text), Has.None.EqualTo("Andre år"));
    }

    [Test]
    public async Task Prioritering_shows_what_the_meeting_said_with_small_groups_hidden_and_what_was_chosen()
    {
        await (await BuildAsync()).WithMeetingAsync();
        var file = await DownloadAsync(Role.Committee, "committee");
        var rows = file.Rows("Prioritering");
        Assert.That(rows[0], Is.EqualTo(new[]
        {
            "Brik", "Titel", "Klasse", "Konklusion", "Svar", "Ja", "Nej", "Ved ikke", "Andel ja", "Faglig, svar", "Faglig, median", "Faglig, enighed",
            "Økonomisk, svar", "Økonomisk, median", "Økonomisk, enighed", "Laveste gruppe", "Afstand", "Udpegning", "Begrundelse",
        }));
        Assert.That(rows[1][..8], Is.EqualTo(new[] { "D-1", "Bedre normering", "Politisk", "Genkendt", "28", "17", "8", "3" }));
        Assert.That(rows[1][8], Does.StartWith("0.68"));
        Assert.That(rows[1][9..11], Is.EqualTo(new[] { "26", "5" }));
        Assert.That(rows[1][17..], Is.EqualTo(new[] { "Udpeget", "Det haster." }));
        Assert.That(rows[2][3..], Is.All.Empty);
        Assert.That(file.AllXml(), Does.Not.Contain("Ledere"), "three leaders can be named");
        Assert.That(file.Faults(), Is.Empty);
    }

    [Test]
    public async Task Forslag_tells_conclusion_decision_and_price_and_only_the_staff_reads_what_the_price_rests_on()
    {
        await BuildAsync();
        var staff = await DownloadAsync(Role.BudgetOfficer, "staff");
        string[] headers = ["Konklusion", "Udpeget", "Vedtaget", "Beslutning", "Besluttet af", "Besluttet den", "Prisskøn", "Grundlag"];
        Assert.That(headers.Select(h => staff.Column("Forslag", h)[0]),
            Is.EqualTo(new[] { "Genkendt", "Ja", "Ja", "Delvist vedtaget", "Kommunalbestyrelsen", "2026-10-01", "Beregnet", BudgetCase.Note }));
        Assert.That(staff.Column("Forslag", "Prisskøn"), Is.EqualTo(new[] { "Beregnet", "Groft skøn", "Ikke beregnet", "Kvalitetssikret", "", "Ikke beregnet" }));
        Assert.That((await DownloadAsync(Role.Consultant, "committee")).AllXml(), Does.Not.Contain(BudgetCase.Note).And.Not.Contain("Kladden"));
    }

    [Test]
    public async Task A_local_leaders_edition_adds_up_her_own_pieces_only()
    {
        await BuildAsync();
        var db = Db();
        var house = new Loesningsbrikker.Processes.Institution { Name = "Egen", LeaderUserId = City.User(Role.LocalLeader).Id };
        (await db.SolutionPieces.SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == 4)).Institutions.Add(house);
        await db.SaveChangesAsync();
        var file = await DownloadAsync(Role.LocalLeader, "committee");
        Assert.That(file.AllXml(), Does.Not.Contain("Bedre normering").And.Contain("Fælles legeplads"));
        var cells = file.Cells(OverviewSheet.Name);
        var all = RowsOf(cells, "Alle brikker");
        Assert.That((cells[$"B{all[0]}"].Number, cells[$"E{all[1]}"].Number), Is.EqualTo(((double?)1, (double?)-12.345)));
    }

    [Test]
    public async Task Read_me_tells_years_unit_signs_and_prices()
    {
        await BuildAsync();
        var text = string.Join('|', (await DownloadAsync(Role.Leader, "committee")).Sheet("Læs mig").CellsUsed().Select(c => c.GetString()));
        Assert.That(text, Does.Contain("Budgetår|2028 og overslagsårene 2029, 2030 og 2031|").And.Contain("udgifter positive og indtægter negative").And.Contain("Prisniveau|Beløbene er i 2026-priser.|"));
        Assert.That(text, Does.Contain("Økonomi|17|").And.Contain("|Overblik|").And.Contain("Prioritering|5|"));
    }

    [Test]
    public async Task The_new_sheets_are_frozen_and_print_on_A4_and_offer_the_words_they_know()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Leader, "staff");
        foreach (var name in new[] { "Økonomi", OverviewSheet.Name, "Prioritering" })
        {
            var page = file.Sheet(name).PageSetup;
            Assert.That((page.PaperSize, page.PageOrientation, page.PagesWide), Is.EqualTo((XLPaperSize.A4Paper, XLPageOrientation.Landscape, name == "Prioritering" ? 2 : 1)), name);
        }
        var economy = file.Sheet("Økonomi");
        Assert.That((economy.SheetView.SplitRow, economy.SheetView.SplitColumn, economy.Table("Økonomi").ShowAutoFilter), Is.EqualTo((1, 2, true)));
        Assert.That(economy.Cell("M2").Style.NumberFormat.Format, Is.EqualTo("#,##0"));
        Assert.That(economy.DataValidations.Select(v => v.Value), Has.Some.EqualTo("\"Drift,Anlæg\"").And.Some.EqualTo("\"Udgift,Indtægt\""));
        Assert.That(file.AllXml(), Does.Contain("<x:calculatedColumnFormula>"));
    }

    [Test]
    public async Task Prioritering_prints_with_its_titles_on_both_pages_and_numbers_apart_from_words()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Leader, "staff");
        var sheet = file.Sheet("Prioritering");
        Assert.That(file.AllXml(), Does.Contain(">Prioritering!$A:$B,Prioritering!$1:$1<"));
        Assert.That("KLNOQ".Select(c => sheet.Cell($"{c}2").Style.NumberFormat.Format), Is.All.EqualTo("0.00"));
        Assert.That((sheet.Cell("E2").Style.Alignment.WrapText, sheet.Cell("P2").Style.Alignment.Indent, sheet.Cell("R2").Style.Alignment.Indent), Is.EqualTo((true, 1, 1)));
    }

    [Test]
    public async Task A_sheet_of_passages_without_any_is_left_out_and_read_me_tells_it()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Consultant, "staff");
        Assert.That(file.SheetNames, Is.EqualTo(new[] { "Læs mig", "Forslag", "Økonomi", OverviewSheet.Name, "Prioritering" }));
        Assert.That(file.AllXml(), Does.Contain("Der er ingen uddrag at vise. Derfor er arket Sporbarhed ikke med."));
        Assert.That(file.Faults(), Is.Empty);
    }

    [TestCase(0, "A")]
    [TestCase(25, "Z")]
    [TestCase(26, "AA")]
    [TestCase(51, "AZ")]
    [TestCase(52, "BA")]
    [TestCase(701, "ZZ")]
    [TestCase(702, "AAA")]
    public void Columns_go_on_after_Z(int index, string letters) => Assert.That(TableRows.ColumnLetters(index), Is.EqualTo(letters));

    internal static List<int> RowsOf(IReadOnlyDictionary<string, StoredCell> cells, string label) =>
        [.. cells.Where(c => c.Key[0] == 'A' && c.Value.Text == label).Select(c => int.Parse(c.Key[1..])).Order()];

    private Task<BudgetCase> BuildAsync() => new BudgetCase(Db(), City).BuildAsync();

    private async Task<WorkbookFile> DownloadAsync(Role role, string edition) => await WorkbookFile.DownloadAsync(await SignInAsync(role), $"{City.Path}/workbook/{edition}");

    private async Task<Dictionary<string, StoredCell>> CellsAsync(Role role, string edition, string sheet) => (await DownloadAsync(role, edition)).Cells(sheet);
}
