using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>The choice for the politicians, their decisions, and the workbook they are prepared with.</summary>
public sealed class DecisionsRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu =>
    [
        new(40, "Udpegning", "designations", Permission.ReadDecisions),
        new(60, "Beslutninger", "decisions", Permission.ReadDecisions),
        new(80, "Excel", "workbook", Permission.DownloadCommitteeWorkbook),
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ExportLane>();
        services.AddScoped<WorkbookExport>();
    }
}
