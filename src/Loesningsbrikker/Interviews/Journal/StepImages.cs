using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>
/// What a step did to rows, small enough to be stored with each coding. A row that was made has no image before, one that is gone
/// none after. The words of a passage are not here: they are cut anew from the frozen transcript.
/// </summary>
public sealed record StepImages
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Passages made, changed or taken away; null for none.</summary>
    [JsonPropertyName("p")]
    public IReadOnlyList<RowChange<PassageImage>>? Passages { get; init; }

    /// <summary>Codings made or taken away; null for none.</summary>
    [JsonPropertyName("c")]
    public IReadOnlyList<RowChange<CodingImage>>? Codings { get; init; }

    /// <summary>Pieces drafted, withdrawn or changed; null for none.</summary>
    [JsonPropertyName("b")]
    public IReadOnlyList<RowChange<PieceImage>>? Pieces { get; init; }

    /// <summary>Codings that went from one piece to another; null for none.</summary>
    [JsonPropertyName("m")]
    public MovedCodings? Moved { get; init; }

    /// <summary>The same the other way round.</summary>
    public StepImages Reversed() => new()
    {
        Passages = Passages?.Select(c => c.Reversed()).ToList(), Codings = Codings?.Select(c => c.Reversed()).ToList(),
        Pieces = Pieces?.Select(c => c.Reversed()).ToList(), Moved = Moved?.Reversed(),
    };

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what was stored; null when it was erased.</summary>
    public static StepImages? Of(CodingStep step) => step.Images.Length == 0 ? null : JsonSerializer.Deserialize<StepImages>(step.Images, Options);
}

/// <summary>One row before and after a step.</summary>
/// <param name="Id">Key of the row.</param>
/// <param name="Before">Null when the step made the row.</param>
/// <param name="After">Null when the step took the row away.</param>
public sealed record RowChange<T>(
    [property: JsonPropertyName("i")] long Id, [property: JsonPropertyName("f")] T? Before, [property: JsonPropertyName("t")] T? After)
    where T : class
{
    /// <summary>The same the other way round.</summary>
    public RowChange<T> Reversed() => new(Id, After, Before);
}

/// <summary>Codings that changed piece in one go.</summary>
/// <param name="FromPieceId">Key of the piece they left.</param>
/// <param name="ToPieceId">Key of the piece they came to.</param>
/// <param name="CodingIds">Their keys.</param>
public sealed record MovedCodings(
    [property: JsonPropertyName("f")] long FromPieceId, [property: JsonPropertyName("t")] long ToPieceId, [property: JsonPropertyName("i")] IReadOnlyList<long> CodingIds)
{
    /// <summary>The same the other way round.</summary>
    public MovedCodings Reversed() => new(ToPieceId, FromPieceId, CodingIds);
}

/// <summary>A passage. In a change a part that is null was not touched; of a row made or taken away all parts stand here.</summary>
public sealed record PassageImage
{
    /// <summary>Key of the transcript version.</summary>
    [JsonPropertyName("t")]
    public long? TranscriptId { get; init; }
    /// <summary>Where it begins, in UTF-16 code units.</summary>
    [JsonPropertyName("s")]
    public int? StartUtf16 { get; init; }
    /// <summary>Where it ends, exclusive, in UTF-16 code units.</summary>
    [JsonPropertyName("e")]
    public int? EndUtf16 { get; init; }
    /// <summary>The note.</summary>
    [JsonPropertyName("n")]
    public string? Note { get; init; }
    /// <summary>When it was marked, in UTC.</summary>
    [JsonPropertyName("a")]
    public DateTime? CreatedAtUtc { get; init; }
    /// <summary>Who marked it.</summary>
    [JsonPropertyName("u")]
    public long? CreatedByUserId { get; init; }
    /// <summary>When it was released as a quotation, in UTC; null while it is not.</summary>
    [JsonPropertyName("r")]
    public DateTime? ReleasedAtUtc { get; init; }
    /// <summary>Who released it.</summary>
    [JsonPropertyName("v")]
    public long? ReleasedByUserId { get; init; }

    /// <summary>All of a passage.</summary>
    public static PassageImage Of(Passage passage) => new()
    {
        TranscriptId = passage.TranscriptId, StartUtf16 = passage.StartUtf16, EndUtf16 = passage.EndUtf16, Note = passage.Note,
        CreatedAtUtc = passage.CreatedAtUtc, CreatedByUserId = passage.CreatedByUserId,
        ReleasedAtUtc = passage.ReleasedAtUtc, ReleasedByUserId = passage.ReleasedByUserId,
    };

    /// <summary>Where a passage lies.</summary>
    public static PassageImage RangeOf(Passage passage) =>
        new() { TranscriptId = passage.TranscriptId, StartUtf16 = passage.StartUtf16, EndUtf16 = passage.EndUtf16 };
}

/// <summary>A coding; all of it, because codings come and go and are never changed but by <see cref="MovedCodings"/>.</summary>
public sealed record CodingImage
{
    /// <summary>Key of the passage.</summary>
    [JsonPropertyName("p")]
    public long PassageId { get; init; }
    /// <summary>Key of the piece; null when tied to a challenge.</summary>
    [JsonPropertyName("b")]
    public long? SolutionPieceId { get; init; }
    /// <summary>Key of the challenge; null when tied to a piece.</summary>
    [JsonPropertyName("h")]
    public long? ChallengeId { get; init; }
    /// <summary>When, in UTC.</summary>
    [JsonPropertyName("a")]
    public DateTime CodedAtUtc { get; init; }
    /// <summary>Who; null for demo data.</summary>
    [JsonPropertyName("u")]
    public long? CodedByUserId { get; init; }

    /// <summary>All of a coding whose passage has its key.</summary>
    public static CodingImage Of(Coding coding) => new()
    {
        PassageId = coding.PassageId, SolutionPieceId = coding.SolutionPieceId, ChallengeId = coding.ChallengeId,
        CodedAtUtc = coding.CodedAtUtc, CodedByUserId = coding.CodedByUserId,
    };
}
