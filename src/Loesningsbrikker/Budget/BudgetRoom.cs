using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Budget;

/// <summary>What the pieces cost.</summary>
public sealed class BudgetRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(50, "Prisskøn", "estimates", Permission.ReadEstimates)];
}
