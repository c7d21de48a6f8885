using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>What both logs have in common: filters from the address, and rows newest first by key, without counting.</summary>
public abstract class LogPage
{
    /// <summary>Lines per page.</summary>
    public const int Size = 50;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Only what this user did; null for everybody.</summary>
    [Display(Name = "Person")]
    public long? UserId { get; set; }

    /// <summary>First day, Danish time; null from the beginning.</summary>
    [Display(Name = "Fra og med")]
    public DateOnly? From { get; set; }

    /// <summary>Last day, Danish time; null until now.</summary>
    [Display(Name = "Til og med")]
    public DateOnly? To { get; set; }

    /// <summary>Only lines with a lower key; null for the newest.</summary>
    public long? Before { get; set; }

    /// <summary>Key of the last line shown, when there are older ones; else null.</summary>
    [BindNever]
    public long? OlderThan { get; set; }

    /// <summary>Everybody who has or had an account.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    /// <summary>Beginning of the first day, in UTC.</summary>
    public DateTime FromUtc() => StartOf(From ?? Earliest);

    /// <summary>End of the last day, exclusive, in UTC.</summary>
    public DateTime UntilUtc() => StartOf((To is { } to && to < Latest ? to : Latest).AddDays(1));

    /// <summary>Reads the names for the filter.</summary>
    public async Task LoadPeopleAsync(LoesningsbrikkerContext db)
    {
        var users = await db.Users.Select(u => new { u.Id, u.DisplayName, u.DeactivatedAtUtc }).ToListAsync();
        People =
        [
            .. users.OrderBy(u => u.DisplayName, DanishText.Comparer)
                .Select(u => new SelectListItem(u.DisplayName + (u.DeactivatedAtUtc is null ? "" : " (lukket)"), u.Id.ToString())),
        ];
    }

    /// <summary>Cuts rows that were read one longer than a page, and notes whether there are older ones.</summary>
    protected IReadOnlyList<T> Cut<T>(List<T> rows, Func<T, long> key)
    {
        if (rows.Count <= Size)
            return rows;
        rows.RemoveRange(Size, rows.Count - Size);
        OlderThan = key(rows[^1]);
        return rows;
    }

    private static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc((day < Earliest ? Earliest : day).ToDateTime(TimeOnly.MinValue), DanishText.Copenhagen);
}
