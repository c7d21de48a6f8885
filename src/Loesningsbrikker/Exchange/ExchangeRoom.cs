using Loesningsbrikker.Exchange.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange;

/// <summary>Moving to and from the tools that consultants own: REFI-QDA projects and codebooks, passages as a workbook or as text.</summary>
public sealed class ExchangeRoom : IRoom
{
    /// <summary>None of its own: the pages Interviews and Excel lead here.</summary>
    public IEnumerable<MenuEntry> Menu => [];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services) => services
        .AddScoped<ProjectExport>().AddScoped<PassageExport>()
        .AddSingleton<ProjectReadingTurn>().AddScoped<ProjectUpload>().AddScoped<ProjectImport>();
}
