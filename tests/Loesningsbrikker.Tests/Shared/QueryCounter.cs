using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>Counts the SQL commands that one request sends; a list must not send more when it grows.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private static readonly AsyncLocal<StrongBox?> Current = new();

    /// <summary>Counts the reading commands sent while <paramref name="work"/> runs.</summary>
    public static async Task<int> CountAsync(Func<Task> work)
    {
        var box = new StrongBox();
        Current.Value = box;
        await work();
        Current.Value = null;
        return box.Count;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Current.Value is { } box)
            Interlocked.Increment(ref box.Count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    private sealed class StrongBox
    {
        public int Count;
    }
}
