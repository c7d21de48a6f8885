using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>WebVTT as online meetings export it (W3C WebVTT): cues with speakers become turns; times and styles are left out.</summary>
public static class VttImport
{
    /// <summary>The turns of a file; empty when its cues are blank.</summary>
    /// <param name="leftOut">Told which lines could not be read; null when nobody asks.</param>
    /// <exception cref="RuleException">The file is no WebVTT.</exception>
    public static IReadOnlyList<ParagraphText> Read(string text, LeftOut? leftOut = null)
    {
        var lines = SubtitleCues.LinesOf(text).ToList();
        if (!IsHeader(lines[0].TrimStart('\uFEFF')))
            throw new RuleException(
                "Filen hedder .vtt, men begynder ikke med WEBVTT. Er det ren tekst, så giv den endelsen .txt.", nameof(TranscriptForm.File));
        // The header ends with the first blank line.
        return SubtitleCues.Turns(lines.Skip(1).SkipWhile(l => l.Length > 0 && !SubtitleCues.IsTime(l)), leftOut ?? new LeftOut());
    }

    private static bool IsHeader(string line) =>
        line.StartsWith("WEBVTT", StringComparison.Ordinal) && (line.Length == 6 || line[6] is ' ' or '\t');
}
