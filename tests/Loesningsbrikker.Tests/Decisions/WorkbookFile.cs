using System.IO.Compression;
using System.Net;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>A downloaded workbook, read by a second program.</summary>
public sealed class WorkbookFile(byte[] bytes)
{
    private readonly XLWorkbook _workbook = new(new MemoryStream(bytes));

    public static async Task<WorkbookFile> DownloadAsync(Site site, string path)
    {
        var page = await site.GetAsync(path);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.Text);
        Assert.That(page.MediaType, Is.EqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        return new WorkbookFile(page.Bytes);
    }

    /// <summary>The file as it came.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The cells of a sheet as stored, formulas included.</summary>
    public Dictionary<string, StoredCell> Cells(string name) => SheetCells.Read(bytes, name);

    public IEnumerable<string> SheetNames => _workbook.Worksheets.Select(s => s.Name);

    public IXLWorksheet Sheet(string name) => _workbook.Worksheet(name);

    /// <summary>The table's cells as texts, header first; dates and numbers as the invariant culture writes them.</summary>
    public List<List<string>> Rows(string name) =>
        [.. Sheet(name).Table(name).Rows().Select(r => r.Cells().Select(TextOf).ToList())];

    /// <summary>One column of a table without its header.</summary>
    public List<string> Column(string name, string header)
    {
        var rows = Rows(name);
        var index = rows[0].IndexOf(header);
        Assert.That(index, Is.GreaterThanOrEqualTo(0), header);
        return [.. rows.Skip(1).Select(r => r[index])];
    }

    /// <summary>Everything that is written in the file's parts.</summary>
    public string AllXml()
    {
        var text = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
            using (var reader = new StreamReader(entry.Open()))
                text.AppendLine(WebUtility.HtmlDecode(reader.ReadToEnd()));
        return text.ToString();
    }

    /// <summary>What the format's schema finds wrong.</summary>
    public List<string> Faults()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Path?.XPath + ": " + e.Description)];
    }

    private static string TextOf(IXLCell cell) => cell.DataType switch
    {
        XLDataType.DateTime => cell.GetDateTime().ToString("yyyy-MM-dd"),
        _ => cell.GetString(),
    };
}
