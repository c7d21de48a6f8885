using System.Globalization;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>One row as typed.</summary>
public sealed class RowForm
{
    /// <summary>Its place among the table's rows, from 0.</summary>
    public int Row { get; set; }

    /// <summary>What is to become of it: "new", "out", or e.g. "same:14", "merge:14", "same-row:8", "merge-row:8"; empty for no choice.</summary>
    public string? Choice { get; set; }

    /// <summary>Name of another <see cref="RowKind"/>; empty for the guess.</summary>
    public string? Kind { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>Name of the class; empty for none.</summary>
    public string? Class { get; set; }

    /// <summary>Key of the stage; empty for none.</summary>
    public string? Stage { get; set; }

    /// <summary>The theme.</summary>
    public string? Theme { get; set; }

    /// <summary>The reason.</summary>
    public string? Reason { get; set; }

    /// <summary>The day of the decision.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Who is responsible.</summary>
    public string? Responsible { get; set; }
}

/// <summary>A page of the preview as typed, and where to go from there.</summary>
public sealed class ImportRowsForm : ImportStepForm
{
    /// <summary>The rows of the page that was shown.</summary>
    public List<RowForm> Rows { get; set; } = [];

    /// <summary>Which rows are shown.</summary>
    public RowsShown Show { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Where to go: empty to stay, a <see cref="RowsShown"/>, "next" or "previous".</summary>
    public string? Go { get; set; }

    /// <summary>The state with the corrections of the page.</summary>
    /// <param name="preview">The preview as it was shown.</param>
    public ImportState Apply(ImportState state, ImportPreview preview)
    {
        var rows = new Dictionary<int, RowCorrection>(state.Rows);
        foreach (var form in Rows)
        {
            // A row that is no more, or a place that never was, is nobody's correction.
            if (preview.Rows.FirstOrDefault(r => r.Index == form.Row) is not { } row)
                continue;
            rows.Remove(form.Row);
            if (Correction(form, row) is { } correction)
                rows[form.Row] = correction;
        }
        return state with { Rows = rows };
    }

    /// <summary>What differs from what was shown goes on top of what was corrected before; null when the row is as the table says.</summary>
    private static RowCorrection? Correction(RowForm form, PreviewRow row)
    {
        var (choice, other) = ChoiceOf(form.Choice);
        var before = row.Correction;
        var correction = before with { Choice = choice, Other = other, Kind = Enum.TryParse<RowKind>(form.Kind, out var kind) && Enum.IsDefined(kind) ? kind : null };
        // A headline has no fields on the page.
        if (row.Status != RowStatus.NoPiece && form.Title is not null)
            correction = correction with
            {
                Title = Changed(form.Title, PieceText.Line(row.Values.Title), before.Title, PieceText.Line),
                Description = Changed(form.Description ?? "", PieceText.Lines(row.Values.Description), before.Description, PieceText.Lines),
                Theme = Changed(form.Theme ?? "", row.Theme?.Name ?? "", before.Theme, PieceText.Line),
                Reason = Changed(form.Reason ?? "", PieceText.Lines(row.Values.Reason), before.Reason, PieceText.Lines),
                Responsible = Changed(form.Responsible ?? "", PieceText.Line(row.Values.Responsible), before.Responsible, PieceText.Line),
                Class = Enum.TryParse<PieceClass>(form.Class, out var pieceClass) && Enum.IsDefined(pieceClass) && pieceClass != row.Class ? pieceClass : before.Class,
                Stage = StageChoice.Of(form.Stage) is { } stage && stage != row.Wished ? stage.Key : before.Stage,
                DecidedOn = form.DecidedOn is { } day && day != row.Start?.DecidedOn ? day : before.DecidedOn,
            };
        return correction == new RowCorrection() ? null : correction;
    }

    private static string? Changed(string typed, string shown, string? before, Func<string?, string> clean) => clean(typed) == shown ? before : clean(typed);

    private static (RowChoiceKind Choice, int? Other) ChoiceOf(string? text)
    {
        var parts = (text ?? "").Split(':');
        int? other = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return (parts[0], other) switch
        {
            ("new", _) => (RowChoiceKind.New, null),
            ("out", _) => (RowChoiceKind.LeaveOut, null),
            ("same", not null) => (RowChoiceKind.Same, other),
            ("merge", not null) => (RowChoiceKind.MergeInto, other),
            ("same-row", not null) => (RowChoiceKind.SameAsRow, other),
            ("merge-row", not null) => (RowChoiceKind.MergeIntoRow, other),
            _ => (RowChoiceKind.None, null),
        };
    }

    /// <summary>What the form sends for a choice; empty for none.</summary>
    public static string KeyOf(RowCorrection correction) => correction.Choice switch
    {
        RowChoiceKind.New => "new",
        RowChoiceKind.LeaveOut => "out",
        RowChoiceKind.Same => $"same:{correction.Other}",
        RowChoiceKind.MergeInto => $"merge:{correction.Other}",
        RowChoiceKind.SameAsRow => $"same-row:{correction.Other}",
        RowChoiceKind.MergeIntoRow => $"merge-row:{correction.Other}",
        _ => "",
    };
}
