using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>One cell as the file has it.</summary>
/// <param name="Formula">Null for a plain value.</param>
/// <param name="Text">What is stored as its value; empty for none.</param>
public sealed record StoredCell(string? Formula, string Text)
{
    /// <summary>The value as a number; null when it is a text.</summary>
    public double? Number => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Reads cells without calculating anything, so that stored values and recalculated ones can be compared.</summary>
public static class SheetCells
{
    /// <summary>The cells of a sheet that have a value or a formula, by address.</summary>
    public static Dictionary<string, StoredCell> Read(byte[] file, string sheetName)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var workbook = document.WorkbookPart!;
        var shared = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
        return SheetOf(workbook, sheetName).Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => new StoredCell(c.CellFormula?.Text, TextOf(c, shared)));
    }

    /// <summary>The file with those values typed into a sheet, and without any value that a formula had.</summary>
    public static byte[] WithoutResults(byte[] file, string sheetName, IReadOnlyDictionary<string, double> typed)
    {
        var copy = new MemoryStream();
        copy.Write(file);
        using (var document = SpreadsheetDocument.Open(copy, isEditable: true))
        {
            var workbook = document.WorkbookPart!;
            foreach (var cell in workbook.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c => c.CellFormula is not null))
                (cell.CellValue, cell.DataType) = (null, null);
            foreach (var cell in SheetOf(workbook, sheetName).Worksheet.Descendants<Cell>())
                if (typed.TryGetValue(cell.CellReference!.Value!, out var number))
                    (cell.CellValue, cell.DataType) = (new CellValue(number), CellValues.Number);
        }
        return copy.ToArray();
    }

    private static WorksheetPart SheetOf(WorkbookPart workbook, string name) =>
        (WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == name).Id!);

    private static string TextOf(Cell cell, List<string> shared)
    {
        if (cell.InlineString is { } inline)
            return inline.InnerText;
        var text = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && text.Length > 0 ? shared[int.Parse(text, CultureInfo.InvariantCulture)] : text;
    }
}
