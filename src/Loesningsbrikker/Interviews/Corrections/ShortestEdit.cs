namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>
/// The shortest edit between two sequences, E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in its greedy form.
/// Gives up beyond a number of edits, so that the work is bounded.
/// </summary>
internal static class ShortestEdit
{
    /// <summary>The runs that both share; none when more than <paramref name="longest"/> tokens were added or taken away.</summary>
    public static IReadOnlyList<TokenRun> Find(ReadOnlySpan<int> old, ReadOnlySpan<int> @new, int longest)
    {
        var most = Math.Min(longest, old.Length + @new.Length);
        // furthest[k + most]: how far into the old sequence one gets on diagonal k with so many edits.
        var furthest = new int[2 * most + 2];
        var trail = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var reached = Reach(furthest, k, edits, most);
                while (reached < old.Length && reached - k < @new.Length && reached - k >= 0 && old[reached] == @new[reached - k])
                    reached++;
                furthest[k + most] = reached;
                if (k != old.Length - @new.Length || reached < old.Length)
                    continue;
                trail.Add(furthest[(most - edits)..(most + edits + 1)]);
                return Back(trail, old.Length, @new.Length);
            }
            trail.Add(furthest[(most - edits)..(most + edits + 1)]);
        }
        return [];
    }

    private static int Reach(int[] furthest, int k, int edits, int most)
    {
        if (edits == 0)
            return 0;
        var fromBelow = k == -edits || (k != edits && furthest[k - 1 + most] < furthest[k + 1 + most]);
        return fromBelow ? furthest[k + 1 + most] : furthest[k - 1 + most] + 1;
    }

    /// <summary>Walks the way back from the end; each round of <paramref name="trail"/> has the diagonals −round … round.</summary>
    private static List<TokenRun> Back(List<int[]> trail, int old, int @new)
    {
        var runs = new List<TokenRun>();
        for (var edits = trail.Count - 1; edits >= 0; edits--)
        {
            var k = old - @new;
            var start = 0;
            if (edits > 0)
            {
                var former = trail[edits - 1];
                int At(int diagonal) => former[diagonal + edits - 1];
                var fromBelow = k == -edits || (k != edits && At(k - 1) < At(k + 1));
                start = fromBelow ? At(k + 1) : At(k - 1) + 1;
                if (old > start)
                    runs.Add(new TokenRun(start, start - k, old - start));
                (old, @new) = fromBelow ? (start, start - k - 1) : (start - 1, start - k);
                continue;
            }
            if (old > start)
                runs.Add(new TokenRun(start, start - k, old - start));
        }
        runs.Reverse();
        return runs;
    }
}
