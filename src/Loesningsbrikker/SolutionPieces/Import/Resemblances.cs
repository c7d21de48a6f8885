namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Finds what each row may be the same as, and settles by that and by the user's choice what becomes of it.</summary>
internal sealed class Resemblances
{
    private const int Most = 3;
    private const double SameNumberLeast = 0.25;

    private readonly ImportContext _context;
    private readonly IReadOnlyList<PreviewRow> _rows;
    private readonly List<(ExistingPiece Piece, Comparable Text)> _pieces;
    private readonly Dictionary<int, Comparable> _texts;
    private readonly List<(PreviewRow Row, Comparable Text)> _earlier = [];

    public Resemblances(ImportContext context, IReadOnlyList<PreviewRow> rows)
    {
        (_context, _rows) = (context, rows);
        var pieces = context.Pieces.Where(p => p.Stage != PieceStage.Merged).Select(p => (Piece: p, Text: Comparable.Of(p.Title, p.Description))).ToList();
        var texts = rows.Where(r => r.Status != RowStatus.NoPiece).Select(r => (r.Index, Text: Comparable.Of(r.Values.Title, r.Values.Description))).ToList();
        var common = Trigrams.Common([.. pieces.Select(p => p.Text.TextGrams), .. texts.Select(t => t.Text.TextGrams)]);
        _pieces = [.. pieces.Select(p => (p.Piece, p.Text.Without(common)))];
        _texts = texts.ToDictionary(t => t.Index, t => t.Text.Without(common));
    }

    /// <summary>The rows with their status.</summary>
    public IReadOnlyList<PreviewRow> Settle() => [.. _rows.Select(r => r.Status == RowStatus.NoPiece ? r : Settle(r))];

    private PreviewRow Settle(PreviewRow row)
    {
        var text = _texts[row.Index];
        var known = KnownAs(row);
        var found = known is null ? Find(row, text) : [];
        var settled = Chosen(row with { Resemblances = found }, known);
        if (settled.Status is RowStatus.New or RowStatus.Resembles or RowStatus.Unclear)
            _earlier.Add((settled, text));
        return settled;
    }

    /// <summary>The piece that this very row was brought in as; null when it was not.</summary>
    private ExistingPiece? KnownAs(PreviewRow row) =>
        _context.Origins.TryGetValue(row.Fingerprint, out var number)
            ? _context.Piece(number)
            : row.Values.Number.Length == 0 ? null : _context.Pieces.FirstOrDefault(p =>
                p.FormerNumber == row.Values.Number && Words.Plain(p.Title) == Words.Plain(row.Values.Title));

    private List<Resemblance> Find(PreviewRow row, Comparable text)
    {
        var pieces = _pieces.Select(p => (p.Piece, Found: text.Resembles(p.Text) ?? SameNumber(row, text, p)))
            .Where(p => p.Found is not null)
            .Select(p => new Resemblance(
                p.Piece.Number, null, p.Piece.Name, p.Piece.Title, p.Found!.Value.Degree, p.Found.Value.Why,
                PieceLife.Allows(PieceStep.Reword, p.Piece.Class, p.Piece.Stage)));
        var earlier = _earlier.Select(e => (e.Row, Found: e.Row.Fingerprint == row.Fingerprint ? (1, "Rækkerne er ens.") : text.Resembles(e.Text)))
            .Where(e => e.Found is not null)
            .Select(e => new Resemblance(null, e.Row.Index, e.Row.Place, e.Row.Values.Title, e.Found!.Value.Degree, e.Found.Value.Why, MayMerge: true));
        return [.. pieces.Concat(earlier).OrderByDescending(r => r.Degree).Take(Most)];
    }

    /// <summary>The same former number alone says little: every table counts from 1.</summary>
    private static (double Degree, string Why)? SameNumber(PreviewRow row, Comparable text, (ExistingPiece Piece, Comparable Text) other)
    {
        if (row.Values.Number.Length == 0 || other.Piece.FormerNumber != row.Values.Number)
            return null;
        var degree = Math.Max(text.TitleGrams.Similarity(other.Text.TitleGrams), text.TextGrams.Similarity(other.Text.TextGrams));
        return degree >= SameNumberLeast ? (degree, $"Den har samme tidligere nummer ({row.Values.Number}), og teksterne ligner hinanden.") : null;
    }

    private PreviewRow Chosen(PreviewRow row, ExistingPiece? known)
    {
        var (choice, other) = (row.Correction.Choice, row.Correction.Other);
        switch (choice)
        {
            case RowChoiceKind.LeaveOut:
                return row with { Status = RowStatus.LeftOut };
            case RowChoiceKind.Same when _context.Piece(other) is not null:
            case RowChoiceKind.SameAsRow when _earlier.Exists(e => e.Row.Index == other):
                return row with { Status = RowStatus.LeftOut };
            case RowChoiceKind.MergeInto when _context.Piece(other) is { } piece:
                return MayTake(row, PieceLife.Refusal(PieceStep.Reword, piece.Class, piece.Stage), piece.Description);
            case RowChoiceKind.MergeIntoRow when _earlier.Find(e => e.Row.Index == other).Row is { } target:
                return MayTake(row, target.Status == RowStatus.New ? null : $"Teksten skal lægges til {target.Place}, men den er ikke klar.", target.Values.Description);
        }
        if (known is not null && choice != RowChoiceKind.New)
            return row with { Status = RowStatus.AlreadyIn, Remarks = [$"Rækken er indlæst før. Den er {known.Name} »{known.Title}«."] };
        if (row.Problems.Count > 0)
            return row with { Status = RowStatus.Unclear };
        return row with { Status = row.Resemblances.Count > 0 && choice != RowChoiceKind.New ? RowStatus.Resembles : RowStatus.New };
    }

    private static PreviewRow MayTake(PreviewRow row, string? refusal, string before)
    {
        refusal ??= before.Length + row.Values.Title.Length + row.Values.Description.Length + 10 > SolutionPiece.MaxDescriptionLength
            ? $"Sammen fylder teksterne mere end {SolutionPiece.MaxDescriptionLength} tegn." : null;
        return refusal is null ? row with { Status = RowStatus.Merged } : row with { Status = RowStatus.Unclear, Problems = [refusal] };
    }
}
