using System.Diagnostics;
using System.Net;
using System.Text;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Files that nobody should send: each gives a text or a sentence, soon, and in little memory.</summary>
public sealed class ImportHostileTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);
    private static readonly DraftCipher Cipher = new(MasterKey.Parse(MasterKey.NewLine("prøve".Replace("ø", "oe"))));

    [TestCaseSource(nameof(Extensions))]
    public Task Spoilt_files_give_a_text_or_a_sentence(string extension) => SpoilAsync(extension, extension == ".pdf" ? 12 : 150);

    [TestCaseSource(nameof(Extensions)), Category("Long")]
    public async Task Ten_thousand_spoilt_files_give_a_text_or_a_sentence_and_memory_stays_level(string extension)
    {
        await SpoilAsync(extension, 1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await SpoilAsync(extension, 9000, from: 1000);
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(20L << 20));
    }

    [TestCase("text")]
    [TestCase("paragraphs")]
    [TestCase("spaces")]
    [TestCase("attribute")]
    public void A_bomb_is_refused_within_a_second_and_little_memory(string shape)
    {
        var filler = new string(' ', 1 << 20);
        var many = string.Concat(Enumerable.Repeat(shape == "spaces" ? "<text:s text:c=\"100000\"/>" : "<text:p/>", 100_000));
        var bomb = DocxFile.Zip(("mimetype", w => w.Write(OdtFile.MediaType)), ("content.xml", w =>
        {
            var start = OdtFile.Content(shape switch { "paragraphs" => "", "attribute" => "<text:p x=\"", _ => "<text:p>" });
            w.Write(start[..start.IndexOf("</office:text>", StringComparison.Ordinal)]);
            for (var i = 0; i < 200; i++)
                w.Write(shape is "text" or "attribute" ? filler : many);
        }));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Refusal("a.odt", bomb), Does.Contain("fylder for meget"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200L << 20));
        Assert.That(CpuClock.TimeOf(() => Refusal("a.odt", bomb)), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [TestCase(".docx")]
    [TestCase(".odt")]
    public void An_external_entity_reaches_no_file_and_no_network(string extension)
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "hemmelighed");
            foreach (var target in new[] { "file://" + secret, "http://127.0.0.1:9/x" })
            {
                var prolog = $"<!DOCTYPE d [<!ENTITY x SYSTEM \"{target}\">]>";
                var refused = Refusal("a" + extension, extension == ".docx" ? DocxFile.Of(DocxFile.P("&x;"), prolog) : OdtFile.Of(OdtFile.P("&x;"), prolog));
                Assert.That(refused, Does.Contain("beskadiget").And.Not.Contain("hemmelighed"));
            }
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Test]
    public void Paths_in_an_archive_lead_nowhere()
    {
        const string Evil = "../../../../tmp/loesningsbrikker-slip";
        var body = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{DocxFile.P("Hej")}</w:document>";
        var slip = DocxFile.Zip((Evil, w => w.Write("ondt")), ("/etc/loesningsbrikker-slip", w => w.Write("ondt")), ("word/document.xml", w => w.Write(body)));
        Assert.That(TranscriptFile.Read("a.docx", slip).Single().Text, Is.EqualTo("Hej"));
        Assert.That(File.Exists("/tmp/loesningsbrikker-slip"), Is.False);
        var outside = DocxFile.Zip(("_rels/.rels", w => w.Write("<Relationships><Relationship Type=\"http://x.example/officeDocument\" Target=\"../../../../etc/passwd\"/></Relationships>")), ("word/document.xml", w => w.Write(body)));
        Assert.That(Refusal("a.docx", outside), Does.Contain("ikke et Word-dokument"));
        Assert.That(TranscriptFile.CleanName("..\\..\\/etc/../møde\0.docx"), Is.EqualTo("møde.docx"));
    }

    private static IEnumerable<TestCaseData> MillionLines()
    {
        foreach (var (extension, text) in new[]
        {
            (".txt", Repeat("a\n", 1_000_000)), (".md", Repeat("**a**\n", 500_000)), (".srt", "1\n00:00:01,000 --> 00:00:02,000\n" + Repeat("a\n", 1_000_000)),
            (".vtt", "WEBVTT\n\n" + Repeat("a\n\n", 500_000) + "00:01.000 --> 00:02.000\na"), (".txt", Repeat("Mor: a\n", 500_000)), (".txt", Repeat("Mor: a ", 600_000)),
        })
            yield return new TestCaseData(extension, text).SetArgDisplayNames(extension, text[..Math.Min(12, text.Length)].Replace("\n", " "));
    }

    [TestCaseSource(nameof(MillionLines))]
    public void A_million_lines_are_read_or_refused_in_two_seconds(string extension, string text) =>
        AssertQuick(() => Import("a" + extension, Encoding.UTF8.GetBytes(text)));

    private static readonly string[] Pathological =
    [
        "Aa ", "Mette ", "Mettes' ", "A. ", "1 ", "22 33 44 55 ", "1-1-", "010190-", "@", "a@", "a@a.aa ", "\"A\" ", "'s ", "Vej 1 ", "Vej, ", "hr. Aa ", "Aa\u0301", "(", "👩‍👩‍👧", "\u202E\u0645 ", "i Aa, ", "Aa-Bb-", "a-", "Aa'a'", "x  ",
    ];

    [TestCaseSource(nameof(Pathological))]
    public void A_text_made_to_be_slow_is_searched_in_linear_time(string piece)
    {
        var text = Repeat(piece, 1_000_000 / piece.Length);
        AssertQuick(() => Round([new("", text)]));
        AssertQuick(() => Round([.. Enumerable.Range(0, 20_000).Select(i => new ParagraphText("Mette " + i, piece + i))]));
    }

    [Test]
    public void Broken_signs_are_counted_and_never_stored_as_they_are()
    {
        var leftOut = new LeftOut();
        var read = TranscriptFile.Read("a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Repeat("Vi mangler ro og tid her. ", 20)), 0x3D, 0xD8, 0x41, 0x00, 0x00, 0x00, .. Encoding.Unicode.GetBytes("\u202Eslut")], leftOut);
        var text = read.Single().Text;
        Assert.That(text, Does.EndWith("\uFFFDAslut"));
        Assert.That(leftOut.Sentences, Is.EqualTo(new[] { "1 tegn kunne ikke læses; der står � i stedet." }));
    }

    private static IEnumerable<string> Extensions() => ImportSamples.Extensions;

    private static async Task SpoilAsync(string extension, int count, int from = 0)
    {
        using var reader = new TranscriptReader(new PdfText(new HouseSettings()));
        for (var i = from; i < from + count; i++)
        {
            var file = ImportSamples.Spoilt(extension, new Random(20261121 + i));
            if (extension == ".pdf")
            {
                // Its processor time is limited by the system (ProcessLimits), so the clock on the wall says little more.
                var clock = Stopwatch.StartNew();
                if (await ReadAsync(reader, "a.pdf", file) is { } read)
                    Round(read);
                Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), $"seed {i}");
            }
            else
                AssertQuick(() => Import("a" + extension, file), $"seed {i}");
        }
    }

    private static async Task<IReadOnlyList<ParagraphText>?> ReadAsync(TranscriptReader reader, string name, byte[] file)
    {
        try
        {
            return (await reader.ReadAsync(name, file)).Paragraphs;
        }
        catch (RuleException)
        {
            return null;
        }
    }

    /// <summary>Reads, searches, encrypts, decrypts and replaces, as an import does; a refusal is an answer, anything else is not.</summary>
    private static void Import(string name, byte[] file)
    {
        IReadOnlyList<ParagraphText> read;
        try
        {
            read = TranscriptFile.Read(name, file, new LeftOut());
        }
        catch (RuleException)
        {
            return;
        }
        Round(read);
    }

    private static void Round(IReadOnlyList<ParagraphText> read)
    {
        var speakers = DraftSpeakers.Find(read, new DraftChoices(new Loesningsbrikker.Processes.DialogueProcess { Prefix = "D" }, [], [], [], []), new Dictionary<long, string>(), []);
        var known = new KnownNames([.. speakers.Index().Where(s => s.Item.IsName).Select(s => new KnownPerson(s.Item.Label, "taler") { Speaker = s.Index })], []);
        var data = PersonalDataFinder.Find([.. read, new("", "")], known);
        var draft = ImportDraft.Begin(1, 1, DateTime.UnixEpoch);
        Cipher.Write(draft, new DraftContent { FileName = "a.txt", Paragraphs = read, Speakers = speakers, Findings = [.. data.Findings], People = data.People });
        var content = Cipher.Read(draft);
        var replacements = content.Replacements();
        var stored = content.StoredSpeakers();
        foreach (var (i, paragraph) in content.Paragraphs.Index())
        {
            Assert.That(stored, Does.ContainKey(paragraph.Speaker));
            var text = replacements.Apply(i, paragraph.Text);
            if (text.Length == 0 || text.AsSpan().ContainsAny('\n', '\0'))
                Assert.Fail("A stored paragraph is one line of text.");
        }
    }

    private static void AssertQuick(Action work, string? what = null) => Assert.That(CpuClock.TimeOf(work), Is.LessThan(MostTime), what);

    private static string Refusal(string name, byte[] bytes) => Assert.Throws<RuleException>(() => TranscriptFile.Read(name, bytes))!.Message;

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
}

