using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loesningsbrikker.Shared;

/// <summary>Stores moments as UTC at millisecond precision, so that both databases give back the same value.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => ToUtcMilliseconds(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    /// <summary>Cuts below the millisecond; the value must already be UTC.</summary>
    public static DateTime ToUtcMilliseconds(DateTime value) =>
        new(value.Ticks - value.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}

/// <summary>Keeps Identity's lockout moment as a UTC DateTime: SQLite cannot sort a DateTimeOffset.</summary>
public sealed class OffsetToUtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => UtcConverter.ToUtcMilliseconds(value.UtcDateTime),
    value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
