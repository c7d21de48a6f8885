using System.Runtime.InteropServices;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Where a stretch of the old text lies in the new one.</summary>
/// <param name="StartUtf16">Where it begins in the new text.</param>
/// <param name="EndUtf16">Where it ends there, exclusive.</param>
/// <param name="KeptLetters">How many of its letters and digits stand in both.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MappedStretch(int StartUtf16, int EndUtf16, int KeptLetters);

/// <summary>
/// Finds stretches of an old text in a new one. What was put in right before or after a stretch does not belong to it; what was put in
/// inside it, or instead of its first or last words, does.
/// </summary>
internal sealed class TextMap(string oldText, string newText)
{
    private readonly IReadOnlyList<SameStretch> _same = TextDiff.Compare(oldText, newText);

    /// <summary>The old text.</summary>
    public string Old { get; } = oldText;

    /// <summary>The new text.</summary>
    public string New { get; } = newText;

    /// <summary>Where the stretch lies now; null when none of its characters stands in the new text.</summary>
    public MappedStretch? Find(int start, int end)
    {
        var first = FirstEndingAfter(start);
        if (first == _same.Count || _same[first].OldStart >= end)
            return null;
        var last = first;
        while (last + 1 < _same.Count && _same[last + 1].OldStart < end)
            last++;
        return new MappedStretch(StartIn(first, start), EndIn(last, end), KeptLetters(first, last, start, end));
    }

    /// <summary>The offset in the new text that comes closest to one in the old, by the order of the text.</summary>
    public int Nearest(int offset)
    {
        var next = FirstEndingAfter(offset);
        if (next == _same.Count)
            return next == 0 ? 0 : _same[next - 1].NewEnd;
        return _same[next].NewStart + Math.Max(0, offset - _same[next].OldStart);
    }

    private int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, _same.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_same[middle].OldEnd > offset)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private int StartIn(int first, int start)
    {
        var stretch = _same[first];
        if (stretch.OldStart <= start)
            return stretch.NewStart + start - stretch.OldStart;
        var (oldGap, newGap) = first == 0 ? (0, 0) : (_same[first - 1].OldEnd, _same[first - 1].NewEnd);
        if (oldGap != start)
            return stretch.NewStart;
        // Its first words were replaced. A whole paragraph that came in before them is no part of it.
        return HasLineFeed(Old, start, stretch.OldStart) ? newGap : newGap + New.AsSpan(newGap, stretch.NewStart - newGap).LastIndexOf('\n') + 1;
    }

    private int EndIn(int last, int end)
    {
        var stretch = _same[last];
        if (stretch.OldEnd >= end)
            return stretch.NewStart + end - stretch.OldStart;
        var (oldGap, newGap) = last + 1 == _same.Count ? (Old.Length, New.Length) : (_same[last + 1].OldStart, _same[last + 1].NewStart);
        if (oldGap != end)
            return stretch.NewEnd;
        var line = HasLineFeed(Old, stretch.OldEnd, end) ? -1 : New.AsSpan(stretch.NewEnd, newGap - stretch.NewEnd).IndexOf('\n');
        return line < 0 ? newGap : stretch.NewEnd + line;
    }

    private static bool HasLineFeed(string text, int from, int to) => text.AsSpan(from, to - from).Contains('\n');

    private int KeptLetters(int first, int last, int start, int end)
    {
        var kept = 0;
        for (var i = first; i <= last; i++)
        {
            var (from, to) = (Math.Max(start, _same[i].OldStart), Math.Min(end, _same[i].OldEnd));
            kept += Letters.Count(Old.AsSpan(from, to - from));
        }
        return kept;
    }
}

/// <summary>Counts what carries meaning.</summary>
internal static class Letters
{
    /// <summary>How many letters and digits there are; a sign of another kind (an emoji) counts where there are none.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                count++;
        return count;
    }
}