/// <summary>The same through the pages: never a 500.</summary>
public sealed class ImportHostilePageTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Spoilt_files_never_break_the_pages()
    {
        var number = (await Db().AddInterviewAsync(City)).Number;
        var path = $"{City.Path}/interviews/{number}/transcripts/new";
        var site = await InterviewData.OnImportPageAsync(Host, City, number);
        for (var i = 0; i < 60; i++)
        {
            var extension = ImportSamples.Extensions[i % (ImportSamples.Extensions.Length - 1)];
            var uploaded = await site.UploadAsync(path, "File", "støj" + extension, ImportSamples.Spoilt(extension, new Random(i)));
            Assert.That(uploaded.Status, Is.EqualTo(HttpStatusCode.Found).Or.EqualTo(HttpStatusCode.BadRequest), $"{i}: {uploaded.Text}");
            if (uploaded.Status != HttpStatusCode.Found)
                continue;
            var stored = await site.ConfirmAsync(uploaded, ("Kind", "Verbatim"));
            Assert.That(stored.Status, Is.EqualTo(HttpStatusCode.Found).Or.EqualTo(HttpStatusCode.BadRequest), $"{i}: {stored.Text}");
        }
    }

    [Test]
    public async Task A_form_that_no_page_sends_never_breaks_the_preview()
    {
        var number = (await Db().AddInterviewAsync(City)).Number;
        var site = await InterviewData.OnImportPageAsync(Host, City, number);
        var (path, fields) = await site.OpenPreviewAsync(await site.PostAsync($"{City.Path}/interviews/{number}/transcripts/new", ("Text", "Mette: Hej Ole.\nOle: Hej Mette.\nMette: Nå.\nOle: Ja.")));
        (string, string)[][] odd =
        [
            [("speaker-0", "informant:99999999999999999999")], [("speaker-0", "group:-1")], [("speaker-0", "")], [("speaker-9999", "word")], [("with-0", new string('x', 5000))],
            [("with-99999", "x")], [("use-0", "true"), ("use-0", "true")], [("Target", "Ukendt")], [("InterviewNumber", "0")], [("InterviewNumber", "abc")], [("HeldOn", "31-31-31")],
            [("Kind", "7")], [("Title", new string('t', 5000))], [("SourceName", "\u202E\u0000/../x")], [("AddWord", "\u0000")], [("AddWord", " ")], [("Version", "x")],
            [.. Enumerable.Range(0, 3000).Select(i => ($"with-{i}", "x"))],
        ];
        foreach (var changes in odd)
            foreach (var verb in new[] { "", "/confirmation" })
            {
                var page = await site.PostAsync(path + verb, [.. fields.Where(f => changes.All(c => c.Item1 != f.Name)), .. changes]);
                Assert.That((int)page.Status, Is.LessThan(500), $"{changes[0]} {page.Text}");
                if (page.Status == HttpStatusCode.Found)
                    (path, fields) = verb.Length == 0
                        ? (path, ImportSteps.FieldsOf(await site.GetAsync(path)))
                        : await site.OpenPreviewAsync(await site.PostAsync($"{City.Path}/interviews/{number}/transcripts/new", ("Text", "Mette: Hej Ole.\nOle: Hej Mette.\nMette: Nå.\nOle: Ja.")));
            }
    }
}
