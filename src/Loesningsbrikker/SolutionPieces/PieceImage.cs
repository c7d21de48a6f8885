using System.Text.Json.Serialization;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>A piece as a step of the journal keeps it. In a change a part that is null was not touched; a key of 0 means none.</summary>
public sealed record PieceImage
{
    /// <summary>Where it stands.</summary>
    [JsonPropertyName("g")]
    public PieceStage? Stage { get; init; }
    /// <summary>Who must act; no step of the journal changes it, but a draft that changed it since has a life of its own.</summary>
    [JsonPropertyName("k")]
    public PieceClass? Class { get; init; }
    /// <summary>The title.</summary>
    [JsonPropertyName("t")]
    public string? Title { get; init; }
    /// <summary>The description.</summary>
    [JsonPropertyName("d")]
    public string? Description { get; init; }
    /// <summary>Key of the theme; 0 for none.</summary>
    [JsonPropertyName("h")]
    public long? ThemeId { get; init; }
    /// <summary>Key of the piece it lives on as; 0 for none.</summary>
    [JsonPropertyName("m")]
    public long? MergedIntoId { get; init; }
    /// <summary>Keys of the institutions, lowest first.</summary>
    [JsonPropertyName("i")]
    public IReadOnlyList<long>? Institutions { get; init; }
    /// <summary>Keys of the strategies, lowest first.</summary>
    [JsonPropertyName("s")]
    public IReadOnlyList<long>? Strategies { get; init; }
    /// <summary>Keys of the challenges, lowest first.</summary>
    [JsonPropertyName("c")]
    public IReadOnlyList<long>? Challenges { get; init; }

    /// <summary>All of a piece; its lists must be loaded.</summary>
    public static PieceImage Of(SolutionPiece piece) => new()
    {
        Stage = piece.Stage, Class = piece.Class, Title = piece.Title, Description = piece.Description,
        ThemeId = piece.ThemeId ?? 0, MergedIntoId = piece.MergedIntoId ?? 0,
        Institutions = Keys(piece.Institutions.Select(i => i.Id)), Strategies = Keys(piece.Strategies.Select(s => s.Id)),
        Challenges = Keys(piece.Challenges.Select(c => c.Id)),
    };

    /// <summary>The parts of this image that are others in <paramref name="other"/>.</summary>
    public PieceImage ButWhatIsSameIn(PieceImage other) => new()
    {
        Stage = Stage == other.Stage ? null : Stage,
        Class = Class == other.Class ? null : Class,
        Title = Title == other.Title ? null : Title,
        Description = Description == other.Description ? null : Description,
        ThemeId = ThemeId == other.ThemeId ? null : ThemeId,
        MergedIntoId = MergedIntoId == other.MergedIntoId ? null : MergedIntoId,
        Institutions = Differs(Institutions, other.Institutions), Strategies = Differs(Strategies, other.Strategies),
        Challenges = Differs(Challenges, other.Challenges),
    };

    /// <summary>Whether every part that stands here is so in the piece; its lists must be loaded.</summary>
    public bool IsTrueOf(SolutionPiece piece)
    {
        var now = Of(piece);
        return (Stage is null || Stage == now.Stage) && (Class is null || Class == now.Class) && (Title is null || Title == now.Title)
            && (Description is null || Description == now.Description) && (ThemeId is null || ThemeId == now.ThemeId)
            && (MergedIntoId is null || MergedIntoId == now.MergedIntoId) && IsSame(Institutions, now.Institutions!)
            && IsSame(Strategies, now.Strategies!) && IsSame(Challenges, now.Challenges!);
    }

    private static IReadOnlyList<long>? Differs(IReadOnlyList<long>? own, IReadOnlyList<long>? other) =>
        own is null || other is not null && own.SequenceEqual(other) ? null : own;

    private static bool IsSame(IReadOnlyList<long>? own, IReadOnlyList<long> now) => own is null || own.SequenceEqual(now);

    private static List<long> Keys(IEnumerable<long> keys) => [.. keys.Order()];
}
