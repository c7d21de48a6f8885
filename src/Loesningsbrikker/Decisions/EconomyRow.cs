using Loesningsbrikker.Budget;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Decisions;

/// <summary>One row of the sheet Økonomi: one amount of a piece, a year of it that is not calculated, or a piece that is not calculated.</summary>
/// <param name="Number">With prefix, e.g. D-14.</param>
/// <param name="Status">How good the estimate is; null for a year or a piece that is not calculated.</param>
/// <param name="PriceLevel">The year whose prices the amount is in; null for a piece that is not calculated, and then all that follows is null too.</param>
/// <param name="Amount">Whole kroner, 0 or more; null for a year or a piece that is not calculated.</param>
internal sealed record EconomyRow(
    string Number, string Title, PieceClass Class, string Theme, PieceStage Stage, EstimateStatus? Status, int? PriceLevel,
    int? Year, CostKind? Kind, CostDirection? Direction, long? Amount)
{
    /// <summary>Whether the piece is designated.</summary>
    public bool IsDesignated => PieceStanding.IsDesignated(Class, Stage);

    /// <summary>Whether the politicians said yes, whole or in part.</summary>
    public bool IsAdopted => PieceStanding.IsAdopted(Class, Stage);

    /// <summary>Whether the whole piece is not calculated.</summary>
    public bool IsMissingPiece => Year is null;

    /// <summary>Whether it stands for one year that is not calculated, of a piece that otherwise is.</summary>
    public bool IsMissingYear => Year is not null && Amount is null;

    /// <summary>Whole kroner with the sign that budgets use: expenditure positive, income negative.</summary>
    public long? Net => Direction == CostDirection.Income ? -Amount : Amount;
}

/// <summary>The sheet Økonomi: its columns, and the names by which the overview's formulas call them.</summary>
internal static class EconomySheet
{
    /// <summary>Of the sheet and its table.</summary>
    public const string Name = "Økonomi";

    /// <summary>Header of the amounts; empty where nothing is calculated.</summary>
    public const string Amount = "Beløb i kr";


    private const string Direction = "Retning";

    /// <summary>A column as formulas call it.</summary>
    public static string Column(string header) => $"{Name}[{header}]";

    /// <summary>The sheet.</summary>
    public static SheetPlan Plan(IReadOnlyList<EconomyRow> rows) => SheetPlan.Of<EconomyRow>(
        Name, "Prisskønnene: én række for hvert beløb. En brik uden prisskøn har én række, hvor der står »Ikke beregnet«. Det samme har hvert budgetår, som et prisskøn mangler: dér kan beløbet skrives. Kladder er ikke med.", frozenColumns: 2,
        [
            new("Brik", 8, ColumnKind.Text, "Brikkens nummer.", r => r.Number),
            new("Titel", 46, ColumnKind.Text, "Forslaget på én linje.", r => r.Title),
            new("Klasse", 14, ColumnKind.Text, "Hvem der skal handle.", r => r.Class.ToDanish()),
            new("Tema", 26, ColumnKind.Text, "Det tema, brikken hører under.", r => r.Theme),
            new("Stadie", 16, ColumnKind.Text, "Hvor brikken er i sit forløb.", r => r.Stage.ToDanish()),
            new("Udpeget", 10, ColumnKind.Text, "Ja, når brikken er udpeget til politisk behandling.", r => YesNo(r.IsDesignated)) { Choices = ["Ja", "Nej"] },
            new("Vedtaget", 10, ColumnKind.Text, "Ja, når brikken er vedtaget politisk, helt eller delvist.", r => YesNo(r.IsAdopted)) { Choices = ["Ja", "Nej"] },
            new("Prisskøn", 15, ColumnKind.Text, "Hvor sikkert prisskønnet er. »Ikke beregnet«, når brikken eller året ikke er det.", r => r.Status?.ToDanish() ?? BudgetWords.NotCalculated)
            {
                Choices = [BudgetWords.NotCalculated, .. Enum.GetValues<EstimateStatus>().Select(s => s.ToDanish())],
            },
            new("Prisniveau", 12, ColumnKind.Year, "Det år, priser og lønninger er i.", r => r.PriceLevel),
            new("År", 8, ColumnKind.Year, "Det år, beløbet falder i.", r => r.Year),
            new("Slags", 9, ColumnKind.Text, "Drift eller anlæg.", r => r.Kind?.ToDanish()) { Choices = [.. Enum.GetValues<CostKind>().Select(k => k.ToDanish())] },
            new(Direction, 11, ColumnKind.Text, "Udgift eller indtægt.", r => r.Direction?.ToDanish())
            {
                Choices = [.. Enum.GetValues<CostDirection>().Select(d => d.ToDanish())],
            },
            new(Amount, 14, ColumnKind.Money, "Beløbet i hele kroner, 0 eller mere. Tom, når brikken eller året ikke er beregnet.", r => r.Amount),
            new("Netto i kr", 14, ColumnKind.Money, "Beløbet med fortegn: udgifter positive, indtægter negative. Regnes ud.", r => r.Net)
            {
                Formula = $"IF({ThisRow(Amount)}=\"\",\"\",IF({ThisRow(Direction)}=\"{CostDirection.Income.ToDanish()}\",-{ThisRow(Amount)},{ThisRow(Amount)}))",
            },
        ],
        rows.Count, rows);

    /// <summary>Ja, Nej.</summary>
    public static string YesNo(bool value) => value ? "Ja" : "Nej";

    private static string ThisRow(string header) => $"{Name}[[#This Row],[{header}]]";
}
