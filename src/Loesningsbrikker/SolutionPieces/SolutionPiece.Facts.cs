using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What a piece belongs to, beside its words.</summary>
/// <param name="Theme">The theme; null for none.</param>
/// <param name="Institutions">The institutions it concerns.</param>
/// <param name="Strategies">The policies and strategies it serves.</param>
/// <param name="Challenges">The challenges it answers.</param>
public sealed record PieceFacts(
    Theme? Theme, IReadOnlyList<Institution> Institutions, IReadOnlyList<Strategy> Strategies, IReadOnlyList<Challenge> Challenges);

/// <summary>Theme, institutions, strategies and challenges. The lists must be loaded before a verb is called.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Changes what the piece belongs to.</summary>
    /// <param name="reason">Why; required once the piece is formulated.</param>
    /// <returns>False when nothing was different, and then there is no line in the history.</returns>
    /// <exception cref="RuleException">The piece is merged, or the reason is missing.</exception>
    public bool ChangeFacts(PieceFacts facts, string? reason, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Reword);
        var details = Differences(facts);
        if (details.Length == 0)
            return false;
        if (Stage != PieceStage.Draft)
            EnsureReason(reason);
        SetFacts(facts);
        Record(PieceEventKind.FactsChanged, by, utcNow, reason, e => e.Details = details);
        return true;
    }

    /// <summary>Adds another piece's facts to the own; the own theme stays when there is one.</summary>
    /// <returns>What was added, as Danish sentences; empty when nothing was.</returns>
    private string TakeOverFacts(SolutionPiece other)
    {
        var union = new PieceFacts(
            Theme ?? other.Theme,
            [.. Institutions.UnionBy(other.Institutions, i => i.Id)],
            [.. Strategies.UnionBy(other.Strategies, s => s.Id)],
            [.. Challenges.UnionBy(other.Challenges, c => c.Id)]);
        var details = Differences(union);
        SetFacts(union);
        return details;
    }

    private void SetFacts(PieceFacts facts)
    {
        (Theme, ThemeId) = (facts.Theme, facts.Theme?.Id);
        Replace(Institutions, facts.Institutions, i => i.Id);
        Replace(Strategies, facts.Strategies, s => s.Id);
        Replace(Challenges, facts.Challenges, c => c.Id);
    }

    private string Differences(PieceFacts facts) => string.Join(' ', new[]
    {
        ThemeDifference(facts.Theme),
        Difference("Institutioner", Institutions, facts.Institutions, i => i.Id, i => i.Name),
        Difference("Strategier", Strategies, facts.Strategies, s => s.Id, s => s.Name),
        Difference("Udfordringer", Challenges, facts.Challenges, c => c.Id, c => c.Title),
    }.Where(d => d.Length > 0));

    private string ThemeDifference(Theme? theme) => (Theme, theme) switch
    {
        var (old, now) when old?.Id == now?.Id => "",
        (null, { } now) => $"Tema: {now.Name}.",
        ({ } old, null) => $"Tema fjernet: {old.Name}.",
        var (old, now) => $"Tema: {now!.Name} (før: {old!.Name}).",
    };

    private static string Difference<T>(string what, List<T> before, IReadOnlyList<T> after, Func<T, long> key, Func<T, string> name)
    {
        var added = after.ExceptBy(before.Select(key), key).Select(name).ToList();
        var removed = before.ExceptBy(after.Select(key), key).Select(name).ToList();
        return string.Join(' ', new[]
        {
            added.Count > 0 ? $"{what} tilføjet: {string.Join(", ", added)}." : "",
            removed.Count > 0 ? $"{what} fjernet: {string.Join(", ", removed)}." : "",
        }.Where(s => s.Length > 0));
    }

    private static void Replace<T>(List<T> list, IReadOnlyList<T> wanted, Func<T, long> key)
    {
        // Rows that stay are left alone, so that the change log has no line for them.
        list.RemoveAll(x => wanted.All(w => key(w) != key(x)));
        list.AddRange(wanted.ExceptBy(list.Select(key), key).ToList());
    }
}
