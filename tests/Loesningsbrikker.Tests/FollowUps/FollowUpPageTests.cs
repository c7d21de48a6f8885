using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.FollowUps;

/// <summary>The pages of follow-ups as people use them.</summary>
public sealed class FollowUpPageTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/follow-ups";

    private static DateOnly Today => DanishText.Day(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Test]
    public async Task An_empty_list_says_what_a_follow_up_is_and_where_to_begin()
    {
        var page = await (await SignInAsync(Role.Leader)).GetAsync(List);
        Assert.That(page.Text, Does.Contain("Der er ingen opfølgninger endnu").And.Contain("Ny opfølgning"));
        Assert.That((await (await SignInAsync(Role.Committee)).GetAsync(List)).Text, Does.Not.Contain("Ny opfølgning"));
    }

    [Test]
    public async Task A_consultant_agrees_on_a_follow_up_looks_and_finds_it_in_the_history_of_the_piece()
    {
        var piece = await PieceAsync("Faste voksne");
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(City.Path + "/solution-pieces/1/follow-ups/new")).Html, Does.Contain("Prøve Leader").And.Not.Contain("Prøve Committee"));
        var set = await site.PostAsync(City.Path + "/solution-pieces/1/follow-ups", Plan(Today, Recurrence.Monthly, Role.Leader, "Virker det?"));
        Assert.That((set.Status, set.Location), Is.EqualTo((HttpStatusCode.Found, City.Path + "/solution-pieces/1")), set.Text);
        var list = await site.GetAsync(List);
        Assert.That(list.Text, Does.Contain("1 opfølgning i processen venter på at blive set på.").And.Contain("D-1 Faste voksne").And.Contain("I dag").And.Contain("Prøve Leader"));

        var followUp = await FollowUpAsync();
        await site.GetAsync($"{List}/{followUp.Id}/check");
        var check = await site.PostAsync($"{List}/{followUp.Id}/check", ("Version", followUp.Version.ToString()), ("Note", "Det går bedre."));
        Assert.That(check.Location, Is.EqualTo(List), check.Text);
        Assert.That((await FollowUpAsync()).DueOn, Is.EqualTo(Today.AddMonths(1)));
        Assert.That((await site.GetAsync(List)).Text, Does.Contain("Ingen opfølgninger i processen venter lige nu."));
        var history = (await site.GetAsync(City.Path + $"/solution-pieces/{piece.Number}")).Text;
        Assert.That(history, Does.Contain("Opfølgning aftalt").And.Contain("Fulgt op").And.Contain("Det går bedre."));
    }

    [Test]
    public async Task What_is_missing_in_a_form_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await PieceAsync("Faste voksne");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(City.Path + "/solution-pieces/1/follow-ups/new");
        var page = await site.PostAsync(City.Path + "/solution-pieces/1/follow-ups", ("Note", "Husk mig"), ("Recurrence", "77"));
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page.Text, Does.Contain("Vælg en dag.").And.Contain("Vælg, hvem der er ansvarlig.").And.Contain("Husk mig"));
        var past = await site.PostAsync(City.Path + "/solution-pieces/1/follow-ups", Plan(Today.AddDays(-1), Recurrence.Once, Role.Leader));
        Assert.That((past.Status, past.Text.Contains("Vælg en dag fra i dag og frem.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var stranger = await site.PostAsync(City.Path + "/solution-pieces/1/follow-ups", Plan(Today, Recurrence.Once, Role.Committee));
        Assert.That(stranger.Text, Does.Contain("Vælg en, der er med i dialogprocessen."));
        Assert.That(await Db().FollowUps.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_missing_note_or_reason_shows_the_form_again_and_changes_nothing()
    {
        await PieceAsync("Faste voksne");
        var followUp = await AddAsync(1, Today, Role.Consultant);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync($"{List}/{followUp.Id}/check");
        foreach (var verb in new[] { "check", "cancel" })
        {
            var page = await site.PostAsync($"{List}/{followUp.Id}/{verb}", ("Version", followUp.Version.ToString()));
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(page.Text, Does.Contain("Det skal rettes først"));
        }
        Assert.That((await FollowUpAsync()).Version, Is.EqualTo(followUp.Version));
    }

    [Test]
    public async Task Editing_and_calling_off()
    {
        await PieceAsync("Faste voksne");
        var followUp = await AddAsync(1, Today, Role.Consultant);
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync($"{List}/{followUp.Id}/edit");
        var edited = await site.PostAsync($"{List}/{followUp.Id}/edit",
            [("Version", followUp.Version.ToString()), .. Plan(Today.AddDays(9), Recurrence.Yearly, Role.Leader, "Ny note")]);
        Assert.That(edited.Location, Is.EqualTo(List), edited.Text);
        var changed = await FollowUpAsync();
        Assert.That((changed.DueOn, changed.Recurrence, changed.Note, changed.AssignedToUserId), Is.EqualTo((Today.AddDays(9), Recurrence.Yearly, "Ny note", City.User(Role.Leader).Id)));
        await site.PostAsync($"{List}/{followUp.Id}/cancel", ("Version", changed.Version.ToString()), ("Reason", "Den er gennemført."));
        Assert.That((await FollowUpAsync()).ClosedAtUtc, Is.Not.Null);
        Assert.That((await site.GetAsync(List)).Text, Does.Not.Contain("Faste voksne"));
        Assert.That((await site.GetAsync(List + "?show=Closed")).Text, Does.Contain("Faste voksne"));
        Assert.That((await site.GetAsync($"{List}/{followUp.Id}/check")).Location, Is.EqualTo(List), "nothing is left to look at");
    }

    [Test]
    public async Task Of_two_who_look_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        await PieceAsync("Faste voksne");
        var followUp = await AddAsync(1, Today, Role.Consultant);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync($"{List}/{followUp.Id}/check");
        await site.PostAsync($"{List}/{followUp.Id}/check", ("Version", followUp.Version.ToString()), ("Note", "Først."));
        var second = await site.PostAsync($"{List}/{followUp.Id}/check", ("Version", followUp.Version.ToString()), ("Note", "Min lange note"));
        Assert.That((second.Status, second.Text.Contains("Min lange note", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That(await Db().PieceEvents.CountAsync(e => e.Kind == PieceEventKind.FollowedUp), Is.EqualTo(1));
    }

    [Test]
    public async Task The_list_shows_the_overdue_first_and_filters_by_mine_and_what_waits()
    {
        await PieceAsync("Faste voksne");
        await PieceAsync("Mad til alle");
        await PieceAsync("Ny legeplads");
        await AddAsync(1, Today.AddDays(5), Role.Consultant);
        await AddAsync(2, Today.AddDays(-3), Role.Leader);
        await AddAsync(3, Today.AddDays(-1), Role.Consultant);
        var site = await SignInAsync(Role.Consultant);
        Assert.That(await NumbersAsync(site, ""), Is.EqualTo("D-2 D-3 D-1"));
        Assert.That(await NumbersAsync(site, "?show=Waiting"), Is.EqualTo("D-2 D-3"));
        Assert.That(await NumbersAsync(site, "?mine=true"), Is.EqualTo("D-3 D-1"));
        Assert.That(await NumbersAsync(site, "?mine=true&show=Waiting"), Is.EqualTo("D-3"));
        Assert.That(await NumbersAsync(site, "?show=99&mine=maybe&page=-2"), Is.EqualTo("D-2 D-3 D-1"));
        Assert.That((await site.GetAsync(List)).Text, Does.Contain("3 dage for sent").And.Contain("1 dag for sent").And.Contain("2 opfølgninger i processen venter"));
        Assert.That((await site.GetAsync(List + "?show=Closed")).Text, Does.Contain("Ingen opfølgninger passer"));
    }

    [Test]
    public async Task A_local_leader_sees_and_checks_those_of_the_own_institution_only()
    {
        var own = await PieceAsync("Egen brik");
        await PieceAsync("Andres brik");
        var db = Db();
        var institution = new Institution { Name = "Egen", LeaderUserId = City.User(Role.LocalLeader).Id };
        (await db.SolutionPieces.Include(p => p.Institutions).SingleAsync(p => p.Id == own.Id)).Institutions.Add(institution);
        await db.SaveChangesAsync();
        var mine = await AddAsync(1, Today, Role.LocalLeader);
        var others = await AddAsync(2, Today, Role.Leader);
        var site = await SignInAsync(Role.LocalLeader);
        Assert.That(await NumbersAsync(site, ""), Is.EqualTo("D-1"));
        Assert.That((await site.GetAsync($"{List}/{others.Id}/check")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.GetAsync(City.Path + "/solution-pieces/2/follow-ups/new")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.GetAsync(City.Path + "/solution-pieces/1/follow-ups/new")).Html, Does.Contain("Prøve LocalLeader"), "she may be responsible for her own");
        Assert.That((await site.GetAsync(City.Path + "/follow-ups")).Html, Does.Not.Contain("Andres brik"));
        Assert.That((await site.PostAsync($"{List}/{others.Id}/check", ("Version", others.Version.ToString()), ("Note", "x"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.PostAsync($"{List}/{mine.Id}/check", ("Version", mine.Version.ToString()), ("Note", "Set."))).Location, Is.EqualTo(List + "?mine=true"));
    }

    [Test]
    public async Task The_committee_reads_those_of_formulated_pieces_without_buttons()
    {
        await PieceAsync("Formuleret", formulated: true);
        await PieceAsync("Kladde");
        await AddAsync(1, Today, Role.Leader);
        await AddAsync(2, Today, Role.Leader);
        var page = await (await SignInAsync(Role.Committee)).GetAsync(List);
        Assert.That(page.Text, Does.Contain("Formuleret").And.Not.Contain("Kladde").And.Contain("1 opfølgning i processen venter"));
        Assert.That(page.Html, Does.Not.Contain("/check").And.Not.Contain("/cancel"));
    }

    [Test]
    public async Task Somebody_who_left_is_named_so_that_another_is_chosen()
    {
        await PieceAsync("Faste voksne");
        await AddAsync(1, Today, Role.Leader);
        var db = Db();
        db.RemoveRange(await db.ProcessMembers.Where(m => m.ProcessId == City.Process.Id && m.UserId == City.User(Role.Leader).Id).ToListAsync());
        await db.SaveChangesAsync();
        Assert.That((await (await SignInAsync(Role.Consultant)).GetAsync(List)).Text, Does.Contain("Er ikke med længere. Vælg en anden."));
    }

    [Test]
    public async Task The_list_is_cut_into_pages_and_asks_no_more_when_it_grows()
    {
        await PieceAsync("Faste voksne");
        await AddAsync(1, Today, Role.Leader);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(List));
        for (var day = 1; day <= 29; day++)
            await AddAsync(1, Today.AddDays(day), Role.Consultant);
        var many = await QueryCounter.CountAsync(async () => Assert.That((await site.GetAsync(List)).Text, Does.Contain("Side 1 af 2")));
        Assert.That(many, Is.EqualTo(few));
        Assert.That((await site.GetAsync(List + "?page=2")).Text, Does.Contain(DanishText.Date(Today.AddDays(29))));
    }

    [Test]
    public async Task The_page_of_a_piece_can_show_its_next_follow_up()
    {
        var piece = await PieceAsync("Faste voksne");
        await AddAsync(1, Today.AddDays(40), Role.Leader);
        await AddAsync(1, Today.AddDays(2), Role.Consultant);
        var db = Db(City.User(Role.Consultant));
        var current = new CurrentProcess();
        current.SignIn([Role.Consultant]);
        await current.EnterAsync(db, City.Process.Id);
        var shown = await FollowUpQuery.OfPieceAsync(db, current, piece);
        Assert.That(shown.Open.Select(f => (f.DueOn, f.Assignee)), Is.EqualTo(new[] { (Today.AddDays(2), "Prøve Consultant"), (Today.AddDays(40), "Prøve Leader") }));
        Assert.That((shown.Number, shown.MaySet), Is.EqualTo((1, true)));
    }

    private (string, string)[] Plan(DateOnly dueOn, Recurrence recurrence, Role who, string note = "") =>
    [
        ("DueOn", dueOn.ToString("O")), ("Recurrence", recurrence.ToString()),
        ("AssignedToUserId", City.User(who).Id.ToString(DanishText.Culture)), ("Note", note),
    ];

    private Task<SolutionPiece> PieceAsync(string title, bool formulated = false) =>
        new Testimony(Db(), City.Process).PieceAsync(PieceClass.Local, title, formulated: formulated);

    /// <summary>Set long enough ago that its day may be past.</summary>
    private async Task<FollowUp> AddAsync(int number, DateOnly dueOn, Role who)
    {
        var db = Db();
        var piece = await db.SolutionPieces.SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == number);
        var followUp = FollowUp.Set(piece, new FollowUpPlan(dueOn, Recurrence.Once, City.User(who).Id, "Prøve " + who, ""), null, db.UtcNow.AddDays(-30));
        db.Add(followUp);
        await db.SaveChangesAsync();
        return followUp;
    }

    private Task<FollowUp> FollowUpAsync() => Db().FollowUps.SingleAsync(f => f.ProcessId == City.Process.Id);

    private async Task<string> NumbersAsync(Site site, string query) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(
            (await site.GetAsync(List + query)).Html, ">(?<number>D-\\d+) [^<]+</a>", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Select(m => m.Groups["number"].Value));
}
