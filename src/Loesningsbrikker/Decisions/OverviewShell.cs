using ClosedXML.Excel;

namespace Loesningsbrikker.Decisions;

/// <summary>Puts the overview's cells into the shell; their values come later (<see cref="KnownValues"/>).</summary>
internal static class OverviewShell
{
    private const string AmountFormat = "#,##0;-#,##0";

    /// <summary>Fills the sheet.</summary>
    public static void Write(IXLWorksheet sheet, OverviewSheet overview)
    {
        sheet.Column(1).Width = 42;
        for (var column = 2; column <= overview.Columns; column++)
            sheet.Column(column).Width = 15;
        foreach (var plan in overview.Cells)
        {
            var cell = sheet.Cell(plan.Row, plan.Column);
            if (plan.Formula is not null)
                cell.FormulaA1 = plan.Formula;
            else
                SetValue(cell, plan.Value);
            Style(cell, plan);
            if (plan.Style == OverviewStyle.Note)
                Spread(sheet, plan, overview.Columns);
        }
        sheet.SheetView.Freeze(0, 1);
    }

    private static void SetValue(IXLCell cell, object? value)
    {
        if (value is string text)
        {
            cell.SetValue(CellText.Clean(text));
            cell.Style.IncludeQuotePrefix = CellText.LooksLikeFormula(text);
        }
        else if (value is int number)
            cell.SetValue(number);
    }

    private static void Style(IXLCell cell, OverviewCell plan)
    {
        var style = cell.Style;
        if (plan.Style == OverviewStyle.Title)
            style.Font.SetBold().Font.SetFontSize(16);
        else if (plan.Style == OverviewStyle.Heading)
            style.Font.SetBold().Font.SetFontSize(13);
        else if (plan.Style == OverviewStyle.Header)
        {
            WorkbookShell.StyleHeader(style);
            style.Alignment.Horizontal = plan.Column == 1 ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Right;
        }
        else if (plan.Style != OverviewStyle.Note)
            StyleRow(cell, plan);
    }

    private static void StyleRow(IXLCell cell, OverviewCell plan)
    {
        var style = cell.Style;
        style.Font.Bold = plan.IsSum;
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = XLColor.FromHtml("#DCDCDC");
        if (plan.IsSum)
            style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(XLColor.Black);
        if (plan.Style == OverviewStyle.Label)
            return;
        style.NumberFormat.Format = AmountFormat;
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        if (plan.Style != OverviewStyle.Input)
            return;
        style.Fill.BackgroundColor = XLColor.FromHtml("#FFF7D6");
        style.Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        var validation = cell.SetDataValidation();
        validation.Decimal.Between(-1_000_000_000, 1_000_000_000);
        (validation.InputTitle, validation.InputMessage) = ("Ramme", "Skriv det beløb, der er plads til det år, i 1.000 kr.");
        (validation.ErrorTitle, validation.ErrorMessage) = ("Ikke et beløb", "Skriv et tal i 1.000 kr., fx 5000.");
    }

    /// <summary>A sentence runs over the whole width; Excel does not grow the rows of merged cells by itself.</summary>
    private static void Spread(IXLWorksheet sheet, OverviewCell plan, int columns)
    {
        sheet.Range(plan.Row, 1, plan.Row, columns).Merge().Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Row(plan.Row).Height = CellText.LineHeight * CellText.Lines((string)plan.Value!, 42 + 15 * (columns - 1));
    }
}
