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
    public static MemoryStream Make(ReadMe readMe, IReadOnlyList<SheetPlan> sheets, OverviewSheet overview)
    {
        using var workbook = New(readMe.Printed);
        var first = workbook.AddWorksheet("Læs mig");
        ReadMeSheet.Write(first, readMe, sheets);
        Print(first, readMe.Printed, XLPageOrientation.Portrait);
        foreach (var sheet in sheets)
        {
            AddTable(workbook, readMe.Printed, sheet);
            if (sheet.Name == EconomySheet.Name)
                AddOverview(workbook, readMe.Printed, overview);
        }
        return Save(workbook);
    }

    /// <summary>The shell of a file with one table and nothing else.</summary>
    public static MemoryStream Make(PrintedAs printed, SheetPlan sheet)
    {
        using var workbook = New(printed);
        AddTable(workbook, printed, sheet);
        return Save(workbook);
    }

    private static XLWorkbook New(PrintedAs printed)
    {
        var workbook = new XLWorkbook(XLEventTracking.Disabled);
        workbook.Style.Font.FontName = "Calibri";
        workbook.Style.Font.FontSize = 11;
        (workbook.Properties.Title, workbook.Properties.Author) = (CellText.Clean(printed.ProcessName), "Løsningsbrikker");
        return workbook;
    }

    private static MemoryStream Save(XLWorkbook workbook)
    {
        var file = new MemoryStream();
        workbook.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static void AddOverview(XLWorkbook workbook, PrintedAs printed, OverviewSheet overview)
    {
        var sheet = workbook.AddWorksheet(OverviewSheet.Name);
        OverviewShell.Write(sheet, overview);
        Print(sheet, printed, XLPageOrientation.Landscape);
        sheet.PageSetup.PagesTall = 1;
    }

    private static void AddTable(XLWorkbook workbook, PrintedAs printed, SheetPlan plan)
    {
        var sheet = workbook.AddWorksheet(plan.Name);
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            var (column, number) = (plan.Columns[i], i + 1);
            sheet.Column(number).Width = column.Width;
            sheet.Cell(1, number).SetValue(column.Header);
            foreach (var row in new[] { TableRows.OrdinaryPattern, TableRows.QuotedPattern })
                sheet.Cell(row, number).SetValue(0);
            StyleCells(sheet.Range(TableRows.OrdinaryPattern, number, TableRows.QuotedPattern, number).Style, column.Kind, afterNumber: i > 0 && IsNumber(plan.Columns[i - 1].Kind));
            if (column.Choices.Count > 0)
                Offer(sheet.Range(2, number, 1 + Math.Max(plan.RowCount, 1), number), column.Choices);
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
        Print(sheet, printed, XLPageOrientation.Landscape);
        sheet.PageSetup.PagesWide = plan.PagesWide;
        if (plan.PagesWide > 1)
            sheet.PageSetup.SetColumnsToRepeatAtLeft(1, plan.FrozenColumns);
    }

    private static void Offer(IXLRange cells, IReadOnlyList<string> choices)
    {
        var validation = cells.SetDataValidation();
        validation.List($"\"{string.Join(',', choices)}\"", inCellDropdown: true);
        (validation.ErrorTitle, validation.ErrorMessage) = ("Vælg fra listen", $"Skriv {string.Join(", ", choices.SkipLast(1))} eller {choices[^1]}.");
    }

    private static bool IsNumber(ColumnKind kind) => kind is not (ColumnKind.Text or ColumnKind.Date);

    /// <summary>A text that follows a number stands a little in, so that the two do not touch; words in place of a count wrap.</summary>
    private static void StyleCells(IXLStyle style, ColumnKind kind, bool afterNumber)
    {
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = XLColor.FromHtml("#DCDCDC");
        style.Alignment.WrapText = kind is ColumnKind.Text or ColumnKind.Number;
        var isNumber = IsNumber(kind);
        style.Alignment.Horizontal = isNumber ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
        if (isNumber || afterNumber)
            style.Alignment.Indent = 1;
        if (kind != ColumnKind.Text)
            style.NumberFormat.Format = FormatOf(kind);
    }

    private static string FormatOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => "d.m.yyyy",
        ColumnKind.Year => "0",
        ColumnKind.Share => "0\\ %",
        ColumnKind.Decimal or ColumnKind.Median => "0.00",
        _ => "#,##0",
    };

    /// <summary>How a table's header looks.</summary>
    internal static void StyleHeader(IXLStyle style)
    {
        style.Font.Bold = true;
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
        style.Fill.BackgroundColor = XLColor.FromHtml("#E8F0F8");
        style.Border.BottomBorder = XLBorderStyleValues.Medium;
        style.Border.BottomBorderColor = XLColor.FromHtml("#004D99");
    }

    private static void Print(IXLWorksheet sheet, PrintedAs printed, XLPageOrientation orientation)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = orientation;
        page.PagesWide = 1;
        page.PagesTall = 0;
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.7).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        page.Header.Left.AddText(Literal(printed.ProcessName));
        page.Header.Right.AddText(sheet.Name);
        page.Footer.Left.AddText(Literal($"{printed.EditionName}, {DanishText.Moment(printed.MadeAtUtc)}"));
        page.Footer.Right.AddText("Side &P af &N");
    }

    /// <summary>In headers and footers an ampersand begins a code, and all texts together may fill 255 characters.</summary>
    private static string Literal(string text)
    {
        var clean = new string([.. CellText.Clean(text).Where(c => !char.IsSurrogate(c) && !char.IsControl(c)).Take(80)]);
        return clean.Replace("&", "&&");
    }
}

/// <summary>What stands above and below every printed page.</summary>
/// <param name="EditionName">What the file is, in a few words.</param>
/// <param name="MadeAtUtc">Time of the extract, in UTC.</param>
internal sealed record PrintedAs(string ProcessName, string EditionName, DateTime MadeAtUtc);
