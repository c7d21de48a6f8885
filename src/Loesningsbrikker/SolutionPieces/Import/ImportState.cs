using System.Text.Json.Serialization;
using Loesningsbrikker.Decisions;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What is to become of a row.</summary>
public enum RowChoiceKind
{
    /// <summary>Nobody has chosen; the row is new unless something speaks against it.</summary>
    None,
    /// <summary>A new piece, whatever it resembles.</summary>
    New,
    /// <summary>Left out.</summary>
    LeaveOut,
    /// <summary>The same as an existing piece: left out, and known again next time.</summary>
    Same,
    /// <summary>Its text is added to an existing piece.</summary>
    MergeInto,
    /// <summary>The same as an earlier row of the table: left out.</summary>
    SameAsRow,
    /// <summary>Its text is added to the piece of an earlier row.</summary>
    MergeIntoRow,
}

/// <summary>What the user chose and corrected in one row; a null is as the table says.</summary>
public sealed record RowCorrection
{
    /// <summary>What is to become of it.</summary>
    public RowChoiceKind Choice { get; init; }
    /// <summary>Number of the piece, or place of the row from 0, that the choice speaks of.</summary>
    public int? Other { get; init; }
    /// <summary>A headline or a sum that is a piece, or a piece that is a headline.</summary>
    public RowKind? Kind { get; init; }
    /// <summary>The title.</summary>
    public string? Title { get; init; }
    /// <summary>The description.</summary>
    public string? Description { get; init; }
    /// <summary>Who must act.</summary>
    public PieceClass? Class { get; init; }
    /// <summary>Key of the stage (<see cref="StageChoice.Key"/>).</summary>
    public string? Stage { get; init; }
    /// <summary>The theme; empty for none.</summary>
    public string? Theme { get; init; }
    /// <summary>The reason.</summary>
    public string? Reason { get; init; }
    /// <summary>The day of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }
    /// <summary>The role that is responsible.</summary>
    public string? Responsible { get; init; }
}

/// <summary>What the words of the table mean: from the plain word (<see cref="Words.Plain"/>) to what was chosen.</summary>
public sealed record WordChoices
{
    /// <summary>What stands for "make a new one".</summary>
    public const string Create = "new";

    /// <summary>What stands for "leave it out".</summary>
    public const string None = "none";

    /// <summary>Words for a class → its name.</summary>
    public Dictionary<string, string> Classes { get; init; } = [];
    /// <summary>Words for a stage → its key.</summary>
    public Dictionary<string, string> Stages { get; init; } = [];
    /// <summary>Words for a theme → key of a theme, <see cref="Create"/> or <see cref="None"/>.</summary>
    public Dictionary<string, string> Themes { get; init; } = [];
    /// <summary>Words for an institution → key of an institution, <see cref="Create"/> or <see cref="None"/>.</summary>
    public Dictionary<string, string> Institutions { get; init; } = [];
}

/// <summary>
/// A bringing-in that is not finished: what was uploaded, and what the user has chosen so far. It waits encrypted in a draft and is
/// stored nowhere else.
/// </summary>
public sealed record ImportState
{
    /// <summary>Name of the file, or "Indsat tabel".</summary>
    public string Source { get; init; } = "";
    /// <summary>The tables that can be chosen.</summary>
    public IReadOnlyList<SourceTable> Tables { get; init; } = [];
    /// <summary>Place of the chosen one; null before the choice.</summary>
    public int? Chosen { get; init; }
    /// <summary>Which rows are headings.</summary>
    public TableHeader Header { get; init; } = TableHeader.None;
    /// <summary>What the columns hold; empty before the table is chosen.</summary>
    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];
    /// <summary>Whether the user has confirmed the columns.</summary>
    public bool ColumnsConfirmed { get; init; }
    /// <summary>Unit of amounts that name none.</summary>
    public AmountUnit Unit { get; init; }
    /// <summary>What the words mean.</summary>
    public WordChoices Words { get; init; } = new();
    /// <summary>Whether the user has confirmed the words.</summary>
    public bool WordsConfirmed { get; init; }
    /// <summary>Class of rows that name none; null when each must say.</summary>
    public PieceClass? DefaultClass { get; init; }
    /// <summary>Key of the stage of rows that name none.</summary>
    public string DefaultStage { get; init; } = nameof(PieceStage.Draft);
    /// <summary>Who decided what was decided; null when nobody knows.</summary>
    public DecisionBody? Body { get; init; }
    /// <summary>When, for rows that name no day.</summary>
    public DateOnly? DecidedOn { get; init; }
    /// <summary>The role that is responsible, for rows that name none.</summary>
    public string Responsible { get; init; } = "";
    /// <summary>Corrections by the row's place among the table's rows.</summary>
    public Dictionary<int, RowCorrection> Rows { get; init; } = [];

    /// <summary>The chosen table.</summary>
    [JsonIgnore]
    public SourceTable Table => Tables[Chosen ?? 0];

    /// <summary>The file has been read; with one table that one is chosen.</summary>
    /// <param name="firstYear">The year of amounts whose heading names none.</param>
    public static ImportState Of(string source, IReadOnlyList<SourceTable> tables, int firstYear)
    {
        var all = TableSet.WithCombined(tables);
        var state = new ImportState { Source = source, Tables = all };
        return all is [{ TooLarge: null }] ? state.Choose(0, firstYear) : state;
    }

    /// <summary>Chooses a table: headings and columns are guessed anew.</summary>
    public ImportState Choose(int table, int firstYear) => (this with { Chosen = table }).WithHeader(TableHeader.Find(Tables[table]), firstYear);

    /// <summary>Takes other rows for the headings: the columns are guessed anew, and corrections of rows are dropped.</summary>
    public ImportState WithHeader(TableHeader header, int firstYear)
    {
        var headings = header.Headings(Table);
        return this with
        {
            Header = header, Columns = ColumnGuess.Of(headings, Table.Rows.Skip(header.Body), firstYear), ColumnsConfirmed = false, WordsConfirmed = false,
            Unit = headings.Select(HeaderWords.UnitOf).FirstOrDefault(u => u is not null) ?? AmountUnit.Kroner, Rows = [],
        };
    }

    /// <summary>The rows below the headings with what each was taken for, the user's corrections included.</summary>
    public IReadOnlyList<BodyRow> BodyRows() =>
    [
        .. RowKinds.Of(Table, Header, Columns).Select(r =>
            Rows.GetValueOrDefault(r.Index)?.Kind is { } kind && kind != r.Kind ? r with { Kind = kind, Why = kind == RowKind.Piece ? "" : "Det har du valgt." } : r),
    ];
}
