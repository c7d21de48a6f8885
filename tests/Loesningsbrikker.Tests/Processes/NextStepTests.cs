using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;

namespace Loesningsbrikker.Tests.Processes;

public sealed class NextStepTests
{
    private static readonly ProcessStatus Done = new(Groups: 4, Interviews: 3, WithoutTranscript: 0, Coded: 3, Passages: 60, Pieces: 12, Drafts: 0);

    private static IEnumerable<TestCaseData> ForConsultants()
    {
        yield return new TestCaseData(Done with { Groups = 0 }, "informant-groups/new");
        yield return new TestCaseData(Done with { Interviews = 0, Coded = 0 }, "interviews");
        yield return new TestCaseData(Done with { WithoutTranscript = 1 }, "interviews");
        yield return new TestCaseData(Done with { Coded = 2 }, "interviews");
        yield return new TestCaseData(Done with { Pieces = 0 }, "solution-pieces");
        yield return new TestCaseData(Done with { Drafts = 5 }, "solution-pieces");
        yield return new TestCaseData(Done, null);
    }

    [TestCaseSource(nameof(ForConsultants))]
    public void A_consultant_is_sent_to_the_first_thing_that_is_missing(ProcessStatus status, string? path) =>
        Assert.That(NextStep.Of(status, Allowed(Role.Consultant)).Path, Is.EqualTo(path));

    [Test]
    public void A_leader_follows_the_interviews_until_there_are_pieces_to_read()
    {
        Assert.That(NextStep.Of(Done with { Pieces = 0 }, Allowed(Role.Leader)).Path, Is.EqualTo("interviews"));
        Assert.That(NextStep.Of(Done, Allowed(Role.Leader)).Sentence, Is.EqualTo("Du kan læse 12 løsningsbrikker."));
    }

    [Test]
    public void Who_only_reads_is_told_when_there_is_nothing_yet()
    {
        var nothing = NextStep.Of(Done with { Pieces = 0 }, Allowed(Role.Committee));
        Assert.That(nothing.Path, Is.Null);
        Assert.That(nothing.Sentence, Does.Contain("ingen løsningsbrikker til dig endnu"));
        Assert.That(NextStep.Of(Done with { Pieces = 1 }, Allowed(Role.LocalLeader)).Sentence, Is.EqualTo("Du kan læse 1 løsningsbrik."));
    }

    private static Func<Permission, bool> Allowed(Role role) => permission => PermissionTable.Allows(role, permission);
}
