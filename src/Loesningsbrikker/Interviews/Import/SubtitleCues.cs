using System.Net;
using System.Text.RegularExpressions;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What .vtt and .srt share: blocks of lines with a time line, cues with speakers, names in the words.</summary>
internal static partial class SubtitleCues
{
    private const string Arrow = "-->";

    /// <summary>The turns of a file; empty when its cues are blank.</summary>
    public static IReadOnlyList<ParagraphText> Turns(IEnumerable<string> lines, LeftOut leftOut)
    {
        var cues = Blocks(lines).SelectMany(block => CuesOf(block, leftOut)).ToList();
        return MeetingTranscript.Merge(cues.Exists(c => c.Speaker.Length > 0) ? cues : NamedInText(cues));
    }

    /// <summary>The lines of a file without what stands at their ends.</summary>
    public static IEnumerable<string> LinesOf(string text) => text.Split('\n').Select(l => l.TrimEnd('\r', ' ', '\t'));

    /// <summary>Whether the line says from when to when a cue is shown.</summary>
    public static bool IsTime(string line) => line.Contains(Arrow, StringComparison.Ordinal) && line.AsSpan().ContainsAnyInRange('0', '9');

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

    private static IEnumerable<ParagraphText> CuesOf(List<string> block, LeftOut leftOut)
    {
        if (IsRemark(block[0]))
            yield break;
        // An identifier may stand above the times.
        var times = IsTime(block[0]) ? 0 : block.Count > 1 && IsTime(block[1]) ? 1 : -1;
        if (times < 0)
        {
            leftOut.Add(LeftOutKind.Lines, block.Count);
            yield break;
        }
        var speaker = "";
        foreach (var part in VoicePattern().Split(string.Join(' ', block.Skip(times + 1))))
            if (part.StartsWith("<v", StringComparison.Ordinal))
                speaker = NameIn(part);
            else if (Words(part) is { Length: > 0 } words)
                yield return new ParagraphText(speaker, words);
    }

    /// <summary>Blocks that carry no words (WebVTT 4.1).</summary>
    private static bool IsRemark(string line) => line is "NOTE" or "STYLE" or "REGION" || line.StartsWith("NOTE ", StringComparison.Ordinal);

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

    // <i>, </v>, <00:01.000>, <FONT color="…">, and {\an8} of older players.
    [GeneratedRegex(@"</?[a-zA-Z0-9.:]*(?:[ \t][^<>]*)?>|\{\\[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagPattern();
}
