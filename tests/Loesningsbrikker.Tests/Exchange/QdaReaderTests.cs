using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Loesningsbrikker.Exchange.Import;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>Reading files as other programs write them, and as somebody ill-meaning does.</summary>
public sealed class QdaReaderTests
{
    [Test]
    public void Capital_letters_byte_order_marks_white_space_and_braces_are_no_hindrance()
    {
        var file = new Qdpx { ProjectPath = "Project.QDE", Folder = "Sources", Before = [0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n', 0xEF, 0xBB, 0xBF] }
            .WithCodes(Qdpx.Code("Ro", guid: "{" + Qdpx.Guid("Ro").ToUpperInvariant() + "}"))
            .WithText("Samtale", "Vi er få", Qdpx.Selection(0, 2, "Vi", "Ro"));
        QdaArchive.Read(file.Build(), (archive, project, losses) =>
        {
            var source = project.Sources.Single();
            Assert.That(Encoding.UTF8.GetString(archive.ReadSource(source.Path!)!), Is.EqualTo("Vi er få"));
            Assert.That(source.Selections.Single().Codings.Single().Code, Is.EqualTo(project.Codes.Single().Guid));
            Assert.That(losses.All, Is.Empty);
            return true;
        });
    }

    [Test]
    public void Codes_keep_their_order_their_depth_and_their_doubled_names_and_a_doubled_guid_gets_one_of_its_own()
    {
        var (project, _) = Read(new Qdpx().WithCodes(
            Qdpx.Code("Rammer", "<Description>Alt om rammer</Description>" + Qdpx.Code("Tid") + Qdpx.Code("Ro", Qdpx.Code("Støj")), codable: false),
            Qdpx.Code("Tid"), Qdpx.Code("Tid", guid: Qdpx.Guid("En anden"))));
        var codes = project.Codes.ToList();
        Assert.That(codes.Select(c => (c.Name, c.IsCodable, c.Description)), Is.EqualTo(new[] { ("Rammer", false, "Alt om rammer"), ("Tid", true, ""), ("Tid", true, "") }));
        Assert.That(codes[0].Children.Select(c => c.Name), Is.EqualTo(new[] { "Tid", "Ro" }));
        Assert.That(codes[0].Children[1].Children.Single().Name, Is.EqualTo("Støj"));
        Assert.That(codes.Concat(codes[0].Children).Select(c => c.Guid).Distinct().Count(), Is.EqualTo(5));
    }

    [Test]
    public void Selections_without_a_code_a_user_or_a_date_are_selections_too_and_hopeless_ones_are_counted()
    {
        var (project, losses) = Read(new Qdpx().WithText("Samtale", "Vi er få",
            "<PlainTextSelection startPosition=\"0\" endPosition=\"2\"/>",
            "<PlainTextSelection guid=\"x\" startPosition=\"3\" endPosition=\"5\"><Description>Hm</Description><Coding><CodeRef targetGUID=\"nul\"/></Coding><Coding guid=\"y\"/></PlainTextSelection>",
            "<PlainTextSelection guid=\"z\" startPosition=\"5\" endPosition=\"5\"/>", "<PlainTextSelection guid=\"w\" startPosition=\"-1\" endPosition=\"5\"/>",
            "<PlainTextSelection guid=\"v\" startPosition=\"1\" endPosition=\"99999999999999\"/>"));
        var selections = project.Sources.Single().Selections.ToList();
        Assert.That(selections.Select(s => (s.Start, s.End, s.Description, s.Codings.Count, s.User, s.AtUtc)),
            Is.EqualTo(new (int, int, string, int, Guid?, DateTime?)[] { (0, 2, "", 0, null, null), (3, 5, "Hm", 1, null, null) }));
        Assert.That(losses[QdaLoss.EmptySelection], Is.EqualTo(3));
    }

    [Test]
    public void Transcripts_of_sound_and_pages_in_plain_text_are_texts_and_what_has_no_words_is_counted()
    {
        var (project, losses) = Read(new Qdpx()
            .WithSource("<AudioSource guid=\"a\" name=\"Optagelse\"><Transcript guid=\"t\" plainTextPath=\"internal://t.txt\"><SyncPoint guid=\"s1\" timeStamp=\"0\" position=\"3\"/><SyncPoint guid=\"s2\" timeStamp=\"9\" position=\"8\"/>"
                        + "<TranscriptSelection guid=\"ts\" fromSyncPoint=\"s1\" toSyncPoint=\"s2\"/></Transcript><AudioSelection guid=\"as\" begin=\"0\" end=\"9\"/></AudioSource>")
            .WithSource("<PDFSource guid=\"p\" name=\"Notat.pdf\"><PDFSelection guid=\"ps\" page=\"1\" firstX=\"0\" firstY=\"0\" secondX=\"1\" secondY=\"1\"/><Representation guid=\"r\" name=\"Notat\" plainTextPath=\"internal://r.txt\">" + Qdpx.Selection(0, 2) + "</Representation></PDFSource>")
            .WithSource("<PictureSource guid=\"b\" name=\"Tegning\"/><VideoSource guid=\"f\" name=\"Film\"/><TextSource guid=\"w\" name=\"Kun Word\" richTextPath=\"internal://w.docx\"/>")
            .WithTail("<Graphs><Graph guid=\"g\"/><Graph guid=\"h\"/></Graphs>"));
        Assert.That(project.Sources.Select(s => (s.Name, s.Path, s.Selections.Count())), Is.EqualTo(new (string, string?, int)[]
        {
            ("Optagelse", "internal://t.txt", 1), ("Notat", "internal://r.txt", 1), ("Kun Word", null, 0),
        }));
        Assert.That(project.Sources.First().Selections.Select(s => (s.Start, s.End)), Is.EqualTo(new[] { (3, 8) }));
        Assert.That(losses.All.Select(l => (l.Loss, l.Count)), Is.EqualTo(new[]
        {
            (QdaLoss.Picture, 1), (QdaLoss.Region, 1), (QdaLoss.MediaSelection, 1), (QdaLoss.MediaWithoutText, 1), (QdaLoss.DocumentWithoutText, 1), (QdaLoss.Graph, 2),
        }));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void A_byte_order_mark_in_a_text_is_no_character(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var file = new Qdpx().WithText("Samtale", [.. encoding.GetPreamble(), .. encoding.GetBytes("Vi er få 😀 her")], Qdpx.Selection(6, 10, "få 😀"));
        var source = LoadedProject.Read(file.Build()).Sources.Single();
        Assert.That(source.Passages.Select(p => source.Text.Canonical[p.Start..p.End]), Is.EqualTo(new[] { "få 😀" }));
    }

    [TestCase("absolute:///C:/Users/hende/Skjult.txt")]
    [TestCase("relative://../../etc/Skjult.txt")]
    [TestCase("..\\..\\sources\\Skjult.txt")]
    [TestCase("internal://../Skjult.txt")]
    public void A_path_is_only_looked_up_in_the_archive_by_its_last_part(string path)
    {
        var outside = new Qdpx().WithPath("Samtale", path);
        Assert.That(QdaArchive.Read(outside.Build(), (archive, project, _) => archive.ReadSource(project.Sources.Single().Path!)), Is.Null);
        var inside = new Qdpx().WithPath("Samtale", path).WithEntry("sources/skjult.TXT", "Her er den"u8.ToArray());
        Assert.That(QdaArchive.Read(inside.Build(), (archive, project, _) => archive.ReadSource(project.Sources.Single().Path!)), Is.EqualTo("Her er den"u8.ToArray()));
    }

    [Test]
    public void Entries_that_would_climb_out_of_their_folder_are_read_by_name_only_and_written_nowhere()
    {
        var before = Directory.GetFileSystemEntries(Path.GetTempPath()).Length;
        var file = new Qdpx().WithPath("Samtale", "internal://passwd").WithEntry("../../etc/passwd", "root"u8.ToArray()).WithEntry("sources/../../passwd", "root"u8.ToArray());
        Assert.That(QdaArchive.Read(file.Build(), (archive, project, _) => archive.ReadSource(project.Sources.Single().Path!)), Is.Null);
        Assert.That(Directory.GetFileSystemEntries(Path.GetTempPath()).Length, Is.LessThanOrEqualTo(before + 50));
    }

    [Test]
    public void A_document_type_is_refused_before_any_entity_is_looked_at()
    {
        foreach (var prolog in new[]
                 {
                     "<!DOCTYPE Project [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                     "<!DOCTYPE Project [<!ENTITY a \"" + new string('a', 1000) + "\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "<!DOCTYPE Project SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                 })
            Assert.That(() => Read(new Qdpx { Prolog = prolog }), Throws.InstanceOf<RuleException>().With.Message.StartsWith("Filen er beskadiget"));
    }

    [Test]
    public void A_bomb_is_refused_at_once()
    {
        var zeros = new byte[300 * 1024 * 1024];
        Array.Fill(zeros, (byte)' ');
        var project = Zip(("project.qde", zeros));
        var text = new Qdpx().WithPath("Samtale", "internal://stor.txt").WithEntry("sources/stor.txt", zeros).Build();
        Assert.That(project, Has.Length.LessThan(4_000_000));
        var clock = Stopwatch.StartNew();
        Assert.That(() => Read(project), Throws.InstanceOf<RuleException>().With.Message.Contains("fylder for meget"));
        Assert.That(() => QdaArchive.Read(text, (archive, p, _) => archive.ReadSource(p.Sources.Single().Path!)), Throws.InstanceOf<RuleException>().With.Message.Contains("fylder for meget"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void Deep_nesting_breaks_nothing()
    {
        var deep = string.Concat(Enumerable.Range(0, 900).Select(i => $"<Code guid=\"{Qdpx.Guid("d" + i)}\" name=\"{i}\" isCodable=\"true\">"))
                   + string.Concat(Enumerable.Repeat("</Code>", 900));
        var (_, losses) = Read(new Qdpx().WithCodes(deep));
        Assert.That(losses[QdaLoss.DeepCode], Is.EqualTo(1));
        var nested = string.Concat(Enumerable.Repeat("<x>", 200_000)) + string.Concat(Enumerable.Repeat("</x>", 200_000));
        Assert.That(() => Read(new Qdpx().WithTail(nested)), Throws.Nothing);
    }

    [TestCase("", "Der er intet projekt")]
    [TestCase("PK", "beskadiget")]
    [TestCase("hej", "Der er intet projekt")]
    [TestCase("<html/>", "hverken et REFI-QDA-projekt eller en kodebog")]
    [TestCase("<Project", "beskadiget")]
    public void What_is_no_project_is_refused_in_words(string content, string words) =>
        Assert.That(() => Read(Encoding.UTF8.GetBytes(content)), Throws.InstanceOf<RuleException>().With.Message.Contains(words));

    [Test]
    public void Too_much_of_anything_is_refused_in_words()
    {
        var codes = string.Concat(Enumerable.Range(0, QdaReader.MostCodes + 1).Select(i => Qdpx.Code("K" + i)));
        Assert.That(() => Read(new Qdpx().WithCodes(codes)), Throws.InstanceOf<RuleException>().With.Message.Contains("flere end 1.000 koder"));
        var sources = string.Concat(Enumerable.Range(0, QdaReader.MostSources + 1).Select(i => $"<TextSource guid=\"{Qdpx.Guid("s" + i)}\"/>"));
        Assert.That(() => Read(new Qdpx().WithSource(sources)), Throws.InstanceOf<RuleException>().With.Message.Contains("flere end 500 tekster"));
    }

    [Test]
    public void A_codebook_and_a_bare_project_are_read_without_an_archive()
    {
        var codebook = "\ufeff<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"MAXQDA\"><Codes>" + Qdpx.Code("Ro", Qdpx.Code("Støj")) + "</Codes></CodeBook>";
        var (project, _) = Read(Encoding.UTF8.GetBytes(codebook));
        Assert.That((project.Origin, project.Codes.Single().Name, project.Codes.Single().Children.Single().Name), Is.EqualTo(("MAXQDA", "Ro", "Støj")));
        Assert.That(Read(Encoding.UTF8.GetBytes(new Qdpx().WithCodes(Qdpx.Code("Ro")).Xml())).Project.Name, Is.EqualTo("Skoleprojekt"));
    }

    [Test]
    public void Whatever_is_changed_in_a_file_it_is_read_or_refused_in_words()
    {
        var random = new Random(20_26);
        var xml = Encoding.UTF8.GetBytes(new Qdpx().WithCodes(Qdpx.Code("Rammer", Qdpx.Code("Tid"))).WithText("Samtale", "Vi er få 😀", Qdpx.Selection(0, 5, "Vi er", "Tid")).Xml());
        var zip = new Qdpx().WithText("Samtale", "Leder: Vi er få 😀\r\nLeder: Ja", Qdpx.Selection(0, 5, "Leder", "Tid")).Build();
        var refused = 0;
        for (var n = 0; n < 1_500; n++)
        {
            var bytes = (n % 2 == 0 ? xml : zip).ToArray();
            for (var i = 1 + random.Next(2); i > 0; i--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)"<>&\"0-=/"[random.Next(8)] : (byte)random.Next(256);
            var cut = random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            Exception? thrown = null;
            try
            {
                LoadedProject.Read(cut);
            }
            catch (Exception exception) when (exception is not RuleException)
            {
                thrown = exception;
            }
            catch (RuleException)
            {
                refused++;
            }
            Assert.That(thrown, Is.Null, $"file {n}");
        }
        Assert.That(refused, Is.InRange(100, 1_450));
    }

    private static (QdaProject Project, QdaLosses Losses) Read(Qdpx file) => Read(file.Build());

    private static (QdaProject Project, QdaLosses Losses) Read(byte[] bytes) => QdaArchive.Read(bytes, (_, project, losses) => (project, losses));

    private static byte[] Zip(params (string Path, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in entries)
            {
                using var to = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                to.Write(content);
            }
        return bytes.ToArray();
    }
}
