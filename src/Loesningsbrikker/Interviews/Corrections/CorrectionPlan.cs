using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>A passage before a correction.</summary>
/// <param name="IsReleased">Whether it may leave the staff's area as a quotation.</param>
/// <param name="Prefix">The words kept of what stands before it.</param>
/// <param name="Suffix">The words kept of what stands after it.</param>
internal sealed record MarkedPassage(PassagePlace Place, bool IsReleased, string Prefix, string Suffix);

/// <summary>What a correction does to one passage.</summary>
/// <param name="OldSpeaker">Who spoke its words; several joined by commas.</param>
/// <param name="NewSpeaker">Who speaks them in the new text; the same while it has no place there.</param>
internal sealed record PlannedPassage(CarriedPassage Carried, MarkedPassage Marked, string OldSpeaker, string NewSpeaker)
{
    /// <summary>Key of the passage.</summary>
    public long Id => Carried.From.Id;

    /// <summary>Whether it may leave the staff's area as a quotation.</summary>
    public bool IsReleased => Marked.IsReleased;

    /// <summary>Whether only its offsets change: the words, and those around it, are the same letter by letter.</summary>
    public bool OnlyShifts => Carried is { Carry: PassageCarry.Unchanged, Range: { } range }
        && range.Quote == Carried.From.Quote && range.Prefix == Marked.Prefix && range.Suffix == Marked.Suffix;

    /// <summary>How far its beginning moves, in UTF-16 code units; null when it has no place.</summary>
    public int? Shift => Carried.Range?.StartUtf16 - Carried.From.StartUtf16;

    /// <summary>Whether the user must say what becomes of it.</summary>
    public bool AsksForChoice => Carried.Carry is PassageCarry.Reworded or PassageCarry.Relocated;

    /// <summary>Whether its words are said by somebody else now.</summary>
    public bool ChangesSpeaker => OldSpeaker != NewSpeaker;
}

/// <summary>
/// What a correction does to all that is tied to the text. The texts are compared once, then passages and sections are looked up, so
/// that the same plan can be made again when it is this request's turn to write and a colleague has marked something meanwhile.
/// </summary>
internal sealed class CorrectionPlan
{
    private readonly TextMap _map;
    private readonly ParagraphIndex _old;
    private readonly ParagraphIndex _new;

    public CorrectionPlan(IReadOnlyList<ParagraphText> oldParagraphs, IReadOnlyList<ParagraphText> newParagraphs)
    {
        (_old, _new) = (new ParagraphIndex(oldParagraphs), new ParagraphIndex(newParagraphs));
        _map = new TextMap(_old.Text, _new.Text);
        Comparison = new TextComparison(_old, _new);
    }

    /// <summary>What differs between the texts.</summary>
    public TextComparison Comparison { get; }

    /// <summary>The marks of a text.</summary>
    public static async Task<List<MarkedPassage>> PassagesAsync(LoesningsbrikkerContext db, long transcriptId)
    {
        var rows = await db.Passages.Where(p => p.TranscriptId == transcriptId && p.LooseSinceUtc == null).OrderBy(p => p.StartUtf16).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.StartUtf16, p.EndUtf16, p.Quote, IsReleased = p.ReleasedAtUtc != null, p.Prefix, p.Suffix }).ToListAsync();
        return [.. rows.Select(p => new MarkedPassage(new PassagePlace(p.Id, p.StartUtf16, p.EndUtf16, p.Quote), p.IsReleased, p.Prefix, p.Suffix))];
    }

    /// <summary>What becomes of the passages, in their order.</summary>
    public IReadOnlyList<PlannedPassage> Of(IEnumerable<MarkedPassage> passages)
    {
        var carrier = new PassageCarrier(_map);
        return [.. passages.Select(p => Plan(carrier.Carry(p.Place), p))];
    }

    /// <summary>Where a section of the interview guide lies in the new text; null when its paragraphs are gone.</summary>
    public (int StartUtf16, int EndUtf16)? Of(GuideSection section)
    {
        if (_map.Find(section.StartUtf16, section.EndUtf16) is not { KeptLetters: > 0 } found)
            return null;
        var (first, last) = (_new.At(found.StartUtf16), _new.At(Math.Max(found.StartUtf16, found.EndUtf16 - 1)));
        return (_new.StartOf(first), _new.EndOf(last));
    }

    /// <summary>Number of the old paragraph that holds the offset.</summary>
    public int OldNumber(int offset) => _old.At(offset) + 1;

    /// <summary>Number of the new paragraph that holds the offset.</summary>
    public int NewNumber(int offset) => _new.At(offset) + 1;

    private PlannedPassage Plan(CarriedPassage carried, MarkedPassage marked)
    {
        var before = _old.SpeakerOf(carried.From.StartUtf16, carried.From.EndUtf16);
        var after = carried.Range is { } range ? _new.SpeakerOf(range.StartUtf16, range.EndUtf16) : before;
        return new PlannedPassage(carried, marked, before, after);
    }
}
