using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews;

/// <summary>Where a passage lies.</summary>
public sealed partial class Passage
{
    /// <summary>Lets it lie elsewhere, with the words that stand there.</summary>
    /// <param name="transcriptId">Key of the transcript that the offsets count in.</param>
    /// <exception cref="RuleException">It is released as a quotation: others have read these words.</exception>
    public void Move(long transcriptId, PassageRange range)
    {
        if (ReleasedAtUtc is not null)
            throw new RuleException("Uddraget er frigivet som citat, og andre kan have læst det. Træk citatet tilbage, før du flytter grænsen.");
        (TranscriptId, StartUtf16, EndUtf16) = (transcriptId, range.StartUtf16, range.EndUtf16);
        (Quote, Prefix, Suffix) = (range.Quote, range.Prefix, range.Suffix);
    }
}
