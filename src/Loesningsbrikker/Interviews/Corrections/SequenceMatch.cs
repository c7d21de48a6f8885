using System.Runtime.InteropServices;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>A run of equal tokens in two sequences.</summary>
/// <param name="Old">Index of its first token in the old sequence.</param>
/// <param name="New">Index of its first token in the new one.</param>
/// <param name="Length">How many tokens.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenRun(int Old, int New, int Length);

/// <summary>
/// What two sequences of tokens share, in order. What stands at both ends is taken first, then tokens that occur once in each
/// (patience diff), and between those the shortest edit (Myers) as long as it is short. The work is bounded whatever the texts:
/// two that have nothing in common cost little more than reading them, and the same texts always give the same answer.
/// </summary>
internal sealed class SequenceMatch
{
    /// <summary>Longest edit that is searched for between two anchors; beyond it the words count as replaced.</summary>
    private const int LongestEdit = 256;

    private const int Deepest = 24;

    private readonly int[] _old;
    private readonly int[] _new;
    private readonly List<TokenRun> _runs = [];

    private SequenceMatch(int[] old, int[] @new) => (_old, _new) = (old, @new);

    /// <summary>The runs in order; none overlaps another.</summary>
    public static IReadOnlyList<TokenRun> Find(int[] old, int[] @new)
    {
        var match = new SequenceMatch(old, @new);
        match.Between(0, old.Length, 0, @new.Length, 0);
        return match._runs;
    }

    private void Between(int oldFrom, int oldTo, int newFrom, int newTo, int depth)
    {
        var head = 0;
        while (oldFrom + head < oldTo && newFrom + head < newTo && _old[oldFrom + head] == _new[newFrom + head])
            head++;
        Add(oldFrom, newFrom, head);
        (oldFrom, newFrom) = (oldFrom + head, newFrom + head);
        var tail = 0;
        while (oldTo - tail > oldFrom && newTo - tail > newFrom && _old[oldTo - tail - 1] == _new[newTo - tail - 1])
            tail++;
        (oldTo, newTo) = (oldTo - tail, newTo - tail);
        if (oldFrom < oldTo && newFrom < newTo)
            Inside(oldFrom, oldTo, newFrom, newTo, depth);
        Add(oldTo, newTo, tail);
    }

    private void Inside(int oldFrom, int oldTo, int newFrom, int newTo, int depth)
    {
        var anchors = depth < Deepest ? Anchors(oldFrom, oldTo, newFrom, newTo) : [];
        if (anchors.Count == 0)
        {
            foreach (var run in ShortestEdit.Find(_old.AsSpan(oldFrom, oldTo - oldFrom), _new.AsSpan(newFrom, newTo - newFrom), LongestEdit))
                Add(oldFrom + run.Old, newFrom + run.New, run.Length);
            return;
        }
        foreach (var (old, @new) in anchors)
        {
            Between(oldFrom, old, newFrom, @new, depth + 1);
            (oldFrom, newFrom) = (old, @new);
        }
        Between(oldFrom, oldTo, newFrom, newTo, depth + 1);
    }

    /// <summary>Tokens that occur once in each part, as many as keep their order.</summary>
    private List<(int Old, int New)> Anchors(int oldFrom, int oldTo, int newFrom, int newTo)
    {
        const int Twice = -1;
        var places = new Dictionary<int, int>(newTo - newFrom);
        for (var i = newFrom; i < newTo; i++)
            places[_new[i]] = places.ContainsKey(_new[i]) ? Twice : i;
        var seen = new Dictionary<int, int>(oldTo - oldFrom);
        for (var i = oldFrom; i < oldTo; i++)
            seen[_old[i]] = seen.ContainsKey(_old[i]) ? Twice : i;
        var both = new List<(int Old, int New)>();
        for (var i = oldFrom; i < oldTo; i++)
            if (seen[_old[i]] == i && places.TryGetValue(_old[i], out var place) && place != Twice)
                both.Add((i, place));
        return InOrder(both);
    }

    /// <summary>The longest part of the pairs in which both sides grow (patience sorting).</summary>
    private static List<(int Old, int New)> InOrder(List<(int Old, int New)> pairs)
    {
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tops[middle]].New < pairs[i].New)
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low == 0 ? -1 : tops[low - 1];
            if (low == tops.Count)
                tops.Add(i);
            else
                tops[low] = i;
        }
        var chosen = new List<(int Old, int New)>(tops.Count);
        for (var i = tops.Count == 0 ? -1 : tops[^1]; i >= 0; i = before[i])
            chosen.Add(pairs[i]);
        chosen.Reverse();
        return chosen;
    }

    private void Add(int old, int @new, int length)
    {
        if (length == 0)
            return;
        if (_runs.Count > 0 && _runs[^1] is var last && last.Old + last.Length == old && last.New + last.Length == @new)
            _runs[^1] = last with { Length = last.Length + length };
        else
            _runs.Add(new TokenRun(old, @new, length));
    }
}
