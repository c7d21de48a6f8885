using Loesningsbrikker.Accounts;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Implementations;

/// <summary>Builds pieces that were handed over or begun, straight into the database.</summary>
public sealed class CarriedOut(LoesningsbrikkerContext db, TestCity city)
{
    private readonly Testimony _testimony = new(db, city.Process);

    public LoesningsbrikkerContext Db { get; } = db;

    public string List => city.Path + "/implementations";

    /// <summary>An institution led by the city's local leader, or by nobody.</summary>
    public async Task<Institution> InstitutionAsync(string name, bool own = true)
    {
        var institution = new Institution { Name = name, Kind = InstitutionKind.Daycare, LeaderUserId = own ? city.User(Role.LocalLeader).Id : null };
        Db.Add(institution);
        await Db.SaveChangesAsync();
        return institution;
    }

    /// <summary>A local piece with the institutions, of which none has begun.</summary>
    public async Task<SolutionPiece> HandedOverAsync(string title, params Institution[] institutions)
    {
        var piece = await _testimony.PieceAsync(PieceClass.Local, title, formulated: true);
        piece.HandOver(institutions, "Værsgo.", null, Db.UtcNow);
        await Db.SaveChangesAsync();
        return piece;
    }

    /// <summary>A local piece that each institution has begun with.</summary>
    public async Task<SolutionPiece> BegunAsync(string title, params Institution[] institutions)
    {
        var piece = await HandedOverAsync(title, institutions);
        foreach (var implementation in piece.Implementations)
            piece.Begin(implementation, "Institutionsleder", implementation.ResponsibleUserId, null, null, Db.UtcNow);
        await Db.SaveChangesAsync();
        return piece;
    }

    /// <summary>An administrative piece that was accepted.</summary>
    public async Task<SolutionPiece> AcceptedAsync(string title)
    {
        var piece = await _testimony.PieceAsync(PieceClass.Administrative, title, formulated: true);
        piece.Accept(null, new DateOnly(2026, 10, 1), null, null, Db.UtcNow);
        await Db.SaveChangesAsync();
        return piece;
    }

    /// <summary>A milestone of the piece's first implementation.</summary>
    public async Task<Milestone> MilestoneAsync(SolutionPiece piece, string title, DateOnly dueOn)
    {
        var milestone = piece.AddMilestone(piece.Implementations[0], title, dueOn, null, Db.UtcNow);
        await Db.SaveChangesAsync();
        return milestone;
    }

    /// <summary>Address of the piece's implementation.</summary>
    public string PathOf(SolutionPiece piece, int index = 0) => $"{List}/{piece.Implementations[index].Id}";
}
