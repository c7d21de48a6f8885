using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class ImportPreviewTests(DatabaseKind database) : HouseTest(database)
{
    private const string Meeting =
        """
        WEBVTT

        00:01.000 --> 00:02.000
        <v Prøve Consultant>Tak, Kirsten. Hvad fylder?</v>

        00:02.000 --> 00:03.000
        <v Kirsten Prøvesen>Morgenen. Nazrins far ringer fra 22 33 44 55, og Nazrin græder.</v>

        00:03.000 --> 00:04.000
        <v Kirsten Prøvesen>Drengen, 070761-4285, bor i Vestergade hos Bo.</v>

        """;

    private string Drafts => City.Path + "/import-drafts";

    [Test]
    public async Task Nothing_is_stored_before_somebody_has_looked_and_only_the_owner_sees_it()
    {
        var interview = await Db().AddInterviewAsync(City);
        var site = await SignInAsync(Role.Consultant);
        var (path, _) = await site.OpenPreviewAsync(await UploadAsync(site, interview.Number));
        Assert.That(await Db().Transcripts.AnyAsync(), Is.False);
        var id = (await Db().ImportDrafts.SingleAsync()).Id;
        Assert.That(await Db().AccessLogEntries.CountAsync(a => a.Kind == AccessKind.ImportDraftRead && a.SubjectId == id), Is.EqualTo(1));
        var colleague = await ColleagueAsync(withKey: true);
        await colleague.GetAsync(Drafts);
        Assert.That((await colleague.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        foreach (var verb in new[] { "", "/confirmation", "/delete" })
            Assert.That((await colleague.PostAsync(path + verb)).Status, Is.EqualTo(HttpStatusCode.NotFound), verb);
        Assert.That((await colleague.GetAsync(Drafts)).Text, Does.Contain("Ingen tekster venter"));
    }

    [Test]
    public async Task What_is_corrected_unticked_and_added_is_what_is_stored()
    {
        var interview = await Db().AddInterviewAsync(City);
        var group = await Db().AddGroupAsync(City, "Ledere", "D-L-01");
        var site = await SignInAsync(Role.Consultant);
        var (path, fields) = await site.OpenPreviewAsync(await UploadAsync(site, interview.Number));
        var page = await site.GetAsync(path);
        Assert.That(page.Text, Does.Contain("Kirsten").And.Contain("taleren Kirsten Prøvesen").And.Contain("modulus 11 passer").And.Contain("Nazrin").And.Contain("2 steder")
            .And.Contain("Ny informant: D-L-02"));
        var updated = await site.PostAsync(path, fields.With(
            ("speaker-1", $"group:{group.Id}"), (WithOf(page, "Nazrin"), "[forælder]"), (UseOf(page, "Vestergade"), null!), ("AddWord", "morgenen"), ("AddReplacement", "[tidspunkt]")));
        Assert.That(updated.Status, Is.EqualTo(HttpStatusCode.Found), updated.Text);
        var preview = await site.GetAsync(path);
        Assert.That(preview.Text, Does.Contain("Tak, [D-L-02]").And.Contain("[tidspunkt] . [forælder]s far").And.Contain("bor i Vestergade hos [person B]"));
        var stored = await site.PostAsync(path + "/confirmation", ImportSteps.FieldsOf(preview).With(("Kind", "Verbatim")));
        Assert.That(stored.Status, Is.EqualTo(HttpStatusCode.Found), stored.Text);

        var transcript = await Db().Transcripts.Include(t => t.Paragraphs.OrderBy(p => p.StartUtf16)).SingleAsync();
        Assert.That(transcript.Paragraphs.Select(p => $"{p.Speaker}: {p.Text}"), Is.EqualTo(new[]
        {
            "Interviewer: Tak, [D-L-02]. Hvad fylder?",
            "D-L-02: [tidspunkt]. [forælder]s far ringer fra [telefonnummer], og [forælder] græder. Drengen, [CPR-nummer], bor i Vestergade hos [person B].",
        }));
        Assert.That(transcript.SourceFileName, Is.EqualTo("Samtale [D-L-02].vtt"));
        Assert.That(await Db().ImportDrafts.AnyAsync(), Is.False);
        var people = await Db().Interviews.Include(i => i.Informants).Include(i => i.Interviewers).SingleAsync(i => i.Id == interview.Id);
        Assert.That(people.Informants.Select(i => i.Code), Is.EqualTo(new[] { "D-L-02" }));
        Assert.That(people.Interviewers.Select(u => u.Id), Is.EqualTo(new[] { City.User(Role.Consultant).Id }));
        var identity = await Db().InformantIdentities.SingleAsync(i => i.InformantId == people.Informants[0].Id);
        Assert.That(Host.Services.GetRequiredService<IdentityCipher>().Read(identity), Is.EqualTo(("Kirsten Prøvesen", (string?)null)));
    }

    [Test]
    public async Task Who_has_no_key_permission_neither_keeps_names_nor_learns_codes()
    {
        var interview = await Db().AddInterviewAsync(City);
        var group = await Db().AddGroupAsync(City, "Ledere", "D-L-01");
        await AddIdentityAsync("D-L-01", "Nazrin Eksempel");
        var site = await ColleagueAsync(withKey: false);
        var (path, fields) = await site.OpenPreviewAsync(await UploadAsync(site, interview.Number));
        var page = await site.GetAsync(path);
        Assert.That(page.Text, Does.Contain("Du har ikke kodenøglen").And.Not.Contain("[D-L-01]"));
        await site.PostAsync(path + "/confirmation", fields.With(("Kind", "Verbatim"), ("speaker-1", $"group:{group.Id}"), ("KeepNames", "true")));
        Assert.That(await Db().Transcripts.AnyAsync());
        Assert.That(await Db().InformantIdentities.CountAsync(), Is.EqualTo(1), "the one that was there");
        Assert.That(await Db().AccessLogEntries.AnyAsync(a => a.Kind == AccessKind.IdentityRead), Is.False);
    }

    [Test]
    public async Task A_name_that_stands_behind_a_code_becomes_the_code_and_the_look_is_logged()
    {
        var interview = await Db().AddInterviewAsync(City);
        await Db().AddGroupAsync(City, "Ledere", "D-L-01", "D-L-02");
        var nazrin = await AddIdentityAsync("D-L-01", "Nazrin Eksempel");
        var speaker = await AddIdentityAsync("D-L-02", "Kirsten Prøvesen");
        await AddIdentityAsync("D-L-03", "Aldrig Nævnt");
        var site = await SignInAsync(Role.Consultant);
        var uploaded = await UploadAsync(site, interview.Number);
        Assert.That((await site.GetAsync(uploaded.Location!)).Text, Does.Contain("[D-L-01]s far").And.Contain("Tak, [D-L-02]").And.Contain("står i kodenøglen"));
        Assert.That(await Db().AccessLogEntries.Where(a => a.Kind == AccessKind.IdentityRead).Select(a => a.SubjectId).ToListAsync(),
            Is.EquivalentTo(new long?[] { nazrin, speaker }));
    }

    [Test]
    public async Task Several_files_wait_as_one_draft_each_and_one_that_cannot_be_read_stops_none()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Drafts);
        var page = await site.UploadFilesAsync(Drafts, "Files",
            ("a.txt", "Vi mangler ro."u8.ToArray()), ("b.docx", "Hej"u8.ToArray()), ("c.odt", OdtFile.WithParagraphs("Vi mangler tid.")));
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Text, Does.Contain("2 filer er læst. 1 fil kunne ikke læses.").And.Contain("b.docx Kunne ikke læses: Filen hedder .docx, men er ikke et Word-dokument."));
        var ids = await Db().ImportDrafts.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync();
        Assert.That(ids, Has.Count.EqualTo(2));
        var first = await site.GetAsync($"{Drafts}/{ids[0]}");
        Assert.That(first.Text, Does.Contain("Det er tekst 1 af 2").And.Contain("Næste tekst"));
        var confirmed = await site.PostAsync($"{Drafts}/{ids[0]}/confirmation", ImportSteps.FieldsOf(first).With(("Kind", "Rendered"), ("HeldOn", "2026-09-01")));
        Assert.That(confirmed.Location, Is.EqualTo($"{Drafts}/{ids[1]}"), confirmed.Text);
        var second = await site.GetAsync(confirmed.Location!);
        Assert.That(second.Text, Does.Contain("Teksten er læst ind som interview 1. Her er den næste."));
        Assert.That(await Db().Interviews.Select(i => new { i.Title, i.HeldOn, Source = i.Transcripts.Single().SourceFileName }).SingleAsync(),
            Is.EqualTo(new { Title = "a", HeldOn = new DateOnly(2026, 9, 1), Source = "a.txt" }));
    }

    [Test]
    public async Task A_script_is_told_what_became_of_its_file()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Drafts);
        var good = (await site.UploadFilesAsync(Drafts, "Files", json: true, ("a.txt", "Hej med jer"u8.ToArray()))).Json<ImportedFile[]>();
        var bad = (await site.UploadFilesAsync(Drafts, "Files", json: true, ("a.mp3", "ID3"u8.ToArray()))).Json<ImportedFile[]>();
        var none = await site.UploadFilesAsync(Drafts, "Other", json: true, ("a.txt", "Hej"u8.ToArray()));
        Assert.That(good.Single(), Is.EqualTo(new ImportedFile("a.txt", (await Db().ImportDrafts.SingleAsync()).Id, null)));
        Assert.That(bad.Single().Error, Does.Contain("Det er en optagelse"));
        Assert.That(none.Text, Does.Contain("Vælg mindst én fil"));
    }

    [Test]
    public async Task Names_do_not_come_back_through_the_title_the_file_name_or_a_role_word()
    {
        var site = await SignInAsync(Role.Consultant);
        var (path, fields) = await site.OpenPreviewAsync(await UploadAsync(site, (await Db().AddInterviewAsync(City)).Number));
        var complete = fields.With(("Kind", "Verbatim"), ("Target", "New"), ("HeldOn", "2026-09-01"), ("Title", "Samtale"));
        foreach (var (field, value) in new[] { ("Title", "Samtale med Kirsten"), ("SourceName", "nazrins far.vtt"), ("speaker-word-1", "Kirsten P") })
        {
            var refused = await site.PostAsync(path + "/confirmation", complete.With((field, value)));
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest), field);
            Assert.That(refused.Text, Does.Contain("som bliver erstattet i teksten"), field);
            Assert.That(refused.Html, Does.Contain($"href=\"#{field}\""), field);
        }
        Assert.That(await Db().Transcripts.AnyAsync(), Is.False);
    }

    [Test]
    public async Task What_is_missing_is_asked_for_and_what_was_chosen_is_kept()
    {
        var site = await SignInAsync(Role.Consultant);
        var (path, fields) = await site.OpenPreviewAsync(await UploadAsync(site, (await Db().AddInterviewAsync(City)).Number));
        async Task<string> RefusalAsync(params (string, string)[] changes)
        {
            var refused = await site.PostAsync(path + "/confirmation", fields.With([("speaker-word-1", "Forælder"), .. changes]));
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(refused.Text, Does.Contain("Tak, [Forælder]"), "what was chosen is shown");
            return refused.Text;
        }
        Assert.That(await RefusalAsync(), Does.Contain("Vælg, om teksten er ordret eller gengivet"));
        Assert.That(await RefusalAsync(("Kind", "Verbatim"), ("ApprovedOn", "2999-01-01")), Does.Contain("ude i fremtiden"));
        Assert.That(await RefusalAsync(("Kind", "Verbatim"), ("InterviewNumber", "77")), Does.Contain("findes ikke længere"));
        Assert.That(await RefusalAsync(("Kind", "Verbatim"), ("Target", "New"), ("HeldOn", "")), Does.Contain("Skriv datoen"));
        var unknown = await site.PostAsync(path, fields.With(("AddWord", "Ukendt")));
        Assert.That(unknown.Text, Does.Contain("»Ukendt« står ikke i teksten"));
    }

    [Test]
    public async Task A_code_that_a_colleague_took_meanwhile_is_shown_anew_before_it_is_used()
    {
        var interview = await Db().AddInterviewAsync(City);
        var group = await Db().AddGroupAsync(City, "Ledere");
        var site = await SignInAsync(Role.Consultant);
        var (path, fields) = await site.OpenPreviewAsync(await UploadAsync(site, interview.Number));
        await site.PostAsync(path, fields.With(("speaker-1", $"group:{group.Id}")));
        var preview = ImportSteps.FieldsOf(await site.GetAsync(path)).With(("Kind", "Verbatim"));
        await Db().AddGroupAsync(City, "Lærere", "D-L-01");
        var moved = await site.PostAsync(path + "/confirmation", preview);
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(moved.Text, Does.Contain("har brugt en af koderne").And.Contain("Tak, [D-L-02]"));
        var stored = await site.PostAsync(path + "/confirmation", ImportSteps.FieldsOf(moved).With(("Kind", "Verbatim")));
        Assert.That(stored.Status, Is.EqualTo(HttpStatusCode.Found), stored.Text);
    }

    [Test]
    public async Task A_draft_changed_in_another_window_is_a_conflict()
    {
        var site = await SignInAsync(Role.Consultant);
        var (path, fields) = await site.OpenPreviewAsync(await UploadAsync(site, (await Db().AddInterviewAsync(City)).Number));
        await site.PostAsync(path, fields);
        var late = await site.PostAsync(path + "/confirmation", fields.With(("Kind", "Verbatim")));
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await Db().Transcripts.AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_draft_that_is_given_up_or_too_old_is_gone()
    {
        var number = (await Db().AddInterviewAsync(City)).Number;
        var site = await SignInAsync(Role.Consultant);
        var given = await UploadAsync(site, number);
        await site.GetAsync(given.Location!);
        Assert.That((await site.PostAsync(given.Location + "/delete")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().ImportDrafts.AnyAsync(), Is.False);

        await site.GetAsync($"{City.Path}/interviews/{number}/transcripts/new");
        var old = await UploadAsync(site, number);
        var db = Db();
        (await db.ImportDrafts.SingleAsync()).ExpiresAtUtc = db.UtcNow.AddMinutes(-1);
        await db.SaveChangesAsync();
        Assert.That((await site.GetAsync(old.Location!)).Status, Is.EqualTo(HttpStatusCode.NotFound), "nobody sees it, deleted or not");
        await using var scope = Host.Scope(null);
        await scope.ServiceProvider.GetRequiredService<DeleteExpiredDrafts>().RunAsync();
        Assert.That(await Db().ImportDrafts.AnyAsync(), Is.False);
    }

    [Test]
    public async Task The_preview_asks_the_database_as_often_for_a_long_text_as_for_a_short_one()
    {
        var number = (await Db().AddInterviewAsync(City)).Number;
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Drafts);
        var counts = new List<int>();
        foreach (var turns in new[] { 2, 200 })
        {
            var text = string.Concat(Enumerable.Range(0, turns).Select(i => $"Person{i % 20}: Vi spurgte Kirsten og Nazrin{(char)('a' + i % 26)} om 22 33 44 {i % 90 + 10}.\n"));
            var uploaded = await site.PostAsync($"{City.Path}/interviews/{number}/transcripts/new", ("Text", text));
            counts.Add(await QueryCounter.CountAsync(() => site.GetAsync(uploaded.Location!)));
        }
        Assert.That(counts[1], Is.EqualTo(counts[0]));
    }

    private Task<Page> UploadAsync(Site site, int number) =>
        UploadAsync(site, number, "Samtale Kirsten Prøvesen.vtt", Encoding.UTF8.GetBytes(Meeting));

    private async Task<Page> UploadAsync(Site site, int number, string name, byte[] content)
    {
        var path = $"{City.Path}/interviews/{number}/transcripts/new";
        await site.GetAsync(path);
        return await site.UploadAsync(path, "File", name, content);
    }

    private async Task<Site> ColleagueAsync(bool withKey)
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = Db();
        var user = await City.AddUserAsync(scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>(), db, Role.Consultant);
        db.Add(new ProcessMember { ProcessId = City.Process.Id, UserId = user.Id, AddedAtUtc = db.UtcNow, KeyPermissionSinceUtc = withKey ? db.UtcNow : null });
        await db.SaveChangesAsync();
        return await Site.SignInAsync(Host, user.Email!);
    }

    private async Task<long> AddIdentityAsync(string code, string name)
    {
        var db = Db();
        var informant = await db.Informants.FirstOrDefaultAsync(i => i.Code == code)
            ?? db.Add(new Informant { ProcessId = City.Process.Id, Code = code, GroupId = await db.InformantGroups.Select(g => g.Id).FirstAsync() }).Entity;
        await db.SaveChangesAsync();
        var identity = new InformantIdentity { ProcessId = City.Process.Id, InformantId = informant.Id };
        Host.Services.GetRequiredService<IdentityCipher>().Write(identity, name, null);
        db.Add(identity);
        await db.SaveChangesAsync();
        return informant.Id;
    }

    /// <summary>Name of the text field beside a finding.</summary>
    private static string WithOf(Page page, string found)
    {
        var row = page.Html.IndexOf($"<span class=\"sr-only\">Erstat {found}</span>", StringComparison.Ordinal);
        Assert.That(row, Is.Positive, found);
        var start = page.Html.IndexOf("name=\"with-", row, StringComparison.Ordinal) + "name=\"".Length;
        return page.Html[start..page.Html.IndexOf('"', start)];
    }

    private static string UseOf(Page page, string found) => WithOf(page, found).Replace("with-", "use-");
}
