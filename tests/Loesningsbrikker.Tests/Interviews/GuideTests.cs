using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Tests.Interviews.Corrections;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>The interview guide, the sections that answer it, and all answers to one question.</summary>
public sealed class GuideTests(DatabaseKind database) : HouseTest(database)
{
    private const string Morning = "Hvordan er morgenen i børnehuset?";
    private const string Playground = "Hvad synes I om legepladsen og udearealerne?";

    private string Guide => City.Path + "/guide";

    [Test]
    public async Task Questions_are_written_ordered_by_buttons_and_printed_for_a_group()
    {
        var staff = await Db().AddGroupAsync(City, "Medarbejdere");
        var parents = await Db().AddGroupAsync(City, "Forældre");
        var site = await SignInAsync(Role.Consultant);
        await AskAsync(site, Morning, "Hvem tager imod?");
        await AskAsync(site, "Kun for personalet?", groupId: staff.Id);
        await AskAsync(site, Playground);
        await site.GetAsync(Guide);
        Assert.That((await site.PostAsync(Guide, ("Introduction", "Tak for at I kom."), ("Closing", "I hører fra os."), ("Version", await GuideVersionAsync()))).Status, Is.EqualTo(HttpStatusCode.Found));

        var playground = await IdAsync(Playground);
        await MoveAsync(site, playground, up: true);
        await MoveAsync(site, playground, up: true);
        await MoveAsync(site, playground, up: true);
        await MoveAsync(site, await IdAsync(Morning), up: false);
        Assert.That(await Db().GuideQuestions.OrderBy(q => q.Position).Select(q => q.Text).ToListAsync(), Is.EqualTo(new[] { Playground, "Kun for personalet?", Morning }));
        var forParents = await site.GetAsync($"{Guide}/print?groupId={parents.Id}");
        Assert.That(forParents.Text, Does.Contain("Spørgeguide: Forældre").And.Contain("Tak for at I kom.").And.Contain("I hører fra os.").And.Contain("Hvem tager imod?").And.Not.Contain("Kun for personalet?"));
        Assert.That(forParents.Text.IndexOf(Playground, StringComparison.Ordinal), Is.LessThan(forParents.Text.IndexOf(Morning, StringComparison.Ordinal)));
        Assert.That((await site.GetAsync($"{Guide}/print?groupId={staff.Id}")).Text, Does.Contain("Kun for personalet?"));
        Assert.That((await site.GetAsync($"{Guide}/print?groupId=999999")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var refused = await site.PostAsync($"{City.Path}/informant-groups/{staff.Id}/delete");
        Assert.That((refused.Status, refused.Text.Contains("1 spørgsmål i spørgeguiden")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task Two_who_write_the_guide_at_once_are_told_and_a_foreign_group_is_refused()
    {
        var site = await SignInAsync(Role.Consultant);
        await AskAsync(site, Morning);
        var version = await GuideVersionAsync();
        Assert.That((await site.PostAsync(Guide, ("Introduction", "Først"), ("Version", version))).Status, Is.EqualTo(HttpStatusCode.Found));
        var second = await site.PostAsync(Guide, ("Introduction", "Sidst"), ("Version", version));
        Assert.That((second.Status, second.Text.Contains("Sidst")), Is.EqualTo((HttpStatusCode.Conflict, true)));
        var elsewhere = await City.AddProcessAsync(Db(), "E");
        var foreign = new Loesningsbrikker.Processes.InformantGroup { ProcessId = elsewhere.Id, Name = "Fremmede" };
        var db = Db();
        db.Add(foreign);
        await db.SaveChangesAsync();
        var refused = await site.PostAsync($"{City.Path}/guide-questions/new", ("Text", Playground), ("GroupId", $"{foreign.Id}"));
        Assert.That((refused.Status, refused.Html.Contains(Playground)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task A_new_process_takes_the_guide_of_an_earlier_one_along()
    {
        var db = Db();
        var staff = await db.AddGroupAsync(City, "Medarbejdere");
        var site = await SignInAsync(Role.Consultant);
        await AskAsync(site, Morning, "Hvem tager imod?");
        await AskAsync(site, "Kun for personalet?", groupId: staff.Id);
        await site.PostAsync(Guide, ("Introduction", "Tak."), ("Version", await GuideVersionAsync()));
        await site.GetAsync("/dialogue-processes/new");
        var made = await site.PostAsync("/dialogue-processes/new", ("Name", "Ny dialog"), ("Prefix", "NY"), ("StartsOn", "2027-01-04"), ("Area", "Daycare"), ("CopyFromId", $"{City.Process.Id}"));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Found), made.Text);
        var copy = await db.InterviewGuides.Include(g => g.Questions).ThenInclude(q => q.Group).SingleAsync(g => g.ProcessId != City.Process.Id);
        Assert.That(copy.Introduction, Is.EqualTo("Tak."));
        Assert.That(copy.Questions.OrderBy(q => q.Position).Select(q => (q.Text, q.Probes, q.Group?.Name, q.Group?.ProcessId == copy.ProcessId)),
            Is.EqualTo(new[] { (Morning, "Hvem tager imod?", (string?)null, false), ("Kun for personalet?", "", "Medarbejdere", true) }));
    }

    [Test]
    public async Task Sections_are_proposed_with_the_reason_tied_by_numbers_and_follow_a_correction()
    {
        var (site, one) = await OpenInterviewAsync();
        var morning = await IdAsync(Morning);
        var page = await site.GetAsync(one.Path + "/sections");
        Assert.That(page.Text, Does.Contain("Forslag: afsnit 1–2").And.Contain("Afsnit 1 (Interviewer) har 2 af spørgsmålets 2 bærende ord: morgenen, børnehuset"));
        Assert.That(page.Text, Does.Contain("Forslag: afsnit 3–5"));
        Assert.That(await Db().GuideSections.AnyAsync(), Is.False, "a proposal is only a proposal");
        Assert.That(await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.TranscriptRead && a.SubjectId == one.Transcript.Id), Is.EqualTo(1));

        var saved = await TieAsync(site, one, page, [("Accepted", $"{morning}:1-2"), ("Rows[0].QuestionId", $"{await IdAsync(Playground)}"), ("Rows[0].From", "4"), ("Rows[0].To", "5")]);
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        var coding = await site.GetAsync(one.Path + "/coding");
        Assert.That(coding.Html, Does.Match($"<li id=\"a1\">\\s*<div class=\"transcript-questions\">\\s*<h2[^>]*><a [^>]*>{Regex.Escape(Morning)}"));

        var corrected = await one.CorrectAsync(text => "Leder: Goddag.\n" + text.Replace("Den er for lille.", "Den er alt for lille."));
        Assert.That(corrected.Status, Is.EqualTo(HttpStatusCode.Found), corrected.Text);
        var newest = await Db().Transcripts.OrderBy(t => t.VersionNumber).LastAsync();
        var sections = await Db().GuideSections.Where(s => s.TranscriptId == newest.Id).OrderBy(s => s.StartUtf16).Select(s => new { s.QuestionId, s.StartUtf16, s.EndUtf16 }).ToListAsync();
        var words = TranscriptText.Join(await Db().TranscriptParagraphs.Where(p => p.TranscriptId == newest.Id).OrderBy(p => p.StartUtf16).Select(p => p.Text).ToListAsync());
        Assert.That(sections.Select(s => (s.QuestionId, words[s.StartUtf16..s.EndUtf16])), Is.EqualTo(new[]
        {
            (morning, "Hvordan er morgenen her i børnehuset?\nTravl."), (await IdAsync(Playground), "Den er alt for lille.\nJa."),
        }));
        Assert.That(await Db().GuideSections.CountAsync(s => s.TranscriptId == one.Transcript.Id), Is.EqualTo(2), "the old text keeps its own");
    }

    [TestCase("0", "2", "afsnit 1 til 5")]
    [TestCase("2", "6", "afsnit 1 til 5")]
    [TestCase("4", "2", "kan ikke komme før")]
    [TestCase("", "2", "hvilket afsnit der er det første")]
    [TestCase("x", "", "")]
    public async Task Numbers_that_fit_no_paragraph_are_refused(string from, string to, string sentence)
    {
        var (site, one) = await OpenInterviewAsync();
        var page = await site.GetAsync(one.Path + "/sections");
        var refused = await TieAsync(site, one, page, [("Rows[0].QuestionId", $"{await IdAsync(Morning)}"), ("Rows[0].From", from), ("Rows[0].To", to)]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Det skal rettes først").And.Contain(sentence));
    }

    [Test]
    public async Task Two_who_tie_at_once_notice_each_other_and_a_question_in_use_stays()
    {
        var (site, one) = await OpenInterviewAsync();
        var page = await site.GetAsync(one.Path + "/sections");
        var morning = await IdAsync(Morning);
        Assert.That((await TieAsync(site, one, page, [("Accepted", $"{morning}:1-2")])).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await TieAsync(site, one, page, [("Accepted", $"{morning}:1-3")])).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var refused = await site.PostAsync($"{City.Path}/guide-questions/{morning}/delete");
        Assert.That((refused.Status, refused.Text.Contains("1 afsnit i interviewene")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task All_answers_to_a_question_are_read_across_interviews_logged_each_and_narrowed_by_group()
    {
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var site = await SignInAsync(Role.Consultant);
        await AskAsync(site, Morning);
        var morning = await IdAsync(Morning);
        var answers = $"{City.Path}/guide-questions/{morning}/answers";
        await AddAnswerAsync(testimony, morning, "Vi er tre om morgenen.", "Medarbejdere");
        var one = await QueryCounter.CountAsync(() => site.GetAsync(answers));
        for (var i = 0; i < 26; i++)
            await AddAnswerAsync(testimony, morning, $"Svar nummer {i}.", i % 2 == 0 ? "Forældre" : "Medarbejdere");

        Page page = null!;
        // SQLite is sent a line of the log at a time, one per transcript that is read; what is asked does not grow.
        Assert.That(await QueryCounter.CountAsync(async () => page = await site.GetAsync(answers)), Is.EqualTo(Kind == DatabaseKind.Sqlite ? one + 24 : one));
        Assert.That(page.Text, Does.Contain("27 afsnit svarer på spørgsmålet").And.Contain("Vi er tre om morgenen.").And.Contain("(Medarbejdere)").And.Contain("1 uddrag markeret").And.Contain("Side 1 af 2"));
        Assert.That(page.Html, Does.Contain($"{City.Path}/interviews/1/coding#a1"));
        Assert.That(await Db().AccessLogEntries.Where(a => a.Kind == AccessKind.TranscriptRead).Select(a => a.SubjectId).Distinct().CountAsync(), Is.EqualTo(25), "a page of them");
        var parents = await Db().InformantGroups.Where(g => g.Name == "Forældre").Select(g => g.Id).SingleAsync();
        var narrowed = await site.GetAsync($"{answers}?groupId={parents}");
        Assert.That(narrowed.Text, Does.Contain("13 afsnit svarer").And.Not.Contain("Vi er tre om morgenen."));

        var leader = await SignInAsync(Role.Leader);
        Assert.That((await leader.GetAsync(answers)).Status, Is.EqualTo(HttpStatusCode.Forbidden), "this process lets leaders read nothing");
        Assert.That((await leader.GetAsync(Guide)).Html, Does.Contain(Morning).And.Not.Contain("/answers"));
    }

    private async Task<(Site Site, CorrectionCase Case)> OpenInterviewAsync()
    {
        var one = await CorrectionCase.OpenAsync(Host, City, new Testimony(Db(City.User(Role.Consultant)), City.Process),
            "Interviewer: Hvordan er morgenen her i børnehuset?", "Leder: Travl.", "Interviewer: Hvad med legepladsen, udearealerne?", "Leder: Den er for lille.", "Leder: Ja.");
        await AskAsync(one.Site, Morning);
        await AskAsync(one.Site, Playground);
        return (one.Site, one);
    }

    private static Task<Page> TieAsync(Site site, CorrectionCase one, Page page, (string Name, string Value)[] fields) => site.PostAsync(one.Path + "/sections",
        [.. fields, ("BasedOnVersion", "1"), ("Seen", Regex.Match(page.Html, "name=\"Seen\" value=\"(?<seen>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(2)).Groups["seen"].Value)]);

    private async Task AddAnswerAsync(Testimony testimony, long questionId, string words, string group)
    {
        var transcript = await testimony.TranscriptAsync(await testimony.InterviewAsync("Samtale", group), TranscriptKind.Rendered, words, "Noget andet.");
        await testimony.PassageAsync(transcript, words);
        testimony.Db.Add(new GuideSection { ProcessId = City.Process.Id, TranscriptId = transcript.Id, QuestionId = questionId, StartUtf16 = 0, EndUtf16 = words.Length, CreatedAtUtc = testimony.Db.UtcNow });
        await testimony.Db.SaveChangesAsync();
    }

    private async Task AskAsync(Site site, string text, string probes = "", long? groupId = null)
    {
        await site.GetAsync($"{City.Path}/guide-questions/new");
        var added = await site.PostAsync($"{City.Path}/guide-questions/new", ("Text", text), ("Probes", probes), ("GroupId", $"{groupId}"));
        Assert.That(added.Status, Is.EqualTo(HttpStatusCode.Found), added.Text);
    }

    private async Task MoveAsync(Site site, long id, bool up) =>
        Assert.That((await site.PostAsync($"{City.Path}/guide-questions/{id}/moves", ("up", up ? "true" : "false"))).Status, Is.EqualTo(HttpStatusCode.Found));

    private Task<long> IdAsync(string text) => Db().GuideQuestions.Where(q => q.Text == text && q.ProcessId == City.Process.Id).Select(q => q.Id).SingleAsync();

    private async Task<string> GuideVersionAsync() => (await Db().InterviewGuides.Where(g => g.ProcessId == City.Process.Id).Select(g => g.Version).SingleAsync()).ToString();
}
