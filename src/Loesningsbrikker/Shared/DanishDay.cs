namespace Loesningsbrikker.Shared;

/// <summary>The calendar day in Denmark, which due days and reminders are counted in.</summary>
public static class DanishDay
{
    /// <summary>The day in Denmark at a moment.</summary>
    /// <param name="utc">The moment in UTC.</param>
    public static DateOnly Of(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), DanishText.Copenhagen));
}
