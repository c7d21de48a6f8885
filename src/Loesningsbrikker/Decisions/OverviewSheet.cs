using System.Globalization;
using Loesningsbrikker.Budget;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Decisions;

/// <summary>How a cell of the overview looks.</summary>
internal enum OverviewStyle
{
    /// <summary>The first line.</summary>
    Title,
    /// <summary>A line of explanation.</summary>
    Note,
    /// <summary>Stands over a block.</summary>
    Heading,
    /// <summary>Heads a column.</summary>
    Header,
    /// <summary>Heads a row.</summary>
    Label,
    /// <summary>A count of pieces.</summary>
    Count,
    /// <summary>1,000 kroner.</summary>
    Amount,
    /// <summary>1,000 kroner that the reader types.</summary>
    Input,
}

/// <summary>One cell of the overview.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Value">A string, an int or a decimal: what the cell shows, or what its formula gives now; null for an empty cell.</param>
/// <param name="Formula">Null for a plain value.</param>
internal sealed record OverviewCell(int Row, int Column, OverviewStyle Style, object? Value, string? Formula = null)
{
    /// <summary>True in the row that adds the classes up.</summary>
    public bool IsSum { get; init; }
}

/// <summary>
/// The sheet Overblik: counts of pieces, and operating and capital money per year for each class, for what is designated and for what
/// is adopted, with a frame per year to type. Everything is a formula over the tables Økonomi and Forslag.
/// </summary>
internal sealed class OverviewSheet
{
    /// <summary>Of the sheet.</summary>
    public const string Name = "Overblik";

    /// <summary>How the frame is used.</summary>
    public const string FrameSentence = "Skriv rammen for hvert år i de gule felter. Så viser arket, hvad der er tilbage.";

    /// <summary>Heads the row that counts, per year, the pieces that the sum is without.</summary>
    public const string MissingYearsLabel = "Beregnede brikker, der mangler året";

    private const int FirstYear = 2;
    private const decimal KronerPerUnit = 1000;
    private const string Nothing = "–";

    private static readonly Group[] Groups =
    [
        .. Enum.GetValues<PieceClass>().Select(c => new Group(c.ToDanish(), "Klasse", c.ToDanish(), (pieceClass, _) => pieceClass == c)),
        new Group("Alle brikker", null, "", (_, _) => true),
        new Group("Heraf udpeget", "Udpeget", "Ja", PieceStanding.IsDesignated),
        new Group("Heraf vedtaget, helt eller delvist", "Vedtaget", "Ja", PieceStanding.IsAdopted),
    ];

    /// <summary>Place of the row that adds the classes up.</summary>
    private static readonly int All = Array.FindIndex(Groups, g => g.Header is null);

    private readonly List<OverviewCell> _cells = [];
    private readonly IReadOnlyList<EconomyRow> _rows;
    private readonly IReadOnlyList<int> _years;
    private readonly bool _hasOtherYears;
    private int _row = 1;

    /// <summary>Builds it from the rows that the other sheets have.</summary>
    /// <param name="about">The lines of explanation under the title.</param>
    public OverviewSheet(string title, IReadOnlyList<string> about, IReadOnlyList<int> years, IReadOnlyList<EconomyRow> rows, IReadOnlyList<ProposalRow> proposals)
    {
        (_rows, _years) = (rows, years);
        _hasOtherYears = rows.Any(r => r.Year is { } year && !years.Contains(year));
        Add(1, OverviewStyle.Title, title);
        _row++;
        var firstNote = _row;
        _row++;
        foreach (var line in about)
        {
            Add(1, OverviewStyle.Note, line);
            _row++;
        }
        AddCounts(proposals, firstNote);
        AddBlock(CostKind.Operating);
        AddBlock(CostKind.Capital);
    }

    /// <summary>The cells, row by row.</summary>
    public IReadOnlyList<OverviewCell> Cells => _cells;

    /// <summary>How many columns it has.</summary>
    public int Columns => FirstYear + _years.Count + (_hasOtherYears ? 1 : 0);

    /// <summary>What each formula gives now, by the address of its cell.</summary>
    public IReadOnlyDictionary<string, object> Values => _cells.Where(c => c.Formula is not null).ToDictionary(c => Address(c.Row, c.Column), c => c.Value!);

