using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Demo;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>The exercise of the user guide, done as it stands there: 20 passages of the demo, keyboard only, every press counted.</summary>
[TestFixture(Screen.Desktop)]
public sealed partial class CodingExerciseTests(Screen screen) : BrowserTest(screen)
{
    private const double MostPressesPerCoding = 6;

    private int _presses;

    [Test]
    public async Task Twenty_passages_of_the_guide_take_at_most_six_presses_each()
    {
        var exercise = ReadExercise();
        Assert.That(exercise, Has.Count.EqualTo(20));
        var process = await FillDemoAsync();
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync($"/dialogue-processes/{process.Id}/interviews/6/coding");
        await Page.WaitForSelectorAsync("#coding[data-ready=yes]");
        await Page.Locator("#transcript").FocusAsync();
        await PressAsync("Home");
        foreach (var step in exercise)
        {
            await GoToAsync(step);
            await TieAsync(step.Piece);
            await Assertions.Expect(Page.Locator("#coding-told")).ToContainTextAsync($"Knyttet til {step.Piece} ");
        }
        // Twenty wait in the queue.
        await Assertions.Expect(Page.Locator("#coding-status")).ToHaveTextAsync("✓ Gemt", new() { Timeout = 30_000 });

        var average = (double)_presses / exercise.Count;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exercise.Count} codings, {_presses} key presses, {average:N2} each"));
        Assert.That(average, Is.LessThanOrEqualTo(MostPressesPerCoding));
        await AssertStoredAsync(process, exercise);
    }

    /// <summary>By uncoded places while the passage is some paragraphs away, then by sentence; then the end by sentence.</summary>
    private async Task GoToAsync(ExerciseStep step)
    {
        for (var tries = 0; tries < 80; tries++)
        {
            var chosen = await CodingPage.ChosenAsync(Page);
            if (chosen.StartsWith(step.From, StringComparison.Ordinal))
                break;
            var paragraph = await ParagraphAsync();
            await PressAsync(paragraph > step.Paragraph ? "ArrowUp" : paragraph < step.Paragraph - 1 ? "n" : "ArrowDown");
        }
        while (!(await CodingPage.ChosenAsync(Page)).EndsWith(step.To, StringComparison.Ordinal))
            await PressAsync("Shift+ArrowDown");
    }

    /// <summary>By its key where it has one, else by its number in the field.</summary>
    private async Task TieAsync(string piece)
    {
        var keys = await Page.Locator(".quick-piece").EvaluateAllAsync<string[]>("all => all.map((b) => b.querySelector('.quick-words').textContent)");
        if (Array.FindIndex(keys, words => words.StartsWith(piece + " ", StringComparison.Ordinal)) is var key and >= 0)
        {
            await PressAsync((key + 1).ToString(CultureInfo.InvariantCulture));
            return;
        }
        await PressAsync("Enter");
        foreach (var letter in piece.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())
            await PressAsync(letter.ToString());
        await PressAsync("Enter");
    }

    private async Task PressAsync(string key)
    {
        // A key with Shift is two fingers.
        _presses += key.StartsWith("Shift+", StringComparison.Ordinal) ? 2 : 1;
        await Page.Keyboard.PressAsync(key);
    }

    private async Task<int> ParagraphAsync()
    {
        var words = await Page.Locator("#quick-extent").TextContentAsync();
        return int.Parse(Regex.Match(words!, "\\d+", default, TimeSpan.FromSeconds(1)).Value, CultureInfo.InvariantCulture);
    }

    private async Task<DialogueProcess> FillDemoAsync()
    {
        await using var scope = Host.Scope(City.MunicipalityId, City.User(Role.Administrator).Id);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        // The demo's second process has the prefix that the test city's has.
        (await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).Prefix = "X";
        await db.SaveChangesAsync();
        await DemoMunicipality.FillAsync(db, await db.Users.Include(u => u.Roles).ToListAsync());
        return await db.DialogueProcesses.SingleAsync(p => p.Prefix == "D");
    }

    private async Task AssertStoredAsync(DialogueProcess process, IReadOnlyList<ExerciseStep> exercise)
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var me = City.User(Role.Consultant).Id;
        var stored = await db.Codings.Where(c => c.ProcessId == process.Id && c.CodedByUserId == me && c.SolutionPieceId != null && db.Interviews.Any(i => i.Number == 6 && i.ProcessId == process.Id
                && i.Transcripts.Any(t => t.Id == c.Passage.TranscriptId)))
            .OrderBy(c => c.Id).Select(c => new { c.Passage.Quote, Piece = db.SolutionPieces.Single(p => p.Id == c.SolutionPieceId).Number }).ToListAsync();
        Assert.That(stored, Has.Count.GreaterThanOrEqualTo(exercise.Count));
        foreach (var (step, row) in exercise.Zip(stored.TakeLast(exercise.Count)))
            Assert.That(row.Quote.StartsWith(step.From, StringComparison.Ordinal) && row.Quote.EndsWith(step.To, StringComparison.Ordinal) && step.Piece == $"D-{row.Piece}",
                $"{step}: {row}");
    }

    /// <summary>The table of the guide: number, paragraph, first words … last words, piece.</summary>
    private static List<ExerciseStep> ReadExercise()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Loesningsbrikker.sln")))
            folder = folder.Parent!;
        var guide = File.ReadAllText(Path.Combine(folder.FullName, "docs", "user-guide.md"));
        return [.. Row().Matches(guide).Select(m => new ExerciseStep(
            int.Parse(m.Groups["paragraph"].Value, CultureInfo.InvariantCulture), m.Groups["from"].Value, m.Groups["to"].Value, m.Groups["piece"].Value))];
    }

    [GeneratedRegex("^\\| \\d+ \\| (?<paragraph>\\d+) \\| (?<from>.+) … (?<to>.+) \\| (?<piece>D-\\d+) \\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Row();

    private sealed record ExerciseStep(int Paragraph, string From, string To, string Piece);
}
