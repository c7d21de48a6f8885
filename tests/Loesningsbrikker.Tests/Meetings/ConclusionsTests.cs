using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

public sealed class ConclusionsTests(DatabaseKind database) : HouseTest(database)
{
    private MeetingData _data = null!;
    private InformantGroup _staff = null!;
    private ValidationMeeting _meeting = null!;

    private string Path => City.Path + "/validation-meetings/conclusions";

    [SetUp]
    public async Task HoldAMeeting()
    {
        _data = new MeetingData(Db(), City.Process);
        _staff = await _data.GroupAsync("Medarbejdere");
        _meeting = await _data.MeetingAsync("Møde", new DateOnly(2026, 10, 1), (_staff, 40));
    }

    [Test]
    public async Task The_proposal_follows_the_meeting_and_without_a_result_nothing_is_filled_in()
    {
        await SaidAsync("Ja", 30, 5);
        await SaidAsync("Nej", 5, 30);
        await SaidAsync("Lige", 20, 20);
        await _data.PieceAsync("Uden resultat");
        await SaidAsync("For få", 3, 1);
        var page = await (await SignInAsync(Role.Leader)).GetAsync(Path);
        Assert.That(page.Text, Does.Contain("Venter 5").And.Contain("Mødet siger ja: 30 ja, 5 nej, 0 ved ikke.").And.Contain("Mødet siger nej")
            .And.Contain("Mødet er delt").And.Contain("Intet resultat fra fællesmødet.").And.Contain("Færre end fem har svaret, så svarene vises ikke."));
        Assert.That(Enumerable.Range(0, 5).Select(i => Checked(page, i)), Is.EqualTo(new[] { "Recognised", "NotRecognised", "NotRecognised", null, null }));
        Assert.That(page.Html, Does.Not.Contain("Chosen\" value=\"true\" checked"));
    }

