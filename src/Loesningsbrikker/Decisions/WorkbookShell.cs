using ClosedXML.Excel;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>
/// Makes the workbook but for the rows of its tables: sheets, headers, widths, styles, tables, printing.
/// Below each header stand two pattern rows, ordinary cells and cells with a quote prefix, whose styles
/// <see cref="TableRows"/> gives to the real rows before it removes them.
/// </summary>
internal static class WorkbookShell
{
    /// <summary>Room that the filter's button takes from a header, in characters.</summary>
    private const int FilterButton = 2;

    /// <summary>The shell as a closed file.</summary>
    public static MemoryStream Make(ReadMe readMe, IReadOnlyList<SheetPlan> sheets)
    {
        using var workbook = new XLWorkbook(XLEventTracking.Disabled);
        workbook.Style.Font.FontName = "Calibri";
        workbook.Style.Font.FontSize = 11;
        (workbook.Properties.Title, workbook.Properties.Author) = (CellText.Clean(readMe.ProcessName), "Løsningsbrikker");
        var first = workbook.AddWorksheet("Læs mig");
        ReadMeSheet.Write(first, readMe, sheets);
        Print(first, readMe, XLPageOrientation.Portrait);
        foreach (var sheet in sheets)
            AddTable(workbook, readMe, sheet);
        var file = new MemoryStream();
        workbook.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static void AddTable(XLWorkbook workbook, ReadMe readMe, SheetPlan plan)
    {
        var sheet = workbook.AddWorksheet(plan.Name);
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            var (column, number) = (plan.Columns[i], i + 1);
            sheet.Column(number).Width = column.Width;
            sheet.Cell(1, number).SetValue(column.Header);
            foreach (var row in new[] { TableRows.OrdinaryPattern, TableRows.QuotedPattern })
                sheet.Cell(row, number).SetValue(0);
            StyleCells(sheet.Range(TableRows.OrdinaryPattern, number, TableRows.QuotedPattern, number).Style, column.Kind);
        }
        sheet.Range(TableRows.QuotedPattern, 1, TableRows.QuotedPattern, plan.Columns.Count).Style.IncludeQuotePrefix = true;
        StyleHeader(sheet.Range(1, 1, 1, plan.Columns.Count).Style);
        sheet.Row(1).Height = CellText.LineHeight * plan.Columns.Max(c => CellText.Lines(c.Header, c.Width - FilterButton));
        // A table needs at least one row below its header, be it an empty one.
        var table = sheet.Range(1, 1, 1 + Math.Max(plan.RowCount, 1), plan.Columns.Count).CreateTable(plan.Name);
        table.Theme = XLTableTheme.TableStyleLight1;
        table.ShowRowStripes = false;
        sheet.SheetView.Freeze(1, plan.FrozenColumns);
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
        Print(sheet, readMe, XLPageOrientation.Landscape);
    }

    private static void StyleCells(IXLStyle style, ColumnKind kind)
    {
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = XLColor.FromHtml("#DCDCDC");
        style.Alignment.WrapText = kind == ColumnKind.Text;
        style.Alignment.Horizontal = kind == ColumnKind.Number ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
        if (kind == ColumnKind.Number)
            style.Alignment.Indent = 1;
        if (kind == ColumnKind.Date)
            style.NumberFormat.Format = "d.m.yyyy";
        else if (kind == ColumnKind.Number)
            style.NumberFormat.Format = "#,##0";
    }

    private static void StyleHeader(IXLStyle style)
    {
        style.Font.Bold = true;
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
        style.Fill.BackgroundColor = XLColor.FromHtml("#E8F0F8");
        style.Border.BottomBorder = XLBorderStyleValues.Medium;
        style.Border.BottomBorderColor = XLColor.FromHtml("#004D99");
    }

    private static void Print(IXLWorksheet sheet, ReadMe readMe, XLPageOrientation orientation)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = orientation;
        page.PagesWide = 1;
        page.PagesTall = 0;
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.7).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        page.Header.Left.AddText(Literal(readMe.ProcessName));
        page.Header.Right.AddText(sheet.Name);
        page.Footer.Left.AddText(Literal($"{readMe.EditionName}, {DanishText.Moment(readMe.MadeAtUtc)}"));
        page.Footer.Right.AddText("Side &P af &N");
    }

    /// <summary>In headers and footers an ampersand begins a code, and all texts together may fill 255 characters.</summary>
    private static string Literal(string text)
    {
        var clean = new string([.. CellText.Clean(text).Where(c => !char.IsSurrogate(c) && !char.IsControl(c)).Take(80)]);
        return clean.Replace("&", "&&");
    }
}
