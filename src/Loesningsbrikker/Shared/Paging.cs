using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

/// <summary>One page of a list.</summary>
/// <param name="Rows">The rows shown.</param>
/// <param name="Number">Number of this page, from 1.</param>
/// <param name="Total">How many rows there are on all pages.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Total) : IPageOf
{
    /// <inheritdoc />
    public int Last => Math.Max(1, (Total + Paging.Size - 1) / Paging.Size);
}

/// <summary>What the pager needs to know (<c>/Shared/Views/_Pager.cshtml</c>).</summary>
public interface IPageOf
{
    /// <summary>Number of this page, from 1.</summary>
    int Number { get; }
    /// <summary>Number of the last page.</summary>
    int Last { get; }
    /// <summary>How many rows there are on all pages.</summary>
    int Total { get; }
}

/// <summary>Cuts lists into pages of 25.</summary>
public static class Paging
{
    /// <summary>Rows per page.</summary>
    public const int Size = 25;

    /// <summary>Reads one page with two queries; a number outside the list gives the nearest page.</summary>
    public static async Task<PageOf<T>> ToPageAsync<T>(this IQueryable<T> rows, int number)
    {
        var total = await rows.CountAsync();
        number = Math.Clamp(number, 1, Math.Max(1, (total + Size - 1) / Size));
        return new PageOf<T>(await rows.Skip((number - 1) * Size).Take(Size).ToListAsync(), number, total);
    }
}
