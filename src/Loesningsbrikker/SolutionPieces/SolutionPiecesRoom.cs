using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The pieces, their life, their evidence.</summary>
public sealed class SolutionPiecesRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(20, "Løsningsbrikker", "solution-pieces", Permission.ReadPieces)];
}
