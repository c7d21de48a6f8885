using System.Text;
using Loesningsbrikker.SolutionPieces.Import;
using static Loesningsbrikker.Tests.Interviews.DocxFile;
using static Loesningsbrikker.Tests.SolutionPieces.Import.TableFiles;

namespace Loesningsbrikker.Tests.SolutionPieces.Import;

/// <summary>What comes out of the files that municipalities have.</summary>
public sealed class TableReadingTests
{
    [Test]
    public void A_workbook_keeps_row_numbers_and_leaves_empty_rows_and_columns_out()
    {
        var table = TableFile.Read("brikker.xlsx", Municipal()).Single();
        Assert.That((table.Name, table.EmptyColumns), Is.EqualTo(("Brikker", 1)));
        Assert.That(table.Columns, Is.EqualTo(new[] { "A", "B", "C", "E", "F", "G", "H", "I", "J" }));
        Assert.That(table.Rows.Select(r => r.Number), Is.EqualTo(new[] { 1, 3, 4, 5, 6, 7, 8, 9, 10, 11 }));
    }

    [Test]
    public void Merged_cells_count_for_every_row_they_cover_and_for_one_column_only()
    {
        var table = TableFile.Read("brikker.xlsx", Municipal()).Single();
        var second = table.Rows.Single(r => r.Number == 7);
        Assert.That(second.Cells[3], Is.EqualTo(new SourceCell("Normering", CellFill.Down)));
        var headline = table.Rows.Single(r => r.Number == 5);
        Assert.That(headline.Cells.Count(c => c.Own.Length > 0), Is.EqualTo(1));
        Assert.That(headline.Cells[8], Is.EqualTo(new SourceCell("Politiske brikker", CellFill.Across)));
    }

    [Test]
    public void Days_and_numbers_read_as_Danes_write_them()
    {
        var row = TableFile.Read("brikker.xlsx", Municipal()).Single().Rows.Single(r => r.Number == 7);
        Assert.That(row.Cells.Select(c => c.Text), Is.SupersetOf(new[] { "9.10.2025", "800,5", "2" }));
    }

    [Test]
    public void Every_sheet_with_content_can_be_chosen()
    {
        var tables = TableFile.Read("a.xlsx", Xlsx(("Skole", s => s.Cell("B2").Value = "Æble"), ("Tom", _ => { }), ("Dagtilbud", s => s.Cell("A1").Value = "Ål")));
        Assert.That(tables.Select(t => t.Name), Is.EqualTo(new[] { "Skole", "Dagtilbud" }));
        Assert.That(tables[0].Rows.Single().Place, Is.EqualTo("række 2"));
    }

    [TestCase("windows-1252")]
    [TestCase("utf-8")]
    [TestCase("utf-8 with mark")]
    [TestCase("utf-16")]
    public void A_semicolon_file_keeps_æøå_in_every_encoding(string encoding)
    {
        var table = TableFile.Read("brikker.csv", Encoded(MunicipalCsv, encoding)).Single();
        Assert.That(table.Rows.Single(r => r.Number == 7).Cells[1].Text, Is.EqualTo("Mindre børnegrupper på Åkanden"));
        Assert.That(table.Rows.Single(r => r.Number == 7).Cells[2].Text, Is.EqualTo("Højst tolv børn;\ngerne færre."));
        Assert.That(table.Columns, Is.EqualTo(new[] { "A", "B", "C", "E", "F", "G", "H", "I", "J" }));
    }

    [TestCase("Nr;Forslag\n1;Ro, pauser\n2;Lys, luft", 2)]
    [TestCase("Nr,Forslag\n1,\"Ro, pauser\"\n2,Lys", 2)]
    [TestCase("Nr\tForslag\tTema\n1\tRo; og pauser\tA\n2\tLys\tB", 3)]
    [TestCase("sep=,\r\nNr,Forslag\r\n1,Ro;pauser\r\n", 2)]
    [TestCase("Nr|Forslag\n1|Ro\n2|Lys", 2)]
    [TestCase("'Nr','Forslag'\n'1','Ro, pauser'\n'2','Lys'", 2)]
    [TestCase("Ro og pauser\nLys, luft og plads\nMere tid", 1)]
    public void The_sign_between_cells_and_the_quotes_are_recognised(string text, int columns)
    {
        var table = TableFile.ReadPasted(text).Single();
        Assert.That(table.Columns, Has.Count.EqualTo(columns));
        Assert.That(table.Rows, Has.Count.EqualTo(3).Or.Count.EqualTo(2));
        Assert.That(table.Rows.SelectMany(r => r.Cells).Select(c => c.Text), Has.None.Contains("'").And.None.Contains("\""));
    }

    [Test]
    public void An_inch_sign_does_not_swallow_the_rest_of_the_file()
    {
        var table = TableFile.ReadPasted("Nr;Forslag\n1;\"55\" skærm\n2;Lys\n3;Luft").Single();
        Assert.That(table.Rows, Has.Count.EqualTo(4));
    }

