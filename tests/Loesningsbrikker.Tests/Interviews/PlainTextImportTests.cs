using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class PlainTextImportTests
{
    [Test]
    public void A_line_is_a_paragraph_and_blank_lines_vanish() =>
        Assert.That(Texts("Første afsnit.\r\n\r\n\r\nAndet afsnit.\nTredje."), Is.EqualTo(new[] { "Første afsnit.", "Andet afsnit.", "Tredje." }));

    [Test]
    public void Lines_broken_by_width_are_joined()
    {
        const string mail =
            """
            Vi har i bestyrelsen talt om, at der mangler hænder om morgenen, og
            at de mindste børn ofte må vente længe på at blive taget imod. Det
            gør forældrene utrygge, og det slider på personalet, som gerne vil
            give sig tid.

            Vi foreslår en mødetid, der følger børnenes, og at lederne får lov
            at flytte timer mellem husene, når der er sygdom.
            """;
        Assert.That(Texts(mail), Is.EqualTo(new[]
        {
            "Vi har i bestyrelsen talt om, at der mangler hænder om morgenen, og at de mindste børn ofte må vente længe på at blive taget imod. Det gør forældrene utrygge, og det slider på personalet, som gerne vil give sig tid.",
            "Vi foreslår en mødetid, der følger børnenes, og at lederne får lov at flytte timer mellem husene, når der er sygdom.",
        }));
    }

    [Test]
    public void Short_lines_that_are_no_wrapping_stay_apart() =>
        Assert.That(Texts("Mere tid til børnene\nFlere voksne\nBedre lys i garderoben\nEn ny cykelsti til skolen\nRo"), Has.Length.EqualTo(5));

    [Test]
    public void Bullets_look_alike_but_a_long_dash_stays() =>
        Assert.That(Texts(" • 38 politiske\n-\t28 administrative\n* 22 lokale\n– Nej, sagde hun"),
            Is.EqualTo(new[] { "• 38 politiske", "• 28 administrative", "• 22 lokale", "– Nej, sagde hun" }));

    [Test]
    public void Speakers_leave_the_text() =>
        Assert.That(PlainTextImport.Read("Leder: Hvad fylder?\nForælder 2: Normeringen.\nOg lyset.\nLeder: Hvorfor?\nForælder 2: Fordi kl. 7: ingen er der."), Is.EqualTo(new ParagraphText[]
        {
            new("Leder", "Hvad fylder?"), new("Forælder 2", "Normeringen."), new("", "Og lyset."),
            new("Leder", "Hvorfor?"), new("Forælder 2", "Fordi kl. 7: ingen er der."),
        }));

    [Test]
    public void Time_codes_before_speakers_are_left_out() =>
        Assert.That(PlainTextImport.Read("[00:00:01] Leder: Velkommen.\n[00:00:04] Mor: Tak.\n00:10 Leder: Godt.\n00:12 Mor: Ja."), Is.EqualTo(new ParagraphText[]
        {
            new("Leder", "Velkommen."), new("Mor", "Tak."), new("Leder", "Godt."), new("Mor", "Ja."),
        }));

    [Test]
    public void A_label_that_occurs_now_and_then_is_no_speaker() =>
        Assert.That(PlainTextImport.Read("Fase: begyndt.\nVi talte længe om det.\nIngen var enige.\nFase: afsluttet.\nDet blev sent.\nVi gik hjem."),
            Has.All.Matches<ParagraphText>(p => p.Speaker.Length == 0));

    [Test]
    public void Names_with_times_as_in_meetings_are_speakers() =>
        Assert.That(PlainTextImport.Read("Mette Prøve   0:03\nHvad er svært?\nSig frem.\n\nOle Eksempel   1:02:11\nTiden."), Is.EqualTo(new ParagraphText[]
        {
            new("Mette Prøve", "Hvad er svært?"), new("Mette Prøve", "Sig frem."), new("Ole Eksempel", "Tiden."),
        }));

    [Test]
    public void Residue_of_web_pages_is_dropped_but_short_answers_stay() =>
        Assert.That(Texts("Præsentation indlæses. Vent venligst\n\nPræsentation indlæses. Vent venligst\n×\nJa.\nJa.\n?"),
            Is.EqualTo(new[] { "Præsentation indlæses. Vent venligst", "Ja.", "Ja.", "?" }));

    [Test]
    public void Markdown_loses_its_marks_and_keeps_its_words() =>
        Assert.That(MarkdownImport.Read(
                """
                # Møde på **Åkanden**

                > Vi har *for få* voksne, se [planen](https://kommune.example/plan_a_b).
                - [ ] `ring` til __lederen__
                * et_navn_med_streger & 3 * 4 * 5
                ---
                | Emne | Antal |
                |------|-------|
                | Støj | 7 |
                1\. ikke en liste &aelig;
                """).Select(p => p.Text),
            Is.EqualTo(new[]
            {
                "Møde på Åkanden", "Vi har for få voksne, se planen.", "• [ ] ring til lederen", "• et_navn_med_streger & 3 * 4 * 5",
                "Emne | Antal", "Støj | 7", "1. ikke en liste æ",
            }));

    [Test]
    public void Subtitles_become_turns() =>
        Assert.That(VttImport.Read("\uFEFFWEBVTT - møde\r\n\r\nNOTE lavet af os\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n1\r\n00:00:01.000 --> 00:00:03.000 align:start\r\n<v Mette Prøve>Hvad er <i>svært</i> &amp; tungt?</v>\r\n\r\n"
                + "00:00:03.000 --> 00:00:05.000\r\n<v Mette Prøve>Sig frem.</v>\r\n\r\nx-1\r\n00:06.000 --> 00:07.000\r\n<v.loud Ole>Tiden på\r\nÅkanden.</v>\r\n"),
            Is.EqualTo(new ParagraphText[] { new("Mette Prøve", "Hvad er svært & tungt? Sig frem."), new("Ole", "Tiden på Åkanden.") }));

    [Test]
    public void Subtitles_with_names_in_the_words_become_turns() =>
        Assert.That(VttImport.Read("WEBVTT\n\n00:01.000 --> 00:02.000\nMor: Ja.\n\n00:02.000 --> 00:03.000\nMor: Måske.\n\n00:03.000 --> 00:04.000\nFar: Nej.\n\n00:04.000 --> 00:05.000\nFar: Aldrig.\n"),
            Is.EqualTo(new ParagraphText[] { new("Mor", "Ja. Måske."), new("Far", "Nej. Aldrig.") }));

    private static string[] Texts(string text) => [.. PlainTextImport.Read(text).Select(p => p.Text)];
}
