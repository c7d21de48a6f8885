using System.Net;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>
/// Whatever two people do in whatever order, undoing all of it gives back every row as it was, step by step, and redoing all of it
/// gives back what they had done.
/// </summary>
public sealed class UndoPropertyTests(DatabaseKind database) : JournalTest(database)
{
    [Test]
    public Task Undoing_and_redoing_a_random_sequence_passes_through_the_same_states([Values(1, 2)] int seed) => RunAsync(seed, 25);

    [Test, Category("Long")]
    public Task Undoing_and_redoing_long_random_sequences_passes_through_the_same_states([Range(100, 139)] int seed) => RunAsync(seed, 80);

    private async Task RunAsync(int seed, int length)
    {
        var mine = await OpenAsync(First, Second, Third, "Det siger de andre også.", "Vi har talt om det i årevis.");
        JournalCase[] people = [mine, await JonasAtAsync(mine)];
        var random = new RandomWork(new Random(seed), () => Db(), City, people);
        await random.PrepareAsync(Said);

        var states = new List<IReadOnlyList<string>> { await RowsAsync() };
        var steps = new List<CodingStep>();
        for (var tries = 0; steps.Count < length && tries < 6 * length; tries++)
        {
            await random.DoSomethingAsync();
            var made = await StepsAfterAsync(steps.Count == 0 ? 0 : steps[^1].Id);
            Assert.That(made, Has.Count.LessThanOrEqualTo(1), "One deed, one step.");
            if (made.Count == 0)
            {
                Assert.That(await RowsAsync(), Is.EqualTo(states[^1]), "What leaves no step changes nothing.");
                continue;
            }
            steps.Add(made[0]);
            states.Add(await RowsAsync());
        }
        Assert.That(steps, Has.Count.EqualTo(length));

        for (var i = length - 1; i >= 0; i--)
        {
            await ReverseAsync("undo", steps[i], people);
            Assert.That(await RowsAsync(), Is.EqualTo(states[i]), $"seed {seed}, after undoing step {i}: {steps[i].Kind}");
        }
        for (var i = 0; i < length; i++)
        {
            await ReverseAsync("redo", steps[i], people);
            Assert.That(await RowsAsync(), Is.EqualTo(states[i + 1]), $"seed {seed}, after redoing step {i}: {steps[i].Kind}");
        }
        var numbers = await Db().SolutionPieces.Where(p => p.ProcessId == City.Process.Id).Select(p => p.Number).ToListAsync();
        Assert.That(numbers, Is.Unique);
    }

    /// <summary>From the page where it was done, and every other time from the log.</summary>
    private async Task ReverseAsync(string verb, CodingStep step, JournalCase[] people)
    {
        var person = step.ByUserId == Jonas.Id ? people[1] : people[0];
        var page = step.InterviewId is null || step.Id % 2 == 0 ? await person.FromLogAsync(verb, step.Id)
            : verb == "undo" ? await person.UndoAsync(step.Id) : await person.RedoAsync(step.Id);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Found), $"{verb} {step.Kind}: {page.Text}");
    }

    private Task<List<CodingStep>> StepsAfterAsync(long id) =>
        Db().CodingSteps.AsNoTracking().Where(s => s.ProcessId == City.Process.Id && s.Id > id).OrderBy(s => s.Id).ToListAsync();
}
