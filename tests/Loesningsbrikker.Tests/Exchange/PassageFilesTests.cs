using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Decisions;
using Loesningsbrikker.Tests.Interviews;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Exchange;

public sealed class PassageFilesTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly string[] Header =
        ["Interview", "Titel", "Dato", "Metode", "Informantgruppe", "Informanter", "Teksttype", "Afsnit", "Taler", "Uddrag", "Note", "Brikker", "Udfordringer", "Frigivet", "Markeret", "Markeret af"];

    [Test]
    public async Task One_passage_a_row_in_both_files_also_without_a_piece_with_place_speaker_groups_note_and_what_it_is_tied_to()
    {
        await BuildAsync();
        string[] place = ["1", "Samtale; \"kort\"", "2026-09-01", "Interview", "Medarbejdere", "M-01", "Ordret"];
        var expected = new[]
        {
            Header,
            [.. place, "1", "M-01", "Vi er for få,\nnår de kommer", "Tjek; med \"lederen\"", "D-1 Flere voksne; D-2 Faste voksne", "Morgenen", "2026-09-04", "2026-09-01", "Prøve Consultant"],
            [.. place, "3", "", "Kaffen er god", "", "", "", "", "2026-09-01", ""],
        };
        var site = await SignInAsync(Role.Consultant);
        Assert.That(await CsvAsync(site, ""), Is.EqualTo(expected));
        var file = await WorkbookFile.DownloadAsync(site, City.Path + "/exchange/passages/workbook");
        Assert.That(file.Rows("Uddrag"), Is.EqualTo(expected));
        Assert.That((file.SheetNames, file.Faults()), Is.EqualTo((new[] { "Uddrag" }, Array.Empty<string>())));
        Assert.That(file.Sheet("Uddrag").Cell("C2").GetDateTime(), Is.EqualTo(new DateTime(2026, 9, 1)));
    }

    [TestCase("", 2)]
    [TestCase("?interview=1", 2)]
    [TestCase("?interview=7", 0)]
    [TestCase("?piece=2", 1)]
    [TestCase("?class=Political", 1)]
    [TestCase("?class=Administrative", 0)]
    [TestCase("?state=WithPiece", 1)]
    [TestCase("?state=WithoutPiece", 1)]
    [TestCase("?state=Released", 1)]
    [TestCase("?state=NotReleased", 1)]
    [TestCase("?state=WithNote", 1)]
    [TestCase("?theme={theme}", 1)]
    [TestCase("?group={group}&state=WithoutPiece", 1)]
    [TestCase("?group=0", 0)]
    [TestCase("?state=nonsens&piece=x", 2)]
    public async Task The_files_hold_what_the_address_of_the_list_asks_for(string query, int count)
    {
        await BuildAsync();
        query = query.Replace("{theme}", (await Db().Themes.SingleAsync()).Id.ToString()).Replace("{group}", (await Db().InformantGroups.SingleAsync()).Id.ToString());
        var site = await SignInAsync(Role.Consultant);
        var page = await site.GetAsync(City.Path + "/exchange/passages" + query);
        Assert.That(page.Text, Does.Contain(count == 0 ? "Ingen uddrag passer til det valgte" : $"{count} uddrag"));
        Assert.That(await CsvAsync(site, query), Has.Count.EqualTo(count + 1));
        if (count > 0 && query.StartsWith("?state=W", StringComparison.Ordinal))
            Assert.That(page.Html, Does.Contain($"/exchange/passages/csv{query}\""));
        Assert.That((await WorkbookFile.DownloadAsync(site, City.Path + "/exchange/passages/workbook" + query)).Column("Uddrag", "Uddrag").Count(t => t.Length > 0), Is.EqualTo(count));
    }

    [Test]
    public async Task Words_that_look_like_a_formula_or_a_tag_are_words_in_every_program()
    {
        string[] odd = ["=HYPERLINK(\"http://ond.example\")", "+1+1", "-2+3 =cmd|' /C calc'!A0", "@SUM(A1)", "<script>alert(1)</script>", "＝1+1", "a;b", "'skjult"];
        var made = new Testimony(Db(), City.Process);
        var interview = await made.InterviewAsync("=1+1");
        var transcript = await made.TranscriptAsync(interview, TranscriptKind.Verbatim, odd);
        foreach (var words in odd)
            await made.PassageAsync(transcript, words, note: "=2+2");
        var site = await SignInAsync(Role.Consultant);
        var bytes = (await site.GetAsync(City.Path + "/exchange/passages/csv")).Bytes;
        Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        var rows = Csv(bytes).Skip(1).ToList();
        Assert.That(rows.SelectMany(r => r).Where(c => c.Length > 0 && "=+-@＝".Contains(c[0])), Is.Empty);
        Assert.That(rows.Select(r => r[9].TrimStart('\'')), Is.EquivalentTo(odd.Select(o => o.TrimStart('\''))));
        Assert.That(rows[0][1], Is.EqualTo("'=1+1"));
        var workbook = await WorkbookFile.DownloadAsync(site, City.Path + "/exchange/passages/workbook");
        Assert.That(workbook.Column("Uddrag", "Uddrag"), Is.EquivalentTo(odd));
        Assert.That(workbook.Cells("Uddrag").Values.Select(c => c.Formula).Where(f => f is not null), Is.Empty);
        Assert.That((await site.GetAsync(City.Path + "/exchange/passages")).Html, Does.Not.Contain("<script>alert"));
    }

    [Test]
    public async Task Reading_the_list_and_taking_a_file_are_in_the_access_log_and_the_list_costs_the_same_when_it_is_long()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(City.Path + "/exchange/passages");
        var few = await QueryCounter.CountAsync(() => site.GetAsync(City.Path + "/exchange/passages"));
        var made = new Testimony(Db(), City.Process);
        await made.ManyPassagesAsync(await made.Db.Transcripts.Include(t => t.Paragraphs).SingleAsync(), 60);
        Page page = null!;
        var many = await QueryCounter.CountAsync(async () => page = await site.GetAsync(City.Path + "/exchange/passages?page=2"));
        Assert.That((many, page.Text.Contains("Side 2 af 3", StringComparison.Ordinal)), Is.EqualTo((few, true)));
        await CsvAsync(site, "");
        var log = await Db().AccessLogEntries.Where(e => e.ProcessId == City.Process.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync();
        Assert.That(log, Is.EqualTo(new[] { AccessKind.PassagesRead, AccessKind.PassagesRead, AccessKind.PassagesRead, AccessKind.TestimonyExported }));
    }

    [Test]
    public async Task An_empty_process_says_so_and_still_gives_files()
    {
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(City.Path + "/exchange/passages")).Text, Does.Contain("Her er ingen uddrag endnu"));
        Assert.That(await CsvAsync(site, ""), Is.EqualTo(new[] { Header }));
        Assert.That((await WorkbookFile.DownloadAsync(site, City.Path + "/exchange/passages/workbook")).Faults(), Is.Empty);
    }

    /// <summary>One interview with three paragraphs; a released passage over two of them tied to two pieces and a challenge, and a loose one.</summary>
    private async Task BuildAsync()
    {
        var made = new Testimony(Db(), City.Process);
        var db = made.Db;
        var group = await db.AddGroupAsync(City, "Medarbejdere", "M-01");
        var interview = await made.InterviewAsync("Samtale; \"kort\"");
        interview.Informants.Add(await db.Informants.SingleAsync(i => i.GroupId == group.Id));
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, [new("M-01", "Vi er for få,"), new("", "når de kommer."), new("", "Kaffen er god.")], "", null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        var theme = new Theme { ProcessId = City.Process.Id, Name = "Normering" };
        var (political, local) = (await made.PieceAsync(PieceClass.Political, "Flere voksne"), await made.PieceAsync(PieceClass.Local, "Faste voksne"));
        political.Theme = theme;
        var challenge = new Challenge { ProcessId = City.Process.Id, Title = "Morgenen" };
        db.AddRange(theme, challenge);
        var said = await made.PassageAsync(transcript, "Vi er for få,\nnår de kommer", "Tjek; med \"lederen\"");
        said.CreatedByUserId = City.User(Role.Consultant).Id;
        said.Release(City.User(Role.Leader).Id, new DateTime(2026, 9, 4, 10, 0, 0, DateTimeKind.Utc));
        await made.PassageAsync(transcript, "Kaffen er god");
        await made.TieAsync(local, said);
        await made.TieAsync(political, said);
        db.Add(new Coding { ProcessId = City.Process.Id, PassageId = said.Id, ChallengeId = challenge.Id, CodedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
    }

    private async Task<List<string[]>> CsvAsync(Site site, string query)
    {
        var page = await site.GetAsync(City.Path + "/exchange/passages/csv" + query);
        Assert.That((page.Status, page.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/csv")));
        return Csv(page.Bytes);
    }

    /// <summary>RFC 4180 with semicolons, read letter by letter.</summary>
    private static List<string[]> Csv(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)[1..];
        List<string[]> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] is ';' or '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\r')
                {
                    Assert.That(text[++i], Is.EqualTo('\n'));
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
                cell.Append(text[i]);
        Assert.That((quoted, row.Count, cell.Length), Is.EqualTo((false, 0, 0)));
        return rows;
    }
}
