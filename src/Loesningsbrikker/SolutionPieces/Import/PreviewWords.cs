namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What the preview says of a row, and what it offers.</summary>
public static class PreviewWords
{
    /// <summary>What will become of the row.</summary>
    public static string StatusInDanish(this PreviewRow row) => row.Status switch
    {
        RowStatus.New => "Ny brik",
        RowStatus.Resembles => "Ligner noget: vælg",
        RowStatus.Unclear => "Skal rettes",
        RowStatus.Merged => "Teksten lægges til en anden",
        RowStatus.AlreadyIn => "Indlæst før",
        RowStatus.LeftOut => "Udeladt",
        _ => row.KindInDanish(),
    };

    /// <summary>What the row was taken for.</summary>
    public static string KindInDanish(this PreviewRow row) => row.Row.Kind switch
    {
        RowKind.Piece => "En brik",
        RowKind.Heading => "Overskrift",
        RowKind.Total => "Kommer ikke med",
        _ => "Overskrifterne igen",
    };

    /// <summary>What can be chosen for the row: what the form sends, and what stands beside it.</summary>
    public static IReadOnlyList<(string Key, string Text)> ChoicesInDanish(this PreviewRow row)
    {
        var choices = new List<(string Key, string Text)>();
        if (row.Resemblances.Count > 0)
            choices.Add(("new", "Ny brik"));
        else
            choices.Add(("", row.Status switch { RowStatus.AlreadyIn => "Kommer ikke med igen", RowStatus.Unclear => "Ny brik, når rækken er rettet", _ => "Ny brik" }));
        foreach (var found in row.Resemblances)
        {
            var (kind, number) = found.Piece is { } piece ? ("", piece) : ("-row", found.Row!.Value);
            choices.Add(($"same{kind}:{number}", $"Samme som {found.Name}: udelad rækken"));
            if (found.MayMerge)
                choices.Add(($"merge{kind}:{number}", $"Læg rækkens tekst til {found.Name}"));
        }
        if (row.Status == RowStatus.AlreadyIn)
            choices.Add(("new", "Indlæs alligevel som en ny brik"));
        choices.Add(("out", "Udelad"));
        // What was chosen stays on offer, also when the texts no longer resemble each other.
        var chosen = ImportRowsForm.KeyOf(row.Correction);
        if (choices.TrueForAll(c => c.Key != chosen) && chosen.Length > 0)
            choices.Add((chosen, chosen == "new" ? "Ny brik" : "Som valgt"));
        return choices;
    }
}
