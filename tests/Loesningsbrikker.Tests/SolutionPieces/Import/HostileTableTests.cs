using System.Text;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces.Import;
using Loesningsbrikker.Tests.Interviews;
using static Loesningsbrikker.Tests.SolutionPieces.Import.TableFiles;

namespace Loesningsbrikker.Tests.SolutionPieces.Import;

/// <summary>What nobody should send, and what a careless spreadsheet sends all the same.</summary>
public sealed class HostileTableTests
{
    [Test]
    public void A_formula_is_never_read_only_what_it_showed()
    {
        var table = TableFile.Read("a.xlsx", RawXlsx(w => w.Write(
            "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>HYPERLINK(\"http://x.example\",\"Klik\")</f><v>Klik</v></c>"
            + "<c r=\"C1\"><f>WEBSERVICE(\"http://x.example\")</f></c><c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>"))).Single();
        Assert.That(table.Rows.Single().Cells.Select(c => c.Text), Is.EqualTo(new[] { "2", "Klik" }));
    }

    [Test]
    public void A_text_that_looks_like_a_formula_stays_text()
    {
        var table = TableFile.ReadPasted("Nr;Titel\n1;=HYPERLINK(\"http://x.example\")\n2;@SUM(A1)").Single();
        Assert.That(table.Rows[1].Cells[1].Text, Is.EqualTo("=HYPERLINK(\"http://x.example\")"));
    }

    [Test]
    public void A_number_that_was_meant_as_a_day_is_one()
    {
        Assert.That(RowValues.Day("45939"), Is.EqualTo(new DateOnly(2025, 10, 9)));
        Assert.That(RowValues.Day("9.10.2025"), Is.EqualTo(new DateOnly(2025, 10, 9)));
        Assert.That(RowValues.Day("9. oktober 2025"), Is.EqualTo(new DateOnly(2025, 10, 9)));
        Assert.That(RowValues.Day("efteråret"), Is.Null);
        Assert.That(RowValues.Day("12"), Is.Null);
    }

