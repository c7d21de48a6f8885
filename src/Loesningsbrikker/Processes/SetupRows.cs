using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>What the setup lists share: Danish order, unique names, deleting only what nothing uses.</summary>
internal static class SetupRows
{
    /// <summary>
    /// One page in Danish order. The lists of a process's setup hold tens of rows, so they are sorted here
    /// and need no sort key in the database.
    /// </summary>
    public static async Task<PageOf<T>> ToDanishPageAsync<T>(this IQueryable<T> rows, int number, Func<T, string> name)
    {
        var all = await rows.ToListAsync();
        var last = Math.Max(1, (all.Count + Paging.Size - 1) / Paging.Size);
        number = Math.Clamp(number, 1, last);
        var page = all.OrderBy(name, DanishText.Comparer).Skip((number - 1) * Paging.Size).Take(Paging.Size);
        return new PageOf<T>([.. page], number, all.Count);
    }

    /// <summary>Ensures that no other row is called <paramref name="name"/>, whatever the case.</summary>
    /// <exception cref="RuleException">One is.</exception>
    public static async Task EnsureFreeAsync(this IQueryable<string> othersNames, string name, string sentence, string field)
    {
        if ((await othersNames.ToListAsync()).Any(other => DanishText.Comparer.Equals(other, name)))
            throw new RuleException(sentence, field);
    }

    /// <summary>"…, fordi 2 udfordringer og 1 løsningsbrik bruger det": the users of a row in words; null when there are none.</summary>
    /// <param name="subject">How the sentence begins, e.g. "Temaet kan ikke slettes, fordi det bruges af".</param>
    public static string? InUse(string subject, params (int Count, string One, string Many)[] users)
    {
        var words = users.Where(u => u.Count > 0).Select(u => DanishText.Count(u.Count, u.One, u.Many)).ToList();
        return words.Count == 0 ? null : $"{subject} {string.Join(" og ", words)}.";
    }

    /// <summary>Deletes a row that nothing uses; the question and the deletion are one transaction.</summary>
    /// <param name="inUse">Says why it cannot be deleted; null when it can.</param>
    /// <exception cref="RuleException">It is in use.</exception>
    public static Task DeleteUnusedAsync<T>(this LoesningsbrikkerContext db, T row, Func<Task<string?>> inUse) where T : class =>
        db.InTransactionAsync(async () =>
        {
            if (await inUse() is { } sentence)
                throw new RuleException(sentence);
            db.Remove(row);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException)
            {
                // Another request took it into use between the question and the deletion; a foreign key stopped us.
                throw new RuleException("Den kan ikke slettes, fordi den netop er taget i brug.");
            }
        });
}
