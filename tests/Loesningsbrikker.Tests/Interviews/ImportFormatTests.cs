using System.Runtime.Versioning;
using System.Text;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>What is read from each kind of file, and what is said about the rest.</summary>
public sealed class ImportFormatTests
{
    [Test]
    public void A_LibreOffice_text_is_read_as_one_sees_it() =>
        Assert.That(Odt("<text:h text:outline-level=\"1\">Møde på <text:span>Åkanden</text:span></text:h><text:p>Ét<text:s text:c=\"3\"/>to<text:tab/>tre<text:line-break/>ny linje</text:p>"
                + "<text:list><text:list-item><text:p>Punkt</text:p></text:list-item><text:list-item><text:p>Andet</text:p></text:list-item></text:list>"
                + "<table:table><table:table-row><table:table-cell><text:p>Leder</text:p></table:table-cell><table:table-cell><text:p>Ja</text:p></table:table-cell></table:table-row></table:table>").Paragraphs.Select(p => p.Text),
            Is.EqualTo(new[] { "Møde på Åkanden", "Ét to tre", "ny linje", "• Punkt", "• Andet", "Leder: Ja" }));

    [Test]
    public void What_a_LibreOffice_text_holds_besides_is_told()
    {
        var (paragraphs, leftOut) = Odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>slettet</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:p>Vi<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>fodnote</text:p></text:note-body></text:note> mangler"
            + "<office:annotation><text:p>kommentar</text:p></office:annotation> ro.<draw:frame><draw:image/></draw:frame></text:p>");
        Assert.That(paragraphs.Select(p => p.Text), Is.EqualTo(new[] { "Vi mangler ro." }));
        Assert.That(leftOut, Is.EqualTo(new[]
        {
            "1 billede er ikke læst med.", "1 fodnote eller slutnote er ikke læst med.", "1 kommentar i margenen er ikke læst med.",
            "1 sted med slettet tekst (sporede ændringer) er ikke læst med.",
        }));
    }

    [Test]
    public void What_a_Word_document_holds_besides_is_told()
    {
        var leftOut = new LeftOut();
        var file = DocxFile.Of("<w:p><w:r><w:t xml:space=\"preserve\">Vi </w:t></w:r><w:del><w:r><w:delText>ikke</w:delText></w:r></w:del><w:r><w:footnoteReference/><w:commentReference/>"
            + "<w:drawing><a:blip/></w:drawing><w:drawing><a:blip/></w:drawing><w:t>mangler ro.</w:t></w:r></w:p><w:tbl><w:tr><w:tc>" + DocxFile.P("A") + "</w:tc></w:tr></w:tbl>");
        Assert.That(TranscriptFile.Read("a.docx", file, leftOut).Select(p => p.Text), Is.EqualTo(new[] { "Vi mangler ro.", "A" }));
        Assert.That(leftOut.Sentences, Is.EqualTo(new[]
        {
            "2 billeder er ikke læst med.", "1 fodnote eller slutnote er ikke læst med.", "1 kommentar i margenen er ikke læst med.",
            "1 sted med slettet tekst (sporede ændringer) er ikke læst med.", "1 tabel er læst som linjer, række for række.",
        }));
    }

    [Test]
    public void Subtitles_with_and_without_names_become_turns_and_stray_lines_are_counted()
    {
        var leftOut = new LeftOut();
        var turns = SrtImport.Read("\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Leder:</i> Hvad er {\\an8}svært?\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\nMor: Tiden\r\nom morgenen.\r\n\r\n"
            + "en løs linje\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\nLeder: Hvorfor?\r\n\r\n4\r\n00:00:05,000 --> 00:00:06,000\r\nMor: Ja, hvorfor.\r\n", leftOut);
        Assert.That(turns, Is.EqualTo(new ParagraphText[] { new("Leder", "Hvad er svært?"), new("Mor", "Tiden om morgenen."), new("Leder", "Hvorfor?"), new("Mor", "Ja, hvorfor.") }));
        Assert.That(leftOut.Sentences, Is.EqualTo(new[] { "1 linje uden tidspunkt kunne ikke læses som undertekst." }));
    }

    [Test]
    public void A_meeting_transcript_of_Teams_gives_speakers_whether_vtt_or_docx()
    {
        const string Vtt = "WEBVTT\n\n0f0e-1/12-0\n00:00:03.000 --> 00:00:05.000\n<v Mette Prøve>Hvad er svært?</v>\n\n0f0e-1/13-0\n00:00:05.000 --> 00:00:07.000\n<v Ole Eksempel (Ekstern)>Tiden.</v>\n";
        var docx = DocxFile.Of(DocxFile.P("Møde om morgenen-20261121_090000-Mødetransskription") + DocxFile.P("21. november 2026, 09.00")
            + Turn("Mette Prøve", "0:03", "Hvad er svært?") + Turn("Ole Eksempel (Ekstern)", "1:02:05", "Tiden."));
        var expected = new ParagraphText[] { new("Mette Prøve", "Hvad er svært?"), new("Ole Eksempel (Ekstern)", "Tiden.") };
        Assert.That(TranscriptFile.Read("a.vtt", Encoding.UTF8.GetBytes(Vtt)), Is.EqualTo(expected));
        Assert.That(TranscriptFile.Read("a.docx", docx).Where(p => p.Speaker.Length > 0), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_pdf_is_read_where_pdftotext_is_installed()
    {
        var file = PdfFile.WithLines("Leder: Vi mangler hænder på Åkanden.", "Mor: Ja.", "Leder: Hvad nu?", "Mor: Tid.");
        using var reader = new TranscriptReader(new PdfText(new HouseSettings()));
        var read = await reader.ReadAsync("../møde.PDF", file);
        Assert.That(read.FileName, Is.EqualTo("møde.PDF"));
        Assert.That(read.Paragraphs, Is.EqualTo(new ParagraphText[]
        {
            new("Leder", "Vi mangler hænder på Åkanden."), new("Mor", "Ja."), new("Leder", "Hvad nu?"), new("Mor", "Tid."),
        }));
        Assert.That(read.LeftOut.Single(), Does.Contain("den rigtige orden"));
        var blank = Assert.ThrowsAsync<RuleException>(() => reader.ReadAsync("a.pdf", PdfFile.WithLines(" ")));
        Assert.That(blank!.Message, Does.Contain("scannet ind"));
    }

    [Test]
    public void A_pdf_without_pdftotext_gets_advice()
    {
        using var reader = new TranscriptReader(new PdfText(new HouseSettings { PdfToText = "/findes/ikke/pdftotext" }));
        var refused = Assert.ThrowsAsync<RuleException>(() => reader.ReadAsync("a.pdf", PdfFile.WithLines("Hej")));
        Assert.That(refused!.Message, Does.Contain("Vi kan ikke læse .pdf her"));
    }

    [Test, UnsupportedOSPlatform("windows")]
    public void A_reader_that_hangs_writes_without_end_or_eats_memory_is_stopped([Values("hang", "flood", "memory", "file")] string vice)
    {
        // In the place of pdftotext: a script that does what a broken one might.
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-pdf-");
        try
        {
            var (program, written) = (Path.Combine(folder.FullName, "pdftotext"), Path.Combine(folder.FullName, "written"));
            File.WriteAllText(program, "#!/bin/sh\n" + vice switch
            {
                "hang" => "read line; while :; do :; done",
                "flood" => "read line; while :; do echo flood flood flood flood flood flood flood flood flood flood; done",
                "memory" => "read line; x=flood; while :; do x=$x$x; done",
                _ => $"read line; echo secret > {written}; echo text",
            });
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var pdf = new PdfText(new HouseSettings { PdfToText = program });
            Assert.That(() => pdf.ReadAsync([.. "%PDF-1.4\n"u8, .. new byte[1 << 20]]), Throws.TypeOf<RuleException>());
            Assert.That(!File.Exists(written) || new FileInfo(written).Length == 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("Windows-1252")]
    [TestCase("UTF-8 with mark")]
    [TestCase("UTF-16")]
    [TestCase("UTF-16, big end first")]
    public void Letters_survive_every_character_set(string set)
    {
        const string Text = "Børnene på Åkanden får æbler.\r\nJa.";
        Encoding encoding = set switch
        {
            "Windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            "UTF-16" => Encoding.Unicode,
            "UTF-16, big end first" => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        foreach (var extension in new[] { ".txt", ".md" })
            Assert.That(TranscriptFile.Read("a" + extension, bytes).Select(p => p.Text), Is.EqualTo(Text.Split("\r\n")), extension);
        var subtitles = "1\n00:00:01,000 --> 00:00:02,000\n" + Text;
        Assert.That(TranscriptFile.Read("a.srt", [.. encoding.GetPreamble(), .. encoding.GetBytes(subtitles)]).Single().Text, Is.EqualTo("Børnene på Åkanden får æbler. Ja."));
        Assert.That(TranscriptFile.Read("a.vtt", [.. encoding.GetPreamble(), .. encoding.GetBytes("WEBVTT\n\n" + subtitles)]).Single().Text, Is.EqualTo("Børnene på Åkanden får æbler. Ja."));
    }

    private static string Turn(string name, string time, string words) =>
        $"<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:t>{name}</w:t></w:r><w:r><w:t xml:space=\"preserve\">   {time}</w:t><w:br/><w:t>{words}</w:t></w:r></w:p>";

    private static (IReadOnlyList<ParagraphText> Paragraphs, IReadOnlyList<string> LeftOut) Odt(string body)
    {
        var leftOut = new LeftOut();
        return (TranscriptFile.Read("a.odt", OdtFile.Of(body), leftOut), leftOut.Sentences);
    }
}