    [TestCase("-1")]
    [TestCase("1e300")]
    [TestCase("99999999")]
    [TestCase("NaN")]
    [TestCase("60")]
    public void A_day_that_is_none_is_a_number(string value)
    {
        var styles = $"<styleSheet {Main}><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        var file = DocxFile.Zip(
            ("xl/workbook.xml", w => w.Write($"<workbook {Main} xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"/xl/s.xml\"/><Relationship Id=\"b\" Type=\"x/styles\" Target=\"st.xml\"/></Relationships>")),
            ("xl/st.xml", w => w.Write(styles)),
            ("xl/s.xml", w => w.Write($"<worksheet {Main}><sheetData><row><c s=\"0\"><v>{value}</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>")));
        Assert.That(TableFile.Read("a.xlsx", file).Single().Rows.Single().Cells[^1].Text, Is.EqualTo("x"));
    }

    [Test]
    public void A_million_formatted_empty_rows_are_no_rows()
    {
        var file = RawXlsx(w =>
        {
            w.Write($"<sheetData><row r=\"1\">{C("A1", "Nr")}{C("B1", "Titel")}</row>");
            for (var row = 2; row <= 1_048_576; row++)
                w.Write($"<row r=\"{row}\" s=\"1\"/>");
            w.Write("</sheetData><mergeCells><mergeCell ref=\"A1:A1048576\"/></mergeCells>");
        });
        IReadOnlyList<SourceTable> tables = [];
        Assert.That(CpuClock.TimeOf(() => tables = TableFile.Read("a.xlsx", file)), Is.LessThan(TimeSpan.FromSeconds(3)));
        Assert.That(tables.Single().Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_sheet_with_a_million_rows_is_shown_as_too_large_and_the_others_can_be_chosen()
    {
        var table = TableFile.Read("a.xlsx", RawXlsx(w =>
        {
            w.Write("<sheetData>");
            for (var row = 1; row <= 1_000_000; row++)
                w.Write($"<row><c><v>{row}</v></c></row>");
            w.Write("</sheetData>");
        })).Single();
        Assert.That(table.TooLarge, Does.Contain("2000 rækker"));
    }

    [Test]
    public void Sixteen_thousand_columns_are_too_many_and_a_merged_cell_over_all_of_them_is_one()
    {
        var wide = RawXlsx(w => w.Write($"<sheetData><row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_384))}</row></sheetData>"));
        Assert.That(TableFile.Read("a.xlsx", wide).Single().TooLarge, Does.Contain("60 kolonner"));
        var merged = RawXlsx(w => w.Write($"<sheetData><row r=\"1\">{C("A1", "Overskrift")}</row><row r=\"2\">{C("A2", "1")}{C("B2", "Ro")}</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>"));
        Assert.That(TableFile.Read("a.xlsx", merged).Single().Columns, Has.Count.EqualTo(2));
        Assert.That(TableFile.ReadPasted(string.Join(';', Enumerable.Range(0, 20_000))).Single().TooLarge, Does.Contain("60 kolonner"));
        Assert.That(TableFile.ReadPasted(string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"{i};Titel"))).Single().TooLarge, Does.Contain("2000 rækker"));
    }

    [TestCase("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [TestCase("<row r=\"0\"><c><v>1</v></c></row>")]
    [TestCase("<row><c r=\"XFE1\"><v>1</v></c></row>")]
    [TestCase("<row><c r=\"1\"><v>1</v></c></row>")]
    [TestCase("<row><c r=\"A99999999999\"><v>1</v></c></row>")]
    [TestCase("<c><v>1</v></c>")]
    public void References_that_lead_nowhere_are_refused(string rows) =>
        Assert.That(Refusal("a.xlsx", RawXlsx(w => w.Write($"<sheetData>{rows}</sheetData>"))), Does.Contain("beskadiget"));

    [Test]
    public void Merged_cells_without_end_are_too_much()
    {
        var file = RawXlsx(w =>
        {
            w.Write("<sheetData>");
            for (var row = 1; row <= 1500; row++)
                w.Write($"<row r=\"{row}\">{string.Concat(Enumerable.Range(0, 40).Select(c => $"<c r=\"{XlsxTables.ColumnName(c)}{row}\"><v>1</v></c>"))}</row>");
            w.Write($"</sheetData><mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:XFD1048576\"/>", 10_000))}</mergeCells>");
        });
        Assert.That(CpuClock.TimeOf(() => Assert.That(Refusal("a.xlsx", file), Does.Contain("fylder for meget"))), Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [TestCase("a.xlsx")]
    [TestCase("a.docx")]
    [TestCase("a.ods")]
    public void A_bomb_is_refused_within_a_second_and_little_memory(string name)
    {
        var filler = new string('x', 1 << 20);
        void Fill(TextWriter w)
        {
            for (var i = 0; i < 200; i++)
                w.Write(filler);
        }
        var bomb = name switch
        {
            "a.xlsx" => RawXlsx(w => { w.Write("<sheetData><row><c t=\"str\"><v>"); Fill(w); }),
            "a.docx" => DocxFile.Zip(("word/document.xml", w => { w.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>"); Fill(w); })),
            _ => DocxFile.Zip(("content.xml", w => { w.Write("<x xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><table:table><table:table-row><table:table-cell><t>"); Fill(w); })),
        };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Refusal(name, bomb), Does.Contain("fylder for meget"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200L << 20));
        Assert.That(CpuClock.TimeOf(() => Refusal(name, bomb)), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void One_shared_text_in_thousands_of_cells_is_counted_each_time()
    {
        var file = DocxFile.Zip(
            ("xl/workbook.xml", w => w.Write($"<workbook {Main} xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>")),
            ("xl/t.xml", w => w.Write($"<sst {Main}><si><t>{string.Concat(Enumerable.Range(0, 6000).Select(i => $"{i} "))}</t></si></sst>")),
            ("xl/s.xml", w => w.Write($"<worksheet {Main}><sheetData>{string.Concat(Enumerable.Repeat($"<row>{string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 50))}</row>", 1000))}</sheetData></worksheet>")));
        Assert.That(Refusal("a.xlsx", file), Does.Contain("fylder for meget"));
    }

    [TestCase("a.xlsx")]
    [TestCase("a.docx")]
    [TestCase("a.ods")]
    public void An_external_entity_reaches_no_file(string name)
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "hemmelighed");
        var prolog = $"<!DOCTYPE d [<!ENTITY x SYSTEM \"file://{secret}\">]>";
        var refused = Refusal(name, name switch
        {
            "a.xlsx" => RawXlsx(w => w.Write($"<sheetData><row>{C("A1", "&x;")}</row></sheetData>"), prolog),
            "a.docx" => DocxFile.Of(WordTable(["&x;"]), prolog),
            _ => DocxFile.Zip(("content.xml", w => w.Write($"{prolog}<x>&x;</x>"))),
        });
        File.Delete(secret);
        Assert.That(refused, Does.Contain("beskadiget").And.Not.Contain("hemmelighed"));
    }

    [Test]
    public void A_link_to_a_part_outside_the_archive_leads_nowhere()
    {
        var file = DocxFile.Zip(
            ("xl/workbook.xml", w => w.Write($"<workbook {Main} xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"a\"/><sheet name=\"B\" r:id=\"b\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/></Relationships>")));
        Assert.That(Refusal("a.xlsx", file), Does.Contain("beskadiget"));
    }

    [TestCase("a.xls", "gem den som .xlsx")]
    [TestCase("a.doc", "gem den som .docx")]
    [TestCase("a.pdf", "sæt den ind i feltet")]
    [TestCase("a.exe", "Vælg et regneark")]
    [TestCase("../../a.xlsx", "noget andet")]
    [TestCase("a.csv", "ikke ren tekst")]
    public void Wrong_kinds_are_told_apart_by_name_and_by_content(string name, string sentence)
    {
        byte[] bytes = name == "a.csv" ? Municipal() : "Nr;Titel"u8.ToArray();
        Assert.That(Refusal(name, bytes), Does.Contain(sentence));
    }

    [Test]
    public void A_locked_or_empty_file_says_so()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]];
        Assert.That(Refusal("a.xlsx", locked), Does.Contain("adgangskode"));
        Assert.That(Refusal("a.xlsx", []), Does.Contain("tom"));
        Assert.That(Refusal("a.csv", "\r\n \r\n"u8.ToArray()), Does.Contain("ingen tekst"));
        Assert.That(Refusal("a.docx", DocxFile.WithParagraphs("Kun tekst")), Does.Contain("ingen tabel"));
    }

    [Test]
    public void A_damaged_file_gives_tables_or_a_sentence_and_never_anything_else([Values("a.xlsx", "a.docx", "a.csv", "a.ods")] string name) => Spoil(name, 200);

    [Test, Category("Long")]
    public void Ten_thousand_damaged_files_give_tables_or_a_sentence([Values("a.xlsx", "a.docx", "a.csv", "a.ods")] string name) => Spoil(name, 10_000);

    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static void Spoil(string name, int files)
    {
        var good = name switch
        {
            "a.xlsx" => Municipal(),
            "a.docx" => DocxFile.Of(WordTable(["Nr", "Titel"], ["1", "Ro"])),
            "a.csv" => Windows1252.GetBytes(MunicipalCsv),
            _ => OpenDocument("<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>Ro</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"),
        };
        var random = new Random(20261121);
        for (var i = 0; i < files; i++)
        {
            var damaged = (byte[])good.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                ImportState.Of(name, TableFile.Read(name, damaged), 2027);
            }
            catch (RuleException refused)
            {
                Assert.That(refused.Field, Is.EqualTo("File"));
            }
        }
    }

    private static string Refusal(string name, byte[] bytes) => Assert.Throws<RuleException>(() => TableFile.Read(name, bytes))!.Message;
}
