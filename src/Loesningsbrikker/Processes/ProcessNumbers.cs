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

    /// <summary>The highest number that a row may bring along; a higher one is no number that people say aloud.</summary>
    public const int HighestKept = 9_999;

    /// <summary>Whether no piece of the process ever had a number, so that those brought in may keep theirs.</summary>
    public static Task<bool> HasNoPieceAsync(LoesningsbrikkerContext db, long processId) =>
        db.DialogueProcesses.AnyAsync(p => p.Id == processId && p.LastPieceNumber == 0 && !db.SolutionPieces.Any(x => x.ProcessId == p.Id));

    /// <summary>The same of interviews.</summary>
    public static Task<bool> HasNoInterviewAsync(LoesningsbrikkerContext db, long processId) =>
        db.DialogueProcesses.AnyAsync(p => p.Id == processId && p.LastInterviewNumber == 0 && !db.Interviews.Any(x => x.ProcessId == p.Id));

    /// <summary>Takes a number that a piece brings along; the same conditions as <see cref="NextPieceAsync"/>.</summary>
    public static async Task<int> KeepPieceAsync(LoesningsbrikkerContext db, long processId, int number)
    {
        await NextAsync(db, processId, set => set.SetProperty(p => p.LastPieceNumber, p => p.LastPieceNumber < number ? number : p.LastPieceNumber), p => p.LastPieceNumber);
        return number;
    }

    /// <summary>Takes a number that an interview brings along; the same conditions as <see cref="NextPieceAsync"/>.</summary>
    public static async Task<int> KeepInterviewAsync(LoesningsbrikkerContext db, long processId, int number)
    {
        await NextAsync(db, processId, set => set.SetProperty(p => p.LastInterviewNumber, p => p.LastInterviewNumber < number ? number : p.LastInterviewNumber), p => p.LastInterviewNumber);
        return number;
    }

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
