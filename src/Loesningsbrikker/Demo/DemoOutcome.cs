using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Implementations;

namespace Loesningsbrikker.Demo;

/// <summary>What became of a demo process: outcome.json. Pieces by number, groups and institutions by name.</summary>
public sealed record DemoOutcome(
    int BudgetYear, DemoMeeting Meeting, IReadOnlyList<DemoConclusion> Conclusions, IReadOnlyList<DemoDesignation> Designations,
    IReadOnlyList<DemoEstimate> Estimates, IReadOnlyList<DemoSubmission> Submissions, IReadOnlyList<DemoDecision> Decisions,
    IReadOnlyList<DemoHandOver> HandOvers, IReadOnlyList<DemoImplementation> Implementations, IReadOnlyList<DemoRollback> Rollbacks,
    IReadOnlyList<DemoFollowUp> FollowUps);

/// <summary>The joint meeting with its results.</summary>
public sealed record DemoMeeting(
    string Title, DateOnly HeldOn, string Place, IReadOnlyList<DemoAttendance> Attendance, IReadOnlyList<DemoResult> Results);

/// <summary>How many of a group were invited and came.</summary>
public sealed record DemoAttendance(string Group, int Invited, int Present);

/// <summary>What the groups said about a piece: yes, no, don't know; and how many gave each priority from 1 to 5.</summary>
public sealed record DemoResult(
    int Piece, IReadOnlyDictionary<string, int[]> Votes, IReadOnlyDictionary<string, int[]> Professional, IReadOnlyDictionary<string, int[]> Economic);

/// <summary>Recognised or not.</summary>
public sealed record DemoConclusion(int Piece, bool Recognised, string Reason, DateOnly On);

/// <summary>Chosen for the politicians or not.</summary>
public sealed record DemoDesignation(int Piece, bool Designated, string Reason, DateOnly On);

/// <summary>An estimate with the amounts that are known.</summary>
public sealed record DemoEstimate(int Piece, EstimateStatus Status, int PriceLevel, DateOnly On, string Note, IReadOnlyList<DemoLine> Lines);

/// <summary>One amount in whole kroner.</summary>
public sealed record DemoLine(int Year, CostKind Kind, CostDirection Direction, long Amount);

/// <summary>Sent to the politicians.</summary>
public sealed record DemoSubmission(int Piece, DateOnly On, string CaseNumber);

/// <summary>One link of the chain of decisions.</summary>
public sealed record DemoDecision(
    int Piece, DecisionBody Body, DecisionStanding Standing, DateOnly On, string CaseNumber, DecisionOutcome Outcome, string Reason);

/// <summary>A local piece given to institutions.</summary>
public sealed record DemoHandOver(int Piece, IReadOnlyList<string> Institutions, DateOnly On, string Message);

/// <summary>How a piece is carried out; at an institution when it is local.</summary>
public sealed record DemoImplementation(
    int Piece, string? Institution, string ResponsibleRole, DateOnly? DueOn, DateOnly StartedOn, IReadOnlyList<DemoMilestone> Milestones,
    IReadOnlyList<DemoNews> Progress, DateOnly? ClosedOn, ImplementationOutcome? Outcome, string? OutcomeText);

/// <summary>Something to be reached on the way.</summary>
public sealed record DemoMilestone(string Title, DateOnly DueOn, DateOnly? ReachedOn);

/// <summary>News in words.</summary>
public sealed record DemoNews(DateOnly On, string Text);

/// <summary>Adopted money that was taken back.</summary>
public sealed record DemoRollback(int Piece, DateOnly On, string Reason);

/// <summary>When somebody is to look again; each entry of <paramref name="Done"/> answers the next due day.</summary>
public sealed record DemoFollowUp(int Piece, DateOnly DueOn, Recurrence Recurrence, Role Role, string Note, IReadOnlyList<DemoSeen> Done);

/// <summary>Somebody looked.</summary>
public sealed record DemoSeen(DateOnly On, string Note);
