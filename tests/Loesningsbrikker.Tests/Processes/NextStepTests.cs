using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using static Loesningsbrikker.SolutionPieces.PieceClass;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.Tests.Processes;

public sealed class NextStepTests
{
    /// <summary>Everything is coded, and no piece is left to do anything about.</summary>
    private static readonly ProcessStatus Done = With([new PieceCount(Political, Rejected, true, 12)]);

    private static IEnumerable<TestCaseData> ForConsultants()
    {
        yield return new TestCaseData(Done with { Groups = 0 }, "informant-groups/new");
        yield return new TestCaseData(Done with { Interviews = 0, Coded = 0, PieceCounts = [] }, "interviews");
        yield return new TestCaseData(Done with { WithoutTranscript = 1 }, "interviews");
        yield return new TestCaseData(Done with { Coded = 2 }, "interviews");
        yield return new TestCaseData(Done with { PieceCounts = [] }, "solution-pieces");
        yield return new TestCaseData(At(Political, Draft), "solution-pieces?stage=Draft");
        yield return new TestCaseData(At(Political, Formulated) with { Meetings = 0 }, "validation-meetings");
        yield return new TestCaseData(At(Political, Submitted), "decisions/new");
        yield return new TestCaseData(Done, "solution-pieces");
    }

    private static IEnumerable<TestCaseData> ForLeaders()
    {
        yield return new TestCaseData(Done with { PieceCounts = [] }, "interviews");
        yield return new TestCaseData(At(Local, Formulated) with { Meetings = 0 }, "validation-meetings");
        yield return new TestCaseData(At(Local, Formulated), "validation-meetings/conclusions");
        yield return new TestCaseData(At(Political, Validated), "designations?state=Waiting");
        yield return new TestCaseData(At(Administrative, Validated), "acceptances");
        yield return new TestCaseData(At(Local, Validated), "solution-pieces?class=Local&stage=Validated");
        yield return new TestCaseData(At(Political, Designated), "designations?state=Designated");
        yield return new TestCaseData(At(Political, Submitted), "decisions/new");
        yield return new TestCaseData(At(Administrative, Accepted), "implementations");
        yield return new TestCaseData(At(Political, InImplementation), "implementations");
        yield return new TestCaseData(Done, "solution-pieces");
    }

    private static IEnumerable<TestCaseData> ForTheOthers()
    {
        yield return new TestCaseData(Role.BudgetOfficer, Done with { MissingEstimates = 3 }, "estimates");
        yield return new TestCaseData(Role.BudgetOfficer, Done with { Decisions = 0 }, "solution-pieces");
        yield return new TestCaseData(Role.LocalLeader, At(Local, HandedOver), "implementations");
        yield return new TestCaseData(Role.LocalLeader, At(Local, InImplementation), "implementations");
        yield return new TestCaseData(Role.LocalLeader, Done, "solution-pieces");
        yield return new TestCaseData(Role.Committee, Done with { Decisions = 4 }, "dashboard");
        yield return new TestCaseData(Role.Committee, Done, "solution-pieces");
    }

    [TestCaseSource(nameof(ForConsultants))]
    public void A_consultant_is_sent_to_the_first_thing_that_is_missing(ProcessStatus status, string? path) =>
        Assert.That(NextStep.Of(status, Allowed(Role.Consultant)).Path, Is.EqualTo(path));

    [TestCaseSource(nameof(ForLeaders))]
    public void A_leader_is_sent_along_the_whole_chain(ProcessStatus status, string? path) =>
        Assert.That(NextStep.Of(status, Allowed(Role.Leader)).Path, Is.EqualTo(path));

    [TestCaseSource(nameof(ForTheOthers))]
    public void Each_other_role_is_sent_to_its_own_part(Role role, ProcessStatus status, string? path) =>
        Assert.That(NextStep.Of(status, Allowed(role)).Path, Is.EqualTo(path));

    [Test]
    public void A_consultant_is_told_where_a_leader_must_choose()
    {
        Assert.That(NextStep.Of(At(Political, Validated), Allowed(Role.Consultant)).Sentence,
            Is.EqualTo("1 løsningsbrik venter på at blive udpeget eller valgt fra. Det gør en chef."));
        Assert.That(NextStep.Of(At(Political, Validated), Allowed(Role.Leader)).Sentence, Does.EndWith("valgt fra."));
    }

    [Test]
    public void Who_only_reads_is_told_when_there_is_nothing_yet()
    {
        var nothing = NextStep.Of(Done with { PieceCounts = [] }, Allowed(Role.Committee));
        Assert.That(nothing.Path, Is.Null);
        Assert.That(nothing.Sentence, Does.Contain("ingen løsningsbrikker til dig endnu"));
        Assert.That(NextStep.Of(At(Local, Closed), Allowed(Role.LocalLeader)).Sentence, Is.EqualTo("Du kan læse 1 løsningsbrik."));
    }

    private static ProcessStatus At(PieceClass pieceClass, PieceStage stage) => With([new PieceCount(pieceClass, stage, stage > Formulated, 1)]);

    private static ProcessStatus With(IReadOnlyList<PieceCount> pieces) =>
        new(Groups: 4, Interviews: 3, WithoutTranscript: 0, Coded: 3, Passages: 60, Meetings: 1, Decisions: 0, MissingEstimates: 0, pieces);

    private static Func<Permission, bool> Allowed(Role role) => permission => PermissionTable.Allows(role, permission);
}
