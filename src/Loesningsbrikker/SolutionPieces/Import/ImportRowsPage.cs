using Loesningsbrikker.Budget;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Which rows of the preview are shown.</summary>
public enum RowsShown
{
    /// <summary>All of them.</summary>
    All,
    /// <summary>Those that wait for the user.</summary>
    Waiting,
    /// <summary>Those that become pieces.</summary>
    New,
    /// <summary>Those that are left out, merged, or no pieces.</summary>
    Others,
}

/// <summary>What the preview shows.</summary>
/// <param name="Preview">All rows.</param>
/// <param name="Shown">Which are shown.</param>
/// <param name="Page">The page of them.</param>
/// <param name="Context">What the process has.</param>
public sealed record ImportRowsPage(ImportState State, ImportPreview Preview, RowsShown Shown, PageOf<PreviewRow> Page, ImportContext Context)
{
    /// <summary>Cuts the page out of the preview; a number outside gives the nearest page.</summary>
    public static ImportRowsPage Of(ImportState state, ImportPreview preview, ImportContext context, RowsShown shown, int number)
    {
        var rows = preview.Rows.Where(r => Belongs(r, shown)).ToList();
        number = Math.Clamp(number, 1, Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size));
        return new ImportRowsPage(state, preview, shown, new PageOf<PreviewRow>([.. rows.Skip((number - 1) * Paging.Size).Take(Paging.Size)], number, rows.Count), context);
    }

    /// <summary>How many rows belong to a choice.</summary>
    public int Count(RowsShown shown) => Preview.Rows.Count(r => Belongs(r, shown));

    /// <summary>How many pieces others than the consultants can read at once.</summary>
    public int Readable => Preview.New.Count(r => r.Start!.Stage != PieceStage.Draft);

    /// <summary>What will happen, as Danish sentences.</summary>
    public IReadOnlyList<string> Summary => [.. SummaryLines()];

    /// <summary>How the amounts are read, as a Danish sentence; null when there are none.</summary>
    public string? Amounts
    {
        get
        {
            var columns = State.Columns.Select(c => c.Amount).OfType<AmountColumn>()
                .Select(a => $"{new EstimateColumn(a.Kind, a.Direction).Name.ToLower(DanishText.Culture)} {a.Year}").ToList();
            return columns.Count == 0 ? null
                : $"Beløb læses som {DanishText.List(columns)} i {State.Unit.ToDanish().ToLower(DanishText.Culture)}, hvor tabellen ikke siger andet. De bliver til et groft prisskøn.";
        }
    }

    private static bool Belongs(PreviewRow row, RowsShown shown) => shown switch
    {
        RowsShown.Waiting => row.Waits,
        RowsShown.New => row.BecomesPiece,
        RowsShown.Others => !row.Waits && !row.BecomesPiece,
        _ => true,
    };

    private IEnumerable<string> SummaryLines()
    {
        int Of(RowStatus status) => Preview.Rows.Count(r => r.Status == status);
        var lowered = Preview.New.Count(r => r.Start!.Stage != r.Wished!.Stage);
        yield return $"{DanishText.Count(Preview.New.Count, "række bliver en ny brik", "rækker bliver nye brikker")}"
            + (Readable == 0 ? ", alle som kladder." : $": {DanishText.Count(Readable, "kan", "kan")} straks læses af alle i dialogprocessen, også udvalget, og {DanishText.Count(Preview.New.Count - Readable, "er kladde", "er kladder")}.");
        if (lowered > 0)
            yield return $"{DanishText.Count(lowered, "af dem får", "af dem får")} et andet stadie end i tabellen. Hvorfor, står ved rækken.";
        if (Of(RowStatus.Merged) is > 0 and var merged)
            yield return $"{DanishText.Count(merged, "række lægger sin tekst", "rækker lægger deres tekst")} til en anden brik.";
        if (Of(RowStatus.AlreadyIn) is > 0 and var known)
            yield return $"{DanishText.Count(known, "række er indlæst før og kommer", "rækker er indlæst før og kommer")} ikke med igen.";
        if (Of(RowStatus.LeftOut) is > 0 and var left)
            yield return $"{DanishText.Count(left, "række", "rækker")} har du udeladt.";
        if (Of(RowStatus.NoPiece) is > 0 and var others)
            yield return $"{DanishText.Count(others, "række er en overskrift eller en sum", "rækker er overskrifter eller summer")}.";
        if (Preview.NewThemes is { Count: > 0 } themes)
            yield return $"{(themes.Count == 1 ? "Et nyt tema bliver" : $"{themes.Count} nye temaer bliver")} oprettet: {DanishText.List(themes)}.";
        if (Preview.NewInstitutions is { Count: > 0 } institutions)
            yield return $"{(institutions.Count == 1 ? "En ny institution bliver" : $"{institutions.Count} nye institutioner bliver")} oprettet: {DanishText.List(institutions)}.";
        if (Amounts is { } amounts)
            yield return amounts;
    }
}
