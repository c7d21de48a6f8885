using System.Globalization;
using System.Xml.Linq;

namespace Loesningsbrikker.Decisions;

/// <summary>
/// Gives formulas the values that they have now, so that a program that does not calculate shows the right figures, and tables
/// the formulas that new rows get. ECMA-376 part 1, 18.3.1.40 (f), 18.3.1.96 (v), 18.5.1.1 (calculatedColumnFormula).
/// </summary>
internal static class KnownValues
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A number or a date as the format writes it; null for what is neither.</summary>
    public static string? NumberOf(object? value) => value switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly date => ((int)date.ToDateTime(TimeOnly.MinValue).ToOADate()).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Copies the overview with the value of each formula beside it.</summary>
    /// <exception cref="InvalidOperationException">A formula has no value.</exception>
    public static void WriteOverview(XDocument sheet, Stream to, OverviewSheet overview)
    {
        foreach (var formula in sheet.Descendants(Main + "f").ToList())
        {
            var cell = formula.Parent!;
            var address = cell.Attribute("r")!.Value;
            if (!overview.Values.TryGetValue(address, out var value))
                throw new InvalidOperationException($"{OverviewSheet.Name}!{address} has a formula and no value.");
            cell.Elements(Main + "v").Remove();
            cell.SetAttributeValue("t", value is string ? "str" : null);
            cell.Add(new XElement(Main + "v", NumberOf(value) ?? (string)value));
        }
        // The library calls an empty cell a shared text without saying which.
        foreach (var cell in sheet.Descendants(Main + "c").Where(c => !c.HasElements))
            cell.SetAttributeValue("t", null);
        sheet.Save(to, SaveOptions.DisableFormatting);
    }

    /// <summary>Copies a table with the formulas of its columns.</summary>
    public static void WriteTable(XDocument table, Stream to, IReadOnlyList<SheetPlan> sheets)
    {
        var formulas = sheets.FirstOrDefault(s => s.Name == table.Root!.Attribute("name")!.Value)?.Columns
            .Where(c => c.Formula is not null).ToDictionary(c => c.Header, c => c.Formula!) ?? [];
        foreach (var column in table.Descendants(Main + "tableColumn"))
            if (formulas.TryGetValue(column.Attribute("name")!.Value, out var formula))
                column.AddFirst(new XElement(Main + "calculatedColumnFormula", formula));
        table.Save(to, SaveOptions.DisableFormatting);
    }
}
