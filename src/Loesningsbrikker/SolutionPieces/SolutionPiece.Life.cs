using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The verbs of a piece's life; each leaves a <see cref="PieceEvent"/>.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>Writes a new draft.</summary>
    /// <param name="number">The next number of the process.</param>
    /// <param name="title">The proposal in one line.</param>
    /// <param name="by">Key of the user; null for demo data.</param>
    /// <exception cref="RuleException">The title is empty or too long.</exception>
    public static SolutionPiece Draft(long processId, int number, PieceClass pieceClass, string title, long? by, DateTime utcNow)
    {
        var piece = new SolutionPiece
        {
            ProcessId = processId, Number = number, Class = pieceClass, Stage = PieceStage.Draft,
            CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        piece.SetTexts(title, "");
        piece.Record(PieceEventKind.Drafted, by, utcNow);
        return piece;
    }

    /// <summary>Changes title and description.</summary>
    /// <param name="reason">Why; required once the piece is formulated, because others have read it.</param>
    /// <exception cref="RuleException">The title is empty or too long, the piece is merged, or the reason is missing.</exception>
    public void Reword(string title, string description, string? reason, long? by, DateTime utcNow)
    {
        EnsureNotMerged();
        if (title.Trim() == Title && description.Trim() == Description)
            return;
        if (Stage != PieceStage.Draft)
            EnsureReason(reason);
        Record(PieceEventKind.Reworded, by, utcNow, reason, e => (e.OldTitle, e.OldDescription) = (Title, Description));
        SetTexts(title, description);
    }

    /// <summary>Draft → Formulated: ready to be read by others.</summary>
    /// <exception cref="RuleException">It is no draft, or has no description.</exception>
    public void Formulate(long? by, DateTime utcNow)
    {
        EnsureNotMerged();
        if (Stage != PieceStage.Draft)
            throw new RuleException("Brikken er allerede formuleret.");
        if (Description.Length == 0)
            throw new RuleException("Skriv en beskrivelse, før brikken kan blive formuleret.", nameof(Description));
        MoveTo(PieceStage.Formulated, PieceEventKind.Formulated, by, utcNow);
    }

    /// <summary>Changes who must act.</summary>
    /// <param name="reason">Why, in plain Danish; required from Formulated on.</param>
    /// <exception cref="RuleException">The class is the same, the piece is merged, or the reason is missing.</exception>
    public void Reclassify(PieceClass pieceClass, string? reason, long? by, DateTime utcNow)
    {
        EnsureNotMerged();
        if (pieceClass == Class)
            throw new RuleException($"Brikken er allerede {Class.ToDanish().ToLower(DanishText.Culture)}.", nameof(Class));
        if (Stage != PieceStage.Draft)
            EnsureReason(reason);
        Record(PieceEventKind.Reclassified, by, utcNow, reason, e => (e.FromClass, e.ToClass) = (Class, pieceClass));
        Class = pieceClass;
    }

    /// <summary>
    /// Ends this piece and lets <paramref name="survivor"/> go on for both. The codings are moved by the caller
    /// (the merge controller), because they are too many to load.
    /// </summary>
    /// <exception cref="RuleException">The two are the same, of different processes, one is merged, or the reason is missing.</exception>
    public void MergeInto(SolutionPiece survivor, string? reason, long? by, DateTime utcNow)
    {
        if (survivor.Id == Id || survivor.ProcessId != ProcessId)
            throw new RuleException("Vælg en anden brik i samme dialogproces at lægge sammen med.");
        EnsureNotMerged();
        survivor.EnsureNotMerged();
        if (Stage != PieceStage.Draft || survivor.Stage != PieceStage.Draft)
            EnsureReason(reason);
        MoveTo(PieceStage.Merged, PieceEventKind.MergedInto, by, utcNow, reason, e => e.OtherPieceId = survivor.Id);
        MergedIntoId = survivor.Id;
        survivor.Record(PieceEventKind.TookOver, by, utcNow, reason, e => e.OtherPieceId = Id);
    }

    /// <summary>Adds a line to the history.</summary>
    public PieceEvent Record(PieceEventKind kind, long? by, DateTime utcNow, string? reason = null, Action<PieceEvent>? details = null)
    {
        var line = new PieceEvent { ProcessId = ProcessId, Kind = kind, AtUtc = utcNow, ByUserId = by, Reason = reason?.Trim() ?? "" };
        details?.Invoke(line);
        Events.Add(line);
        return line;
    }

    private void MoveTo(
        PieceStage stage, PieceEventKind kind, long? by, DateTime utcNow, string? reason = null, Action<PieceEvent>? details = null)
    {
        var line = Record(kind, by, utcNow, reason, details);
        (line.FromStage, line.ToStage) = (Stage, stage);
        Stage = stage;
    }

    private void SetTexts(string title, string description)
    {
        title = title.Trim();
        if (title.Length == 0)
            throw new RuleException("Giv brikken en titel.", nameof(Title));
        if (title.Length > MaxTitleLength)
            throw new RuleException($"Titlen må højst fylde {MaxTitleLength} tegn.", nameof(Title));
        (Title, Description) = (title, description.Trim());
        TitleSortKey = DanishText.SortKey(Title);
        SearchText = DanishText.SearchForm(Title + "\n" + Description);
    }

    private void EnsureNotMerged()
    {
        if (Stage == PieceStage.Merged)
            throw new RuleException("Brikken er lagt sammen med en anden og kan ikke ændres.");
    }

    private static void EnsureReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleException("Skriv en begrundelse. Deltagerne kan læse den.", "Reason");
    }
}
