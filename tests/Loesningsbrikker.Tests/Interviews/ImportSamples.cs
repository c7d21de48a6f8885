using System.IO.Compression;
using System.Text;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Valid files of each kind, and ways of spoiling them; the same random numbers give the same files.</summary>
internal static class ImportSamples
{
    /// <summary>The endings that can be read.</summary>
    public static string[] Extensions { get; } = [".txt", ".md", ".vtt", ".srt", ".docx", ".odt", ".pdf"];

    private static readonly string[] Tokens =
    [
        "WEBVTT", "\n\n", "\r\n", "-->", "00:00:01.000 --> 00:00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\n", "<v Mette Prøve>", "</v>", "<v", "NOTE ", "Leder: ", "Mor: ",
        "Mette Mogensen", "Mettes", "'s", "\"Mulle\"", "hr. ", "070761-4285", "22 33 44 55", "+45", "a@b.dk", "@", "Strandvejen 12, 2. tv", "Vej 1", "\0", "\uFEFF", "\u202E", "\u200F\u0645\u0631\u062D",
        "e\u0301", "👩‍👩‍👧", "\uFFFD", "\uD83D", "\uDC00", "**", "_", "[a](b)", "![", "|---|", "```", "&#x1F600;", "&lt;", "…", "•\t", "\u00A0", "9999999999", "A B C D E F ", ". ", ": ",
    ];

    /// <summary>A file that can be read.</summary>
    public static byte[] Valid(string extension) => extension switch
    {
        ".txt" => Encoding.UTF8.GetBytes("Leder: Hvad fylder, Mette?\nMor: Tiden på Åkanden.\nLeder: Ring 22 33 44 55.\nMor: Ja.\n"),
        ".md" => Encoding.UTF8.GetBytes("# Møde\n\n> Vi har **for få** voksne, se [planen](https://kommune.example).\n\n| A | B |\n|---|---|\n| c | d |\n"),
        ".vtt" => Encoding.UTF8.GetBytes("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Mette Prøve>Hvad er <i>svært</i>?</v>\n\n00:02.000 --> 00:03.000\n<v Ole>Tiden.</v>\n"),
        ".srt" => Encoding.UTF8.GetBytes("1\r\n00:00:01,000 --> 00:00:02,000\r\nLeder: Hvad?\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nLeder: Nå.\r\n"),
        ".docx" => DocxFile.Of(DocxBody),
        ".odt" => OdtFile.Of(OdtBody),
        _ => PdfFile.WithLines("Leder: Hvad fylder?", "Mor: Tiden.", "Leder: Ja.", "Mor: Ring 22 33 44 55."),
    };

    /// <summary>A file that somebody or something spoilt: noise, a damaged valid one, or a document whose insides are damaged.</summary>
    public static byte[] Spoilt(string extension, Random random) => (random.Next(4), extension) switch
    {
        (0, ".txt" or ".md" or ".vtt" or ".srt") => Text(random),
        (0, ".docx") => DocxFile.Zip(("word/document.xml", w => w.Write(DamagedXml(DocxText, random)))),
        (0, ".odt") => DocxFile.Zip(("mimetype", w => w.Write(OdtFile.MediaType)), ("content.xml", w => w.Write(DamagedXml(OdtFile.Content(OdtBody), random)))),
        (1, _) => Noise(extension, random),
        _ => Damaged(Valid(extension), random),
    };

    private const string DocxBody = "<w:p><w:r><w:t>Leder: Hvad fylder, Mette?</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        + "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:ins><w:r><w:t>Ring 22 33 44 55</w:t><w:br/></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>";

    private const string OdtBody = "<text:h>Møde</text:h><text:p>Leder: Hvad fylder, Mette?<text:s text:c=\"2\"/><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>"
        + "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table><text:list><text:list-item><text:p>B</text:p></text:list-item></text:list>";

    private static string DocxText => ReadEntry(DocxFile.Of(DocxBody), "word/document.xml");

    private static string ReadEntry(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 120); i > 0; i--)
            text.Append(Tokens[random.Next(Tokens.Length)]);
        // Lone surrogates only survive in UTF-16.
        return random.Next(3) switch
        {
            0 => [0xFF, 0xFE, .. text.ToString().SelectMany(c => new[] { (byte)c, (byte)(c >> 8) })],
            1 => Encoding.Latin1.GetBytes(text.ToString()),
            _ => Encoding.UTF8.GetBytes(text.ToString()),
        };
    }

    private static byte[] Noise(string extension, Random random)
    {
        byte[][] beginnings = [[], "WEBVTT\n\n00:01.000 --> 00:02.000\n"u8.ToArray(), [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], "PK\u0003\u0004"u8.ToArray(), "%PDF-1.7\n"u8.ToArray(), Valid(extension)];
        var noise = new byte[random.Next(1, 2000)];
        random.NextBytes(noise);
        if (random.Next(2) == 0)
            for (var i = 0; i < noise.Length; i++)
                noise[i] = (byte)(noise[i] % 95 + 32);
        return [.. beginnings[random.Next(beginnings.Length)], .. noise];
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (var hits = random.Next(1, 8); hits > 0 && damaged.Count > 0; hits--)
        {
            var (at, length) = (random.Next(damaged.Count), random.Next(1, 40));
            switch (random.Next(5))
            {
                case 0: damaged.RemoveRange(at, Math.Min(length, damaged.Count - at)); break;
                case 1: damaged.InsertRange(at, damaged.GetRange(at, Math.Min(length, damaged.Count - at))); break;
                case 2: damaged.RemoveRange(at, damaged.Count - at); break;
                default: damaged[at] = (byte)random.Next(256); break;
            }
        }
        return [.. damaged];
    }

    /// <summary>Damages names, brackets and text of the XML, so that the archive around it is whole and the damage reaches the reader of it.</summary>
    private static string DamagedXml(string xml, Random random)
    {
        var text = new StringBuilder(xml);
        string[] pieces = ["<w:p>", "</w:p>", "<text:p>", "</text:p>", "<w:tr>", "</w:tc>", "<text:s text:c=\"99999999\"/>", "<w:del>", "&amp;", "&x;", "<!--", "]]>", "<![CDATA[x]]>", "<?pi ?>", "\u0001", "xmlns:w=\"y\"", new string(' ', 500)];
        for (var hits = random.Next(1, 6); hits > 0; hits--)
        {
            var at = random.Next(text.Length);
            if (random.Next(2) == 0)
                text.Insert(at, pieces[random.Next(pieces.Length)]);
            else
                text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
        }
        return text.ToString();
    }
}
