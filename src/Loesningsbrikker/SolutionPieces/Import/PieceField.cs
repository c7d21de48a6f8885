using Loesningsbrikker.Budget;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What a column of a table holds.</summary>
public enum PieceField
{
    /// <summary>Nothing that is brought in.</summary>
    None,
    /// <summary>The number that the piece had before (tidligere nummer).</summary>
    Number,
    /// <summary>The proposal in one line.</summary>
    Title,
    /// <summary>What is proposed and why.</summary>
    Description,
    /// <summary>Who must act.</summary>
    Class,
    /// <summary>The theme.</summary>
    Theme,
    /// <summary>Where the piece stands.</summary>
    Stage,
    /// <summary>The institutions it concerns.</summary>
    Institutions,
    /// <summary>The role that is responsible.</summary>
    Responsible,
    /// <summary>What it is reckoned to cost in a year.</summary>
    Amount,
    /// <summary>Why it was decided as it was.</summary>
    Reason,
    /// <summary>The day of the decision.</summary>
    DecidedOn,
    /// <summary>What the staff noted.</summary>
    Notes,
}

/// <summary>In which unit the amounts of a table are written.</summary>
public enum AmountUnit
{
    /// <summary>Kroner.</summary>
    Kroner,
    /// <summary>1.000 kroner, the unit of Danish budgets.</summary>
    Thousands,
    /// <summary>Millions of kroner.</summary>
    Millions,
}

/// <summary>What an amount column says beside the amounts.</summary>
/// <param name="Year">The calendar year.</param>
public sealed record AmountColumn(int Year, CostKind Kind, CostDirection Direction);

/// <summary>The Danish words of the fields.</summary>
public static class PieceFieldWords
{
    /// <summary>Fields that several columns may hold; the others belong to one.</summary>
    public static IReadOnlySet<PieceField> Several { get; } = new HashSet<PieceField>
    {
        PieceField.None, PieceField.Description, PieceField.Institutions, PieceField.Amount, PieceField.Reason, PieceField.Notes,
    };

    /// <summary>Titel, Beskrivelse …</summary>
    public static string ToDanish(this PieceField field) => field switch
    {
        PieceField.None => "Tag ikke med",
        PieceField.Number => "Tidligere nummer",
        PieceField.Title => "Titel",
        PieceField.Description => "Beskrivelse",
        PieceField.Class => "Klasse (hvem skal handle)",
        PieceField.Theme => "Tema",
        PieceField.Stage => "Stadie",
        PieceField.Institutions => "Institutioner",
        PieceField.Responsible => "Ansvarlig",
        PieceField.Amount => "Beløb",
        PieceField.Reason => "Begrundelse",
        PieceField.DecidedOn => "Dato for beslutning",
        PieceField.Notes => "Noter (kun administrationen)",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Kroner, 1.000 kr., mio. kr.</summary>
    public static string ToDanish(this AmountUnit unit) => unit switch
    {
        AmountUnit.Kroner => "Hele kroner",
        AmountUnit.Thousands => "1.000 kr.",
        AmountUnit.Millions => "Mio. kr.",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };
}
