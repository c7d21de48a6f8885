using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Commands;

/// <summary>Walks the change log of every municipality.</summary>
internal static class VerifyAuditCommand
{
    public static HostCommand Definition { get; } = new(
        "verify-audit", "", "Efterser, at ingen linje i ændringsloggen er rettet eller fjernet. Må køre, mens Host kører.", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        if (!line.Settings.UsesPostgreSql && !File.Exists(line.Settings.SqliteFile))
            throw new OperatorException($"Der er ingen database i {line.Settings.DataFolder}.");
        await using var services = line.OpenDatabase();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var holds = true;
        foreach (var municipalityId in await AuditChain.MunicipalitiesAsync(db))
        {
            var report = await AuditChain.WalkAsync(db, municipalityId);
            holds &= report.Holds;
            Console.WriteLine(report.Holds
                ? $"Kommune {municipalityId}: {report.Lines} linjer hænger sammen. Sidste linje: {report.LastChecked} {Convert.ToHexStringLower(report.LastHash)}"
                : $"Kommune {municipalityId}: BRUDT ved linje {report.BrokenAt} af {report.LastChecked}. Linjen er rettet eller fjernet uden om systemet.");
        }
        return holds ? 0 : 1;
    }
}