    private static string Address(int row, int column) => TableRows.ColumnLetters(column - 1) + row.ToString(CultureInfo.InvariantCulture);

    private void AddCounts(IReadOnlyList<ProposalRow> proposals, int noteRow)
    {
        AddHeaders("Hvor meget er beregnet", ["Brikker", "I alt", "Beregnet", "Ikke beregnet"]);
        var top = _row;
        for (var i = 0; i < Groups.Length; i++, _row++)
        {
            var group = Groups[i];
            var all = proposals.Count(p => p.IsInPlay && group.Includes(p.Class, p.Stage));
            var missing = _rows.Count(r => r.IsMissingPiece && group.Includes(r.Class, r.Stage));
            Add(1, OverviewStyle.Label, group.Label, isSum: i == All);
            Add(2, OverviewStyle.Count, all, i == All ? $"SUM({Above(top, 2)})" : $"COUNTIFS({Criterion("Forslag", group)},{Active})", i == All);
            Add(3, OverviewStyle.Count, all - missing, $"{Address(_row, 2)}-{Address(_row, 4)}", i == All);
            Add(4, OverviewStyle.Count, missing, i == All ? $"SUM({Above(top, 4)})" : $"COUNTIFS({Criterion(EconomySheet.Name, group)},{NotCalculated})", i == All);
        }
        AddMissingNote(noteRow, Address(top + All, 4), (int)_cells.Find(c => c.Row == top + All && c.Column == 4)!.Value!);
        _row++;
    }

    private void AddMissingNote(int row, string missingCell, int missing)
    {
        const string None = "Alle brikker er beregnet.", One = "Summerne er uden 1 brik, der ikke er beregnet.", Before = "Summerne er uden ", After = " brikker, der ikke er beregnet.";
        _cells.Add(new OverviewCell(row, 1, OverviewStyle.Note, missing switch { 0 => None, 1 => One, _ => $"{Before}{missing}{After}" },
            $"IF({missingCell}=0,\"{None}\",IF({missingCell}=1,\"{One}\",\"{Before}\"&{missingCell}&\"{After}\"))"));
    }

    private void AddBlock(CostKind kind)
    {
        AddHeaders(kind.ToDanish(), ["Netto i 1.000 kr.", .. _years.Cast<object>(), "I alt", .. _hasOtherYears ? ["Andre år"] : Array.Empty<object>()]);
        var (headers, top) = (_row - 1, _row);
        for (var i = 0; i < Groups.Length; i++, _row++)
            AddAmounts(kind, Groups[i], headers, top, isSum: i == All);
        AddMissingYears(headers);
        var frame = _row;
        Add(1, OverviewStyle.Label, "Ramme i 1.000 kr. (skriv selv)");
        for (var i = 0; i < _years.Count; i++)
            Add(FirstYear + i, OverviewStyle.Input, null);
        var cells = $"{Address(frame, FirstYear)}:{Address(frame, FirstYear + _years.Count - 1)}";
        Add(FirstYear + _years.Count, OverviewStyle.Amount, "", $"IF(COUNT({cells})=0,\"\",SUM({cells}))");
        _row++;
        AddBalance("Tilbage efter de udpegede", frame, top + All + 1);
        AddBalance("Tilbage efter alle brikker", frame, top + All);
        _row++;
    }

    private void AddAmounts(CostKind kind, Group group, int headers, int top, bool isSum)
    {
        object Net(Func<int, bool> years)
        {
            var rows = _rows.Where(r => r.Amount is not null && r.Kind == kind && r.Year is { } year && years(year) && group.Includes(r.Class, r.Stage)).ToList();
            return rows.Count == 0 ? Nothing : rows.Sum(r => r.Net ?? 0) / KronerPerUnit;
        }
        Add(1, OverviewStyle.Label, group.Label, isSum: isSum);
        for (var i = 0; i < _years.Count; i++)
        {
            var (column, year) = (FirstYear + i, _years[i]);
            Add(column, OverviewStyle.Amount, Net(y => y == year),
                isSum ? Known(Above(top, column)) : Amount(CriteriaOf(kind, group) + $",{EconomySheet.Column("År")},{TableRows.ColumnLetters(column - 1)}${headers}"), isSum);
        }
        var total = FirstYear + _years.Count;
        Add(total, OverviewStyle.Amount, Net(_years.Contains), Known($"{Address(_row, FirstYear)}:{Address(_row, total - 1)}"), isSum);
        if (_hasOtherYears)
            Add(total + 1, OverviewStyle.Amount, Net(y => !_years.Contains(y)),
                isSum ? Known(Above(top, total + 1)) : Amount(CriteriaOf(kind, group) + OutsideYears(headers)), isSum);
    }

