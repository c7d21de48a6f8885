using Loesningsbrikker.Dashboards;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.Dashboards;

/// <summary>The pictures draw what the figures say, and nothing runs out of them.</summary>
public sealed class PictureTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Test]
    public void A_bar_is_cut_by_phase_in_proportion_and_each_phase_is_named_once()
    {
        var picture = PhasePicture.Of(new DashboardFigures(new Dictionary<PieceStatus, int>
        {
            [PieceStatus.CarriedOut] = 10, [PieceStatus.Waiting] = 20, [PieceStatus.Refused] = 10,
        }));
        var segments = picture.Bars.Single().Segments;
        Assert.That(segments.Select(s => s.Count), Is.EqualTo(new[] { 10, 20, 10 }));
        Assert.That(segments[1].Width, Is.EqualTo(2 * segments[0].Width).Within(2));
        Assert.That(picture.Phases, Is.EqualTo(new[] { PieceStatus.CarriedOut, PieceStatus.Waiting, PieceStatus.Refused }));
        Assert.That(segments[^1].X + segments[^1].Width, Is.LessThanOrEqualTo(PhasePicture.Width));
    }

    [Test]
    public void Many_small_phases_still_stand_on_their_places_and_are_named_below()
    {
        var picture = PhasePicture.Of(new DashboardFigures(PieceStatuses.Phases.ToDictionary(p => p, p => p == PieceStatus.Waiting ? 500 : 1)));
        var segments = picture.Bars.Single().Segments;
        Assert.That(segments.Sum(s => s.Count), Is.EqualTo(505));
        Assert.That(segments.Zip(segments.Skip(1)).All(s => s.First.X + s.First.Width == s.Second.X));
        Assert.That(picture.Phases, Is.EqualTo(PieceStatuses.Phases));
        Assert.That(segments.Where(s => s.HasRoom).Select(s => s.Phase), Is.EqualTo(new[] { PieceStatus.Waiting }), "A number without room stands in the table.");
    }

    [Test]
    public void Money_stands_on_one_scale_with_0_on_it_also_when_it_is_saved()
    {
        var picture = MoneyPicture.Of(new MoneyFigures(3, 1, 0, 0,
            [new MoneyYear(2028, 4_000_000, 0, -1_000_000, 0), new MoneyYear(2029, null, 3, null, 1), new MoneyYear(2030, 1_500_000, 2, 0, 0)]));
        Assert.That(picture.Lines.Select(l => (l.Proposed, l.Granted)), Is.EqualTo(new[] { ("4,0", "-1,0"), ("", ""), ("1,5", "0,0") }));
        Assert.That(picture.Lines[0].GrantedX, Is.LessThan(picture.ZeroX));
        Assert.That(picture.Lines[2].GrantedX, Is.EqualTo(picture.ZeroX));
        Assert.That(picture.Lines[1].ProposedX, Is.Null);
        Assert.That(picture.Lines.Max(l => l.ProposedX), Is.LessThanOrEqualTo(MoneyPicture.Width));
    }

    [Test]
    public void Small_amounts_are_told_in_thousands() =>
        Assert.That(
            MoneyPicture.Of(new MoneyFigures(1, 0, 0, 0, [new MoneyYear(2028, 385_000, 0, null, 0)])).Lines[0].Proposed, Is.EqualTo("385"));

    [TestCase("»Det haster ikke.«", "»Det haster ikke.«")]
    [TestCase("»Det haster ikke, siger udvalget.«", "»Det haster ikke…«")]
    [TestCase("Forvaltningsudvalgsformanden", "Forvaltningsudvalgs…")]
    public void A_long_text_is_cut_at_a_word(string text, string expected) =>
        Assert.That(Loesningsbrikker.Shared.DanishText.Cut(text, 20), Is.EqualTo(expected));

    [TestCase(0, null, false, PromiseState.Coming)]
    [TestCase(-1, null, false, PromiseState.NotKept)]
    [TestCase(5, null, true, PromiseState.NotKept)]
    [TestCase(-10, -10, false, PromiseState.Kept)]
    [TestCase(-10, -9, false, PromiseState.KeptLate)]
    [TestCase(10, -1, false, PromiseState.Kept)]
    public void A_promise_is_kept_late_not_kept_or_to_come(int due, int? reached, bool ended, PromiseState expected) =>
        Assert.That(Promise.StateOf(Today.AddDays(due), reached is { } r ? Today.AddDays(r) : null, ended, Today), Is.EqualTo(expected));

    [TestCase(1)]
    [TestCase(14)]
    [TestCase(150)]
    public void Every_promise_is_a_dot_inside_the_picture_however_long_the_time(int months)
    {
        var promises = Enumerable.Range(0, months).Select(m => new Promise(PieceClass.Local, Today.AddMonths(m - months / 2), PromiseState.Coming)).ToList();
        var picture = PromisePicture.Of(promises, Today);
        Assert.That(picture.Lanes.Single().Dots.Count + picture.Lanes.Single().More.Sum(m => m.Count), Is.EqualTo(months));
        Assert.That(picture.Lanes.Single().Dots.Select(d => d.X).Append(picture.TodayX), Is.All.InRange(0, PromisePicture.Width));
        Assert.That(picture.Marks.Select(m => m.X), Is.All.InRange(0, PromisePicture.Width));
        Assert.That(picture.Marks, Is.Not.Empty);
    }

    [Test]
    public void A_full_column_says_how_many_more_there_are()
    {
        var lane = PromisePicture.Of([.. Enumerable.Repeat(new Promise(PieceClass.Political, Today, PromiseState.NotKept), 20)], Today).Lanes.Single();
        Assert.That((lane.Dots.Count, lane.More.Single().Count), Is.EqualTo((6, 14)));
    }
}
