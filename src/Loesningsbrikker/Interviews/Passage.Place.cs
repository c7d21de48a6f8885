using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews;

/// <summary>A passage goes along to a corrected text, or comes loose and is placed anew. Its key stays the same.</summary>
public sealed partial class Passage
{
    /// <summary>
    /// When it came loose (løsrevet), in UTC: a corrected text no longer had its words. Null while it has its place in the newest text.
    /// A loose passage keeps the text, the offsets and the words that it had, so these always fit each other.
    /// </summary>
    public DateTime? LooseSinceUtc { get; set; }

    /// <summary>Goes along to a newer text, to the words that stand there.</summary>
    /// <param name="transcriptId">Key of the newer text, which the range was cut from.</param>
    public void CarryTo(long transcriptId, PassageRange range)
    {
        (TranscriptId, StartUtf16, EndUtf16) = (transcriptId, range.StartUtf16, range.EndUtf16);
        (Quote, Prefix, Suffix) = (range.Quote, range.Prefix, range.Suffix);
        LooseSinceUtc = null;
    }

    /// <summary>Comes loose: a newer text has no place for it.</summary>
    /// <exception cref="RuleException">It is loose already.</exception>
    public void Loosen(DateTime utcNow)
    {
        if (LooseSinceUtc is not null)
            throw new RuleException("Uddraget er allerede løsrevet.");
        LooseSinceUtc = utcNow;
    }

    /// <summary>Gets a place in the newest text again.</summary>
    /// <param name="transcriptId">Key of the newest text, which the range was cut from.</param>
    /// <exception cref="RuleException">It is not loose.</exception>
    public void PlaceAnew(long transcriptId, PassageRange range)
    {
        if (LooseSinceUtc is null)
            throw new RuleException("Uddraget er ikke løsrevet længere. En kollega har måske givet det en plads.");
        CarryTo(transcriptId, range);
    }
}
