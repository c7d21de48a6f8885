using Loesningsbrikker.Shared;

namespace Loesningsbrikker.FollowUps;

/// <summary>How often somebody looks again.</summary>
public enum Recurrence
{
    /// <summary>Once, and then it is closed.</summary>
    Once,
    /// <summary>Each month.</summary>
    Monthly,
    /// <summary>Every third month.</summary>
    Quarterly,
    /// <summary>Every sixth month.</summary>
    HalfYearly,
    /// <summary>Once a year.</summary>
    Yearly,
}

/// <summary>Words and calendar of <see cref="Recurrence"/>.</summary>
public static class RecurrenceCalendar
{
    /// <summary>Én gang, Hver måned, Hvert kvartal, Hvert halve år, Hvert år.</summary>
    public static string ToDanish(this Recurrence recurrence) => recurrence switch
    {
        Recurrence.Once => "Én gang",
        Recurrence.Monthly => "Hver måned",
        Recurrence.Quarterly => "Hvert kvartal",
        Recurrence.HalfYearly => "Hvert halve år",
        Recurrence.Yearly => "Hvert år",
        _ => throw new ArgumentOutOfRangeException(nameof(recurrence)),
    };

    /// <summary>Months between two due days; 0 for <see cref="Recurrence.Once"/>.</summary>
    public static int Months(this Recurrence recurrence) => recurrence switch
    {
        Recurrence.Once => 0,
        Recurrence.Monthly => 1,
        Recurrence.Quarterly => 3,
        Recurrence.HalfYearly => 6,
        Recurrence.Yearly => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(recurrence)),
    };

    /// <summary>
    /// The first due day after <paramref name="after"/>, counted in months from <paramref name="first"/>: from the 31st the
    /// February day is the last of the month, and March has the 31st again.
    /// </summary>
    /// <param name="recurrence">Not <see cref="Recurrence.Once"/>, which has no next day.</param>
    public static DateOnly NextAfter(this Recurrence recurrence, DateOnly first, DateOnly after)
    {
        var step = recurrence.Months();
        ArgumentOutOfRangeException.ThrowIfZero(step, nameof(recurrence));
        // The month of "after" itself, or the step before it; at most two steps short of the answer.
        var passed = Math.Max(0, ((after.Year - first.Year) * 12 + after.Month - first.Month) / step);
        var next = first.AddMonths(passed * step);
        while (next <= after)
            next = first.AddMonths(++passed * step);
        return next;
    }

    /// <summary>A number from outside can be no recurrence at all, and a page that met it would break.</summary>
    /// <exception cref="RuleException">There is none such.</exception>
    internal static void Ensure(Recurrence recurrence)
    {
        if (!Enum.IsDefined(recurrence))
            throw new RuleException("Vælg, hvor tit der skal følges op.", nameof(Recurrence));
    }
}
