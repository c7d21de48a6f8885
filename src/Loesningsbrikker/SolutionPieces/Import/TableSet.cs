namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Tables that belong together: a sheet per theme, or a Word table under each heading, all with the same columns.</summary>
internal static class TableSet
{
    private const int LeastTables = 2;

    /// <summary>The tables, and first of all those with the same headings as one, where there are several.</summary>
    public static IReadOnlyList<SourceTable> WithCombined(IReadOnlyList<SourceTable> tables)
    {
        var alike = tables.Where(t => t.TooLarge is null)
            .Select(t => (Table: t, Header: TableHeader.Find(t)))
            .Where(t => t.Header.Count > 0 && t.Header.Body < t.Table.Rows.Count)
            .GroupBy(t => string.Join('\u001f', t.Header.Headings(t.Table).Select(Words.Plain)))
            .Select(g => g.ToList())
            .Where(g => g.Count >= LeastTables && g.Sum(t => t.Table.Rows.Count) <= TableLimits.MostRows)
            .OrderByDescending(g => g.Sum(t => t.Table.Rows.Count))
            .FirstOrDefault();
        return alike is null ? tables : [Combine(alike), .. tables];
    }

    private static SourceTable Combine(List<(SourceTable Table, TableHeader Header)> parts)
    {
        var (first, header) = parts[0];
        var rows = first.Rows.Skip(header.First).Take(header.Count).ToList();
        foreach (var (table, own) in parts)
        {
            if (table.Caption.Length > 0)
                rows.Add(new SourceRow(0, [.. first.Columns.Select((_, i) => new SourceCell(table.Caption, i == 0 ? CellFill.None : CellFill.Across))], Table: table.Name));
            rows.AddRange(table.Rows.Skip(own.Body).Select(r => r with { Table = table.Name, IsMarkedHeader = false }));
        }
        return new SourceTable(
            $"Alle {parts.Count} med de samme kolonner", "", first.Columns, [.. rows.Select((r, i) => i < header.Count ? r with { IsMarkedHeader = true } : r)]);
    }
}
