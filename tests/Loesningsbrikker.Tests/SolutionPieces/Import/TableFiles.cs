using System.Text;
using ClosedXML.Excel;
using Loesningsbrikker.SolutionPieces.Import;
using Loesningsbrikker.Tests.Interviews;

namespace Loesningsbrikker.Tests.SolutionPieces.Import;

/// <summary>Builds tables of pieces as bytes: what municipalities have, and what nobody should send.</summary>
internal static class TableFiles
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>A workbook that a spreadsheet program might have written.</summary>
    public static byte[] Xlsx(params (string Sheet, Action<IXLWorksheet> Write)[] sheets)
    {
        using var workbook = new XLWorkbook();
        foreach (var (sheet, write) in sheets)
            write(workbook.AddWorksheet(sheet));
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>A workbook of one sheet with that XML inside.</summary>
    public static byte[] RawXlsx(Action<TextWriter> sheet, string prolog = "") => DocxFile.Zip(
        ("xl/workbook.xml", w => w.Write($"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Ark1\" r:id=\"r1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
        ("xl/worksheets/sheet1.xml", w =>
        {
            w.Write($"{prolog}<worksheet {Main}>");
            sheet(w);
            w.Write("</worksheet>");
        }));

    /// <summary>A cell with a text of its own.</summary>
    public static string C(string place, string text) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>A Word table of rows of cells; a cell is ready-made XML or plain text.</summary>
    public static string WordTable(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => c.StartsWith('<') ? c : $"<w:tc>{DocxFile.P(c)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    /// <summary>An OpenDocument with that inside its body.</summary>
    public static byte[] OpenDocument(string body) => DocxFile.Zip(("content.xml", w => w.Write(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " +
        $"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>{body}</office:body></office:document-content>")));

    /// <summary>
    /// The spreadsheet of a municipality: a title, two rows of headings with merged cells, an empty column, a theme merged over its rows,
    /// headlines and a sum between the rows, and amounts in 1.000 kr.
    /// </summary>
    public static byte[] Municipal() => Xlsx(("Brikker", sheet =>
    {
        sheet.Cell("A1").Value = "Løsningsbrikker på dagtilbud";
        sheet.Range("A1:J1").Merge();
        Row(sheet, 3, "Nr.", "Brik", "", "", "Tema", "Afgørelse", "", "", "Økonomi (1.000 kr.)", "");
        Row(sheet, 4, "", "Titel", "Uddybning", "", "", "Status", "Dato", "Begrundelse", "Drift 2027", "Anlæg 2027");
        foreach (var merge in new[] { "A3:A4", "B3:C3", "E3:E4", "F3:H3", "I3:J3", "E6:E7" })
            sheet.Range(merge).Merge();
        sheet.Cell("A5").Value = "Politiske brikker";
        sheet.Range("A5:J5").Merge();
        Row(sheet, 6, 1, "Flere voksne i ydertimerne", "Fra klokken seks til otte.", "", "Normering", "Vedtaget", new DateTime(2025, 10, 9), "", 1250, "");
        Row(sheet, 7, 2, "Mindre børnegrupper på Åkanden", "Højst tolv børn.", "", "", "Ikke vedtaget", new DateTime(2025, 10, 9), "Der var ikke penge i budgettet.", 800.5, "");
        Row(sheet, 8, 3, "Ny legeplads", "Til alle børnehuse.", "", "Rum", "I gang", "", "", "-", 2000);
        sheet.Cell("A9").Value = "Administrative brikker";
        sheet.Range("A9:J9").Merge();
        Row(sheet, 10, 4, "Fælles vikarpulje", "På tværs af husene.", "", "Normering", "Afvist", "2025-11-01", "Puljen findes allerede.", "", "");
        sheet.Cell("A11").Value = "I alt";
        sheet.Cell("I11").FormulaA1 = "SUM(I6:I10)";
        sheet.Cell("J11").Value = 2000;
    }));

    /// <summary>The same as a semicolon file.</summary>
    public static string MunicipalCsv { get; } =
        """
        Løsningsbrikker på dagtilbud;;;;;;;;;
        ;;;;;;;;;
        Nr.;Brik;;;Tema;Afgørelse;;;Økonomi (1.000 kr.);
        ;Titel;Uddybning;;;Status;Dato;Begrundelse;Drift 2027;Anlæg 2027
        Politiske brikker;;;;;;;;;
        1;Flere voksne i ydertimerne;Fra klokken seks til otte.;;Normering;Vedtaget;09-10-2025;;1.250;
        2;Mindre børnegrupper på Åkanden;"Højst tolv børn;
        gerne færre.";;Normering;Ikke vedtaget;09-10-2025;Der var ikke penge i budgettet.;800,5;
        3;Ny legeplads;Til alle børnehuse.;;Rum;I gang;;;-;2.000
        Administrative brikker;;;;;;;;;
        4;Fælles vikarpulje;På tværs af husene.;;Normering;Afvist;01-11-2025;Puljen findes allerede.;;
        I alt;;;;;;;;2.050,5;2.000
        """;

    /// <summary>Reads a file whose first table is chosen.</summary>
    public static ImportState State(string name, byte[] bytes) => ImportState.Of(name, TableFile.Read(name, bytes), 2027);

    private static void Row(IXLWorksheet sheet, int row, params object[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            if (cells[i] is not "")
                sheet.Cell(row, i + 1).Value = cells[i];
    }
}
