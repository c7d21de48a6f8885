using System.Linq.Expressions;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Loesningsbrikker.Processes;

/// <summary>Gives pieces and interviews their numbers within a process: no gaps by design, no number twice.</summary>
public static class ProcessNumbers
{
    /// <summary>
    /// The next piece number. Call inside <see cref="LoesningsbrikkerContext.InTransactionAsync{T}"/> or the write lane:
    /// the update locks the process row until commit, so that two at once get two numbers.
    /// </summary>
    public static Task<int> NextPieceAsync(LoesningsbrikkerContext db, long processId) =>
        NextAsync(db, processId, set => set.SetProperty(p => p.LastPieceNumber, p => p.LastPieceNumber + 1), p => p.LastPieceNumber);

    /// <summary>The first of so many piece numbers in a row; the same conditions as <see cref="NextPieceAsync"/>.</summary>
    /// <param name="count">How many are taken, 1 or more.</param>
    public static async Task<int> NextPiecesAsync(LoesningsbrikkerContext db, long processId, int count) =>
        await NextAsync(db, processId, set => set.SetProperty(p => p.LastPieceNumber, p => p.LastPieceNumber + count), p => p.LastPieceNumber) - count + 1;

    /// <summary>The next interview number; the same conditions as <see cref="NextPieceAsync"/>.</summary>
    public static Task<int> NextInterviewAsync(LoesningsbrikkerContext db, long processId) =>
        NextAsync(db, processId, set => set.SetProperty(p => p.LastInterviewNumber, p => p.LastInterviewNumber + 1), p => p.LastInterviewNumber);

    private static async Task<int> NextAsync(
        LoesningsbrikkerContext db, long processId, Action<UpdateSettersBuilder<DialogueProcess>> count, Expression<Func<DialogueProcess, int>> number)
    {
        EnsureTransaction(db);
        var process = db.DialogueProcesses.Where(p => p.Id == processId);
        // Past the change log: the row that gets the number leaves its own line.
        if (await process.ExecuteUpdateAsync(count) == 0)
            throw new NotFoundException();
        return await process.Select(number).SingleAsync();
    }

    private static void EnsureTransaction(LoesningsbrikkerContext db)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is only safe inside a transaction.");
    }
}
