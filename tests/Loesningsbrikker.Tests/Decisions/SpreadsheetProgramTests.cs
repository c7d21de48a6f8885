using System.Diagnostics;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Tests.Budget;
using Loesningsbrikker.Tests.Shared;
using Loesningsbrikker.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>
/// The workbook in a real spreadsheet program: it opens, and it recalculates to the system's figures. Takes LibreOffice, so it stands in
/// scripts/check-release and not in scripts/test.
/// </summary>
[TestFixture, Category("LibreOffice")]
public sealed class SpreadsheetProgramTests
{
    [Test]
    public async Task LibreOffice_recalculates_to_the_systems_figures_and_leaves_text_alone([Values("staff", "committee")] string edition)
    {
        await using var host = new TestHost(DatabaseKind.Sqlite);
        var city = await TestCity.CreateAsync(host);
        await using (var scope = host.Scope(city.MunicipalityId))
            await (await new BudgetCase(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), city).BuildAsync()).WithMeetingAsync();
        var site = await Site.SignInAsync(host, city.User(Role.BudgetOfficer).Email!);
        var file = await WorkbookFile.DownloadAsync(site, $"{city.Path}/workbook/{edition}");
        var stored = file.Cells(OverviewSheet.Name);
        var frames = WorkbookBudgetTests.RowsOf(stored, "Ramme i 1.000 kr. (skriv selv)");
        var typed = frames.ToDictionary(row => $"B{row}", row => row * 1000.0);

        var recalculated = await RecalculateAsync(SheetCells.WithoutResults(file.Bytes, OverviewSheet.Name, typed));

        var overview = SheetCells.Read(recalculated, OverviewSheet.Name);
        var balances = frames.SelectMany(row => new[] { $"F{row}", $"B{row + 1}", $"B{row + 2}", $"F{row + 1}", $"F{row + 2}" }).ToHashSet();
        AssertSame(stored.Where(c => c.Value.Formula is not null && !balances.Contains(c.Key)), overview);
        foreach (var row in frames)
        {
            var (all, designated) = (stored[$"B{row - 4}"].Number ?? 0, stored[$"B{row - 3}"].Number ?? 0);
            Assert.That((overview[$"B{row + 1}"].Number, overview[$"B{row + 2}"].Number), Is.EqualTo(((double?)(typed[$"B{row}"] - designated), (double?)(typed[$"B{row}"] - all))));
        }
        AssertSame(file.Cells("Økonomi").Where(c => c.Value.Formula is not null), SheetCells.Read(recalculated, "Økonomi"));
        var title = SheetCells.Read(recalculated, "Økonomi")["B18"];
        Assert.That((title.Formula, title.Text), Is.EqualTo(((string?)null, BudgetCase.FormulaTitle)));
    }

    private static void AssertSame(IEnumerable<KeyValuePair<string, StoredCell>> stored, Dictionary<string, StoredCell> recalculated)
    {
        var cells = stored.ToList();
        Assert.That(cells, Is.Not.Empty);
        foreach (var (address, cell) in cells)
        {
            var now = recalculated.GetValueOrDefault(address, new StoredCell(null, ""));
            if (cell.Number is { } number)
                Assert.That(now.Number, Is.EqualTo(number).Within(1e-9), $"{address}: {cell.Formula}");
            else
                Assert.That(now.Text, Is.EqualTo(cell.Text), $"{address}: {cell.Formula}");
        }
    }

    /// <summary>Opens and saves the file in LibreOffice, with a profile of its own so that it touches nobody's.</summary>
    private static async Task<byte[]> RecalculateAsync(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-office-").FullName;
        try
        {
            var input = Path.Combine(folder, "in.xlsx");
            await File.WriteAllBytesAsync(input, file);
            string[] arguments = ["-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder, "out"), input];
            using var office = Start(arguments);
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            var output = office.StandardOutput.ReadToEndAsync(deadline.Token);
            await office.WaitForExitAsync(deadline.Token);
            Assert.That(office.ExitCode, Is.Zero, await output);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "out", "in.xlsx"), deadline.Token);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("No LibreOffice: install libreoffice-calc-nogui, or run scripts/check-release, which does.");
            throw;
        }
    }
}
