using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>SubRip subtitles, as transcription services export them: numbered cues with times; names stand in the words.</summary>
public static class SrtImport
{
    /// <summary>The turns of a file; empty when its cues are blank.</summary>
    /// <param name="leftOut">Told which lines could not be read; null when nobody asks.</param>
    /// <exception cref="RuleException">The file holds no subtitles.</exception>
    public static IReadOnlyList<ParagraphText> Read(string text, LeftOut? leftOut = null)
    {
        var lines = SubtitleCues.LinesOf(text.TrimStart('\uFEFF')).ToList();
        return lines.Exists(SubtitleCues.IsTime)
            ? SubtitleCues.Turns(lines, leftOut ?? new LeftOut())
            : throw new RuleException(
                "Filen hedder .srt, men der er ingen undertekster i den. Er det ren tekst, så giv den endelsen .txt.", nameof(TranscriptForm.File));
    }
}
