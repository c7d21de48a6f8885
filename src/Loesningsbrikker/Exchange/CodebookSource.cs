using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Exchange;

/// <summary>
/// The codebook of a process: pieces below a heading for their class, challenges below one of their own, themes as sets. Drafts are codes
/// like the others; a merged piece lives on in another and is none.
/// </summary>
internal sealed class CodebookSource
{
    private readonly Dictionary<(ExchangeIdKind Kind, long Id), (Guid Guid, int Order)> _codes = [];

    /// <summary>The headings with what stands below them.</summary>
    public required IReadOnlyList<QdaCode> Codes { get; init; }
    /// <summary>The themes.</summary>
    public required IReadOnlyList<QdaSet> Themes { get; init; }
    /// <summary>Which piece answers which challenge.</summary>
    public required IReadOnlyList<QdaLink> Links { get; init; }

    /// <summary>Reads it within the snapshot.</summary>
    public static CodebookSource Read(LoesningsbrikkerContext db, CurrentProcess current, ExchangeKeys keys)
    {
        var pieces = Pieces(db, current);
        var challenges = db.Challenges.Where(c => c.ProcessId == current.Id)
            .Select(c => new CodeRow(c.Id, 0, default, c.Title, c.Description, c.ThemeId)).AsEnumerable()
            .OrderBy(c => c.Title, StringComparer.Ordinal).ThenBy(c => keys.Of(ExchangeIdKind.Challenge, c.Id)).ToList();
        QdaCode Code(ExchangeIdKind kind, CodeRow row, string name) => new(keys.Of(kind, row.Id), name, IsCodable: true, row.Description, []);
        var source = new CodebookSource
        {
            Codes =
            [
                .. Enum.GetValues<PieceClass>().Select(of => new QdaCode(ExchangeWords.HeadingGuid(of), ExchangeWords.Heading(of), IsCodable: false, "",
                    [.. pieces.Where(p => p.Class == of).Select(p => Code(ExchangeIdKind.Piece, p, ExchangeWords.Label(current.Process.Prefix, p.Number, p.Title)))])),
                new QdaCode(ExchangeWords.ChallengesGuid, ExchangeWords.Challenges, IsCodable: false, "",
                    [.. challenges.Select(c => Code(ExchangeIdKind.Challenge, c, c.Title))]),
            ],
            Themes = Sets(db, current.Id, keys, pieces, challenges),
            Links = AnswersOf(db, current.Id, keys, pieces),
        };
        foreach (var (kind, rows) in new[] { (ExchangeIdKind.Piece, pieces), (ExchangeIdKind.Challenge, challenges) })
            foreach (var row in rows)
                source._codes[(kind, row.Id)] = (keys.Of(kind, row.Id), source._codes.Count);
        return source;
    }

    /// <summary>GUID and place of what a coding points at; null when it is no code, being merged away.</summary>
    public (Guid Guid, int Order)? CodeOf(long? pieceId, long? challengeId)
    {
        var key = pieceId is { } piece ? (ExchangeIdKind.Piece, piece) : (ExchangeIdKind.Challenge, challengeId!.Value);
        return _codes.TryGetValue(key, out var found) ? found : null;
    }

    private static List<CodeRow> Pieces(LoesningsbrikkerContext db, CurrentProcess current) =>
        [.. db.SolutionPieces.VisibleTo(current, db).Where(p => p.Stage != PieceStage.Merged)
            .Select(p => new CodeRow(p.Id, p.Number, p.Class, p.Title, p.Description, p.ThemeId)).AsEnumerable()
            .OrderBy(p => p.Class).ThenBy(p => p.Number)];

    private static List<QdaSet> Sets(LoesningsbrikkerContext db, long processId, ExchangeKeys keys, List<CodeRow> pieces, List<CodeRow> challenges) =>
        [.. db.Themes.Where(t => t.ProcessId == processId).Select(t => new { t.Id, t.Name }).AsEnumerable()
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => new QdaSet(keys.Of(ExchangeIdKind.Theme, t.Id), ExchangeWords.ThemePrefix + t.Name,
            [
                .. pieces.Where(p => p.ThemeId == t.Id).Select(p => keys.Of(ExchangeIdKind.Piece, p.Id)),
                .. challenges.Where(c => c.ThemeId == t.Id).Select(c => keys.Of(ExchangeIdKind.Challenge, c.Id)),
            ]))];

    private static List<QdaLink> AnswersOf(LoesningsbrikkerContext db, long processId, ExchangeKeys keys, List<CodeRow> pieces)
    {
        var answers = (from piece in db.SolutionPieces
                       from challenge in piece.Challenges
                       where piece.ProcessId == processId
                       select new { PieceId = piece.Id, ChallengeId = challenge.Id }).ToLookup(a => a.PieceId, a => a.ChallengeId);
        return [.. from piece in pieces
                   let origin = keys.Of(ExchangeIdKind.Piece, piece.Id)
                   from target in answers[piece.Id].Select(c => keys.Of(ExchangeIdKind.Challenge, c)).Order()
                   select new QdaLink(StableGuid.Below(origin, "answers", target.ToString("D")), ExchangeWords.Answers, origin, target)];
    }

    private sealed record CodeRow(long Id, int Number, PieceClass Class, string Title, string Description, long? ThemeId);
}
