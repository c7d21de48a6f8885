namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>
/// Where what was put in or taken out begins and ends like its surroundings, several borders are equally right: in "… i. Ny sætning." the
/// first full stop or the last may be the new one. Moves such borders to where a reader sees them, at the ends of paragraphs, sentences or words, so
/// that a passage that ends right before is left whole.
/// </summary>
internal static class ChangeBorders
{
    private const int Furthest = 2000;

    /// <summary>The same stretches with their borders moved.</summary>
    public static IReadOnlyList<SameStretch> Move(IReadOnlyList<SameStretch> stretches, string oldText, string newText)
    {
        var moved = stretches.ToList();
        for (var i = 0; i + 1 < moved.Count; i++)
        {
            var (before, after) = (moved[i], moved[i + 1]);
            var shift = before.NewEnd == after.NewStart ? Best(oldText, before.OldEnd, after.OldStart, before.Length, after.Length)
                : before.OldEnd == after.OldStart ? Best(newText, before.NewEnd, after.NewStart, before.Length, after.Length)
                : 0;
            moved[i] = before with { Length = before.Length + shift };
            moved[i + 1] = new SameStretch(after.OldStart + shift, after.NewStart + shift, after.Length - shift);
        }
        moved.RemoveAll(s => s.Length == 0);
        return moved;
    }

    /// <summary>How far to the right (or left, when negative) the change [from, to) is best moved; what it leaves and what it takes are the same letters.</summary>
    private static int Best(string text, int from, int to, int roomBefore, int roomAfter)
    {
        var (best, score) = (0, Score(text, from, to));
        for (var shift = 1; shift <= Math.Min(roomAfter, Furthest) && text[from + shift - 1] == text[to + shift - 1]; shift++)
            if (Score(text, from + shift, to + shift) is var right && right > score)
                (best, score) = (shift, right);
        for (var shift = 1; shift <= Math.Min(roomBefore, Furthest) && text[from - shift] == text[to - shift]; shift++)
            if (Score(text, from - shift, to - shift) is var left && left > score)
                (best, score) = (-shift, left);
        return best;
    }

    private static int Score(string text, int from, int to)
    {
        if (IsLineBorder(text, from) && IsLineBorder(text, to))
            return 4;
        if (IsSentenceBorder(text, from) && IsSentenceBorder(text, to))
            return 3;
        if (char.IsWhiteSpace(text[from]) && (to == text.Length || char.IsWhiteSpace(text[to])))
            return 2;
        return IsWordBorder(text, from) && IsWordBorder(text, to) ? 1 : 0;
    }

    private static bool IsLineBorder(string text, int at) => at == 0 || at == text.Length || text[at] == '\n' || text[at - 1] == '\n';

    private static bool IsSentenceBorder(string text, int at) =>
        IsLineBorder(text, at) || (char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or '…');

    private static bool IsWordBorder(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]);
}
