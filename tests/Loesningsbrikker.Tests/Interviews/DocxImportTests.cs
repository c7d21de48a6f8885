using System.Text;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using static Loesningsbrikker.Tests.Interviews.DocxFile;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class DocxImportTests
{
    [Test]
    public void Paragraphs_tabs_and_breaks_become_lines() =>
        Assert.That(Texts("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Børnene</w:t><w:tab/><w:t xml:space=\"preserve\"> på </w:t></w:r><w:hyperlink><w:r><w:t>Åkanden</w:t></w:r></w:hyperlink></w:p>"
                + "<w:p/><w:p><w:r><w:t>a\u030A</w:t><w:br/><w:t>ny</w:t><w:noBreakHyphen/><w:t>linje</w:t></w:r></w:p>"),
            Is.EqualTo(new[] { "Børnene på Åkanden", "å", "ny-linje" }));

    [Test]
    public void Lists_have_bullets_and_numbered_headings_have_none() =>
        Assert.That(Texts(Item("Punkt", "Listeafsnit") + Item("Overskrift", "Heading1") + "<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>Uden</w:t></w:r></w:p>"),
            Is.EqualTo(new[] { "• Punkt", "Overskrift", "Uden" }));

    [Test]
    public void Deleted_text_is_out_and_inserted_text_is_in() =>
        Assert.That(Texts("<w:p><w:r><w:t xml:space=\"preserve\">Vi vil </w:t></w:r><w:del><w:r><w:delText>ikke</w:delText><w:t>slet</w:t></w:r></w:del><w:ins><w:r><w:t>gerne</w:t></w:r></w:ins></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Ét </w:t></w:r></w:p>" + P("afsnit")
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>synlig</w:t></w:r></w:p>"),
            Is.EqualTo(new[] { "Vi vil gerne", "Ét afsnit", "synlig" }));

    [Test]
    public void A_text_box_is_read_once_after_its_paragraph() =>
        Assert.That(Texts($"<w:p><w:r><w:t>Anker</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{P("Boks")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{P("Boks")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><a:p><a:t>tegning</a:t></a:p></w:p>"),
            Is.EqualTo(new[] { "Anker", "Boks" }));

    [Test]
    public void A_table_row_is_a_line_and_cells_with_several_paragraphs_stay_apart() =>
        Assert.That(Texts("<w:tbl>" + Row(P("Emne"), P("Antal"), P("Hvem")) + Row(P("Støj"), "<w:p/>", P("Alle")) + Row(P("A"), P("B") + P("C")) + "</w:tbl>"),
            Is.EqualTo(new[] { "Emne | Antal | Hvem", "Støj: Alle", "A", "B", "C" }));

    [Test]
    public void Speakers_in_a_table_of_two_columns_are_speakers() =>
        Assert.That(DocxImport.Read(Of("<w:tbl>" + Row(P("Leder"), P("Hvad?")) + Row(P("Mor:"), P("Tid.")) + Row(P("Leder"), P("Ja?")) + Row(P("Mor"), P("Ja.")) + "</w:tbl>")),
            Is.EqualTo(new ParagraphText[] { new("Leder", "Hvad?"), new("Mor", "Tid."), new("Leder", "Ja?"), new("Mor", "Ja.") }));

    [Test]
    public void A_transcript_from_an_online_meeting_has_speakers() =>
        Assert.That(DocxImport.Read(Of("<w:p><w:r><w:t>Mette Prøve</w:t></w:r><w:r><w:t xml:space=\"preserve\">   0:03</w:t><w:br/><w:t>Hvad er svært?</w:t></w:r></w:p><w:p><w:r><w:t>Ole Eksempel   0:09</w:t><w:br/><w:t>Tiden.</w:t></w:r></w:p>")),
            Is.EqualTo(new ParagraphText[] { new("Mette Prøve", "Hvad er svært?"), new("Ole Eksempel", "Tiden.") }));

    [Test]
    public void The_document_is_found_where_the_package_says() =>
        Assert.That(DocxImport.Read(Zip(
                ("_rels/.rels", w => w.Write("<Relationships><Relationship Type=\"http://x.example/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>")),
                ("word/document2.xml", w => w.Write($"<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">{P("æøå")}</w:document>")))).Single().Text,
            Is.EqualTo("æøå"));

    [Test]
    public void An_external_entity_reaches_no_file()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "hemmelighed");
        var refused = Refusal(Of(P("&x;"), $"<!DOCTYPE d [<!ENTITY x SYSTEM \"file://{secret}\">]>"));
        File.Delete(secret);
        Assert.That(refused, Does.Contain("beskadiget").And.Not.Contain("hemmelighed"));
    }

    [Test]
    public void A_bomb_is_refused_within_a_second_and_little_memory([Values("text", "paragraphs", "attribute")] string shape)
    {
        var filler = new string(' ', 1 << 20);
        var breaks = string.Concat(Enumerable.Repeat("<w:br/>", 150_000));
        var bomb = Zip(("word/document.xml", w =>
        {
            w.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>");
            w.Write(shape switch { "attribute" => "<w:t x=\"", "text" => "<w:t>", _ => "" });
            for (var i = 0; i < 200; i++)
                w.Write(shape == "paragraphs" ? breaks : filler);
        }));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Refusal(bomb), Does.Contain("fylder for meget"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200L << 20));
        Assert.That(CpuClock.TimeOf(() => Refusal(bomb)), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void Thousands_of_deleted_paragraph_ends_are_read_in_a_moment()
    {
        const string runningOn = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>abcdefghij</w:t></w:r></w:p>";
        var document = DocxFile.Of(string.Concat(Enumerable.Repeat(runningOn, 60_000)) + DocxFile.P("Slut."));
        IReadOnlyList<ParagraphText> read = [];
        Assert.That(CpuClock.TimeOf(() => read = DocxImport.Read(document)), Is.LessThan(TimeSpan.FromSeconds(2)));
        Assert.That(read.Single().Text, Has.Length.EqualTo(60_000 * 10 + "Slut.".Length));
    }

    [Test]
    public void Deep_nesting_and_many_entries_are_refused()
    {
        Assert.That(Refusal(Of(string.Concat(Enumerable.Repeat("<w:sdt>", 5000)))), Does.Contain("fylder for meget"));
        Assert.That(Refusal(Zip([.. Enumerable.Range(0, 3000).Select(i => ($"f{i}", new Action<TextWriter>(_ => { })))])), Does.Contain("fylder for meget"));
    }

    [Test]
    public void Broken_and_foreign_archives_are_told_apart()
    {
        var good = WithParagraphs("Hej");
        Assert.That(Refusal(good[..(good.Length / 2)]), Does.Contain("beskadiget"));
        Assert.That(Refusal(Of("<w:p><w:r>")), Does.Contain("beskadiget"));
        Assert.That(Refusal(Zip(("xl/workbook.xml", w => w.Write("<x/>")))), Does.Contain("ikke et Word-dokument"));
    }

    [Test]
    public void A_damaged_document_gives_text_or_a_sentence_and_never_anything_else()
    {
        var good = Of(P("Børnene på Åkanden") + "<w:tbl>" + Row(P("A"), P("B")) + "</w:tbl>" + Item("Punkt", "Listeafsnit"));
        var random = new Random(20261121);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = (byte[])good.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                TranscriptFile.Read("a.docx", damaged);
            }
            catch (RuleException refused)
            {
                Assert.That(refused.Field, Is.EqualTo("File"));
            }
        }
    }

    [Test]
    public void A_locked_document_says_so()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]];
        Assert.That(Refusal(locked), Does.Contain("adgangskode"));
    }

    private static string Item(string text, string style) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{c}</w:tc>"))}</w:tr>";

    private static string[] Texts(string body) => [.. DocxImport.Read(Of(body)).Select(p => p.Text)];

    private static string Refusal(byte[] bytes) => Assert.Throws<RuleException>(() => TranscriptFile.Read("a.docx", bytes))!.Message;
}
