using System.ComponentModel.DataAnnotations;

namespace Loesningsbrikker.Shared;

/// <summary>A date input takes the year 0002 as well; nobody means it.</summary>
internal static class Days
{
    public static IEnumerable<ValidationResult> Check(DateOnly? day, string field)
    {
        if (day is { Year: < 2000 or > 2100 })
            yield return new ValidationResult($"{DanishText.Date(day.Value)} kan ikke være rigtigt. Vælg en dag mellem 2000 og 2100.", [field]);
    }
}
