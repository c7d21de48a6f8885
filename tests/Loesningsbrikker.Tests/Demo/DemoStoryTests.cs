using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Demo;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Demo;

/// <summary>The demo lives through its outcome files by the verbs that people use, and ends with something of everything.</summary>
public sealed class DemoStoryTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Every_step_is_permitted_and_every_decision_and_outcome_occurs()
    {
        var db = Db(City.User(Role.Administrator));
        // The demo's second process has the prefix that the test city's has.
        (await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).Prefix = "X";
        await db.SaveChangesAsync();
        var users = await db.Users.Include(u => u.Roles).ToListAsync();
        await DemoMunicipality.FillAsync(db, users);
        db.ChangeTracker.Clear();

        Assert.That(await db.Decisions.Select(d => d.Outcome).Distinct().ToListAsync(), Is.EquivalentTo(Enum.GetValues<DecisionOutcome>()));
        Assert.That(
            await db.Implementations.Where(i => i.Outcome != null).Select(i => i.Outcome!.Value).Distinct().ToListAsync(),
            Is.EquivalentTo(Enum.GetValues<ImplementationOutcome>()));
        Assert.That(
            await db.SolutionPieces.Select(p => p.Stage).Distinct().ToListAsync(),
            // What was partly adopted has been begun, and nothing is merged or withdrawn.
            Is.EquivalentTo(Enum.GetValues<PieceStage>().Except([PieceStage.Merged, PieceStage.Withdrawn, PieceStage.PartlyAdopted])));
        foreach (var (prefix, pieces, political, administrative, local) in new[] { ("S", 88, 38, 28, 22), ("D", 65, 33, 25, 7) })
        {
            var process = await db.DialogueProcesses.SingleAsync(p => p.Prefix == prefix && p.Name.StartsWith("Dialog om "));
            var perClass = await db.SolutionPieces.Where(p => p.ProcessId == process.Id).GroupBy(p => p.Class)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
            Assert.That(perClass, Is.EqualTo(new Dictionary<PieceClass, int>
            {
                [PieceClass.Political] = political, [PieceClass.Administrative] = administrative, [PieceClass.Local] = local,
            }));
            Assert.That(perClass.Values.Sum(), Is.EqualTo(pieces));
        }
    }

    [TestCase("school")]
    [TestCase("daycare")]
    public void No_group_says_more_than_were_present_and_children_are_not_asked(string folder)
    {
        var files = DemoFiles.Read(folder);
        var present = files.Outcome.Meeting.Attendance.ToDictionary(a => a.Group, a => a.Present);
        var children = files.Process.Groups.Where(g => g.Children).Select(g => g.Name);
        Assert.That(present.Keys.Intersect(children), Is.Empty);
        foreach (var result in files.Outcome.Meeting.Results)
            foreach (var counts in new[] { result.Votes, result.Professional, result.Economic })
                Assert.That(counts.Where(c => c.Value.Sum() > present[c.Key]).Select(c => $"{result.Piece} {c.Key}"), Is.Empty);
    }
}
