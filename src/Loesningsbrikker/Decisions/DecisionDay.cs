using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>A decision is written down after it was made; a day that has not come, or one before computers, is a slip of the pen.</summary>
public static class DecisionDay
{
    private static readonly DateOnly First = new(2000, 1, 1);

    /// <exception cref="RuleException">The day has not come, or lies before 2000.</exception>
    /// <param name="field">Name of the form field.</param>
    public static DateOnly Ensure(DateOnly day, DateTime utcNow, string field)
    {
        if (day > DanishText.Day(utcNow))
            throw new RuleException("Datoen er ikke kommet endnu. Skriv beslutningen ind, når mødet er holdt.", field);
        return day >= First ? day : throw new RuleException("Skriv en dato efter 1.1.2000.", field);
    }
}
