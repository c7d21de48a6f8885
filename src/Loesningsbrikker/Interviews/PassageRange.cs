using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>A stretch of a frozen transcript with its words and what stands around it; offsets in UTF-16 code units.</summary>
/// <param name="StartUtf16">Where it begins in the canonical text.</param>
/// <param name="EndUtf16">Where it ends, exclusive.</param>
/// <param name="Quote">The words.</param>
/// <param name="Prefix">Up to 32 code units before.</param>
/// <param name="Suffix">Up to 32 code units after.</param>
public sealed record PassageRange(int StartUtf16, int EndUtf16, string Quote, string Prefix, string Suffix)
{
    /// <summary>Longest passage in UTF-16 code units; longer ones say nothing in particular.</summary>
    public const int MaxLengthUtf16 = 20_000;

    // Asked at every coding; compiled once. It begins at the paragraph that the stretch begins in, which the key finds: asking for
    // paragraphs that end late enough would walk through the text from its beginning.
    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, int, int, IAsyncEnumerable<Paragraph>>> ParagraphsBetween =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long processId, long transcriptId, int fromUtf16, int toUtf16) => db.TranscriptParagraphs
            .Where(p => p.TranscriptId == transcriptId && p.StartUtf16 <= toUtf16
                        && p.StartUtf16 >= (db.TranscriptParagraphs.Where(f => f.TranscriptId == transcriptId && f.StartUtf16 <= fromUtf16).Max(f => (int?)f.StartUtf16) ?? 0)
                        && db.Transcripts.Any(t => t.Id == transcriptId && t.ProcessId == processId))
            .OrderBy(p => p.StartUtf16)
            .Select(p => new Paragraph(p.StartUtf16, p.Text))));

    /// <summary>
    /// Reads the stretch from the few paragraphs it touches, never the whole transcript. White space at the ends is
    /// left out, and an end inside a character (a surrogate pair, a letter with its accents, an emoji sequence) moves outwards.
    /// </summary>
    /// <param name="seen">The words as the reader saw them at these offsets; they must be what is stored.</param>
    /// <exception cref="NotFoundException">The transcript is not in this process.</exception>
    /// <exception cref="RuleException">The offsets are outside the text, or there are no words between them.</exception>
    /// <exception cref="ConflictException">The words at the offsets are others than those seen.</exception>
    public static async Task<PassageRange> ReadAsync(
        LoesningsbrikkerContext db, long processId, long transcriptId, int startUtf16, int endUtf16, string seen)
    {
        if (startUtf16 < 0 || endUtf16 <= startUtf16 || endUtf16 - startUtf16 > MaxLengthUtf16)
            throw new RuleException("Markér noget tekst, højst 20.000 tegn ad gangen.");
        var (text, offset) = await AroundAsync(db, processId, transcriptId, startUtf16, endUtf16);
        return Cut(text, offset, startUtf16, endUtf16, seen);
    }

    /// <summary>Cuts a stretch that was stored before once more out of the frozen text.</summary>
    /// <exception cref="NotFoundException">The transcript is not in this process.</exception>
    public static async Task<PassageRange> RereadAsync(LoesningsbrikkerContext db, long processId, long transcriptId, int startUtf16, int endUtf16)
    {
        var (text, offset) = await AroundAsync(db, processId, transcriptId, startUtf16, endUtf16);
        return Cut(text, offset, startUtf16, endUtf16, seen: null);
    }

    private static async Task<(string Text, int OffsetUtf16)> AroundAsync(
        LoesningsbrikkerContext db, long processId, long transcriptId, int startUtf16, int endUtf16)
    {
        var touched = new List<Paragraph>();
        await foreach (var paragraph in ParagraphsBetween.For(db)(
            db, processId, transcriptId, startUtf16 - Passage.ContextUtf16, endUtf16 + Passage.ContextUtf16))
            touched.Add(paragraph);
        return touched.Count > 0 ? (TranscriptText.Join(touched.Select(p => p.Text)), touched[0].StartUtf16) : throw new NotFoundException();
    }

    /// <summary>Cuts the stretch out of a piece of the canonical text.</summary>
    /// <param name="text">A piece of the canonical text that holds the stretch and what stands around it.</param>
    /// <param name="offsetUtf16">Where <paramref name="text"/> begins in the canonical text.</param>
    /// <param name="seen">The words that must stand there; null where nobody has seen them.</param>
    internal static PassageRange Cut(string text, int offsetUtf16, int startUtf16, int endUtf16, string? seen)
    {
        var (start, end) = (startUtf16 - offsetUtf16, endUtf16 - offsetUtf16);
        if (start < 0 || end > text.Length)
            throw new RuleException("Markeringen ligger uden for teksten.");
        if (seen is not null && !text.AsSpan(start, end - start).SequenceEqual(seen))
            throw new ConflictException("Teksten på skærmen er ikke den, der er gemt. Indlæs siden igen, og markér stedet på ny.");
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start == end)
            throw new RuleException("Markér noget tekst.");
        (start, end) = WholeCharacters(text, start, end);
        return new PassageRange(
            start + offsetUtf16, end + offsetUtf16, text[start..end],
            Before(text, start), After(text, end));
    }

    /// <summary>The stretch as it stands in the whole canonical text; its ends are between characters and at no white space.</summary>
    internal static PassageRange At(string text, int startUtf16, int endUtf16) =>
        new(startUtf16, endUtf16, text[startUtf16..endUtf16], Before(text, startUtf16), After(text, endUtf16));

    private static (int Start, int End) WholeCharacters(string text, int start, int end)
    {
        // Clusters never cross a line feed, so walking from the line's beginning is enough.
        var position = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        while (position < text.Length)
        {
            var next = position + StringInfo.GetNextTextElementLength(text, position);
            if (position < start && next > start)
                start = position;
            if (next >= end)
                return (start, position < end ? next : end);
            position = next;
        }
        return (start, end);
    }

    private static string Before(string text, int start)
    {
        var from = Math.Max(0, start - Passage.ContextUtf16);
        return text[(from < start && char.IsLowSurrogate(text[from]) ? from + 1 : from)..start];
    }

    private static string After(string text, int end)
    {
        var to = Math.Min(text.Length, end + Passage.ContextUtf16);
        return text[end..(to > end && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to)];
    }

    private sealed record Paragraph(int StartUtf16, string Text);
}
