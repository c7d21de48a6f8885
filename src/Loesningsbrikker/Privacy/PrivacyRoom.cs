using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Privacy;

/// <summary>Identities, logs and keys.</summary>
public sealed class PrivacyRoom : IRoom
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services) => services.AddSingleton<IdentityCipher>();
}
