using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Interviews;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Loesningsbrikker.Tests.SolutionPieces.Import.TableFiles;

namespace Loesningsbrikker.Tests.SolutionPieces.Import;

/// <summary>From the file to the list of pieces, through the pages.</summary>
public sealed class PieceImportTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/solution-pieces";

    [Test]
    public async Task A_Word_table_of_sixty_pieces_comes_in_with_themes_stages_and_former_numbers()
    {
        string[] heads = ["Nr.", "Løsningsbrik", "Beskrivelse", "Politisk/administrativ/lokal", "Status", "Ansvarlig"];
        var rows = Enumerable.Range(1, 60).SelectMany(i => (i % 20 == 1 ? [["<w:tc><w:tcPr><w:gridSpan w:val=\"6\"/></w:tcPr><w:p><w:r><w:t>Tema " + i / 20 + "</w:t></w:r></w:p></w:tc>"]] : Array.Empty<string[]>())
            .Append([$"{i}", First[i % 8] + Second[i / 8], $"Derfor {i}.", i % 2 == 0 ? "Politisk" : "Lokal", i % 2 == 0 ? "I gang" : "Ny", "Skolechef"])).ToArray();
        var site = await SignInAsync(Role.Consultant);
        var rowsPath = await UploadAsync(site, "brikker.docx", DocxFile.Of(WordTable([heads, .. rows])));
        var preview = await site.GetAsync(rowsPath);
        Assert.That(preview.Text, Does.Contain("60 rækker bliver nye brikker").And.Contain("3 rækker er overskrifter eller summer").And.Contain("3 nye temaer bliver oprettet: Tema 0, Tema 1 og Tema 2."));
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.Zero, "nothing is stored before it is confirmed");
        Assert.That((await CompleteAsync(site, rowsPath)).Location, Is.EqualTo(List));

        Assert.That((await site.GetAsync(List)).Text, Does.Contain("60 brikker er læst ind som D-1 til D-60."));
        var pieces = await Db().SolutionPieces.Include(p => p.Theme).Include(p => p.Implementations).Where(p => p.ProcessId == City.Process.Id).OrderBy(p => p.Number).ToListAsync();
        Assert.That(pieces.Select(p => p.FormerNumber), Is.EqualTo(Enumerable.Range(1, 60).Select(i => $"{i}")));
        Assert.That(pieces.Take(2).Select(p => (p.Stage, p.Class, p.Theme!.Name)), Is.EqualTo(new[]
        {
            (PieceStage.Formulated, PieceClass.Local, "Tema 0"), (PieceStage.InImplementation, PieceClass.Political, "Tema 0"),
        }));
        Assert.That(pieces[1].Implementations.Single().ResponsibleRole, Is.EqualTo("Skolechef"));
        Assert.That(await Db().ImportDrafts.AnyAsync(d => d.ProcessId == City.Process.Id), Is.False);
    }

    [Test]
    public async Task The_municipal_spreadsheet_comes_in_the_same_from_Excel_and_from_a_Windows_1252_file([Values("brikker.xlsx", "brikker.csv")] string name)
    {
        var site = await SignInAsync(Role.Consultant);
        var rowsPath = await UploadAsync(site, name, name.EndsWith("xlsx", StringComparison.Ordinal) ? Municipal() : Windows1252.GetBytes(MunicipalCsv), ("Responsible", "Dagtilbudschef"));
        await CompleteAsync(site, rowsPath);
        var pieces = await Db().SolutionPieces.Include(p => p.Theme).Include(p => p.Decisions).Include(p => p.Estimate!.Lines).Where(p => p.ProcessId == City.Process.Id).OrderBy(p => p.Number).ToListAsync();
        Assert.That(pieces.Select(p => (p.FormerNumber, p.Title, p.Class, p.Stage, p.Theme!.Name)), Is.EqualTo(new[]
        {
            ("1", "Flere voksne i ydertimerne", PieceClass.Political, PieceStage.Adopted, "Normering"),
            ("2", "Mindre børnegrupper på Åkanden", PieceClass.Political, PieceStage.Rejected, "Normering"),
            ("3", "Ny legeplads", PieceClass.Political, PieceStage.InImplementation, "Rum"),
            ("4", "Fælles vikarpulje", PieceClass.Administrative, PieceStage.Declined, "Normering"),
        }));
        Assert.That(pieces.Select(p => p.Estimate?.Lines.Sum(l => l.Amount)), Is.EqualTo(new long?[] { 1_250_000, 800_500, 2_000_000, null }));
        Assert.That(pieces[1].Decisions.Single().DecidedOn, Is.EqualTo(new DateOnly(2025, 10, 9)));
        var story = (await site.GetAsync(List + "/2")).Text;
        Assert.That(story, Does.Contain("Indlæst fra en tabel").And.Contain($"Fra »{name}«, række 7. Tidligere nummer: 2.").And.Contain("Begrundelse: Der var ikke penge i budgettet."));
        Assert.That((await site.GetAsync(City.Path + "/refusals")).Text, Does.Contain("Mindre børnegrupper på Åkanden").And.Contain("Der var ikke penge i budgettet.").And.Contain("Puljen findes allerede."));
    }

    [Test]
    public async Task A_former_number_finds_the_piece()
    {
        var site = await SignInAsync(Role.Consultant);
        await CompleteAsync(site, await PasteAsync(site, "Nr;Titel;Klasse\nDT-417;Ro;Lokal\nDT-418;Lys;Lokal"));
        Assert.That((await site.GetAsync(List + "?q=DT-417")).Text, Does.Contain("Ro").And.Not.Contain("Lys"));
        Assert.That((await site.GetAsync(List + "/1")).Text, Does.Contain("Tidligere nummer DT-417"));
    }

    [Test]
    public async Task The_same_table_once_more_doubles_nothing_and_a_changed_row_asks()
    {
        var site = await SignInAsync(Role.Consultant);
        await CompleteAsync(site, await PasteAsync(site, "Nr;Titel;Klasse\n1;Ro i garderoben;Lokal\n2;Lys;Lokal"));
        var again = await site.GetAsync(await PasteAsync(site, "Nr;Titel;Klasse\n2;Lys;Lokal\n1;Mere ro i garderoben;Lokal\n3;Luft;Lokal"));
        Assert.That(again.Text, Does.Contain("Rækken er indlæst før. Den er D-2 »Lys«.").And.Contain("Ligner D-1 »Ro i garderoben«.").And.Contain("1 række mangler et valg"));
        var refused = await CompleteAsync(site, PathOf(again));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("1 række mangler et valg. Ret dem, eller udelad dem."));
        await CompleteAsync(site, PathOf(again), ("Rows[0].Row", "2"), ("Rows[0].Choice", "same:1"));
        Assert.That(await Db().SolutionPieces.Where(p => p.ProcessId == City.Process.Id).OrderBy(p => p.Number).Select(p => p.Title).ToListAsync(), Is.EqualTo(new[] { "Ro i garderoben", "Lys", "Luft" }));
        var third = await site.GetAsync(await PasteAsync(site, "Nr;Titel;Klasse\n2;Lys;Lokal\n1;Mere ro i garderoben;Lokal\n3;Luft;Lokal"));
        Assert.That(third.Text, Does.Contain("Ingen rækker bliver nye brikker.").And.Contain("3 rækker er indlæst før"));
    }

    [Test]
    public async Task The_text_of_a_row_is_added_to_a_piece_with_a_reason()
    {
        await new Testimony(Db(), City.Process).PieceAsync(PieceClass.Local, "Ro i garderoben", formulated: true, description: "Der er for meget larm.");
        var site = await SignInAsync(Role.Consultant);
        var rows = await PasteAsync(site, "Titel;Beskrivelse;Klasse\nRo i garderoberne;Støjen skal ned.;Lokal\nLys;Mere lys.;Lokal");
        await CompleteAsync(site, rows, ("Rows[0].Row", "1"), ("Rows[0].Choice", "merge:1"));
        var piece = await Db().SolutionPieces.Include(p => p.Events).SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == 1);
        Assert.That(piece.Description, Is.EqualTo("Der er for meget larm.\n\nRo i garderoberne\nStøjen skal ned."));
        Assert.That(piece.Events[^1].Reason, Is.EqualTo("Tekst lagt til fra »Indsat tabel«, række 2."));
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(2));
        Assert.That((await site.GetAsync(List)).Text, Does.Contain("Brikken er læst ind som D-2. 1 brik har fået mere tekst."));
    }

    [Test]
    public async Task A_correction_in_the_row_is_kept_and_counts()
    {
        var site = await SignInAsync(Role.Consultant);
        var rows = await PasteAsync(site, "Titel;Beskrivelse;Klasse;Status\nRo;Mere ro.;Fælles;Vist nok\nLys;Mere lys.;Lokal;Ny");
        Assert.That((await site.GetAsync(rows)).Text, Does.Contain("»Fælles« er ingen klasse. Vælg, hvem der skal handle."));
        var kept = await PostAsync(site, rows, ("Rows[0].Row", "1"), ("Rows[0].Title", "Ro på stuerne"), ("Rows[0].Description", "Mere ro."), ("Rows[0].Class", "Political"),
            ("Rows[0].Stage", "NotDesignated"), ("Rows[0].Reason", "Ikke i år."), ("Rows[0].Theme", "Rum"), ("Go", "next"));
        Assert.That(kept.Location, Does.Contain("page=2"));
        await CompleteAsync(site, rows);
        var piece = await Db().SolutionPieces.Include(p => p.Designations).Include(p => p.Theme).SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == 1);
        Assert.That((piece.Title, piece.Class, piece.Stage, piece.Theme!.Name, piece.Designations.Single().Reason), Is.EqualTo(("Ro på stuerne", PieceClass.Political, PieceStage.NotDesignated, "Rum", "Ikke i år.")));
    }

    [Test]
    public async Task Columns_and_headings_can_be_corrected_and_what_makes_no_sense_is_refused()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/imports");
        var columns = (await site.PostAsync(List + "/imports", ("Text", "x;y\nRo;Mere ro.\nLys;Mere lys."))).Location!;
        Assert.That((await site.GetAsync(columns)).Text, Does.Contain("Tabellen har ingen overskrifter"));
        var guessed = await PostAsync(site, columns, ("HeaderFirst", "0"), ("HeaderCount", "1"), ("Guess", "true"));
        Assert.That(guessed.Location, Is.EqualTo(columns));
        Assert.That((await site.GetAsync(columns)).Text, Does.Contain("Overskrifterne står i række 1"));
        var twice = await PostAsync(site, columns, ("HeaderFirst", "0"), ("HeaderCount", "1"), ("Columns[0].Field", "Title"), ("Columns[1].Field", "Title"));
        Assert.That(twice.Text, Does.Contain("To kolonner er valgt som titel. Vælg kun den ene."));
        var none = await PostAsync(site, columns, ("HeaderFirst", "0"), ("HeaderCount", "1"), ("Columns[0].Field", "Notes"), ("Columns[1].Field", "None"));
        Assert.That(none.Text, Does.Contain("Vælg den kolonne, hvor brikkens titel står."));
        var year = await PostAsync(site, columns, ("HeaderFirst", "0"), ("HeaderCount", "1"), ("Columns[0].Field", "Title"), ("Columns[1].Field", "Amount"), ("Columns[1].Year", "99"));
        Assert.That(year.Text, Does.Contain("Skriv det år, beløbet gælder, fx 2027."));
        var bottom = await PostAsync(site, columns, ("HeaderFirst", "2"), ("HeaderCount", "2"));
        Assert.That(bottom.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var good = await PostAsync(site, columns, ("HeaderFirst", "0"), ("HeaderCount", "1"), ("Columns[0].Field", "Title"), ("Columns[1].Field", "Description"));
        Assert.That(good.Location, Does.EndWith("/words"));
    }

    [Test]
    public async Task The_steps_cannot_be_skipped()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/imports");
        var columns = (await site.PostAsync(List + "/imports", ("Text", "Titel;Klasse\nRo;Lokal\nLys;Lokal"))).Location!;
        var rows = columns.Replace("/columns", "/rows", StringComparison.Ordinal);
        Assert.That((await site.GetAsync(rows)).Location, Is.EqualTo(columns));
        await site.GetAsync(columns);
        var refused = await site.PostAsync(rows.Replace("/rows", "/completion", StringComparison.Ordinal), await VersionAsync(columns));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Db().SolutionPieces.AnyAsync(p => p.ProcessId == City.Process.Id), Is.False);
    }

    [Test]
    public async Task Everything_comes_in_or_nothing_and_the_table_still_waits()
    {
        var site = await SignInAsync(Role.Consultant);
        var rows = await PasteAsync(site, "Titel;Klasse;Tema\nRo;Lokal;Nyt tema\nLys;Lokal;Nyt tema");
        await site.GetAsync(rows);
        // A colleague writes a piece of nearly the same title while the preview is open.
        await new Testimony(Db(), City.Process).PieceAsync(PieceClass.Local, "Lys");
        var refused = await CompleteAsync(site, rows);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("1 række mangler et valg").And.Contain("Ligner D-1 »Lys«. Titlerne er ens."));
        Assert.That(await Db().Themes.AnyAsync(t => t.ProcessId == City.Process.Id), Is.False);
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(1));
        Assert.That((await CompleteAsync(site, rows, ("Rows[0].Row", "2"), ("Rows[0].Choice", "out"))).Location, Is.EqualTo(List));
        Assert.That((await site.GetAsync(rows)).Status, Is.EqualTo(HttpStatusCode.NotFound), "the draft is gone");
    }

    [Test]
    public async Task Two_confirmations_at_once_bring_in_once()
    {
        var (one, two) = (await SignInAsync(Role.Consultant), await SignInAsync(Role.Consultant));
        var rows = await PasteAsync(one, "Titel;Klasse\nRo;Lokal\nLys;Lokal");
        await two.GetAsync(List);
        var version = await VersionAsync(rows);
        var completion = rows.Replace("/rows", "/completion", StringComparison.Ordinal);
        var answers = await Task.WhenAll(one.PostAsync(completion, version), two.PostAsync(completion, version));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Found), Is.EqualTo(1), string.Join(' ', answers.Select(a => a.Status)));
        Assert.That(answers.Select(a => (int)a.Status), Is.All.LessThan(500));
        Assert.That(await Db().SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id), Is.EqualTo(2));
    }

    [Test]
    public async Task The_table_waits_encrypted_for_its_owner_only_and_can_be_thrown_away()
    {
        var site = await SignInAsync(Role.Consultant);
        var rows = await PasteAsync(site, "Titel;Klasse\nHemmelig brik;Lokal\nLys;Lokal");
        var draft = await Db().ImportDrafts.SingleAsync(d => d.ProcessId == City.Process.Id);
        Assert.That(System.Text.Encoding.UTF8.GetString(draft.ContentCipher), Does.Not.Contain("Hemmelig"));
        Assert.That((await site.GetAsync(City.Path + "/import-drafts")).Text, Does.Not.Contain("Indsat tabel"), "it is no text of an interview");
        Assert.That((await site.GetAsync(List + "/imports")).Text, Does.Contain("Indsat tabel"));
        var colleague = await Site.SignInAsync(Host, (await AddColleagueAsync()).Email!);
        Assert.That((await colleague.GetAsync(rows)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await colleague.GetAsync(List + "/imports")).Text, Does.Not.Contain("Indsat tabel"));
        await site.PostAsync(rows.Replace("/rows", "/removal", StringComparison.Ordinal));
        Assert.That(await Db().ImportDrafts.AnyAsync(d => d.ProcessId == City.Process.Id), Is.False);
        Assert.That((await site.GetAsync(List)).Text, Does.Contain("Der er ikke gemt noget af den."));
    }

    [Test]
    public async Task Notes_and_drafts_are_for_the_staff()
    {
        var site = await SignInAsync(Role.Consultant);
        await CompleteAsync(site, await PasteAsync(site, "Nr;Titel;Beskrivelse;Klasse;Status;Bemærkninger\n1;Ro;Mere ro.;Lokal;Ny;Spørg Mette først\n2;Lys;Mere lys.;Lokal;Kladde;"));
        Assert.That((await site.GetAsync(List + "/1")).Text, Does.Contain("Noter fra tabellen").And.Contain("Spørg Mette først"));
        var committee = await SignInAsync(Role.Committee);
        Assert.That((await committee.GetAsync(List + "/1")).Text, Does.Contain("Indlæst fra en tabel").And.Not.Contain("Spørg Mette først").And.Not.Contain("Noter fra tabellen"));
        Assert.That((await committee.GetAsync(List + "/2")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_is_hostile_in_a_cell_is_inert_on_every_page()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/imports");
        const string evil = "<script>alert(1)</script>";
        var columns = (await site.PostAsync(List + "/imports", ("Text", $"Titel;Beskrivelse;Klasse;Tema\n{evil};=HYPERLINK(\"http://x.example\");{evil};{evil}\nLys;Mere lys;Lokal;Rum"))).Location!;
        foreach (var path in new[] { columns, await StepAsync(site, columns, "columns"), await StepAsync(site, columns, "words") })
            Assert.That((await site.GetAsync(path)).Html, Does.Not.Contain(evil));
    }

    [Test]
    public async Task The_preview_is_cut_into_pages_and_its_queries_do_not_grow()
    {
        var site = await SignInAsync(Role.Consultant);
        async Task<int> QueriesAsync(int rows)
        {
            var path = await PasteAsync(site, "Nr;Titel;Klasse;Tema\n" + string.Join('\n', Enumerable.Range(1, rows).Select(i => $"{i};{Words[i % 10]} {Words[i / 10 % 10]} {i * 7919 % 1000};Lokal;{Words[i % 5]}")));
            var page = await site.GetAsync(path);
            Assert.That(Regex.Count(page.Html, "class=\"import-row ", RegexOptions.None, TimeSpan.FromSeconds(2)), Is.EqualTo(Math.Min(rows, 25)));
            return await QueryCounter.CountAsync(() => site.GetAsync(path + "?page=2"));
        }
        Assert.That(await QueriesAsync(80), Is.EqualTo(await QueriesAsync(5)));
    }

    // Sixty-four titles of which none resembles another.
    private static readonly string[] First = ["Ro", "Lys", "Mad", "Skov", "Bus", "Bog", "Leg", "Sang"];

    private static readonly string[] Second = ["stue", "hjælp", "kreds", "rum", "pulje", "aften", "kasse", "vært"];

    private static readonly string[] Words = ["Voksne", "Legeplads", "Garderobe", "Vikar", "Madordning", "Skovtur", "Støj", "Tolk", "Kalender", "Samarbejde"];

    /// <summary>Through columns and words as they are guessed; gives the address of the rows.</summary>
    private async Task<string> UploadAsync(Site site, string name, byte[] content, params (string Name, string Value)[] facts)
    {
        await site.GetAsync(List + "/imports");
        var answer = await site.UploadAsync(List + "/imports", "File", name, content);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return await GoOnAsync(site, answer.Location!, facts);
    }

    private async Task<string> PasteAsync(Site site, string text)
    {
        await site.GetAsync(List + "/imports");
        var answer = await site.PostAsync(List + "/imports", ("Text", text));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return await GoOnAsync(site, answer.Location!);
    }

    private async Task<string> GoOnAsync(Site site, string columns, params (string Name, string Value)[] facts)
    {
        await StepAsync(site, columns, "columns");
        return await StepAsync(site, columns, "words", facts);
    }

    /// <summary>Confirms a step as the page shows it, and gives the address of the next.</summary>
    private async Task<string> StepAsync(Site site, string columns, string step, params (string Name, string Value)[] facts)
    {
        var path = columns.Replace("/columns", "/" + step, StringComparison.Ordinal);
        var page = await site.GetAsync(path);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), path);
        var answer = await site.PostAsync(path, [.. FormFields.Of(page.Html).Where(f => facts.All(x => x.Name != f.Name)), .. facts]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return answer.Location!;
    }

    /// <summary>One more consultant of the process.</summary>
    private async Task<User> AddColleagueAsync()
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var user = await City.AddUserAsync(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), db, Role.Consultant);
        db.Add(new ProcessMember { ProcessId = City.Process.Id, UserId = user.Id, AddedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        return user;
    }

    private Task<Page> CompleteAsync(Site site, string rows, params (string Name, string Value)[] fields) =>
        PostAsync(site, rows.Split('?')[0].Replace("/rows", "/completion", StringComparison.Ordinal), rows, fields);

    private Task<Page> PostAsync(Site site, string path, params (string Name, string Value)[] fields) => PostAsync(site, path, path, fields);

    private async Task<Page> PostAsync(Site site, string path, string shown, (string Name, string Value)[] fields)
    {
        await site.GetAsync(shown);
        return await site.PostAsync(path, [await VersionAsync(shown), .. fields]);
    }

    private async Task<(string Name, string Value)> VersionAsync(string path)
    {
        var id = long.Parse(path.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture);
        return ("Version", (await Db().ImportDrafts.AsNoTracking().SingleAsync(d => d.Id == id)).Version.ToString());
    }

    private static string PathOf(Page page) => Regex.Match(page.Html, "(?<=action=\")[^\"]+/rows(?=\")", RegexOptions.None, TimeSpan.FromSeconds(2)).Value;
}
