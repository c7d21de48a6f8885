using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

public sealed class MeetingResultsTests(DatabaseKind database) : HouseTest(database)
{
    private MeetingData _data = null!;
    private InformantGroup _leaders = null!;
    private InformantGroup _staff = null!;
    private ValidationMeeting _meeting = null!;

    private string Results => $"{City.Path}/validation-meetings/{_meeting.Id}/results";

    [SetUp]
    public async Task HoldAMeeting()
    {
        _data = new MeetingData(Db(), City.Process);
        (_leaders, _staff) = (await _data.GroupAsync("Ledere"), await _data.GroupAsync("Medarbejdere"));
        _meeting = await _data.MeetingAsync("Møde", new DateOnly(2026, 10, 1), (_leaders, 8), (_staff, 20), (await _data.GroupAsync("Politikere"), 0));
    }

    [Test]
    public async Task Saving_goes_on_to_the_next_piece_without_results_and_to_the_list_after_the_last()
    {
        foreach (var title in new[] { "Første", "Anden", "Tredje" })
            await _data.PieceAsync(title);
        await new Testimony(_data.Db, City.Process).PieceAsync(PieceClass.Local, "Kladde");
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(Results)).Text, Does.Contain("0 af 3 brikker er indtastet.").And.Contain("Begynd med D-1").And.Not.Contain("Kladde"));
        Assert.That((await site.GetAsync(Results + "/2")).Text, Does.Contain("8 til stede").And.Contain("Brik 2 af 3").And.Not.Contain("Politikere"));
        Assert.That((await SaveAsync(site, 2, (_leaders, null, "5 2 1"))).Location, Is.EqualTo(Results + "/3"));
        Assert.That((await SaveAsync(site, 3, (_leaders, null, "5 2 1"))).Location, Is.EqualTo(Results + "/1"));
        Assert.That((await site.GetAsync(Results)).Text, Does.Contain("2 af 3 brikker er indtastet.").And.Contain("Indtastet for 1 af 2 grupper").And.Contain("Fortsæt med D-1"));
        Assert.That((await SaveAsync(site, 1, (_leaders, null, "5 2 1"), (_staff, null, "20 0 0"))).Location, Is.EqualTo(Results));
        Assert.That((await site.GetAsync(Results)).Text, Does.Contain("D-1 er gemt. Alle brikker har nu resultater."));
    }

    [Test]
    public async Task An_empty_line_is_no_answer_and_an_empty_cell_beside_a_number_is_nobody()
    {
        var piece = await _data.PieceAsync("Brik");
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Results + "/1");
        await SaveAsync(site, 1, (_leaders, null, "5 - - - - - 3 2 - - - - 0"), (_staff, null, "- - - - - - - - - - - - -"));
        var row = await Db().MeetingResults.SingleAsync(r => r.SolutionPieceId == piece.Id);
        Assert.That((row.GroupId, row.Yes, row.No, row.DontKnow), Is.EqualTo((_leaders.Id, 5, 0, 0)));
        Assert.That(row.Professional, Is.EqualTo(new[] { 0, 0, 0, 3, 2 }));
        var page = await site.GetAsync(Results + "/1");
        Assert.That(page.Html, Does.Contain("name=\"Rows[0].Counts[1]\" value=\"0\"").And.Contain("name=\"Rows[1].Counts[0]\" value=\"\""));

        await SaveAsync(site, 1, (_leaders, row.Version, "- - - - - - - - - - - - -"));
        Assert.That(await Db().MeetingResults.AnyAsync(r => r.SolutionPieceId == piece.Id), Is.False);
    }

    [TestCase("5 3 1", "Genkendt har 9 svar, men der var kun 8 til stede.")]
    [TestCase("-1 3 1", "Et antal kan ikke være under 0.")]
    [TestCase("0 0 0 4 4 4", "Faglig prioritet har 12 svar")]
    [TestCase("0 0 0 0 0 0 0 0 9", "Økonomisk prioritet har 9 svar")]
    [TestCase("2147483647 2147483647 2", "Genkendt har 4294967296 svar")]
    [TestCase("ja 3 1", "ja")]
    public async Task A_number_that_can_not_be_is_refused_and_what_was_typed_is_kept(string typed, string sentence)
    {
        await _data.PieceAsync("Brik");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Results + "/1");
        var refused = await SaveAsync(site, 1, (_leaders, null, typed), (_staff, null, "17 0 0"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain(sentence));
        Assert.That(refused.Html, Does.Contain($"value=\"{typed.Split(' ')[0]}\"").And.Contain("value=\"17\"").And.Contain("meeting-wrong"));
        Assert.That(await Db().MeetingResults.AnyAsync(r => r.MeetingId == _meeting.Id), Is.False);
    }

    [Test]
    public async Task Who_enters_the_same_piece_at_the_same_time_loses_nothing_silently()
    {
        var piece = await _data.PieceAsync("Brik");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Results + "/1");
        await SaveAsync(site, 1, (_leaders, null, "5 2 1"));
        var second = await SaveAsync(site, 1, (_leaders, null, "0 8 0"));
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(second.Text, Does.Contain("En kollega har indtastet resultater for den samme brik"));
        Assert.That((await Db().MeetingResults.SingleAsync(r => r.SolutionPieceId == piece.Id)).Yes, Is.EqualTo(5));
    }

    [Test]
    public async Task A_group_that_was_not_there_and_a_piece_that_is_a_draft_have_no_results()
    {
        await _data.PieceAsync("Brik");
        await new Testimony(_data.Db, City.Process).PieceAsync(PieceClass.Local, "Kladde");
        var absent = await _data.GroupAsync("MED");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Results + "/1");
        Assert.That((await SaveAsync(site, 1, (absent, null, "1 0 0"))).Status, Is.EqualTo(HttpStatusCode.Conflict), "what was typed is given back");
        Assert.That((await SaveAsync(site, 2, (_leaders, null, "1 0 0"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_longer_list_costs_no_more_queries_and_has_pages()
    {
        await _data.PieceAsync("Første");
        var site = await SignInAsync(Role.Consultant);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(Results));
        for (var i = 0; i < 26; i++)
            await _data.PieceAsync("Brik " + i);
        Page page = null!;
        var many = await QueryCounter.CountAsync(async () => page = await site.GetAsync(Results));
        Assert.That((many, few > 0), Is.EqualTo((few, true)));
        Assert.That(page.Text, Does.Contain("0 af 27 brikker").And.Contain("Side 1 af 2"));
    }

    /// <summary>Sends the grid; numbers are parted by spaces, "-" is an empty cell.</summary>
    private Task<Page> SaveAsync(Site site, int number, params (InformantGroup Group, Guid? Version, string Typed)[] lines) =>
        site.PostAsync($"{Results}/{number}", [.. lines.SelectMany((line, i) => line.Typed.Split(' ')
            .Select((typed, cell) => ($"Rows[{i}].Counts[{cell}]", typed == "-" ? "" : typed))
            .Append(($"Rows[{i}].GroupId", $"{line.Group.Id}")).Append(($"Rows[{i}].Version", $"{line.Version}")))]);
}
