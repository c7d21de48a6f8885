using System.Net;
using ClosedXML.Excel;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Decisions;

public sealed class WorkbookTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task The_staff_edition_holds_every_piece_and_every_passage_for_who_reads_testimony()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Consultant, "staff");
        Assert.That(file.SheetNames, Is.EqualTo(new[] { "Læs mig", "Forslag", "Økonomi", "Overblik", "Prioritering", "Sporbarhed" }));
        Assert.That(file.Rows("Forslag"), Is.EqualTo(new[]
        {
            new[] { "Brik", "Klasse", "Stadie", "Titel", "Beskrivelse", "Tema", "Strategier", "Institutioner", "Udfordringer", "Antal uddrag", "Antal grupper", "Konklusion", "Udpeget", "Vedtaget", "Beslutning", "Besluttet af", "Besluttet den", "Prisskøn", "Grundlag", "Lagt sammen med" },
            ["D-1", "Politisk", "Formuleret", "Bedre normering", "Flere voksne om morgenen & aftenen.", "Normering", "Tidlig indsats", "", "For få voksne", "2", "2", "", "Nej", "Nej", "", "", "", "Ikke beregnet", "", ""],
            ["D-2", "Lokal", "Formuleret", "Flere ture i skoven", "Ud hver uge.", "", "", "Børnehuset Ærten; Børnehuset Åkanden", "", "1", "2", "", "Nej", "Nej", "", "", "", "Ikke beregnet", "", ""],
            ["D-3", "Administrativ", "Kladde", "Ny legeplads", "", "", "", "", "", "0", "0", "", "Nej", "Nej", "", "", "", "", "", ""],
            ["D-4", "Politisk", "Lagt sammen", "Flere hænder", "", "", "", "", "", "0", "0", "", "Nej", "Nej", "", "", "", "", "", "D-1"],
        }));
        string[] common = ["1", "2026-08-20", "Dialogmøde", "Forældrebestyrelse; Medarbejdere", "D-F-01; D-M-07", "Ordret"];
        Assert.That(file.Rows("Sporbarhed"), Is.EqualTo(new[]
        {
            new[] { "Brik", "Brikkens titel", "Interview", "Dato", "Metode", "Informantgruppe", "Informanter", "Teksttype", "Afsnit", "Uddrag", "Note", "Frigivet", "Knyttet" },
            ["D-1", "Bedre normering", .. common, "1", WorkbookCase.Released, "", "2026-09-04", "2026-09-03"],
            ["D-1", "Bedre normering", .. common, "2", WorkbookCase.Unreleased, WorkbookCase.Note, "", "2026-09-03"],
            ["D-2", "Flere ture i skoven", .. common, "1", WorkbookCase.Released, "", "2026-09-04", "2026-09-03"],
            ["", "", .. common, "2", WorkbookCase.Loose, "", "", ""],
            ["", "", .. common, "3", WorkbookCase.LooseReleased, "", "2026-09-04", ""],
        }));
    }

    [Test]
    public async Task The_committee_edition_carries_nothing_that_is_not_released(
        [Values(Role.Consultant, Role.Committee, Role.BudgetOfficer)] Role role)
    {
        await BuildAsync();
        var file = await DownloadAsync(role, "committee");
        Assert.That(file.Column("Forslag", "Brik"), Is.EqualTo(new[] { "D-1", "D-2" }));
        Assert.That(file.Rows("Sporbarhed")[0], Does.Not.Contain("Informanter").And.Not.Contain("Note"));
        Assert.That(file.Column("Sporbarhed", "Uddrag"), Is.EqualTo(new[] { WorkbookCase.Released, WorkbookCase.Released }));
        var xml = file.AllXml();
        Assert.That(xml, Does.Contain(WorkbookCase.Released));
        foreach (var secret in new[] { WorkbookCase.Unreleased, WorkbookCase.Loose, WorkbookCase.LooseReleased, WorkbookCase.Note, WorkbookCase.Code, WorkbookCase.Draft, WorkbookCase.MergedDraft })
            Assert.That(xml, Does.Not.Contain(secret));
    }

    [Test]
    public async Task A_budget_officer_gets_the_staff_edition_with_released_quotations_and_is_told_so()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.BudgetOfficer, "staff");
        Assert.That(file.Column("Forslag", "Brik"), Is.EqualTo(new[] { "D-1", "D-2", "D-3", "D-4" }));
        Assert.That(file.Column("Sporbarhed", "Uddrag"), Is.EqualTo(new[] { WorkbookCase.Released, WorkbookCase.Released, WorkbookCase.LooseReleased }));
        var xml = file.AllXml();
        Assert.That(xml, Does.Contain("kun frigivne citater med"));
        foreach (var secret in new[] { WorkbookCase.Unreleased, WorkbookCase.Loose, WorkbookCase.Note, WorkbookCase.Code })
            Assert.That(xml, Does.Not.Contain(secret));
    }

    [Test]
    public async Task A_leader_gets_unreleased_passages_only_where_the_process_lets_leaders_read()
    {
        await BuildAsync();
        Assert.That((await DownloadAsync(Role.Leader, "staff")).AllXml(), Does.Not.Contain(WorkbookCase.Unreleased));
        var db = Db();
        (await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).LeadersReadTranscriptsSinceUtc = db.UtcNow;
        await db.SaveChangesAsync();
        Assert.That((await DownloadAsync(Role.Leader, "staff")).AllXml(), Does.Contain(WorkbookCase.Unreleased).And.Contain(WorkbookCase.Note));
    }

    [Test]
    public async Task A_local_leader_gets_the_pieces_of_her_own_institutions()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.LocalLeader, "committee");
        Assert.That(file.Column("Forslag", "Brik"), Is.EqualTo(new[] { "D-2" }));
        Assert.That(file.Column("Sporbarhed", "Brik"), Is.EqualTo(new[] { "D-2" }));
        Assert.That(file.AllXml(), Does.Not.Contain("Bedre normering"));
    }

    [Test]
    public async Task Numbers_are_numbers_and_dates_are_dates_in_Danish_format()
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Consultant, "staff");
        var count = file.Sheet("Forslag").Cell("J2");
        Assert.That((count.DataType, count.GetDouble(), count.Style.NumberFormat.Format), Is.EqualTo((XLDataType.Number, 2.0, "#,##0")));
        var heldOn = file.Sheet("Sporbarhed").Cell("D2");
        Assert.That((heldOn.DataType, heldOn.GetDateTime(), heldOn.Style.DateFormat.Format), Is.EqualTo((XLDataType.DateTime, new DateTime(2026, 8, 20), "d.m.yyyy")));
        Assert.That(file.Sheet("Forslag").Cell("E2").Style.Alignment.WrapText, Is.True);
    }

    [Test]
    public async Task Tables_are_named_frozen_filtered_and_print_on_A4_landscape([Values("Forslag", "Sporbarhed")] string name)
    {
        await BuildAsync();
        var file = await DownloadAsync(Role.Consultant, "staff");
        var sheet = file.Sheet(name);
        var page = sheet.PageSetup;
        Assert.That(sheet.Table(name).ShowAutoFilter, Is.True);
        Assert.That(sheet.SheetView.SplitRow, Is.EqualTo(1));
        Assert.That((page.PaperSize, page.PageOrientation, page.PagesWide, page.PagesTall), Is.EqualTo((XLPaperSize.A4Paper, XLPageOrientation.Landscape, name == "Forslag" ? 2 : 1, 0)));
        // Read as stored: ClosedXML does not read back titles that repeat on top and on the left.
        Assert.That(file.AllXml(), Does.Contain(name == "Forslag" ? ">Forslag!$A:$A,Forslag!$1:$1<" : $">{name}!$1:$1<"));
        Assert.That(page.Footer.Right.GetText(XLHFOccurrence.OddPages), Is.EqualTo("Side &P af &N"));
    }

    [Test]
    public async Task Hostile_and_odd_text_stays_text_and_breaks_no_file()
    {
        string[] odd =
        [
            "=HYPERLINK(\"http://ond.example\";\"klik\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'skjult", "{=1}", "<script>alert(1)</script>", "007", "12-10",
            "_x0041_", "a\u0001b\u001fc\ufffede", "😀 og 👩‍👧 i å", "linje 1\r\nlinje 2", new string('x', 40_000), " foran og bag ",
        ];
        var read = odd.Select(t => t.Replace("\r\n", "\n").Replace('\r', '\n')).ToArray();
        read[12] = "abcde";
        // Excel and LibreOffice read the escape back; ClosedXML does not where a text stands in its cell.
        read[11] = "_x005F_x0041_";
        var testimony = await BuildAsync();
        var piece = await testimony.PieceAsync(5, PieceClass.Political, "=1+1", "=cmd|'/c calc'!A1");
        foreach (var text in odd)
            await testimony.PassageAsync(text, text, Db().UtcNow, piece);
        var file = await DownloadAsync(Role.Consultant, "staff");
        var rows = file.Rows("Sporbarhed").Where(r => r[0] == "D-5").ToList();
        Assert.That(rows.Select(r => r[9]).Where(t => t.Length < 1000), Is.EquivalentTo(read.Where(t => t.Length < 1000)));
        Assert.That(rows.Select(r => r[10]), Is.EqualTo(rows.Select(r => r[9])));
        Assert.That(rows.Select(r => r[9]).Single(t => t.Length > 1000), Has.Length.EqualTo(32_767).And.EndsWith("kan rumme]"));
        Assert.That(file.Column("Forslag", "Titel").Last(), Is.EqualTo("=1+1"));
        Assert.That(file.Column("Forslag", "Beskrivelse").Last(), Is.EqualTo("=cmd|'/c calc'!A1"));
        foreach (var name in file.SheetNames.Except(["Økonomi", "Overblik"]))
            Assert.That(file.Sheet(name).CellsUsed().Where(c => c.HasFormula), Is.Empty);
        Assert.That(file.Sheet("Forslag").Cell("D6").Style.IncludeQuotePrefix, Is.True);
        Assert.That(file.Faults(), Is.Empty);
    }

    [Test]
    public async Task The_format_is_valid_with_rows_and_without([Values] bool empty, [Values("staff", "committee")] string edition)
    {
        if (!empty)
            await BuildAsync();
        var file = await DownloadAsync(Role.Consultant, edition);
        Assert.That(file.Faults(), Is.Empty);
        Assert.That(file.Sheet("Forslag").Table("Forslag").RowCount(), Is.GreaterThan(1));
    }

    [Test]
    public async Task Read_me_tells_process_edition_time_classes_and_every_column()
    {
        await BuildAsync();
        var db = Db();
        var process = await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id);
        (process.Name, process.CaseNumber) = ("=Børn & unge", "28.00.00-P05-3-26");
        await db.SaveChangesAsync();
        var file = await DownloadAsync(Role.Consultant, "staff");
        var text = string.Join('|', file.Sheet("Læs mig").CellsUsed().Select(c => c.GetString()));
        Assert.That(text, Does.Contain("Kommune|Prøveby").And.Contain("Dialogproces|=Børn & unge|Sagsnummer|28.00.00-P05-3-26|Udgave|Administrationens udgave"));
        Assert.That(text, Does.Contain("dansk tid").And.Contain("»Ikke beregnet« er ikke det samme som 0"));
        Assert.That(text, Does.Contain("Politisk|1|").And.Contain("Administrativ|1|").And.Contain("Lokal|1|").And.Contain("Lagt sammen|1|"));
        Assert.That(text, Does.Contain("Forslag|4|").And.Contain("Sporbarhed|5|"));
        foreach (var header in file.Rows("Forslag")[0].Select(h => $"Forslag|{h}|").Concat(file.Rows("Sporbarhed")[0].Select(h => $"Sporbarhed|{h}|")))
            Assert.That(text, Does.Contain(header));
        Assert.That(file.Sheet("Forslag").PageSetup.Header.Left.GetText(XLHFOccurrence.OddPages), Is.EqualTo("=Børn && unge"));
    }

    [Test]
    public async Task A_download_is_logged_and_named_after_process_day_and_edition()
    {
        var db = Db();
        (await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).Name = "Dialog om/dagtilbud: 2026";
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(Role.Consultant)).GetAsync(City.Path + "/workbook/committee");
        Assert.That(page.FileName,
            Does.Match(@"^Dialog-om-dagtilbud-2026-løsningsbrikker-\d{4}-\d\d-\d\d-udvalg\.xlsx$"));
        var lines = await Db().AccessLogEntries.Where(e => e.Kind == AccessKind.TestimonyExported).ToListAsync();
        Assert.That(lines.Select(l => (l.UserId, l.ProcessId)), Is.EqualTo(new[] { ((long?)City.User(Role.Consultant).Id, (long?)City.Process.Id) }));
    }

    [Test]
    public async Task The_page_offers_what_the_person_may_take([Values] Role role)
    {
        await BuildAsync();
        var page = await (await SignInAsync(role)).GetAsync(City.Path + "/workbook");
        if (role == Role.Administrator)
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
            return;
        }
        Assert.That(page.Text, Does.Contain("Hent udvalgets udgave"));
        Assert.That(page.Text.Contains("Hent administrationens udgave"), Is.EqualTo(role is Role.Consultant or Role.Leader or Role.BudgetOfficer));
        Assert.That(page.Text, Does.Contain(role == Role.LocalLeader ? "1 brik og 1 række" : "2 brikker og 2 rækker"));
    }

    [Test]
    public async Task Only_staff_takes_the_staff_edition([Values] Role role)
    {
        var page = await (await SignInAsync(role)).GetAsync(City.Path + "/workbook/staff");
        Assert.That(page.Status, Is.EqualTo(role switch
        {
            Role.Administrator => HttpStatusCode.NotFound,
            Role.LocalLeader or Role.Committee => HttpStatusCode.Forbidden,
            _ => HttpStatusCode.OK,
        }));
        Assert.That(await Db().AccessLogEntries.CountAsync(e => e.Kind == AccessKind.TestimonyExported), Is.EqualTo(page.Status == HttpStatusCode.OK ? 1 : 0));
    }

    private Task<WorkbookCase> BuildAsync() => new WorkbookCase(Db(), City).BuildAsync();

    private async Task<WorkbookFile> DownloadAsync(Role role, string edition) =>
        await WorkbookFile.DownloadAsync(await SignInAsync(role), $"{City.Path}/workbook/{edition}");
}
