using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Loesningsbrikker.Processes;

/// <summary>Dialogue processes, members, setup, informants, institutions.</summary>
public sealed class ProcessesRoom : IRoom
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services) => services.TryAddSingleton<IdentityCipher>();

    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu =>
    [
        new(0, "Overblik", "", Permission.SeeProcess),
        new(900, "Opsætning", "setup", Permission.SetUpProcess),
    ];
}