    [Test]
    public async Task Only_ticked_pieces_are_concluded_and_each_leaves_its_row()
    {
        var (yes, waits) = (await SaidAsync("Ja", 30, 5), await SaidAsync("Venter", 30, 5));
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Path);
        var done = await site.PostAsync(Path, [.. await RowAsync(0, yes, Conclusion.Recognised, ""), .. await RowAsync(1, waits, Conclusion.Recognised, "", chosen: false)]);
        Assert.That(done.Location, Is.EqualTo(Path), done.Text);
        Assert.That((await site.GetAsync(Path)).Text, Does.Contain("1 brik er konkluderet.").And.Contain("Venter 1").And.Contain("Kan konkluderes om 1"));
        var stored = await Db().Validations.SingleAsync(v => v.ProcessId == City.Process.Id);
        Assert.That((stored.SolutionPieceId, stored.MeetingId, stored.Conclusion, stored.ByUserId), Is.EqualTo((yes.Id, _meeting.Id, Conclusion.Recognised, City.User(Role.Leader).Id)));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == yes.Id)).Stage, Is.EqualTo(PieceStage.Validated));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == waits.Id)).Stage, Is.EqualTo(PieceStage.Formulated));
    }

    [TestCase(30, 5, Conclusion.NotRecognised)]
    [TestCase(5, 30, Conclusion.NotRecognised)]
    [TestCase(5, 30, Conclusion.Recognised)]
    public async Task A_reason_is_due_where_it_departs_or_is_not_recognised_and_what_was_typed_is_kept(int yes, int no, Conclusion conclusion)
    {
        var (piece, good) = (await SaidAsync("Brik", yes, no), await SaidAsync("God", 30, 0));
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Path);
        var refused = await site.PostAsync(Path, [.. await RowAsync(0, good, Conclusion.Recognised, ""), .. await RowAsync(1, piece, conclusion, " ")]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("D-1: Skriv en begrundelse. Deltagerne kan læse den.").And.Contain("1 brik er konkluderet.").And.Not.Contain("D-2"));
        Assert.That(Checked(refused, 0), Is.EqualTo(conclusion.ToString()));
        Assert.That(refused.Html, Does.Contain("Chosen\" value=\"true\" checked"));

        var done = await site.PostAsync(Path, [.. await RowAsync(0, piece, conclusion, "Det siger de lokale aftaler.")]);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), done.Text);
        var departs = conclusion == Conclusion.Recognised != yes > no;
        var line = await Db().PieceEvents.OrderByDescending(e => e.Id).FirstAsync(e => e.SolutionPieceId == piece.Id);
        Assert.That((line.Reason, line.Details.Contains("afviger", StringComparison.Ordinal)), Is.EqualTo(("Det siger de lokale aftaler.", departs)));
    }

    [Test]
    public async Task Changing_a_conclusion_needs_a_reason_and_repeating_it_is_refused()
    {
        var piece = await SaidAsync("Brik", 5, 30);
        await _data.PieceAsync("Anden");
        piece.Conclude(Conclusion.NotRecognised, "Ikke vores.", departs: false, _meeting.Id, null, _data.Db.UtcNow);
        await _data.Db.SaveChangesAsync();
        var site = await SignInAsync(Role.Leader);
        Assert.That((await site.GetAsync(Path + "?again=true")).Text, Does.Contain("Konkluderet: ikke genkendt. Ikke vores."));
        var same = await site.PostAsync(Path, [("Again", "true"), .. await RowAsync(0, piece, Conclusion.NotRecognised, "Stadig")]);
        Assert.That(same.Text, Does.Contain("D-1: Brikken er allerede ikke genkendt."));
        var bare = await site.PostAsync(Path, [("Again", "true"), .. await RowAsync(0, piece, Conclusion.Recognised, "")]);
        Assert.That(bare.Text, Does.Contain("D-1: Skriv en begrundelse."));
        var changed = await site.PostAsync(Path, [("Again", "true"), .. await RowAsync(0, piece, Conclusion.Recognised, "Vi tog fejl.")]);
        Assert.That(changed.Location, Is.EqualTo(Path + "?again=true"));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == piece.Id)).Stage, Is.EqualTo(PieceStage.Validated));
    }

    [Test]
    public async Task A_piece_that_a_colleague_changed_is_left_out_and_explained_while_the_others_are_stored()
    {
        var (lost, kept) = (await SaidAsync("Tabt", 30, 5), await SaidAsync("Gemt", 30, 5));
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Path);
        var stale = await RowAsync(0, lost, Conclusion.Recognised, "Min grund");
        lost.Reword("Ny titel", lost.Description, "Klarere", null, _data.Db.UtcNow);
        await _data.Db.SaveChangesAsync();
        var answer = await site.PostAsync(Path, [.. stale, .. await RowAsync(1, kept, Conclusion.Recognised, "")]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("D-1: En kollega har ændret brikken").And.Contain("Ny titel").And.Contain("Min grund").And.Contain("1 brik er konkluderet."));
        // Whoever ticked something else has to look at it before ticking again.
        Assert.That(answer.Html, Does.Not.Contain("Chosen\" value=\"true\" checked"));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == kept.Id)).Stage, Is.EqualTo(PieceStage.Validated));
        Assert.That((await Db().SolutionPieces.SingleAsync(p => p.Id == lost.Id)).Stage, Is.EqualTo(PieceStage.Formulated));
    }

    [Test]
    public async Task Results_that_changed_since_the_page_was_shown_are_shown_first()
    {
        var piece = await SaidAsync("Brik", 30, 5);
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Path);
        var seen = await RowAsync(0, piece, Conclusion.Recognised, "");
        (await _data.Db.MeetingResults.SingleAsync(r => r.SolutionPieceId == piece.Id)).Answer(MeetingQuestion.Vote, [5, 30, 0], present: 40);
        await _data.Db.SaveChangesAsync();
        Assert.That((await site.PostAsync(Path, seen)).Text, Does.Contain("Resultatet fra fællesmødet er ændret").And.Contain("Mødet siger nej: 5 ja, 30 nej"));
        Assert.That(await Db().Validations.AnyAsync(v => v.SolutionPieceId == piece.Id), Is.False);
    }

    [Test]
    public async Task Two_leaders_who_conclude_the_same_pieces_at_once_leave_one_conclusion_each()
    {
        var pieces = new List<SolutionPiece>();
        for (var i = 0; i < 6; i++)
            pieces.Add(await SaidAsync("Brik " + i, 30, 5));
        var sites = new[] { await SignInAsync(Role.Leader), await SignInAsync(Role.Leader) };
        var fields = new List<(string, string)>();
        for (var i = 0; i < pieces.Count; i++)
            fields.AddRange(await RowAsync(i, pieces[i], Conclusion.Recognised, ""));
        foreach (var site in sites)
            await site.GetAsync(Path);
        var answers = await Task.WhenAll(sites.Select(s => s.PostAsync(Path, [.. fields])));
        Assert.That(answers.Select(a => (int)a.Status), Is.SubsetOf(new[] { 302, 400 }));
        Assert.That(answers.Select(a => (int)a.Status), Does.Contain(302));
        Assert.That(await Db().Validations.CountAsync(v => v.ProcessId == City.Process.Id), Is.EqualTo(pieces.Count));
    }

    [Test]
    public async Task A_forgotten_tick_throws_no_reason_away_and_an_empty_form_says_what_to_do()
    {
        var piece = await SaidAsync("Brik", 5, 30);
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Path);
        var forgotten = await site.PostAsync(Path, await RowAsync(0, piece, Conclusion.NotRecognised, "Min lange grund", chosen: false));
        Assert.That(forgotten.Text, Does.Contain("Du har skrevet en begrundelse, men ikke sat kryds").And.Contain("Min lange grund"));
        Assert.That((await site.PostAsync(Path, await RowAsync(0, piece, Conclusion.NotRecognised, "", chosen: false))).Text, Does.Contain("Sæt kryds ved de brikker, du vil konkludere."));
        var tooLong = await site.PostAsync(Path, await RowAsync(0, piece, Conclusion.NotRecognised, new string('x', SolutionPiece.MaxReasonLength + 1)));
        Assert.That(tooLong.Text, Does.Contain("Begrundelse må højst fylde"));
        Assert.That(await Db().Validations.AnyAsync(v => v.SolutionPieceId == piece.Id), Is.False);
    }

    [Test]
    public async Task A_consultant_reads_along_and_is_told_who_concludes()
    {
        var piece = await SaidAsync("Brik", 5, 30);
        var site = await SignInAsync(Role.Consultant);
        var page = await site.GetAsync(Path);
        Assert.That(page.Text, Does.Contain("Det er chefen, der konkluderer.").And.Contain("Forslag efter mødet: ikke genkendt.").And.Not.Contain("Konkludér de valgte"));
        Assert.That((await site.PostAsync(Path, await RowAsync(0, piece, Conclusion.NotRecognised, "Nej"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_longer_page_costs_no_more_queries_and_has_pages()
    {
        await SaidAsync("Første", 30, 5);
        var site = await SignInAsync(Role.Leader);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(Path));
        for (var i = 0; i < 26; i++)
            await SaidAsync("Brik " + i, 5, 30);
        Page page = null!;
        var many = await QueryCounter.CountAsync(async () => page = await site.GetAsync(Path));
        Assert.That((many, few > 0), Is.EqualTo((few, true)));
        Assert.That(page.Text, Does.Contain("Venter 27").And.Contain("D-25").And.Not.Contain("D-26").And.Contain("Side 1 af 2"));
    }

    private async Task<SolutionPiece> SaidAsync(string title, int yes, int no)
    {
        var piece = await _data.PieceAsync(title);
        await _data.SayAsync(_meeting, piece, _staff, yes, no);
        return piece;
    }

    /// <summary>The fields of a row as the page shows them now.</summary>
    private async Task<(string, string)[]> RowAsync(int place, SolutionPiece piece, Conclusion conclusion, string reason, bool chosen = true)
    {
        var db = Db();
        var stored = await db.SolutionPieces.SingleAsync(p => p.Id == piece.Id);
        var said = ConclusionRow.SaidOf(await MeetingFigures.ReadOfPieceAsync(db, City.Process.Id, piece.Id));
        return
        [
            ($"Rows[{place}].Number", $"{stored.Number}"), ($"Rows[{place}].Version", $"{stored.Version}"), ($"Rows[{place}].Said", said),
            ($"Rows[{place}].Conclusion", $"{conclusion}"), ($"Rows[{place}].Reason", reason), .. chosen ? new[] { ($"Rows[{place}].Chosen", "true") } : [],
        ];
    }

    /// <summary>Which conclusion is filled in at a row; null for none.</summary>
    private static string? Checked(Page page, int place) =>
        Enum.GetNames<Conclusion>().SingleOrDefault(c => page.Html.Contains($"name=\"Rows[{place}].Conclusion\" value=\"{c}\" checked", StringComparison.Ordinal));
}
