using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Exchange;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Exchange;

public sealed class ProjectImportTests(DatabaseKind database) : HouseTest(database)
{
    private const string Windows = "Første linje\r\n\r\nVi har for lidt tid 😀 til ro.\r\nDer er støj";

    [Test]
    public async Task Nothing_is_stored_before_it_is_confirmed_and_then_codes_are_what_was_chosen()
    {
        var steps = await UploadAsync(Project());
        Assert.That(steps.Page.Text, Does.Contain("Filen er lavet med NVivo 14").And.Contain("1 nyt interview, 3 nye uddrag og 4 koder").And.Contain("Kode Person"));
        Assert.That((await Db().Interviews.CountAsync(), await Db().Passages.CountAsync(), await Db().SolutionPieces.CountAsync()), Is.EqualTo((0, 0, 0)));
        var text = await steps.Choose("Rammer", "Theme").Choose("Tid", "Political").Choose("Ro", "Challenge").Choose("Støj", "LeaveOut").Set("Kind", "Rendered").StoreAsync();
        Assert.That(text, Does.Contain("Læst ind: 1 interview, 3 uddrag, 2 knytninger, 1 brik og 1 udfordring."));

        var passages = await Db().Passages.Include(p => p.Codings).OrderBy(p => p.StartUtf16).ToListAsync();
        var (piece, challenge) = (await Db().SolutionPieces.Include(p => p.Theme).SingleAsync(), await Db().Challenges.Include(c => c.Theme).SingleAsync());
        Assert.That(passages.Select(p => p.Quote), Is.EqualTo(new[] { "Vi har for lidt tid 😀", "ro", "støj" }));
        Assert.That(passages.Select(p => p.Codings.Select(c => (c.SolutionPieceId, c.ChallengeId)).SingleOrDefault()),
            Is.EqualTo(new (long?, long?)[] { (piece.Id, null), (null, challenge.Id), default }));
        Assert.That((piece.Class, piece.Stage, piece.Title, piece.Theme!.Name), Is.EqualTo((PieceClass.Political, PieceStage.Draft, "Tid", "Rammer")));
        Assert.That((challenge.Title, challenge.Theme!.Name), Is.EqualTo(("Ro", "Rammer")));
        var interview = await Db().Interviews.Include(i => i.Transcripts).ThenInclude(t => t.Paragraphs).SingleAsync();
        Assert.That((interview.Title, interview.Number, interview.Transcripts[0].Kind), Is.EqualTo(("Samtale", 1, TranscriptKind.Rendered)));
        Assert.That(interview.Transcripts[0].Paragraphs.OrderBy(p => p.Number).Select(p => p.Text), Is.EqualTo(new[] { "Første linje", "Vi har for lidt tid 😀 til ro.", "Der er støj" }));
        Assert.That(passages[0].CreatedAtUtc, Is.EqualTo(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc)));
        Assert.That(await Db().ImportDrafts.CountAsync(), Is.Zero);
        Assert.That((await Db().PieceEvents.SingleAsync()).Details, Is.EqualTo("Indlæst fra projektet »Skoleprojekt«."));
    }

    [Test]
    public async Task The_same_file_again_doubles_nothing_what_was_added_comes_and_what_was_deleted_here_stays_away()
    {
        await StoreAsync(Project());
        var db = Db();
        db.Remove(await db.Codings.FirstAsync(c => c.SolutionPieceId != null));
        var gone = await db.Passages.SingleAsync(p => p.Quote == "støj");
        db.Remove(gone);
        await db.SaveChangesAsync();
        var again = await UploadAsync(Project(Qdpx.Selection(0, 6, "Første", "Tid")));
        Assert.That(again.Page.Text, Does.Contain("0 nye interviews, 1 nyt uddrag").And.Contain("3 uddrag er her i forvejen").And.Contain("Teksten er her som interview 1."));
        Assert.That(await again.Set("Default", "LeaveOut").StoreAsync(), Does.Contain("Læst ind: 0 interviews, 1 uddrag, 1 knytning, 0 brikker og 0 udfordringer."));
        Assert.That(await Db().Passages.OrderBy(p => p.StartUtf16).Select(p => p.Quote).ToListAsync(), Is.EqualTo(new[] { "Første", "Vi har for lidt tid 😀", "ro" }));
        Assert.That((await Db().Interviews.CountAsync(), await Db().SolutionPieces.CountAsync(), await Db().Codings.CountAsync(c => c.SolutionPieceId != null)), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task A_text_that_came_back_with_other_GUIDs_is_recognised_by_its_words()
    {
        await StoreAsync(Project());
        var again = await UploadAsync(Project(guidSuffix: " igen"));
        Assert.That(again.Page.Text, Does.Contain("Alle dens uddrag er her også.").And.Contain("0 nye interviews, 0 nye uddrag"));
        await again.Set("Default", "LeaveOut").StoreAsync();
        Assert.That((await Db().Interviews.CountAsync(), await Db().Passages.CountAsync()), Is.EqualTo((1, 3)));
    }

    [Test]
    public async Task A_deleted_interview_comes_back_only_when_somebody_ticks_it()
    {
        await StoreAsync(Project());
        var db = Db();
        db.RemoveRange(await db.Codings.ToListAsync());
        db.RemoveRange(await db.Passages.ToListAsync());
        db.RemoveRange(await db.Interviews.Include(i => i.Transcripts).ThenInclude(t => t.Paragraphs).ToListAsync());
        await db.SaveChangesAsync();
        var again = await UploadAsync(Project());
        Assert.That(again.Page.Text, Does.Contain("Den har været indlæst, men interviewet er slettet her."));
        await again.Set("Kind", "Verbatim").Set("Default", "LeaveOut").Set("Sources[0].Include", "true").StoreAsync();
        Assert.That((await Db().Interviews.CountAsync(), await Db().Passages.CountAsync(), await Db().Codings.CountAsync()), Is.EqualTo((1, 3, 2)));
        Assert.That(await (await UploadAsync(Project())).Set("Default", "LeaveOut").StoreAsync(), Does.Contain("0 interviews, 0 uddrag, 0 knytninger"));
    }

    [Test]
    public async Task Names_in_texts_titles_codes_and_notes_are_found_and_replaced_and_passages_keep_their_words()
    {
        var text = "Vi talte med Mette Hansen om morgenen. Mette Hansens ord: Vi er for få. Ring på 20 30 40 50.";
        var note = $"<Notes><Note guid=\"{Qdpx.Guid("n")}\"><PlainTextContent>Spørg Mette Hansen</PlainTextContent></Note></Notes>";
        var start = text.IndexOf("Mette Hansens", StringComparison.Ordinal);
        var selection = Qdpx.Selection(start + 6, start + 24, "", "Mette Hansen siger").Replace("</PlainTextSelection>", $"<NoteRef targetGUID=\"{Qdpx.Guid("n")}\"/></PlainTextSelection>", StringComparison.Ordinal);
        var file = new Qdpx().WithCodes(Qdpx.Code("Mette Hansen siger")).WithText("Samtale med Mette Hansen.docx", text, selection, Qdpx.Selection(text.IndexOf("Vi er", StringComparison.Ordinal), text.IndexOf("Vi er", StringComparison.Ordinal) + 12)).WithTail(note).Build();
        var steps = await UploadAsync(file);
        Assert.That(steps.Page.Text, Does.Contain("Det, der bliver erstattet").And.Contain("Mette Hansen").And.Contain("Telefonnummer"));
        await steps.Set("Default", "Local").Set("Kind", "Verbatim").StoreAsync();
        var stored = await Db().TranscriptParagraphs.SingleAsync();
        Assert.That(stored.Text, Does.Not.Contain("Mette").And.Not.Contain("Hansen").And.Not.Contain("20 30").And.Contain("[telefonnummer]"));
        var passages = await Db().Passages.OrderBy(p => p.StartUtf16).ToListAsync();
        Assert.That(passages.Select(p => stored.Text[p.StartUtf16..p.EndUtf16]), Is.EqualTo(passages.Select(p => p.Quote)));
        Assert.That(passages[1].Quote, Is.EqualTo("Vi er for få"));
        Assert.That(passages[0].Quote, Does.Match("^\\[person A\\]s ord: Vi er$"));
        Assert.That(passages[0].Note, Does.StartWith("Spørg [person"));
        Assert.That(((await Db().Interviews.SingleAsync()).Title, (await Db().SolutionPieces.SingleAsync()).Title), Is.EqualTo(("Samtale med [person A]", "[person A] siger")));
    }

    [Test]
    public async Task A_title_that_was_typed_brings_no_name_back()
    {
        var steps = await UploadAsync(new Qdpx().WithText("Samtale", "Vi talte med Mette Hansen.").Build());
        var answer = await steps.Set("Kind", "Verbatim").Set("Sources[0].Title", "Om Mette Hansen").ConfirmAsync();
        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.BadRequest, answer.Text)));
        Assert.That(answer.Text, Does.Contain("Titlen på en tekst indeholder »Mette Hansen«"));
        Assert.That(answer.Html, Does.Contain("Om Mette Hansen"));
    }

    [Test]
    public async Task What_is_not_chosen_is_asked_for_and_what_was_typed_stays()
    {
        var steps = await UploadAsync(Project());
        var answer = await steps.Set("Kind", "Verbatim").Set("Sources[0].Title", "Min titel").ConfirmAsync();
        Assert.That((answer.Status, answer.Text.Contains("Vælg, hvad koderne skal blive til.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(answer.Html, Does.Contain("value=\"Min titel\""));
        answer = await steps.Set("Default", "Local").Choose("Tid", "Existing", "D-77").ConfirmAsync();
        Assert.That(answer.Text, Does.Contain("»Tid« skal være en brik eller udfordring, der er her."));
        answer = await steps.Choose("Tid", "Local").Set("Sources[0].HeldOn", "1890-01-01").ConfirmAsync();
        Assert.That(answer.Text, Does.Contain("Skriv datoen for »Min titel«, mellem 2000 og 2100."));
        Assert.That(await Db().Interviews.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_code_can_be_a_piece_or_a_challenge_that_is_here_and_equal_titles_are_proposed()
    {
        var made = new Testimony(Db(), City.Process);
        var piece = await made.PieceAsync(PieceClass.Local, "Mere tid", formulated: true);
        await made.PieceAsync(PieceClass.Political, "Ro");
        var steps = await UploadAsync(Project());
        Assert.That(steps.Page.Html, Does.Contain("value=\"D-2 Ro\"").And.Contain("<option value=\"D-1 Mere tid\">"));
        await steps.Choose("Rammer", "LeaveOut").Choose("Tid", "Existing", "D-1").Choose("Støj", "LeaveOut").Set("Kind", "Verbatim").StoreAsync();
        Assert.That(await Db().SolutionPieces.CountAsync(), Is.EqualTo(2));
        Assert.That(await Db().Codings.CountAsync(c => c.SolutionPieceId == piece.Id), Is.EqualTo(1));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == piece.Id)).Stage, Is.EqualTo(PieceStage.Formulated));
        Assert.That(await Db().ExchangeIds.Where(i => i.Kind == ExchangeIdKind.Piece).Select(i => i.IsRecognised).ToListAsync(), Is.EqualTo(new[] { true, true }));
    }

    [Test]
    public async Task Doubled_names_get_the_name_of_what_they_stand_below_and_a_code_that_is_lost_is_told()
    {
        var file = new Qdpx()
            .WithCodes(Qdpx.Code("Rammer", Qdpx.Code("Tid", guid: Qdpx.Guid("t1"))), Qdpx.Code("Dagen", Qdpx.Code("Tid", guid: Qdpx.Guid("t2"))))
            .WithText("A", "Ord nok her", Qdpx.Selection(0, 3, "", "Findes ikke")).WithTail("<Graphs><Graph guid=\"" + Qdpx.Guid("g") + "\"/></Graphs>").Build();
        var steps = await UploadAsync(file);
        Assert.That(steps.Page.Text, Does.Contain("1 tegning eller kort.").And.Contain("1 kodning med en kode, som ikke er i filen."));
        var text = await steps.Set("Default", "Administrative").Set("Kind", "Verbatim").StoreAsync();
        Assert.That(await Db().SolutionPieces.OrderBy(p => p.Number).Select(p => p.Title).ToListAsync(), Is.EqualTo(new[] { "Rammer: Tid", "Dagen: Tid" }));
        Assert.That(await Db().Themes.OrderBy(t => t.Id).Select(t => t.Name).ToListAsync(), Is.EqualTo(new[] { "Rammer", "Dagen" }));
        Assert.That(text, Does.Contain("1 tegning eller kort."));
        Assert.That((await Db().Passages.SingleAsync()).Quote, Is.EqualTo("Ord"));
    }

    [Test]
    public async Task A_codebook_comes_in_without_texts()
    {
        var file = "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>" + Qdpx.Code("Tid") + Qdpx.Code("Ro") + "</Codes></CodeBook>";
        var steps = await ProjectImportSteps.UploadAsync(await SignInAsync(Role.Consultant), City.Path, Encoding.UTF8.GetBytes(file), "koder.qdc");
        Assert.That(await steps.Set("Default", "Challenge").StoreAsync(), Does.Contain("0 interviews, 0 uddrag, 0 knytninger, 0 brikker og 2 udfordringer"));
        Assert.That(await Db().Challenges.OrderBy(c => c.Id).Select(c => c.Title).ToListAsync(), Is.EqualTo(new[] { "Tid", "Ro" }));
    }

    [Test]
    public async Task Somebody_elses_draft_is_not_there_and_one_can_be_given_up()
    {
        var steps = await UploadAsync(Project());
        var sample = await SampleProcess.CreateAsync(Host, City);
        var other = await SignInAsync(Role.Leader);
        Assert.That((await other.GetAsync(steps.DraftPath)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        var own = await SignInAsync(Role.Consultant);
        Assert.That((await own.GetAsync(steps.DraftPath.Replace($"/{City.Process.Id}/", $"/{sample.Process.Id}/", StringComparison.Ordinal))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await own.GetAsync(City.Path + "/import-drafts")).Text, Does.Not.Contain("projekt.qdpx"));
        Assert.That((await own.GetAsync(City.Path + "/exchange")).Text, Does.Contain("projekt.qdpx"));
        await own.PostAsync(steps.DraftPath + "/delete");
        Assert.That((await own.GetAsync(steps.DraftPath)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("tekst.txt", "Vælg en fil af typen .qdpx eller .qdc.")]
    [TestCase("projekt.qdpx", "Der er intet projekt i filen.")]
    public async Task What_cannot_be_read_is_refused_at_the_field(string name, string sentence)
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(City.Path + "/exchange");
        var answer = await site.UploadAsync(City.Path + "/exchange/imports", "File", name, "hej"u8.ToArray());
        Assert.That((answer.Status, answer.Text.Contains(sentence, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)), answer.Text);
    }

    /// <summary>One text from a Windows program, four codes below and beside each other, three selections.</summary>
    private static byte[] Project(string more = "", string guidSuffix = "")
    {
        var file = new Qdpx().WithCodes(Qdpx.Code("Rammer", Qdpx.Code("Tid", guid: Qdpx.Guid("Tid" + guidSuffix)) + Qdpx.Code("Ro", guid: Qdpx.Guid("Ro" + guidSuffix)), guid: Qdpx.Guid("Rammer" + guidSuffix)), Qdpx.Code("Støj", guid: Qdpx.Guid("Støj" + guidSuffix)));
        int At(string word) => Windows[..Windows.IndexOf(word, StringComparison.Ordinal)].EnumerateRunes().Count();
        return file.WithText("Samtale.txt" + guidSuffix, Windows,
            Qdpx.Selection(At("Vi"), At("Vi") + 21, "Vi har for lidt tid 😀" + guidSuffix, "Tid" + guidSuffix), Qdpx.Selection(At("ro."), At("ro.") + 2, "ro" + guidSuffix, "Ro" + guidSuffix),
            Qdpx.Selection(At("støj"), At("støj") + 4, "støj" + guidSuffix, "Støj" + guidSuffix), more).Build();
    }

    private async Task StoreAsync(byte[] file) =>
        await (await UploadAsync(file)).Choose("Tid", "Political").Choose("Ro", "Challenge").Set("Default", "LeaveOut").Set("Kind", "Verbatim").StoreAsync();

    private async Task<ProjectImportSteps> UploadAsync(byte[] file) => await ProjectImportSteps.UploadAsync(await SignInAsync(Role.Consultant), City.Path, file);
}
