namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>
/// Paragraphs that differ between two texts. Numbers from 1; a side without paragraphs has 0, and the other side's were taken away or added.
/// </summary>
public sealed record ParagraphChange(int OldFirst, int OldCount, int NewFrom, int NewCount);

/// <summary>A change as it is shown.</summary>
/// <param name="OldSpeaker">Who spoke before; empty when nobody is named.</param>
/// <param name="NewSpeaker">Who speaks now; empty when nobody is named.</param>
/// <param name="Parts">What both have, what was taken away, what was added.</param>
/// <param name="IsCut">Whether only the beginning is shown.</param>
public sealed record ComparisonRow(ParagraphChange Change, string OldSpeaker, string NewSpeaker, IReadOnlyList<DifferencePart> Parts, bool IsCut)
{
    /// <summary>Whether somebody else is said to speak.</summary>
    public bool ChangesSpeaker => Change is { OldCount: > 0, NewCount: > 0 } && OldSpeaker != NewSpeaker;
}

/// <summary>Two texts paragraph by paragraph.</summary>
internal sealed class TextComparison(ParagraphIndex old, ParagraphIndex @new)
{
    /// <summary>Longest stretch that is shown of one change; beyond it a reader has lost the thread.</summary>
    private const int LongestShown = 6000;

    /// <summary>The paragraphs that are not the same, in order.</summary>
    public IReadOnlyList<ParagraphChange> Changes { get; } = Find(old, @new);

    /// <summary>How many paragraphs that is, those taken away counted too.</summary>
    public int ParagraphsChanged => Changes.Sum(c => Math.Max(c.OldCount, c.NewCount));

    /// <summary>A change with its words.</summary>
    public ComparisonRow Show(ParagraphChange change)
    {
        var (before, after) = (TextOf(old, change.OldFirst, change.OldCount), TextOf(@new, change.NewFrom, change.NewCount));
        var (shownBefore, shownAfter) = (Beginning(before), Beginning(after));
        return new ComparisonRow(change, SpeakerOf(old, change.OldFirst, change.OldCount), SpeakerOf(@new, change.NewFrom, change.NewCount),
            TextDifference.Parts(shownBefore, shownAfter), before.Length > shownBefore.Length || after.Length > shownAfter.Length);
    }

    private static List<ParagraphChange> Find(ParagraphIndex old, ParagraphIndex @new)
    {
        var changes = new List<ParagraphChange>();
        var (oldAt, newAt) = (0, 0);
        foreach (var run in TextDiff.CompareParagraphs(old.Text, @new.Text).Append(new TokenRun(old.Paragraphs.Count, @new.Paragraphs.Count, 0)))
        {
            AddBetween(changes, oldAt, run.Old, newAt, run.New);
            for (var i = 0; i < run.Length; i++)
                if (old.Paragraphs[run.Old + i].Speaker != @new.Paragraphs[run.New + i].Speaker)
                    changes.Add(new ParagraphChange(run.Old + i + 1, 1, run.New + i + 1, 1));
            (oldAt, newAt) = (run.Old + run.Length, run.New + run.Length);
        }
        return changes;
    }

    private static void AddBetween(List<ParagraphChange> changes, int oldFrom, int oldTo, int newFrom, int newTo)
    {
        var (before, after) = (oldTo - oldFrom, newTo - newFrom);
        // As many as before: most likely the same paragraphs with other words. Otherwise some were cut in two, put together, added or taken away.
        if (before == after)
            for (var i = 0; i < before; i++)
                changes.Add(new ParagraphChange(oldFrom + i + 1, 1, newFrom + i + 1, 1));
        else
            changes.Add(new ParagraphChange(before == 0 ? 0 : oldFrom + 1, before, after == 0 ? 0 : newFrom + 1, after));
    }

    private static string TextOf(ParagraphIndex index, int first, int count) =>
        count == 0 ? "" : index.Text[index.StartOf(first - 1)..index.EndOf(first + count - 2)];

    private static string SpeakerOf(ParagraphIndex index, int first, int count) =>
        count == 0 ? "" : index.SpeakerOf(index.StartOf(first - 1), index.EndOf(first + count - 2));

    private static string Beginning(string text) => text.Length <= LongestShown ? text : text[..CharacterBorder.AtOrBefore(text, LongestShown)];
}
