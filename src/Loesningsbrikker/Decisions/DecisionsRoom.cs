using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>What decisions are prepared with; so far the workbook.</summary>
public sealed class DecisionsRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(80, "Excel", "workbook", Permission.DownloadCommitteeWorkbook)];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ExportLane>();
        services.AddScoped<WorkbookExport>();
    }
}