    [Test]
    public void Quotes_are_doubled_and_cells_have_lines() =>
        Assert.That(TableFile.ReadPasted("Nr\tForslag\n1\t\"Et \"\"rum\"\"\r\ntil ro\"\n").Single().Rows[1].Cells[1].Text, Is.EqualTo("Et \"rum\"\ntil ro"));

    [Test]
    public void Word_tables_have_spans_and_row_numbers_and_the_words_over_them()
    {
        var number = "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:p></w:tc>";
        var body = P("Skoler") + WordTable(
            ["<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Brik</w:t></w:r></w:p></w:tc>", "Tema"],
            [number, "Ro", "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>Rum</w:t></w:r></w:p></w:tc>"],
            [number, "Lys", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"]);
        var table = TableFile.Read("brikker.docx", Of(body)).Single();
        Assert.That(table.Name, Is.EqualTo("Tabel 1: Skoler"));
        Assert.That(table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))), Is.EqualTo(new[] { "Brik|Brik|Tema", "1|Ro|Rum", "2|Lys|Rum" }));
    }

    [Test]
    public void Deleted_words_and_hidden_words_of_a_Word_table_are_out()
    {
        var cell = "<w:tc><w:p><w:r><w:t>Ro</w:t></w:r><w:del><w:r><w:delText>slettet</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r></w:p><w:p><w:r><w:t>Ny linje</w:t></w:r></w:p></w:tc>";
        Assert.That(TableFile.Read("a.docx", Of(WordTable(["Nr", cell]))).Single().Rows[0].Cells[1].Text, Is.EqualTo("Ro\nNy linje"));
    }

    [Test]
    public void A_table_in_a_cell_is_a_table_of_its_own_and_words_of_the_cell()
    {
        var tables = TableFile.Read("a.docx", Of(WordTable([$"<w:tc>{WordTable(["1", "Ro"], ["2", "Lys"])}<w:p/></w:tc>"])));
        Assert.That(tables.Select(t => t.Rows.Count), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(tables[1].Rows[0].Cells[0].Text, Is.EqualTo("1\nRo\n2\nLys"));
    }

    [Test]
    public void OpenDocument_sheets_repeat_span_and_type_their_cells()
    {
        var table = TableFile.Read("a.ods", OpenDocument(
            "<office:spreadsheet><table:table table:name=\"Ark1\"><table:table-header-rows><table:table-row><table:table-cell><text:p>Nr</text:p></table:table-cell>"
            + "<table:table-cell><text:p>Titel</text:p></table:table-cell><table:table-cell><text:p>Dato</text:p></table:table-cell></table:table-row></table:table-header-rows>"
            + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
            + "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1,00</text:p></table:table-cell><table:table-cell><office:annotation><text:p>kommentar</text:p></office:annotation><text:p>Ro<text:s/>her</text:p><text:p>og nu</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-10-09\"><text:p>9. okt</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table></office:spreadsheet>")).Single();
        Assert.That(table.Rows.Select(r => r.Number), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(table.Rows[0].IsMarkedHeader, Is.True);
        Assert.That(table.Rows[1].Cells.Select(c => c.Text), Is.EqualTo(new[] { "1", "Ro her\nog nu", "9.10.2025" }));
    }

    [Test]
    public void An_OpenDocument_text_names_its_tables_by_the_words_over_them()
    {
        var table = TableFile.Read("a.odt", OpenDocument("<office:text><text:h>Dagtilbud</text:h><table:table table:name=\"Tabel1\"><table:table-row>"
            + "<table:table-cell table:number-columns-spanned=\"2\"><text:p>Tema</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row>"
            + "<table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>Ro</text:p></table:table-cell></table:table-row></table:table></office:text>")).Single();
        Assert.That(table.Name, Is.EqualTo("Tabel1: Dagtilbud"));
        Assert.That(table.Rows[0].Cells[1], Is.EqualTo(new SourceCell("Tema", CellFill.Across)));
    }

    [Test]
    public void Tables_with_the_same_headings_can_be_taken_as_one_with_the_words_over_them_as_headlines()
    {
        string[] heads = ["Nr.", "Forslag"];
        var tables = TableFile.Read("a.docx", Of(P("Normering") + WordTable(heads, ["1", "Ro"]) + P("Rum") + WordTable(heads, ["2", "Lys"])));
        var all = TableSet.WithCombined(tables)[0];
        Assert.That(all.Name, Is.EqualTo("Alle 2 med de samme kolonner"));
        Assert.That(all.Rows.Select(r => $"{r.Place}: {r.Cells[0].Text}"), Is.EqualTo(new[]
        {
            "række 1: Nr.", "Tabel 1: Normering: Normering", "Tabel 1: Normering, række 2: 1", "Tabel 2: Rum: Rum", "Tabel 2: Rum, række 2: 2",
        }));
    }

    private static byte[] Encoded(string text, string encoding) => encoding switch
    {
        "windows-1252" => Windows1252.GetBytes(text),
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