    /// <summary>How many calculated pieces each year's sum is without; it follows when an amount is typed into Økonomi.</summary>
    private void AddMissingYears(int headers)
    {
        Add(1, OverviewStyle.Label, MissingYearsLabel);
        for (var i = 0; i < _years.Count; i++)
        {
            var (column, year) = (FirstYear + i, _years[i]);
            Add(column, OverviewStyle.Count, _rows.Count(r => r.IsMissingYear && r.Year == year),
                $"COUNTIFS({EconomySheet.Column("År")},{TableRows.ColumnLetters(column - 1)}${headers},{EconomySheet.Column(EconomySheet.Amount)},\"=\")");
        }
        _row++;
    }

    /// <summary>What is left of the frame; nothing while no frame is typed.</summary>
    private void AddBalance(string label, int frame, int subtracted)
    {
        Add(1, OverviewStyle.Label, label);
        for (var column = FirstYear; column <= FirstYear + _years.Count; column++)
            Add(column, OverviewStyle.Amount, "", $"IF({Address(frame, column)}=\"\",\"\",{Address(frame, column)}-N({Address(subtracted, column)}))");
        _row++;
    }

    private void AddHeaders(string heading, IReadOnlyList<object> headers)
    {
        _row++;
        Add(1, OverviewStyle.Heading, heading);
        _row++;
        for (var i = 0; i < headers.Count; i++)
            Add(i + 1, OverviewStyle.Header, headers[i]);
        _row++;
    }

    private void Add(int column, OverviewStyle style, object? value, string? formula = null, bool isSum = false) =>
        _cells.Add(new OverviewCell(_row, column, style, value, formula) { IsSum = isSum });

    private static string Above(int top, int column) => $"{Address(top, column)}:{Address(top + All - 1, column)}";

    /// <summary>The sum of what is known; nothing where nothing is, because that is not 0.</summary>
    private static string Known(string cells) => $"IF(COUNT({cells})=0,\"{Nothing}\",SUM({cells}))";

    /// <summary>The amounts that meet the criteria, in 1,000 kroner; nothing where there are none.</summary>
    private static string Amount(string criteria) =>
        $"IF(COUNTIFS({criteria})=0,\"{Nothing}\",SUMIFS({EconomySheet.Column("Netto i kr")},{criteria})/1000)";

    private static string CriteriaOf(CostKind kind, Group group) =>
        $"{EconomySheet.Column(EconomySheet.Amount)},\"<>\",{EconomySheet.Column("Slags")},\"{kind.ToDanish()}\",{Criterion(EconomySheet.Name, group)}";

    private string OutsideYears(int headers) => string.Concat(_years.Select((_, i) =>
        $",{EconomySheet.Column("År")},\"<>\"&${TableRows.ColumnLetters(FirstYear - 1 + i)}${headers}"));

    private static string Criterion(string table, Group group) => $"{table}[{group.Header}],\"{group.Word}\"";

    private static string Active => $"Forslag[Stadie],\"<>{PieceStage.Draft.ToDanish()}\",Forslag[Stadie],\"<>{PieceStage.Merged.ToDanish()}\"";

    private static string NotCalculated => $"{EconomySheet.Column("Prisskøn")},\"{BudgetWords.NotCalculated}\",{EconomySheet.Column("År")},\"=\"";

    /// <summary>The pieces that a row counts.</summary>
    /// <param name="Header">The column that tells them; null for all.</param>
    /// <param name="Word">What stands in that column.</param>
    private sealed record Group(string Label, string? Header, string Word, Func<PieceClass, PieceStage, bool> Includes);
}
