using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>
/// A transcript as one edits it: a line per paragraph, "Leder: …" where somebody speaks. Reading what was written gives back the same
/// paragraphs. A line is a speaker's only where it begins with one of the names given, since "Mål: …" may be what somebody said.
/// </summary>
public static class CorrectionText
{
    /// <summary>Stands before the words of a paragraph without a speaker that would look like a speaker's.</summary>
    private const string Nobody = ": ";

    /// <summary>Most speakers that one text may have.</summary>
    public const int MostSpeakers = 1000;

    /// <summary>The names, most often first.</summary>
    public static IReadOnlyList<string> Speakers(IEnumerable<ParagraphText> paragraphs) =>
        [.. paragraphs.Where(p => p.Speaker.Length > 0).GroupBy(p => p.Speaker).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>The text to be edited.</summary>
    public static string Write(IReadOnlyList<ParagraphText> paragraphs)
    {
        var names = ByLength(Speakers(paragraphs));
        // A blank line between paragraphs is easier on the eye, and means nothing.
        return string.Join("\n\n", paragraphs.Select(p => Line(p, names)));
    }

    /// <summary>The paragraphs of an edited text.</summary>
    /// <param name="speakers">The names, one a line.</param>
    /// <exception cref="RuleException">It is too long, has too many speakers, or nothing is left.</exception>
    public static IReadOnlyList<ParagraphText> Read(string text, string speakers)
    {
        if (text.Length > TranscriptFile.LongestText)
            throw new RuleException(TranscriptFile.TooLong, nameof(CorrectionForm.Text));
        var names = ByLength(CanonicalText.Paragraphs(speakers).Select(n => CanonicalText.OneLine(n, ParagraphText.LongestSpeaker)).Distinct());
        if (names.Count > MostSpeakers)
            throw new RuleException($"En tekst kan højst have {MostSpeakers} talere. Skriv en taler på hver linje.", nameof(CorrectionForm.Speakers));
        List<ParagraphText> paragraphs = [.. CanonicalText.Paragraphs(text).Select(line => Read(line, names)).Where(p => p.Text.Length > 0)];
        return paragraphs.Count switch
        {
            0 => throw new RuleException("Der er ingen tekst tilbage. En tekst kan rettes, men ikke tømmes.", nameof(CorrectionForm.Text)),
            > TranscriptFile.MostParagraphs => throw new RuleException("Teksten har mere end 50.000 afsnit.", nameof(CorrectionForm.Text)),
            _ => paragraphs,
        };
    }

    private static string Line(ParagraphText paragraph, List<string> names)
    {
        var line = paragraph.Speaker.Length == 0 ? paragraph.Text : $"{paragraph.Speaker}: {paragraph.Text}";
        return paragraph.Speaker.Length == 0 && Read(line, names) != paragraph ? Nobody + line : line;
    }

    private static ParagraphText Read(string line, List<string> names)
    {
        if (line.StartsWith(Nobody, StringComparison.Ordinal))
            return new ParagraphText("", line[Nobody.Length..]);
        var name = names.Find(n => line.Length > n.Length && line[n.Length] == ':' && line.StartsWith(n, StringComparison.Ordinal));
        return name is null ? new ParagraphText("", line) : new ParagraphText(name, line[(name.Length + 1)..].TrimStart());
    }

    /// <summary>The longest name first, so that "Leder: Nord" is not taken for "Leder".</summary>
    private static List<string> ByLength(IEnumerable<string> names) => [.. names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
}
