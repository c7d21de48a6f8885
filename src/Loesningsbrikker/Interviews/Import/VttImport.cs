using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>WebVTT as online meetings export it (W3C WebVTT): cues with speakers become turns; times and styles are left out.</summary>
public static partial class VttImport
{
    /// <summary>The turns of a file; empty when its cues are blank.</summary>
    /// <exception cref="RuleException">The file is no WebVTT.</exception>
    public static IReadOnlyList<ParagraphText> Read(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r', ' ', '\t')).ToList();
        if (!IsHeader(lines[0].TrimStart('\uFEFF')))
            throw new RuleException(
                "Filen hedder .vtt, men begynder ikke med WEBVTT. Er det ren tekst, så giv den endelsen .txt.", nameof(TranscriptForm.File));
        var cues = Blocks(lines.Skip(1)).SelectMany(CuesOf).ToList();
        return MeetingTranscript.Merge(cues.Exists(c => c.Speaker.Length > 0) ? cues : NamedInText(cues));
    }

    private static bool IsHeader(string line) =>
        line.StartsWith("WEBVTT", StringComparison.Ordinal) && (line.Length == 6 || line[6] is ' ' or '\t');

    private static IEnumerable<List<string>> Blocks(IEnumerable<string> lines)
    {
        var block = new List<string>();
        foreach (var line in lines.Append(""))
            if (line.Length > 0)
            {
                block.Add(line);
            }
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
    }

    private static IEnumerable<ParagraphText> CuesOf(List<string> block)
    {
        // An identifier may stand above the times; NOTE, STYLE and REGION blocks have no times.
        var times = block.Take(2).ToList().FindIndex(l => l.Contains("-->", StringComparison.Ordinal));
        if (times < 0 || block[0].StartsWith("NOTE ", StringComparison.Ordinal))
            yield break;
        var speaker = "";
        foreach (var part in VoicePattern().Split(string.Join(' ', block.Skip(times + 1))))
            if (part.StartsWith("<v", StringComparison.Ordinal))
                speaker = NameIn(part);
            else if (Words(part) is { Length: > 0 } words)
                yield return new ParagraphText(speaker, words);
    }

    /// <summary>Some services write "Leder: …" into the words instead of a voice tag.</summary>
    private static IEnumerable<ParagraphText> NamedInText(List<ParagraphText> cues)
    {
        var labels = SpeakerLabels.Find(cues.Select(c => c.Text));
        var turns = labels.Split(cues.Select(c => c.Text)).ToList();
        return turns.Count(t => t.Speaker.Length > 0) * 2 >= cues.Count ? turns : cues;
    }

    private static string NameIn(string tag)
    {
        var space = tag.IndexOfAny([' ', '\t']);
        return space < 0 ? "" : CanonicalText.OneLine(WebUtility.HtmlDecode(tag[space..^1]), ParagraphText.LongestSpeaker);
    }

    private static string Words(string part) =>
        CanonicalText.OneLine(WebUtility.HtmlDecode(TagPattern().Replace(part, "")), int.MaxValue);

    [GeneratedRegex(@"(?<tag><v(?:\.[^<>\s]*)?(?:[ \t][^<>]*)?>)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VoicePattern();

    [GeneratedRegex(@"</?[a-z0-9.:]*(?:[ \t][^<>]*)?>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagPattern();
}
