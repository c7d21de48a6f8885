using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Demo;

/// <summary>Lets the pieces of a demo process live through what its outcome file tells, day by day and by the same verbs that people use.</summary>
internal sealed class DemoStory(
    DialogueProcess process, IReadOnlyList<User> users, IReadOnlyList<Institution> institutions,
    IReadOnlyDictionary<string, InformantGroup> groups, IReadOnlyDictionary<int, SolutionPiece> pieces)
{
    private readonly List<(int Piece, DateOnly On, int Order, Action<DateTime> Step)> _steps = [];
    private readonly List<FollowUp> _followUps = [];

    private long Leader => Of(Role.Leader);

    private long Consultant => Of(Role.Consultant);

    /// <summary>The meeting with everything that was said at it.</summary>
    public ValidationMeeting MeetingOf(DemoMeeting from)
    {
        var meeting = new ValidationMeeting
        {
            ProcessId = process.Id, Title = from.Title, HeldOn = from.HeldOn, Place = from.Place, CreatedAtUtc = At(from.HeldOn.AddDays(-42)),
            CreatedByUserId = Consultant,
        };
        foreach (var a in from.Attendance)
            meeting.Attendances.Add(new MeetingAttendance { ProcessId = process.Id, Group = groups[a.Group], Invited = a.Invited, Present = a.Present });
        foreach (var result in from.Results)
            foreach (var (group, votes) in result.Votes)
                meeting.Results.Add(new MeetingResult
                {
                    ProcessId = process.Id, SolutionPieceId = pieces[result.Piece].Id, Group = groups[group],
                    Yes = votes[0], No = votes[1], DontKnow = votes[2],
                    Professional = result.Professional.GetValueOrDefault(group, [0, 0, 0, 0, 0]),
                    Economic = result.Economic.GetValueOrDefault(group, [0, 0, 0, 0, 0]),
                });
        return meeting;
    }

    /// <summary>Runs through the days. The meeting must be stored, so that conclusions can rest on it.</summary>
    /// <returns>The follow-ups, to be stored beside the pieces.</returns>
    public IReadOnlyList<FollowUp> Tell(DemoOutcome outcome, ValidationMeeting meeting)
    {
        Conclude(outcome, meeting);
        foreach (var e in outcome.Estimates)
            Add(e.Piece, e.On, 1, at => Piece(e.Piece).WriteEstimate(
                e.Status, e.PriceLevel, e.Note,
                [.. e.Lines.Select(l => new CostLine { Year = l.Year, Kind = l.Kind, Direction = l.Direction, Amount = l.Amount })], Of(Role.BudgetOfficer), at));
        foreach (var d in outcome.Designations)
            Add(d.Piece, d.On, 2, at => Piece(d.Piece).Designate(
                d.Designated ? DesignationChoice.Designated : DesignationChoice.NotDesignated, d.Reason, Leader, at));
        foreach (var s in outcome.Submissions)
            Add(s.Piece, s.On, 3, at => Piece(s.Piece).Submit(s.CaseNumber, Leader, at));
        foreach (var d in outcome.Decisions)
            Add(d.Piece, d.On, 4 + (int)d.Body, at => Decide(d, at));
        foreach (var h in outcome.HandOvers)
            Add(h.Piece, h.On, 9, at => Piece(h.Piece).HandOver([.. h.Institutions.Select(Institution)], h.Message, Leader, at));
        foreach (var i in outcome.Implementations)
            CarryOut(i);
        foreach (var r in outcome.Rollbacks)
            Add(r.Piece, r.On, 15, at => Piece(r.Piece).RollBack(r.Reason, Leader, at));
        foreach (var f in outcome.FollowUps)
            FollowUp(f);
        foreach (var (_, on, order, step) in _steps.OrderBy(s => s.On).ThenBy(s => s.Order))
            step(At(on).AddMinutes(order));
        return _followUps;
    }

    /// <summary>It was agreed on when the piece last moved before its day.</summary>
    private void FollowUp(DemoFollowUp from)
    {
        FollowUp? followUp = null;
        var moved = _steps.Where(s => s.Piece == from.Piece && s.On < from.DueOn).Select(s => s.On).DefaultIfEmpty(from.DueOn.AddDays(-14)).Max();
        var who = users.First(u => u.Roles.Any(r => r.Role == from.Role));
        Add(from.Piece, moved, 16, at => _followUps.Add(followUp = FollowUps.FollowUp.Set(
            Piece(from.Piece), new FollowUpPlan(from.DueOn, from.Recurrence, who.Id, who.DisplayName, from.Note), Leader, at)));
        foreach (var seen in from.Done)
            Add(from.Piece, seen.On, 17, at => followUp!.Check(Piece(from.Piece), seen.Note, who.Id, at));
    }

    private void Conclude(DemoOutcome outcome, ValidationMeeting meeting)
    {
        var said = outcome.Meeting.Results.ToDictionary(r => r.Piece, r => r.Votes.Values.Sum(v => v[0]) > r.Votes.Values.Sum(v => v[1]));
        foreach (var c in outcome.Conclusions)
            Add(c.Piece, c.On, 0, at => Piece(c.Piece).Conclude(
                c.Recognised ? Conclusion.Recognised : Conclusion.NotRecognised, c.Reason,
                said.TryGetValue(c.Piece, out var yes) && yes != c.Recognised, meeting.Id, Leader, at));
    }

    private void Decide(DemoDecision d, DateTime at)
    {
        var piece = Piece(d.Piece);
        if (d.Body != DecisionBody.Department)
            piece.Decide(
                new Decision { Body = d.Body, Standing = d.Standing, Outcome = d.Outcome, DecidedOn = d.On, CaseNumber = d.CaseNumber, Reason = d.Reason },
                Consultant, at);
        else if (d.Outcome == DecisionOutcome.Adopted)
            piece.Accept(d.Reason, d.On, d.CaseNumber, Leader, at);
        else
            piece.Decline(d.Reason, d.On, d.CaseNumber, Leader, at);
    }

    private void CarryOut(DemoImplementation from)
    {
        Implementation Own() => Piece(from.Piece).Implementations.Find(i => i.Institution?.Name == from.Institution)!;
        var by = from.Institution is { } name && Institution(name).LeaderUserId is { } leader ? leader : Leader;
        Add(from.Piece, from.StartedOn, 10, at =>
        {
            var piece = Piece(from.Piece);
            if (from.Institution is null)
                piece.Begin(from.ResponsibleRole, null, from.DueOn, Leader, at);
            else
                piece.Begin(Own(), from.ResponsibleRole, Own().ResponsibleUserId, from.DueOn, by, at);
            foreach (var m in from.Milestones)
                piece.AddMilestone(Own(), m.Title, m.DueOn, by, at);
        });
        foreach (var m in from.Milestones.Where(m => m.ReachedOn is not null))
            Add(from.Piece, m.ReachedOn!.Value, 11, at => Piece(from.Piece).Reach(Own(), Own().Milestones.First(x => x.Title == m.Title), m.ReachedOn.Value, by, at));
        foreach (var news in from.Progress)
            Add(from.Piece, news.On, 12, at => Piece(from.Piece).Report(Own(), news.Text, by, at));
        if (from.ClosedOn is { } closed)
            Add(from.Piece, closed, 14, at => Piece(from.Piece).Close(Own(), from.Outcome!.Value, from.OutcomeText, by, at));
    }

    private void Add(int piece, DateOnly on, int order, Action<DateTime> step) => _steps.Add((piece, on, order, step));

    private SolutionPiece Piece(int number) => pieces[number];

    private Institution Institution(string name) => institutions.First(i => i.Name == name);

    private long Of(Role role) => users.First(u => u.Roles.Any(r => r.Role == role)).Id;

    /// <summary>Ten in the morning, UTC.</summary>
    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc);
}
