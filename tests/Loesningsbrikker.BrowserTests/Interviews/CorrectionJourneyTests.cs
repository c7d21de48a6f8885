using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>From a wrong word in the text to a passage that has its place again; and from a question to its answers.</summary>
public sealed class CorrectionJourneyTests(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task A_consultant_corrects_a_text_chooses_what_becomes_of_each_mark_and_places_what_came_loose()
    {
        var path = await TellAsync();
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(path);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Ret teksten" }).ClickAsync();
        var text = Page.GetByLabel("Tekst", new() { Exact = true });
        var words = await text.InputValueAsync();
        await text.FillAsync(words.Replace("Vi er for få voksne", "Vi er for få pædagoger", StringComparison.Ordinal)
            .Replace("Legepladsen er for lille.", "Der mangler plads ude.", StringComparison.Ordinal));
        await Axe.AssertCleanAsync(Page);
        await Button("Se, hvad rettelsen gør").ClickAsync();

        await Assertions.Expect(Page.GetByText("1 uddrag følger uændret med")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("del").First).ToContainTextAsync("voksne");
        await Assertions.Expect(Page.Locator("ins").First).ToContainTextAsync("pædagoger");
        await Page.GetByText("Det er ændret i teksten").ClickAsync();
        await Axe.AssertCleanAsync(Page);
        await Button("Gem den rettede tekst").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv kort, hvorfor teksten rettes");
        await Page.GetByLabel("Hvorfor rettes teksten?").FillAsync("Hørt forkert");
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Behold på de nye ord" }).CheckAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Ja, lad det blive løsrevet" }).CheckAsync();
        await Axe.AssertCleanAsync(Page);
        await Button("Gem den rettede tekst").ClickAsync();
        await Assertions.Expect(Page.GetByText("1 uddrag fulgte uændret med, 1 fik nye ord eller et nyt sted og 1 blev løsrevet.")).ToBeVisibleAsync();
        ExpectComplaint("status of 400");

        await Page.GetByRole(AriaRole.Link, new() { Name = "1 uddrag er løsrevet" }).ClickAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Giv det et sted" }).ClickAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByLabel("Eller skriv de ord").FillAsync("Der mangler plads ude.");
        await Button("Sæt uddraget her").ClickAsync();
        await Assertions.Expect(Page.GetByText("Alle uddrag fra interviewet har deres sted i teksten.")).ToBeVisibleAsync();

        await Page.GotoAsync(path + "/versions/1");
        await Assertions.Expect(Page.Locator("mark", new() { HasText = "Legepladsen er for lille." })).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GotoAsync(path + "/versions/2/comparison");
        await Axe.AssertCleanAsync(Page);
    }

    [Test]
    public async Task Leaving_a_text_that_was_corrected_and_not_sent_asks_first()
    {
        var path = await TellAsync();
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(path + "/corrections/new");
        await Page.GetByLabel("Tekst", new() { Exact = true }).PressSequentiallyAsync("Mere. ");
        var asked = false;
        Page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Type == "beforeunload";
            await dialog.AcceptAsync();
        };
        await Page.GetByRole(AriaRole.Link, new() { Name = "Annullér" }).ClickAsync();
        await Page.WaitForURLAsync("**" + path, new() { WaitUntil = WaitUntilState.Commit });
        Assert.That(asked, Is.True);
    }

    [Test]
    public async Task A_question_is_written_moved_printed_on_one_page_tied_to_a_proposed_section_and_read()
    {
        var path = await TellAsync();
        await SignInAsync(Role.Consultant);
        foreach (var question in new[] { "Hvad skal vi huske?", "Hvordan er morgenen i børnehuset?" })
        {
            await Page.GotoAsync(City.Path + "/guide-questions/new");
            await Page.GetByLabel("Spørgsmål", new() { Exact = true }).FillAsync(question);
            await Button("Gem").ClickAsync();
            await Assertions.Expect(Page.GetByText("Spørgsmålet er tilføjet.")).ToBeVisibleAsync();
        }
        await Page.GetByRole(AriaRole.Button, new() { Name = "Flyt spørgsmål 2 op" }).PressAsync("Enter");
        await Assertions.Expect(Page.Locator(".guide-questions > li").First).ToContainTextAsync("Hvordan er morgenen i børnehuset?");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Vis til udskrift" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Spørgeguide" })).ToBeVisibleAsync();
        Assert.That(PagesOf(await Page.PdfAsync(new() { PreferCSSPageSize = true })), Is.EqualTo(1));

        await Page.GotoAsync(path + "/sections");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Forslag: afsnit 1" }).CheckAsync();
        await Page.Locator("#from-1").FillAsync("3");
        await Axe.AssertCleanAsync(Page);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByText("2 afsnit er knyttet til spørgsmål.")).ToBeVisibleAsync();

        await Page.GotoAsync(path + "/coding");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Hvordan er morgenen i børnehuset?" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Vi er for få voksne om morgenen.")).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
    }

    [Test]
    public async Task A_question_above_the_text_is_no_part_of_what_is_selected()
    {
        var path = await TellAsync(withGuide: true);
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(path + "/coding");
        await Assertions.Expect(Page.Locator(".transcript-question")).ToBeVisibleAsync();
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#palette-quote")).ToContainTextAsync("Hvordan er morgenen her i børnehuset?");
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static int PagesOf(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(
        System.Text.Encoding.Latin1.GetString(pdf), "/Type\\s*/Page[^s]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2));

    private async Task<string> TellAsync(bool withGuide = false)
    {
        await using var scope = Host.Scope(City.MunicipalityId, City.User(Role.Consultant).Id);
        var testimony = new Testimony(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), City.Process);
        var interview = await testimony.InterviewAsync("Samtale", "Medarbejdere");
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim,
            [new("Interviewer", "Hvordan er morgenen her i børnehuset?"), new("M-01", "Vi er for få voksne om morgenen."), new("M-01", "Legepladsen er for lille. Maden er god.")],
            "", null, testimony.Db.UtcNow);
        testimony.Db.Add(transcript);
        await testimony.Db.SaveChangesAsync();
        var piece = await testimony.PieceAsync(PieceClass.Local, "Flere voksne");
        foreach (var quote in new[] { "for få voksne om morgenen", "Legepladsen er for lille.", "Maden er god" })
            await testimony.TieAsync(piece, await testimony.PassageAsync(transcript, quote));
        if (withGuide)
        {
            var guide = new InterviewGuide { ProcessId = City.Process.Id };
            var question = new GuideQuestion { ProcessId = City.Process.Id, Position = 1, Text = "Hvordan er morgenen?" };
            guide.Questions.Add(question);
            testimony.Db.Add(guide);
            testimony.Db.Add(new GuideSection
            {
                ProcessId = City.Process.Id, TranscriptId = transcript.Id, Question = question, StartUtf16 = 0, EndUtf16 = transcript.LengthUtf16, CreatedAtUtc = testimony.Db.UtcNow,
            });
            await testimony.Db.SaveChangesAsync();
        }
        return $"{City.Path}/interviews/{interview.Number}";
    }
}
