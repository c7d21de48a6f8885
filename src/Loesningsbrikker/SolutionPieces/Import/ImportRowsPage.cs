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

    /// <summary>Whether there is anything to bring in.</summary>
    public bool HasAnything => Preview.Rows.Any(r => r.Status is RowStatus.New or RowStatus.Merged);

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
            if (columns.Count == 0)
                return null;
            var outside = State.Columns.Select(c => c.Amount?.Year).OfType<int>().Except(Context.BudgetYears).Distinct().Order().Select(y => $"{y}").ToList();
            return $"Beløb læses som {DanishText.List(columns)} i {State.Unit.ToDanish().ToLower(DanishText.Culture)}, hvor tabellen ikke siger andet. De bliver til et groft prisskøn."
                + (outside.Count == 0 ? "" : $" {DanishText.List(outside)} ligger uden for dialogprocessens budgetår ({Context.BudgetYears[0]}–{Context.BudgetYears[^1]}) og tæller ikke med i summerne. Ret året under Kolonner eller budgetåret under Opsætning.");
        }
    }

    private static bool Belongs(PreviewRow row, RowsShown shown) => shown switch
    {
        RowsShown.Waiting => row.Waits,
        RowsShown.New => row.BecomesPiece,
        RowsShown.Others => !row.Waits && !row.BecomesPiece,
        _ => true,
    };

    private static string Reasons(IEnumerable<PreviewRow> rows) => DanishText.List(
        rows.GroupBy(r => r.Missing!).OrderByDescending(g => g.Count()).Select(g => $"{char.ToLower(g.Key[0], DanishText.Culture)}{g.Key[1..].TrimEnd('.')} ({g.Count()})"));

    private IEnumerable<string> SummaryLines()
    {
        int Of(RowStatus status) => Preview.Rows.Count(r => r.Status == status);
        var all = Preview.New.Count;
        yield return all == 0 ? "Ingen rækker bliver nye brikker." : DanishText.Count(all, "række bliver en ny brik", "rækker bliver nye brikker") + (Readable, all - Readable) switch
        {
            (0, _) => all == 1 ? ", som er en kladde." : ", alle som kladder.",
            (_, 0) => ". Alle i dialogprocessen, også udvalget, kan straks læse dem.",
            var (readable, drafts) => $": {DanishText.Count(drafts, "kladde", "kladder")} og {readable}, som alle i dialogprocessen, også udvalget, straks kan læse.",
        };
        var lowered = Preview.New.Where(r => r.Missing is not null).ToList();
        if (lowered.Count > 0)
            yield return $"{lowered.Count} af dem får et tidligere stadie end i tabellen: {Reasons(lowered)}. Skriv det, der mangler, under Ord eller i rækken, eller læs dem ind, som de er.";
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
