using System.Runtime.InteropServices;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>A stretch that two texts share.</summary>
/// <param name="OldStart">Where it begins in the old text, in UTF-16 code units.</param>
/// <param name="NewStart">Where it begins in the new one, in UTF-16 code units.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SameStretch(int OldStart, int NewStart, int Length)
{
    /// <summary>Where it ends in the old text, exclusive.</summary>
    public int OldEnd => OldStart + Length;

    /// <summary>Where it ends in the new text, exclusive.</summary>
    public int NewEnd => NewStart + Length;
}

/// <summary>
/// What two texts share: whole paragraphs first, then words inside paragraphs that changed, then letters at the ends of words that
/// changed. The whole of a word is the unit in between, since letters alone find "likenesses" that no reader sees.
/// </summary>
public static class TextDiff
{
    /// <summary>The stretches in order; what stands between them was taken away, added or replaced.</summary>
    public static IReadOnlyList<SameStretch> Compare(string oldText, string newText)
    {
        var found = new Stretches();
        var (oldAt, newAt) = (0, 0);
        foreach (var stretch in Matching(oldText, newText, TextTokens.Paragraphs).Append(new SameStretch(oldText.Length, newText.Length, 0)))
        {
            AddWords(found, oldText, oldAt, stretch.OldStart, newText, newAt, stretch.NewStart);
            found.Add(stretch);
            (oldAt, newAt) = (stretch.OldEnd, stretch.NewEnd);
        }
        return ChangeBorders.Move(found.List, oldText, newText);
    }

    /// <summary>The paragraphs that two texts share, as runs of their indexes.</summary>
    internal static IReadOnlyList<TokenRun> CompareParagraphs(string oldText, string newText)
    {
        var ids = new TokenIds();
        return SequenceMatch.Find(
            ids.Of(oldText, TextTokens.Paragraphs(oldText, 0, oldText.Length)), ids.Of(newText, TextTokens.Paragraphs(newText, 0, newText.Length)));
    }

    private static IEnumerable<SameStretch> Matching(string oldText, string newText, Func<string, int, int, List<TextToken>> cut) =>
        Matching(oldText, cut(oldText, 0, oldText.Length), newText, cut(newText, 0, newText.Length));

    private static IEnumerable<SameStretch> Matching(string oldText, List<TextToken> oldTokens, string newText, List<TextToken> newTokens)
    {
        var ids = new TokenIds();
        foreach (var run in SequenceMatch.Find(ids.Of(oldText, oldTokens), ids.Of(newText, newTokens)))
            yield return new SameStretch(oldTokens[run.Old].Start, newTokens[run.New].Start,
                oldTokens[run.Old + run.Length - 1].End - oldTokens[run.Old].Start);
    }

    private static void AddWords(Stretches found, string oldText, int oldFrom, int oldTo, string newText, int newFrom, int newTo)
    {
        if (oldFrom == oldTo || newFrom == newTo)
            return;
        var words = Matching(oldText, TextTokens.Words(oldText, oldFrom, oldTo), newText, TextTokens.Words(newText, newFrom, newTo));
        foreach (var stretch in words.Append(new SameStretch(oldTo, newTo, 0)))
        {
            AddLetters(found, oldText, oldFrom, stretch.OldStart, newText, newFrom, stretch.NewStart);
            found.Add(stretch);
            (oldFrom, newFrom) = (stretch.OldEnd, stretch.NewEnd);
        }
    }

    /// <summary>"normering" in "normeringen", and both halves of a word that was cut in two.</summary>
    private static void AddLetters(Stretches found, string oldText, int oldFrom, int oldTo, string newText, int newFrom, int newTo)
    {
        var head = oldText.AsSpan(oldFrom, oldTo - oldFrom).CommonPrefixLength(newText.AsSpan(newFrom, newTo - newFrom));
        found.Add(new SameStretch(oldFrom, newFrom, head));
        var tail = 0;
        while (oldTo - tail > oldFrom + head && newTo - tail > newFrom + head && oldText[oldTo - tail - 1] == newText[newTo - tail - 1])
            tail++;
        found.Add(new SameStretch(oldTo - tail, newTo - tail, tail));
    }

    /// <summary>Puts neighbours together as they come.</summary>
    private sealed class Stretches
    {
        public List<SameStretch> List { get; } = [];

        public void Add(SameStretch stretch)
        {
            if (stretch.Length == 0)
                return;
            if (List.Count > 0 && List[^1] is var last && last.OldEnd == stretch.OldStart && last.NewEnd == stretch.NewStart)
                List[^1] = last with { Length = last.Length + stretch.Length };
            else
                List.Add(stretch);
        }
    }
}
