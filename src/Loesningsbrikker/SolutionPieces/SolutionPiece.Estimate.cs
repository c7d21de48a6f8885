using Loesningsbrikker.Budget;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What the piece is reckoned to cost. The estimate with its lines must be loaded before a verb is called.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Writes the estimate, or writes it anew.</summary>
    /// <param name="priceLevel">The year of the prices.</param>
    /// <param name="note">What it rests on; may be empty.</param>
    /// <param name="lines">The amounts that are known, one per year, kind and direction; what is missing is not calculated.</param>
    /// <returns>False when nothing was different.</returns>
    /// <exception cref="RuleException">A draft, no line, an amount out of range, or the note is too long.</exception>
    public bool WriteEstimate(
        EstimateStatus status, int priceLevel, string? note, IReadOnlyList<CostLine> lines, long? by, DateTime utcNow)
    {
        if (Stage is PieceStage.Draft or PieceStage.Merged)
            throw new RuleException(Stage == PieceStage.Draft ? "Brikken er en kladde. Formulér den, før den får en pris." : "Brikken er lagt sammen med en anden. Skriv prisen dér.");
        EnsureDefined(status, nameof(CostEstimate.Status));
        var text = PieceText.Lines(note);
        EnsureEstimate(priceLevel, text, lines);
        var estimate = Estimate;
        if (estimate is not null && estimate.Status == status && estimate.PriceLevel == priceLevel && estimate.Note == text && Same(estimate.Lines, lines))
            return false;
        var first = estimate is null;
        estimate ??= Estimate = new CostEstimate { ProcessId = ProcessId };
        (estimate.Status, estimate.PriceLevel, estimate.Note) = (status, priceLevel, text);
        (estimate.WrittenAtUtc, estimate.WrittenByUserId) = (utcNow, by);
        Replace(estimate.Lines, lines);
        Record(PieceEventKind.EstimateWritten, by, utcNow, null, e => e.Details = first ? $"{status.ToDanish()}." : $"Ændret: {status.ToDanish().ToLower(DanishText.Culture)}.");
        return true;
    }

    /// <summary>Takes the estimate away: the piece is not calculated again.</summary>
    /// <param name="reason">Why; always required.</param>
    /// <exception cref="RuleException">There is no estimate, the piece is merged, or the reason is missing.</exception>
    public void RemoveEstimate(string? reason, long? by, DateTime utcNow)
    {
        if (Stage == PieceStage.Merged)
            throw new RuleException("Brikken er lagt sammen med en anden og kan ikke ændres.");
        if (Estimate is null)
            throw new RuleException("Brikken har intet prisskøn at fjerne.");
        EnsureReason(reason);
        Record(PieceEventKind.EstimateRemoved, by, utcNow, reason, e => e.Details = $"Var: {Estimate.Status.ToDanish().ToLower(DanishText.Culture)}.");
        Estimate = null;
    }

    private static void EnsureEstimate(int priceLevel, string note, IReadOnlyList<CostLine> lines)
    {
        if (priceLevel is < 2000 or > 2100)
            throw new RuleException("Skriv det år, priserne er i, fx 2026.", nameof(CostEstimate.PriceLevel));
        if (note.Length > CostEstimate.MaxNoteLength)
            throw new RuleException($"Noten må højst fylde {CostEstimate.MaxNoteLength} tegn.", nameof(CostEstimate.Note));
        if (lines.Count == 0)
            throw new RuleException("Skriv mindst ét beløb. Koster brikken ingenting, så skriv 0.", nameof(CostEstimate.Lines));
        if (lines.Any(l => l.Amount is < 0 or > CostEstimate.MaxAmount))
            throw new RuleException("Et beløb skal være 0 eller mere. Skriv besparelser og tilskud som indtægt.", nameof(CostEstimate.Lines));
        if (lines.GroupBy(Key).Any(g => g.Count() > 1))
            throw new RuleException("Det samme år har to beløb af samme slags.", nameof(CostEstimate.Lines));
    }

    private void Replace(List<CostLine> stored, IReadOnlyList<CostLine> wanted)
    {
        // Rows that stay are changed in place, so that the change log tells what changed and nothing else.
        stored.RemoveAll(l => wanted.All(w => Key(w) != Key(l)));
        foreach (var line in wanted)
        {
            if (stored.Find(l => Key(l) == Key(line)) is { } same)
                same.Amount = line.Amount;
            else
                stored.Add(new CostLine { ProcessId = ProcessId, Year = line.Year, Kind = line.Kind, Direction = line.Direction, Amount = line.Amount });
        }
    }

    private static bool Same(List<CostLine> stored, IReadOnlyList<CostLine> wanted) =>
        stored.Count == wanted.Count && wanted.All(w => stored.Any(l => Key(l) == Key(w) && l.Amount == w.Amount));

    private static (int Year, CostKind Kind, CostDirection Direction) Key(CostLine line) => (line.Year, line.Kind, line.Direction);
}
