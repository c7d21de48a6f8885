using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.FollowUps;

/// <summary>The verbs of a follow-up, without a database.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FollowUpVerbTests
{
    private const long Me = 7;
    // 23:30 in Copenhagen on the 30th is 22:30 UTC.
    private static readonly DateTime Now = new(2027, 1, 30, 22, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2027, 1, 30);
    private readonly SolutionPiece _piece = SolutionPiece.Draft(1, 1, PieceClass.Local, "Faste voksne", Me, Now);

    [Test]
    public void Setting_one_tells_the_history_of_the_piece_when_how_often_and_who()
    {
        var followUp = FollowUp.Set(_piece, Plan(Today, Recurrence.Monthly), Me, Now);
        Assert.That((followUp.DueOn, followUp.FirstDueOn, followUp.ClosedAtUtc), Is.EqualTo((Today, Today, (DateTime?)null)));
        Assert.That(Last.Kind, Is.EqualTo(PieceEventKind.FollowUpSet));
        Assert.That(Last.Details, Is.EqualTo("Hver måned, første gang 30.1.2027. Ansvarlig: Mette."));
        Assert.That((Last.Reason, Last.ByUserId, Last.AtUtc), Is.EqualTo(("Virker det?", Me, Now)));
    }

    [TestCase(-1, "Vælg en dag fra i dag og frem.")]
    [TestCase(3654, "Vælg en dag inden for de næste 10 år.")]
    public void A_day_that_is_past_or_too_far_away_is_refused(int days, string sentence) =>
        Assert.That(() => FollowUp.Set(_piece, Plan(Today.AddDays(days), Recurrence.Once), Me, Now), Throws.InstanceOf<RuleException>().With.Message.EqualTo(sentence));

    [Test]
    public void Today_is_the_day_in_Denmark()
    {
        var afterMidnight = Now.AddHours(1);
        Assert.That(() => FollowUp.Set(_piece, Plan(Today, Recurrence.Once), Me, afterMidnight), Throws.InstanceOf<RuleException>());
        Assert.That(FollowUp.Set(_piece, Plan(Today.AddDays(1), Recurrence.Once), Me, afterMidnight).DueOn, Is.EqualTo(Today.AddDays(1)));
    }

    [Test]
    public void A_number_that_is_no_recurrence_is_refused() =>
        Assert.That(() => FollowUp.Set(_piece, Plan(Today, (Recurrence)99), Me, Now), Throws.InstanceOf<RuleException>());

    [Test]
    public void A_merged_piece_is_not_followed_up()
    {
        _piece.Id = 4;
        _piece.MergeInto(new SolutionPiece { Id = 5, ProcessId = 1, Number = 2, Title = "Den anden" }, null, Me, Now);
        Assert.That(() => FollowUp.Set(_piece, Plan(Today, Recurrence.Once), Me, Now), Throws.InstanceOf<RuleException>().With.Message.Contains("lagt sammen"));
    }

    [Test]
    public void Looking_at_it_on_the_day_moves_it_on_and_leaves_the_note()
    {
        var followUp = FollowUp.Set(_piece, Plan(new(2027, 1, 31), Recurrence.Monthly), Me, Now);
        followUp.Check(_piece, "Det går bedre.", Me, At(2027, 1, 31));
        Assert.That((followUp.DueOn, followUp.ClosedAtUtc), Is.EqualTo((new DateOnly(2027, 2, 28), (DateTime?)null)));
        Assert.That((Last.Kind, Last.Reason, Last.Details), Is.EqualTo((PieceEventKind.FollowedUp, "Det går bedre.", "Skulle ses på 31.1.2027. Næste gang 28.2.2027.")));
        followUp.Check(_piece, "Stadig bedre.", Me, At(2027, 2, 28));
        Assert.That(followUp.DueOn, Is.EqualTo(new DateOnly(2027, 3, 31)), "the 31st does not drift to the 28th");
    }

    [Test]
    public void Looking_before_the_day_counts_for_that_day_and_looking_late_skips_what_was_missed()
    {
        var followUp = FollowUp.Set(_piece, Plan(new(2027, 3, 15), Recurrence.Monthly), Me, Now);
        followUp.Check(_piece, "Før tid.", Me, At(2027, 3, 1));
        Assert.That(followUp.DueOn, Is.EqualTo(new DateOnly(2027, 4, 15)));
        followUp.Check(_piece, "Længe efter.", Me, At(2027, 8, 2));
        Assert.That(followUp.DueOn, Is.EqualTo(new DateOnly(2027, 8, 15)));
    }

    [Test]
    public void One_that_is_due_once_is_closed_when_somebody_has_looked_and_takes_no_verb_any_more()
    {
        var followUp = FollowUp.Set(_piece, Plan(Today, Recurrence.Once), Me, Now);
        followUp.Check(_piece, "Set.", Me, Now);
        Assert.That((followUp.ClosedAtUtc, followUp.DueOn), Is.EqualTo((Now, Today)));
        var told = _piece.Events.Count;
        Assert.That(() => followUp.Check(_piece, "Igen.", Me, Now), Throws.InstanceOf<RuleException>());
        Assert.That(() => followUp.Cancel(_piece, "Nej.", Me, Now), Throws.InstanceOf<RuleException>());
        Assert.That(() => followUp.Change(_piece, Plan(Today.AddDays(3), Recurrence.Once), Me, Now), Throws.InstanceOf<RuleException>());
        Assert.That(_piece.Events, Has.Count.EqualTo(told));
    }

    [TestCase(null)]
    [TestCase("  \n ")]
    public void What_was_seen_and_why_it_is_called_off_must_be_said(string? words)
    {
        var followUp = FollowUp.Set(_piece, Plan(Today, Recurrence.Once), Me, Now);
        Assert.That(() => followUp.Check(_piece, words, Me, Now), Throws.InstanceOf<RuleException>().With.Property("Field").EqualTo("Note"));
        Assert.That(() => followUp.Cancel(_piece, words, Me, Now), Throws.InstanceOf<RuleException>().With.Property("Field").EqualTo("Reason"));
        Assert.That(followUp.ClosedAtUtc, Is.Null);
    }

    [Test]
    public void Calling_it_off_closes_it_with_the_reason()
    {
        var followUp = FollowUp.Set(_piece, Plan(Today, Recurrence.Yearly), Me, Now);
        followUp.Cancel(_piece, "Brikken er gennemført.", Me, Now);
        Assert.That(followUp.ClosedAtUtc, Is.EqualTo(Now));
        Assert.That((Last.Kind, Last.Reason), Is.EqualTo((PieceEventKind.FollowUpCancelled, "Brikken er gennemført.")));
    }

    [Test]
    public void Another_person_keeps_the_day_it_is_counted_from_and_another_day_starts_the_count_anew()
    {
        var followUp = FollowUp.Set(_piece, Plan(new(2027, 1, 31), Recurrence.Monthly), Me, Now);
        followUp.Check(_piece, "Set.", Me, At(2027, 1, 31));
        Assert.That(followUp.Change(_piece, Plan(new(2027, 2, 28), Recurrence.Monthly) with { AssignedToUserId = 9, AssigneeName = "Karen" }, Me, Now), Is.True);
        Assert.That((followUp.FirstDueOn, followUp.AssignedToUserId), Is.EqualTo((new DateOnly(2027, 1, 31), 9L)));
        Assert.That((Last.Kind, Last.Details), Is.EqualTo((PieceEventKind.FollowUpChanged, "Hver måned, første gang 28.2.2027. Ansvarlig: Karen.")));
        Assert.That(followUp.Change(_piece, Plan(new(2027, 3, 5), Recurrence.Monthly), Me, Now), Is.True);
        Assert.That((followUp.FirstDueOn, followUp.DueOn), Is.EqualTo((new DateOnly(2027, 3, 5), new DateOnly(2027, 3, 5))));
    }

    [Test]
    public void A_change_that_changes_nothing_leaves_no_line_and_a_day_that_is_past_may_stay()
    {
        var followUp = FollowUp.Set(_piece, Plan(Today, Recurrence.Monthly), Me, Now);
        var told = _piece.Events.Count;
        Assert.That(followUp.Change(_piece, Plan(Today, Recurrence.Monthly), Me, Now), Is.False);
        Assert.That(_piece.Events, Has.Count.EqualTo(told));
        Assert.That(followUp.Change(_piece, Plan(Today, Recurrence.Monthly) with { Note = "Nu med note" }, Me, Now.AddDays(40)), Is.True);
    }

    [Test]
    public void A_note_longer_than_the_column_is_refused() =>
        Assert.That(() => FollowUp.Set(_piece, Plan(Today, Recurrence.Once) with { Note = new string('a', FollowUp.MaxNoteLength + 1) }, Me, Now), Throws.InstanceOf<RuleException>());

    private PieceEvent Last => _piece.Events[^1];

    private static FollowUpPlan Plan(DateOnly dueOn, Recurrence recurrence) => new(dueOn, recurrence, Me, "Mette", "Virker det?");

    private static DateTime At(int year, int month, int day) => new(year, month, day, 9, 0, 0, DateTimeKind.Utc);
}
