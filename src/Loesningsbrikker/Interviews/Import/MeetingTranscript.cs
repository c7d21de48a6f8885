using System.Text;
using System.Text.RegularExpressions;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Transcripts as online meetings write them: a line with the name and the time ("Mette Prøve   0:03"), or a cue line
/// ("0:0:0.0 --&gt; 0:0:2.5") and then the name; the lines after it are what that person said.
/// </summary>
internal static partial class MeetingTranscript
{
    private const int FewestHeaders = 2;
    private const int LongestName = 60;

    /// <summary>The turns; null when the lines are not written like that.</summary>
    public static IReadOnlyList<ParagraphText>? TryRead(IReadOnlyList<string> lines)
    {
        var filled = lines.Where(l => l.Length > 0).ToList();
        var headers = filled.Count(l => NameAndTime(l) is not null);
        var cues = filled.Count(IsCue);
        if (cues >= FewestHeaders && cues * 4 >= filled.Count)
            return Merge(FromCues(filled));
        return headers >= FewestHeaders && headers * 5 >= filled.Count ? FromHeaders(filled) : null;
    }

    private static List<ParagraphText> FromHeaders(List<string> lines)
    {
        var turns = new List<ParagraphText>();
        var speaker = "";
        foreach (var line in lines)
            if (NameAndTime(line) is { } name)
                speaker = name;
            else
                turns.Add(new ParagraphText(speaker, line));
        return turns;
    }

    private static IEnumerable<ParagraphText> FromCues(List<string> lines)
    {
        var speaker = "";
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsCue(lines[i]))
                yield return new ParagraphText(speaker, lines[i]);
            else if (i + 2 < lines.Count && lines[i + 1].Length <= LongestName && !IsCue(lines[i + 2]))
                speaker = lines[++i];
        }
    }

    /// <summary>Joins what one person says in a row into turns; a long turn is cut where a sentence ends.</summary>
    internal static List<ParagraphText> Merge(IEnumerable<ParagraphText> cues)
    {
        var turns = new List<ParagraphText>();
        var text = new StringBuilder();
        var (speaker, previous) = ("", default(ParagraphText));
        foreach (var cue in cues)
        {
            // Rolling captions show every line twice.
            if (cue == previous && cue.Text.Length >= 20)
                continue;
            var longEnough = text.Length > (cue.Speaker.Length == 0 ? 300 : 1200) && text[^1] is '.' or '!' or '?';
            if (text.Length > 0 && (cue.Speaker != speaker || longEnough))
            {
                turns.Add(new ParagraphText(speaker, text.ToString()));
                text.Clear();
            }
            text.Append(text.Length > 0 ? " " : "").Append(cue.Text);
            (speaker, previous) = (cue.Speaker, cue);
        }
        if (text.Length > 0)
            turns.Add(new ParagraphText(speaker, text.ToString()));
        return turns;
    }

    private static bool IsCue(string line) => line.Length is > 12 and < 40 && char.IsAsciiDigit(line[0]) && CuePattern().IsMatch(line);

    private static string? NameAndTime(string line) =>
        line.Length is > 6 and <= LongestName + 10 && line[^3] == ':' && HeaderPattern().Match(line) is { Success: true } match ? match.Groups["name"].Value.TrimEnd() : null;

    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}\p{M}\d .'’()-]{0,59})[ ](?:\d{1,2}:)?\d{1,2}:\d{2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderPattern();

    [GeneratedRegex(@"^\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})? --> \d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CuePattern();
}
