using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>An amount as it stands in a row.</summary>
/// <param name="Heading">What stands over it.</param>
public sealed record AmountCell(AmountColumn Column, string Heading, string Text);

/// <summary>What a row says, before it is understood.</summary>
public sealed record RowValues
{
    private const int TitleFromText = 120;

    /// <summary>The former number.</summary>
    public string Number { get; init; } = "";
    /// <summary>The title.</summary>
    public string Title { get; init; } = "";
    /// <summary>The description.</summary>
    public string Description { get; init; } = "";
    /// <summary>The word for the class; that of a headline above where the row has none.</summary>
    public string ClassWord { get; init; } = "";
    /// <summary>The theme, likewise.</summary>
    public string Theme { get; init; } = "";
    /// <summary>The word for the stage.</summary>
    public string StageWord { get; init; } = "";
    /// <summary>The institutions, not yet told apart.</summary>
    public string Institutions { get; init; } = "";
    /// <summary>Who is responsible.</summary>
    public string Responsible { get; init; } = "";
    /// <summary>The amounts that are not blank.</summary>
    public IReadOnlyList<AmountCell> Amounts { get; init; } = [];
    /// <summary>The reason.</summary>
    public string Reason { get; init; } = "";
    /// <summary>The day of the decision.</summary>
    public string DecidedOn { get; init; } = "";
    /// <summary>The notes.</summary>
    public string Notes { get; init; } = "";
    /// <summary>What was made of the row to make it fit, as Danish sentences.</summary>
    public IReadOnlyList<string> Made { get; init; } = [];

    /// <summary>Reads a row by its columns.</summary>
    /// <param name="headlineClass">Class of the headline above; empty without one.</param>
    /// <param name="headlineTheme">Theme of the headline above; empty without one.</param>
    public static RowValues Of(SourceRow row, IReadOnlyList<ColumnChoice> columns, IReadOnlyList<string> headings, string headlineClass, string headlineTheme)
    {
        var cells = columns.Select((c, i) => (c.Field, c.Amount, Heading: headings[i], Text: row.Cells[i].Own)).Where(c => c.Text.Length > 0).ToList();
        string One(PieceField field) => PieceText.Line(cells.Where(c => c.Field == field).Select(c => c.Text).FirstOrDefault() ?? "");
        string Many(PieceField field)
        {
            var texts = cells.Where(c => c.Field == field).ToList();
            // Two columns with notes stay apart by their headings; one needs none.
            return columns.Count(c => c.Field == field) > 1
                ? string.Join("\n", texts.Select(t => t.Heading.Length > 0 ? $"{t.Heading}: {t.Text}" : t.Text))
                : string.Join("\n", texts.Select(t => t.Text));
        }
        string Or(string own, string headline) => own.Length > 0 ? own : headline;
        return WithTitle(new RowValues
        {
            Number = One(PieceField.Number), Title = cells.Where(c => c.Field == PieceField.Title).Select(c => c.Text).FirstOrDefault() ?? "",
            Description = Many(PieceField.Description), ClassWord = Or(One(PieceField.Class), headlineClass), Theme = Or(One(PieceField.Theme), headlineTheme),
            StageWord = One(PieceField.Stage), Institutions = string.Join("\n", cells.Where(c => c.Field == PieceField.Institutions).Select(c => c.Text)),
            Responsible = One(PieceField.Responsible), Reason = Many(PieceField.Reason), DecidedOn = One(PieceField.DecidedOn), Notes = Many(PieceField.Notes),
            Amounts = [.. cells.Where(c => c.Field == PieceField.Amount).Select(c => new AmountCell(c.Amount!, c.Heading, PieceText.Line(c.Text)))],
        });
    }

    /// <summary>What the row says, however it is formatted and sorted; the same row of another upload has the same.</summary>
    public static string FingerprintOf(SourceRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', row.Cells.Select(c => Import.Words.Plain(c.Own)).Where(t => t.Length > 0)))));

    /// <summary>A day as people write it, or as a spreadsheet counts it; null when it is none.</summary>
    public static DateOnly? Day(string text)
    {
        string[] forms = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "d/M/yy", "d-M-yy", "d. MMMM yyyy", "d MMMM yyyy", "yyyy-M-d"];
        if (DateOnly.TryParseExact(text.Trim(), forms, DanishText.Culture, DateTimeStyles.AllowInnerWhite, out var day))
            return day;
        // A column without a date format shows the number behind the day: 45000 is a day in 2023.
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 36_525 and < 73_051 ? XlsxStyles.Day(serial) : null;
    }

    /// <summary>A row without a title gets its first words; a title that is a whole text becomes title and description.</summary>
    private static RowValues WithTitle(RowValues values)
    {
        if (values.Title.Length == 0 && values.Description.Length > 0)
            return values with { Title = FirstWords(values.Description), Made = ["Titlen er de første ord af beskrivelsen."] };
        if (values.Title.Contains('\n', StringComparison.Ordinal) || values.Title.Length > SolutionPiece.MaxTitleLength)
        {
            var description = values.Description.Length == 0 ? values.Title : $"{values.Title}\n\n{values.Description}";
            return values with { Title = FirstWords(values.Title), Description = description, Made = ["Titlen var en hel tekst. De første ord er titel, og hele teksten er beskrivelse."] };
        }
        return values;
    }

    private static string FirstWords(string text)
    {
        var line = PieceText.Line(text.Split('\n')[0]);
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end > 10 ? line[..end] : line.TrimEnd('.');
        return DanishText.Cut(sentence, TitleFromText);
    }
}
