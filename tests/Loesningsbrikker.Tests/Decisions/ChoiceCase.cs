using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>A process after its joint meeting: builds pieces with what the meeting said.</summary>
public sealed partial class ChoiceCase(LoesningsbrikkerContext db, TestCity city)
{
    private readonly Testimony _testimony = new(db, city.Process);
    private readonly InformantGroup _group = new() { ProcessId = city.Process.Id, Name = "Medarbejdere" };
    private ValidationMeeting? _meeting;

    public LoesningsbrikkerContext Db { get; } = db;

    public static string Today(LoesningsbrikkerContext db) => DanishText.Day(db.UtcNow).ToString("O");

    /// <summary>A recognised piece.</summary>
    public async Task<SolutionPiece> PieceAsync(PieceClass pieceClass, string title)
    {
        var piece = await _testimony.PieceAsync(pieceClass, title, formulated: true);
        piece.Conclude(Conclusion.Recognised, "", departs: false, null, null, Db.UtcNow);
        await Db.SaveChangesAsync();
        return piece;
    }

    /// <summary>A political piece before the politicians.</summary>
    public async Task<SolutionPiece> SubmittedAsync(string title)
    {
        var piece = await PieceAsync(PieceClass.Political, title);
        piece.Designate(DesignationChoice.Designated, "Det haster.", null, Db.UtcNow);
        piece.Submit("17.00.00-A00-1-26", null, Db.UtcNow);
        await Db.SaveChangesAsync();
        return piece;
    }

    /// <summary>What ten people at the meeting said.</summary>
    /// <param name="professional">The priority that all of them gave.</param>
    public async Task SaidAsync(SolutionPiece piece, int yes, int professional, int economic)
    {
        if (_meeting is null)
        {
            _meeting = new ValidationMeeting { ProcessId = city.Process.Id, Title = "Fællesmøde", HeldOn = new DateOnly(2026, 10, 1), CreatedAtUtc = Db.UtcNow };
            Db.AddRange(_meeting, _group);
            await Db.SaveChangesAsync();
        }
        Db.Add(new MeetingResult
        {
            ProcessId = city.Process.Id, MeetingId = _meeting.Id, SolutionPieceId = piece.Id, GroupId = _group.Id, Yes = yes, No = 10 - yes,
            Professional = All(professional), Economic = All(economic),
        });
        await Db.SaveChangesAsync();
    }

    /// <summary>What it costs in the first year.</summary>
    public async Task CostsAsync(SolutionPiece piece, long kroner)
    {
        piece.WriteEstimate(EstimateStatus.Rough, 2026, "", [new CostLine { Year = city.Process.FirstYear, Amount = kroner }], null, Db.UtcNow);
        await Db.SaveChangesAsync();
    }

    public async Task<string> VersionAsync(int number) =>
        (await Db.SolutionPieces.AsNoTracking().SingleAsync(p => p.ProcessId == city.Process.Id && p.Number == number)).Version.ToString();

    public Task<SolutionPiece> FindAsync(int number) =>
        Db.SolutionPieces.AsNoTracking().Include(p => p.Decisions).Include(p => p.Designations).Include(p => p.Implementations).Include(p => p.Events)
            .SingleAsync(p => p.ProcessId == city.Process.Id && p.Number == number);

    private static int[] All(int priority) => [.. Enumerable.Range(1, 5).Select(p => p == priority ? 10 : 0)];
}
