using System.Globalization;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>
/// What the browser takes on the coding page, in milliseconds: from navigation to the first marks on the screen, from a key press to the
/// frame with the new mark, and the longest task while the mouse wheel turns (0 where none took 50). Several tries each: what else runs on
/// the machine only ever makes the page slower, so the quickest says what the page itself takes; all are printed.
/// </summary>
public sealed record CodingSpeed(IReadOnlyList<double> FirstMarksTries, IReadOnlyList<double> NewMarkTries, IReadOnlyList<double> LongestTaskTries)
{
    public double FirstMarks => FirstMarksTries.Min();

    public double NewMark => NewMarkTries.Min();

    public double LongestTask => LongestTaskTries.Min();

    private const int Tries = 3;
    private const int Codings = 9;
    private const int Turns = 60;

    /// <summary>Measures an interview whose first key ties to a piece; the page must be signed in.</summary>
    public static async Task<CodingSpeed> MeasureAsync(IPage page, string address)
    {
        var first = new List<double>();
        for (var n = 0; n < Tries; n++)
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(address);
            first.Add(await page.EvaluateAsync<double>(FirstMarksScript));
        }
        var marks = new List<double>();
        await page.EvaluateAsync("document.getElementById('a1500').scrollIntoView(); document.getElementById('transcript').focus({ preventScroll: true })");
        for (var n = 0; n < Codings; n++)
            marks.Add(await NewMarkAsync(page));
        var tasks = new List<double>();
        for (var n = 0; n < Tries; n++)
            tasks.Add(await ScrollAsync(page, n % 2 == 0 ? 1 : -1));
        return new CodingSpeed(first, marks, tasks);
    }

    public override string ToString() =>
        $"first marks {Tried(FirstMarksTries)} ms; new mark {Tried(NewMarkTries)} ms; longest task while scrolling {Tried(LongestTaskTries)} ms (0: under 50)";

    private static string Tried(IReadOnlyList<double> tries) =>
        string.Join(" · ", tries.Select(t => t.ToString("N0", CultureInfo.InvariantCulture)));

    private static async Task<double> NewMarkAsync(IPage page)
    {
        await page.Keyboard.PressAsync("ArrowDown");
        await page.EvaluateAsync(WatchKeyScript);
        await page.Keyboard.PressAsync("1");
        var taken = await page.EvaluateAsync<double>("window.taken");
        await Assertions.Expect(page.Locator("#coding-told")).ToContainTextAsync("nyttet til");
        return taken;
    }

    /// <summary>Turns the wheel as fast as frames come, up or down; gives the longest task, 0 when none took 50 ms.</summary>
    private static async Task<double> ScrollAsync(IPage page, int direction)
    {
        await page.Mouse.MoveAsync(300, 400);
        await page.EvaluateAsync(WatchTasksScript);
        for (var n = 0; n < Turns; n++)
        {
            await page.Mouse.WheelAsync(0, direction * 700);
            await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }
        return await page.EvaluateAsync<double>("() => new Promise((done) => setTimeout(() => done(Math.max(0, ...window.tasks)), 200))");
    }

    /// <summary>The page marks the moment after the frame with the first marks; time is counted from the navigation.</summary>
    private const string FirstMarksScript = """
        async () => {
          const entry = () => performance.getEntriesByName('coding-painted')[0];
          while (!entry()) await new Promise(requestAnimationFrame);
          const painted = [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0);
          if (!painted) throw new Error('nothing is painted');
          return entry().startTime;
        }
        """;

    /// <summary>From the press, as the browser stamped it, to the first message after the frame that follows the page's own work.</summary>
    private const string WatchKeyScript = """
        () => {
          const isMarked = () => {
            const [chosen] = CSS.highlights.get('chosen');
            return ['political', 'administrative', 'local'].some((kind) => [...CSS.highlights.get(kind)].some(
              (r) => r.startContainer === chosen.startContainer && r.startOffset === chosen.startOffset && r.endOffset === chosen.endOffset));
          };
          window.taken = new Promise((done, failed) => {
            document.getElementById('transcript').addEventListener('keydown', (event) => requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => {
                const taken = performance.now() - event.timeStamp;
                if (isMarked()) done(taken);
                else failed(new Error('no new mark'));
              };
              channel.port2.postMessage(0);
            }), { once: true });
          });
        }
        """;

    private const string WatchTasksScript = """
        () => {
          window.tasks = [];
          window.observer?.disconnect();
          window.observer = new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration)));
          window.observer.observe({ type: 'longtask' });
        }
        """;
}
