using System.Xml;
using System.Xml.Schema;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>
/// Exports against the schema of REFI-QDA 1.0 (Project-mrt2019.xsd), which is not in this repository: its path stands in the environment
/// variable LOESNINGSBRIKKER_TEST_REFI_SCHEMA, and scripts/check-release runs these tests when it does.
/// </summary>
[Category("Refi")]
public sealed class RefiSchemaTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Every_project_that_goes_out_is_valid()
    {
        var schema = Schema();
        var site = await SignInAsync(Role.Consultant);
        var sample = await SampleProcess.CreateAsync(Host, City);
        List<string> paths = [City.Path, $"/dialogue-processes/{sample.Process.Id}"];
        for (var seed = 1; seed <= 20; seed++)
        {
            var process = await City.AddProcessAsync(Db(), $"R{(char)('A' + seed)}");
            await new RandomProcess(Db(), City, process, seed).FillAsync();
            paths.Add($"/dialogue-processes/{process.Id}");
        }
        foreach (var path in paths)
            Assert.That(Faults((await QdpxFile.DownloadAsync(site, path)).ProjectBytes, schema), Is.Empty, path);
    }

    [Test]
    public void The_check_finds_children_in_the_wrong_order()
    {
        var wrong = "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"x\"><Sets/><Users/></Project>"u8.ToArray();
        Assert.That(Faults(wrong, Schema()), Is.Not.Empty);
    }

    private static XmlSchemaSet Schema()
    {
        var path = Environment.GetEnvironmentVariable("LOESNINGSBRIKKER_TEST_REFI_SCHEMA")
            ?? throw new InvalidOperationException("LOESNINGSBRIKKER_TEST_REFI_SCHEMA names no schema.");
        var schemas = new XmlSchemaSet();
        schemas.Add("urn:QDA-XML:project:1.0", path);
        return schemas;
    }

    private static List<string> Faults(byte[] project, XmlSchemaSet schemas)
    {
        List<string> faults = [];
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        using var reader = XmlReader.Create(new MemoryStream(project), settings);
        while (reader.Read())
        {
        }
        return faults;
    }
}
