using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Gives pieces and interviews their numbers within a process: no gaps by design, no number twice.</summary>
public static class ProcessNumbers
{
    /// <summary>
    /// The next piece number. Call inside <see cref="LoesningsbrikkerContext.InTransactionAsync{T}"/> or the write lane:
    /// the update locks the process row until commit, so that two at once get two numbers.
    /// </summary>
    public static async Task<int> NextPieceAsync(LoesningsbrikkerContext db, long processId)
    {
        EnsureTransaction(db);
        var process = db.DialogueProcesses.Where(p => p.Id == processId);
        if (await process.ExecuteUpdateAsync(p => p.SetProperty(x => x.LastPieceNumber, x => x.LastPieceNumber + 1)) == 0)
            throw new NotFoundException();
        return await process.Select(p => p.LastPieceNumber).SingleAsync();
    }

    /// <summary>The next interview number; the same conditions as <see cref="NextPieceAsync"/>.</summary>
    public static async Task<int> NextInterviewAsync(LoesningsbrikkerContext db, long processId)
    {
        EnsureTransaction(db);
        var process = db.DialogueProcesses.Where(p => p.Id == processId);
        if (await process.ExecuteUpdateAsync(p => p.SetProperty(x => x.LastInterviewNumber, x => x.LastInterviewNumber + 1)) == 0)
            throw new NotFoundException();
        return await process.Select(p => p.LastInterviewNumber).SingleAsync();
    }

    private static void EnsureTransaction(LoesningsbrikkerContext db)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is only safe inside a transaction.");
    }
}
