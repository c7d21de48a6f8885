using System.Linq.Expressions;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Implementations;

/// <summary>What the standing of an implementation is read from; lists select just this.</summary>
/// <param name="DueOn">When it is to be done; null while nobody has promised.</param>
/// <param name="MilestoneDueOn">When the first milestone that is not reached is due; null when there is none.</param>
/// <param name="BegunAtUtc">When work began, in UTC; null while it waits.</param>
/// <param name="LastNewsAtUtc">When there was last news, in UTC.</param>
/// <param name="ClosedAtUtc">When it ended, in UTC; null while it goes on.</param>
/// <param name="Outcome">What came of it; null while it goes on, and when it was rolled back.</param>
public sealed record StandingFacts(
    DateOnly? DueOn, DateOnly? MilestoneDueOn, DateTime? BegunAtUtc, DateTime LastNewsAtUtc, DateTime? ClosedAtUtc, ImplementationOutcome? Outcome)
{
    /// <summary>Read from a row whose milestones are loaded.</summary>
    public static StandingFacts Of(Implementation implementation) => new(
        implementation.DueOn, implementation.Milestones.Where(m => m.ReachedOn is null).Min(m => (DateOnly?)m.DueOn),
        implementation.BegunAtUtc, implementation.LastNewsAtUtc, implementation.ClosedAtUtc, implementation.Outcome);
}

/// <summary>
/// How an implementation stands at a moment. The one place that says what late (forsinket) and silent (tavs) mean: as expressions
/// for queries on both databases, as properties for what was read, and in Danish. It can be both late and silent.
/// </summary>
public sealed record Standing
{
    /// <summary>Silent after more than this many days without news: half a year.</summary>
    public const int SilentAfterDays = 182;

    private Standing()
    {
    }

    /// <summary>Whether it ended, with an outcome or rolled back.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>Whether work began.</summary>
    public bool HasBegun { get; private init; }

    /// <summary>The first day promised that has passed; null when it is not late.</summary>
    public DateOnly? LateSince { get; private init; }

    /// <summary>The day of the last news in Denmark; null when it is not silent.</summary>
    public DateOnly? SilentSince { get; private init; }

    /// <summary>What came of it; null while it goes on, and when it was rolled back.</summary>
    public ImplementationOutcome? Outcome { get; private init; }

    /// <summary>Something promised was not kept, and it goes on.</summary>
    public bool IsLate => LateSince is not null;

    /// <summary>There was no news for more than half a year, and it goes on.</summary>
    public bool IsSilent => SilentSince is not null;

    /// <summary>In Danish, e.g. "Forsinket siden 1.9.2026", one line for each thing to say; never empty.</summary>
    public IReadOnlyList<string> Lines => [.. Words()];

    /// <summary>How the row stands.</summary>
    /// <param name="utcNow">The moment, in UTC; a day is over when it is over in Denmark.</param>
    public static Standing Of(StandingFacts facts, DateTime utcNow)
    {
        var closed = facts.ClosedAtUtc is not null;
        var promised = facts.MilestoneDueOn < facts.DueOn || facts.DueOn is null ? facts.MilestoneDueOn : facts.DueOn;
        return new Standing
        {
            IsClosed = closed, HasBegun = facts.BegunAtUtc is not null, Outcome = facts.Outcome,
            LateSince = !closed && promised < DanishText.Day(utcNow) ? promised : null,
            SilentSince = !closed && facts.LastNewsAtUtc < SilentBefore(utcNow) ? DanishText.Day(facts.LastNewsAtUtc) : null,
        };
    }

    /// <summary>How the row stands; its milestones must be loaded.</summary>
    /// <inheritdoc cref="Of(StandingFacts, DateTime)" />
    public static Standing Of(Implementation implementation, DateTime utcNow) => Of(StandingFacts.Of(implementation), utcNow);

    /// <summary>Those that are late.</summary>
    /// <param name="utcNow">The moment, in UTC; a day is over when it is over in Denmark.</param>
    public static Expression<Func<Implementation, bool>> Late(DateTime utcNow)
    {
        var today = DanishText.Day(utcNow);
        return i => i.ClosedAtUtc == null && (i.DueOn < today || i.Milestones.Any(m => m.ReachedOn == null && m.DueOn < today));
    }

    /// <summary>Those that are silent: begun or handed over, and without news since.</summary>
    /// <param name="utcNow">The moment, in UTC.</param>
    public static Expression<Func<Implementation, bool>> Silent(DateTime utcNow)
    {
        var before = SilentBefore(utcNow);
        return i => i.ClosedAtUtc == null && i.LastNewsAtUtc < before;
    }

    /// <summary>Those that were handed over and wait.</summary>
    public static Expression<Func<Implementation, bool>> NotBegun() => i => i.BegunAtUtc == null && i.ClosedAtUtc == null;

    /// <summary>Those that ended.</summary>
    public static Expression<Func<Implementation, bool>> Closed() => i => i.ClosedAtUtc != null;

    private static DateTime SilentBefore(DateTime utcNow) => utcNow.AddDays(-SilentAfterDays);

    private IEnumerable<string> Words()
    {
        if (IsClosed)
        {
            yield return Outcome is { } outcome ? $"Afsluttet: {outcome.ToDanish().ToLower(DanishText.Culture)}" : "Rullet tilbage";
            yield break;
        }
        if (LateSince is { } late)
            yield return $"Forsinket siden {DanishText.Date(late)}";
        if (SilentSince is { } silent)
            yield return $"Intet nyt siden {DanishText.Date(silent)}";
        if (!HasBegun)
            yield return "Ikke begyndt";
        else if (!IsLate && !IsSilent)
            yield return "Efter planen";
    }
}
