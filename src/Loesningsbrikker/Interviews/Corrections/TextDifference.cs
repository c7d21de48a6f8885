namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Whether a part of two texts stands in both, or in one.</summary>
public enum DifferenceKind
{
    /// <summary>In both.</summary>
    Same,
    /// <summary>In the old one only.</summary>
    Removed,
    /// <summary>In the new one only.</summary>
    Added,
}

/// <summary>A part of two texts as they are shown beside or inside each other.</summary>
public sealed record DifferencePart(DifferenceKind Kind, string Text);

/// <summary>What a reader is shown of two versions of a stretch.</summary>
public static class TextDifference
{
    /// <summary>The parts in order: what was taken away stands before what came instead.</summary>
    public static IReadOnlyList<DifferencePart> Parts(string oldText, string newText)
    {
        var parts = new List<DifferencePart>();
        var (oldAt, newAt) = (0, 0);
        foreach (var same in Readable(TextDiff.Compare(oldText, newText), oldText, newText))
        {
            Add(parts, DifferenceKind.Removed, oldText[oldAt..same.OldStart]);
            Add(parts, DifferenceKind.Added, newText[newAt..same.NewStart]);
            Add(parts, DifferenceKind.Same, oldText[same.OldStart..same.OldEnd]);
            (oldAt, newAt) = (same.OldEnd, same.NewEnd);
        }
        return parts;
    }

    /// <summary>The same with long stretches that did not change cut in the middle.</summary>
    public static IReadOnlyList<DifferencePart> Shortened(IReadOnlyList<DifferencePart> parts) =>
        [.. parts.Select(p => p.Kind == DifferenceKind.Same && p.Text.Length > 2 * Context + 20 ? p with { Text = Ends(p.Text) } : p)];

    private const int Context = 80;

    private static string Ends(string text) =>
        text[..CharacterBorder.AtOrBefore(text, Context)] + " … " + text[CharacterBorder.AtOrAfter(text, text.Length - Context)..];

    /// <summary>
    /// Words that changed are shown as whole words, and a lone space or comma between two changes joins them: a reader looks for words,
    /// not for the letters that two words happen to share.
    /// </summary>
    private static IEnumerable<SameStretch> Readable(IReadOnlyList<SameStretch> stretches, string oldText, string newText)
    {
        foreach (var stretch in stretches)
        {
            var (from, to) = (0, stretch.Length);
            while (from < to && CutsAWord(oldText, stretch.OldStart + from, newText, stretch.NewStart + from))
                from++;
            while (to > from && CutsAWord(oldText, stretch.OldStart + to, newText, stretch.NewStart + to))
                to--;
            var inner = !(stretch.OldStart == 0 && stretch.NewStart == 0) && !(stretch.OldEnd == oldText.Length && stretch.NewEnd == newText.Length);
            if (to > from && !(inner && Letters.Count(oldText.AsSpan(stretch.OldStart + from, to - from)) == 0))
                yield return new SameStretch(stretch.OldStart + from, stretch.NewStart + from, to - from);
        }
        yield return new SameStretch(oldText.Length, newText.Length, 0);
    }

    private static bool CutsAWord(string oldText, int oldAt, string newText, int newAt) => IsInside(oldText, oldAt) || IsInside(newText, newAt);

    private static bool IsInside(string text, int at) =>
        at > 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || char.IsLowSurrogate(text[at])) && (char.IsLetterOrDigit(text[at - 1]) || char.IsHighSurrogate(text[at - 1]));

    private static void Add(List<DifferencePart> parts, DifferenceKind kind, string text)
    {
        if (text.Length > 0)
            parts.Add(new DifferencePart(kind, text));
    }
}
