using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Decisions;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Dashboards;

public sealed partial class DashboardTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly string[] DecidedStages =
    [
        "Vedtaget", "Delvist vedtaget", "Ikke vedtaget", "Accepteret", "Afvist", "Overdraget til institution", "Under udmøntning", "Afsluttet", "Rullet tilbage",
    ];

    private string Dashboard => City.Path + "/dashboard";

    [Test]
    public async Task The_paragraph_tells_the_truth_about_a_process_with_every_stage()
    {
        await BuildAsync();
        var page = await (await SignInAsync(Role.Consultant)).GetAsync(Dashboard);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Text, Does.Contain(
            "Af 24 brikker er 13 besluttet og 2 gennemført . 3 er under udmøntning , og 2 venter på penge . Til 5 er der sagt nej . "
            + "Én er forsinket. Én har været tavs i over et halvt år."));
        Assert.That(page.Text, Does.Contain("24 løsningsbrikker · heraf 1 kladde, som udvalget ikke ser").And.Contain("Sådan er tallene talt"));
        Assert.That(page.Html, Does.Contain("gennemført</a>."), "No space before the full stop.");
    }

    [Test]
    public async Task Every_number_is_as_long_as_the_list_behind_it([Values(Role.Consultant, Role.Committee, Role.LocalLeader)] Role role)
    {
        await BuildAsync();
        var site = await SignInAsync(role);
        var page = await site.GetAsync(Dashboard);
        var links = CountedLink().Matches(page.Html)
            .Select(m => (Href: WebUtility.HtmlDecode(m.Groups["href"].Value), Words: m.Groups["words"].Value))
            .Where(l => NumberIn(l.Words) > 0).ToList();
        Assert.That(links, Has.Count.GreaterThan(6));
        foreach (var (href, words) in links)
            Assert.That(await NumbersAsync(site, href), Has.Count.EqualTo(NumberIn(words)), $"{words} → {href}");
    }

    [Test]
    public async Task Dashboard_list_and_workbook_give_the_same_figures([Values(Role.Consultant, Role.Committee)] Role role)
    {
        await BuildAsync();
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync(26);
        var site = await SignInAsync(role);
        var list = City.Path + "/solution-pieces";
        var page = await site.GetAsync(Dashboard);
        var workbook = await WorkbookFile.DownloadAsync(site, City.Path + "/workbook/" + (role == Role.Consultant ? "staff" : "committee"));
        var rows = workbook.Column("Forslag", "Brik").Zip(workbook.Column("Forslag", "Klasse"), workbook.Column("Forslag", "Stadie"))
            .Where(r => r.Third != "Lagt sammen").ToList();

        Assert.That(rows, Has.Count.EqualTo(role == Role.Consultant ? 48 : 46));
        Assert.That(page.Text, Does.Contain($"Af {rows.Count} brikker er {rows.Count(r => DecidedStages.Contains(r.Third))} besluttet"));
        Assert.That(await NumbersAsync(site, list), Is.EquivalentTo(rows.Select(r => r.First)));
        Assert.That(await NumbersAsync(site, list + "?status=Decided"), Is.EquivalentTo(rows.Where(r => DecidedStages.Contains(r.Third)).Select(r => r.First)));
        Assert.That(await NumbersAsync(site, list + "?status=BeingCarriedOut"), Is.EquivalentTo(rows.Where(r => r.Third == "Under udmøntning").Select(r => r.First)));
        foreach (var pieceClass in Enum.GetValues<PieceClass>())
        {
            var inWorkbook = rows.Where(r => r.Second == pieceClass.ToDanish()).Select(r => r.First).ToList();
            Assert.That(await NumbersAsync(site, $"{list}?class={pieceClass}"), Is.EquivalentTo(inWorkbook));
            Assert.That(page.Html, Does.Contain($"href=\"{list}?class={pieceClass}\">{inWorkbook.Count}</a>"));
        }
        var byPhase = new List<string>();
        foreach (var phase in PieceStatuses.Phases)
            byPhase.AddRange(await NumbersAsync(site, $"{list}?status={phase}"));
        Assert.That(byPhase, Is.EquivalentTo(rows.Select(r => r.First)), "Every piece has exactly one phase.");
    }

    [TestCase(PieceStatus.CarriedOut, "14 24")]
    [TestCase(PieceStatus.BeingCarriedOut, "13 20 23")]
    [TestCase(PieceStatus.Agreed, "9 10 18 22")]
    [TestCase(PieceStatus.Waiting, "1 2 3 5 7 8 12 17 21")]
    [TestCase(PieceStatus.Refused, "4 6 11 16 19")]
    [TestCase(PieceStatus.Missed, "15")]
    [TestCase(PieceStatus.Decided, "9 10 11 13 14 15 16 18 19 20 22 23 24")]
    [TestCase(PieceStatus.AwaitsMoney, "5 8")]
    [TestCase(PieceStatus.Late, "13")]
    [TestCase(PieceStatus.Silent, "20")]
    [TestCase(PieceStatus.Proposed, "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16")]
    [TestCase(PieceStatus.Granted, "9 10 13 14 15")]
    [TestCase(PieceStatus.WithoutEstimate, "7 8")]
    [TestCase(PieceStatus.RoughEstimate, "5 12")]
    public async Task Each_word_means_these_pieces(PieceStatus status, string expected)
    {
        await BuildAsync();
        var site = await SignInAsync(Role.Leader);
        Assert.That(await NumbersAsync(site, $"{City.Path}/solution-pieces?status={status}"), Is.EquivalentTo(expected.Split(' ').Select(n => "D-" + n)));
    }

    [Test]
    public async Task A_piece_without_passages_is_found_until_something_is_tied_to_it()
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "Uden");
        await testimony.TieAsync(await testimony.PieceAsync(PieceClass.Local, "Med"), await testimony.SaidAsync("Ja.", "Ledere"));
        Assert.That(await NumbersAsync(await SignInAsync(Role.Consultant), City.Path + "/solution-pieces?status=WithoutPassages"), Is.EqualTo(new[] { "D-1" }));
    }

    [Test]
    public async Task The_pictures_have_their_tables_and_what_is_not_calculated_is_never_0()
    {
        await BuildAsync();
        var text = (await (await SignInAsync(Role.Committee)).GetAsync(Dashboard)).Text;
        Assert.That(text, Does.Contain("Klasse Gennemført Under udmøntning Sagt ja til Venter Sagt nej til Ikke nået I alt Politisk 1 1 2 6 4 1 15 Administrativ 0 1 1 1 1 0 4 Lokal 1 1 1 1 0 0 4 I alt 2 3 4 8 5 1 23"));
        Assert.That(text, Does.Contain("15 politiske brikker er foreslået").And.Contain("5 er vedtaget").And.Contain("12 af de foreslåede er ikke beregnet"));
        var year = City.Process.FirstYear;
        Assert.That(text, Does.Contain($"{year} 3.700 12 brikker 2.500 4 brikker {year + 1} Ikke beregnet 15 brikker Ikke beregnet 5 brikker"));
        Assert.That(text, Does.Contain("nået til tiden 2").And.Contain("ikke nået 2").And.Contain("kommer 3"));
    }

    [Test]
    public async Task The_lists_tell_who_promised_what_and_why_it_was_no()
    {
        await BuildAsync();
        var db = Db();
        var page = await (await SignInAsync(Role.Committee)).GetAsync(Dashboard);
        var today = DanishText.Day(db.UtcNow);
        Assert.That(page.Text, Does.Contain($"D-13 Forslag 13 ▲ Politisk · Skolechef · lovet {DanishText.Date(today.AddDays(-3))}"));
        Assert.That(page.Text, Does.Contain($"D-20 Forslag 20 ■ Administrativ · Skolechef · intet nyt siden {DanishText.Date(DanishText.Day(db.UtcNow.AddDays(-200)))}"));
        Assert.That(page.Text, Does.Contain($"D-11 Forslag 11 »Pengene rækker ikke <i år>.« Ikke vedtaget, Kommunalbestyrelsen {DanishText.Date(today)}"));
        Assert.That(page.Text, Does.Contain("D-6 Forslag 6 »Det vigtigste først.« Ikke udpeget").And.Contain("D-16 Forslag 16 »Pengene blev brugt til noget andet.« Rullet tilbage"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/solution-pieces/11\"").And.Not.Contain("<i år>"));
    }

    [Test]
    public async Task A_list_that_is_too_long_for_the_page_leads_to_the_whole_of_it()
    {
        await BuildAsync();
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync(26);
        var page = await (await SignInAsync(Role.Committee)).GetAsync(Dashboard);
        Assert.That(page.Text, Does.Contain("Se alle 10"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/solution-pieces?status=Refused\">Se alle 10"));
    }

    [Test]
    public async Task A_local_leader_sees_her_own_pieces_and_is_told_so()
    {
        await BuildAsync();
        var page = await (await SignInAsync(Role.LocalLeader)).GetAsync(Dashboard);
        Assert.That(page.Text, Does.Contain("Alle dine 3 brikker er besluttet").And.Contain("kun brikker, der handler om din institution"));
        Assert.That(page.Text, Does.Contain("Ingen politiske brikker er foreslået endnu.").And.Not.Contain("Forslag 11"));
    }

    [Test]
    public async Task Another_institutions_lateness_is_not_told_to_a_local_leader()
    {
        await BuildAsync();
        var db = Db();
        var other = new Institution { Name = "Naboens hus" };
        var piece = await db.SolutionPieces.Include(p => p.Implementations).Include(p => p.Institutions).SingleAsync(p => p.Number == 23);
        piece.HandOver([other], "Også jer.", null, db.UtcNow);
        piece.Begin(piece.Implementations.Single(i => i.Institution == other), "Leder", null, DanishText.Day(db.UtcNow).AddDays(-9), null, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That((await (await SignInAsync(Role.Committee)).GetAsync(Dashboard)).Text, Does.Contain("Naboens hus"));
        Assert.That((await (await SignInAsync(Role.LocalLeader)).GetAsync(Dashboard)).Text, Does.Not.Contain("Naboens hus"));
    }

    [Test]
    public async Task A_process_without_pieces_says_so_and_shows_no_empty_pictures()
    {
        var page = await (await SignInAsync(Role.Committee)).GetAsync(Dashboard);
        Assert.That(page.Text, Does.Contain("Der er ingen brikker at gøre status over endnu.").And.Not.Contain("Hvor brikkerne er"));
    }

    [Test]
    public async Task The_page_sends_the_same_number_of_queries_however_much_there_is([Values(Role.Consultant, Role.LocalLeader)] Role role)
    {
        await BuildAsync();
        var site = await SignInAsync(role);
        await site.GetAsync(Dashboard);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(Dashboard));
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync(26);
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync(Dashboard)), Is.EqualTo(few).And.GreaterThan(0));
    }

    private Task BuildAsync() => new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();

    /// <summary>The numbers of a list on all its pages.</summary>
    private static async Task<List<string>> NumbersAsync(Site site, string path)
    {
        var numbers = new List<string>();
        for (var page = 1; ; page++)
        {
            var html = (await site.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}page={page}")).Html;
            numbers.AddRange(PieceNumber().Matches(html).Select(m => m.Groups["number"].Value));
            if (!html.Contains("rel=\"next\"", StringComparison.Ordinal))
                return numbers;
        }
    }

    /// <summary>The number that the words say, one as a word too; 0 when they say none.</summary>
    private static int NumberIn(string words) =>
        Digits().Match(words) is { Success: true } digits ? int.Parse(digits.Value) : words.Contains("én", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    [GeneratedRegex("<a (?:class=\"[^\"]*\" )?href=\"(?<href>[^\"]*/solution-pieces(\\?[^\"]*)?)\"(?: class=\"[^\"]*\")?>(?<words>[^<]+)</a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CountedLink();

    [GeneratedRegex("pieces-number\">(?<number>D-\\d+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PieceNumber();

    [GeneratedRegex("\\d+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Digits();
}
