using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>What tests do on the coding page: put a transcript in, open it, mark with mouse or finger.</summary>
public static class CodingPage
{
    /// <summary>A transcript in the city's process; speakers alternate.</summary>
    public static async Task<Transcript> AddTranscriptAsync(TestHost host, TestCity city, int number, params string[] paragraphs)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var interview = new Interview { ProcessId = city.Process.Id, Number = number, Title = "Leder, Egen", HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = db.UtcNow };
        db.Add(interview);
        await db.SaveChangesAsync();
        var transcript = TranscriptText.Freeze(
            interview, 1, TranscriptKind.Verbatim, [.. paragraphs.Select((p, i) => new ParagraphText(i % 2 == 0 ? "Interviewer" : "Leder", p))], "", null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        return transcript;
    }

    /// <summary>Draft pieces, numbered from 1 in the order given: title, class, and what they are about.</summary>
    public static async Task<SolutionPiece[]> AddPiecesAsync(TestHost host, TestCity city, params (string Title, PieceClass Class, string Description)[] pieces)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var testimony = new Testimony(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), city.Process);
        var made = new List<SolutionPiece>();
        foreach (var (title, pieceClass, description) in pieces)
            made.Add(await testimony.PieceAsync(pieceClass, title, description: description));
        return [.. made];
    }

    /// <summary>Goes with Tab until the text has focus.</summary>
    public static async Task TabToTextAsync(IPage page)
    {
        for (var stops = 0; stops < 60 && !await page.Locator("#transcript").EvaluateAsync<bool>("e => e === document.activeElement"); stops++)
            await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#transcript")).ToBeFocusedAsync();
    }

    /// <summary>The words under one layer of paint, the stretches in reading order with a bar between them.</summary>
    public static Task<string> PaintedAsync(IPage page, string layer) => page.EvaluateAsync<string>("""
        (layer) => {
          const all = [...CSS.highlights.get(layer)].map((r) => [r, r.startContainer.parentElement.closest('p').dataset.start * 1 + r.startOffset]);
          return all.sort((a, b) => a[1] - b[1]).map(([r]) => r.startContainer.data.slice(r.startOffset, r.endOffset)).join('|');
        }
        """, layer);

    /// <summary>What the keyboard has chosen.</summary>
    public static Task<string> ChosenAsync(IPage page) => PaintedAsync(page, "chosen");

    public static async Task OpenAsync(IPage page, TestCity city, int number = 1)
    {
        await page.GotoAsync($"{city.Path}/interviews/{number}/coding");
        await page.WaitForSelectorAsync("#coding[data-ready=yes]");
    }

    /// <summary>Drags the mouse over the words, or selects them with the finger's handles and taps the button.</summary>
    public static async Task MarkAsync(IPage page, string words, bool touch)
    {
        await page.GetByText(words).First.ScrollIntoViewIfNeededAsync();
        if (!touch)
        {
            var box = await page.EvaluateAsync<float[]>(Boxes, words);
            await page.Mouse.MoveAsync(box[0] + 1, box[1]);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(box[2], box[3], new() { Steps = 4 });
            await page.Mouse.UpAsync();
        }
        else
        {
            await SelectByFingerAsync(page, words);
            await page.Locator("#coding-mark").TapAsync();
        }
        await Assertions.Expect(page.Locator("#palette")).ToBeVisibleAsync();
    }

    /// <summary>The handles of a touch selection belong to the system; their outcome is a selection after a touch.</summary>
    public static Task SelectByFingerAsync(IPage page, string words) => page.EvaluateAsync(SelectByTouch, words);

    public static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator("#coding-status")).ToHaveTextAsync("✓ Gemt");

    private const string FindWords = """
        const find = (words) => {
          for (const p of document.querySelectorAll('p[data-start]')) {
            const at = p.textContent.indexOf(words);
            if (at >= 0) {
              const range = document.createRange();
              range.setStart(p.firstChild, at);
              range.setEnd(p.firstChild, at + words.length);
              return range;
            }
          }
          throw new Error('not on the page: ' + words);
        };
        """;

    private const string Boxes = "(words) => {" + FindWords + """
          const boxes = [...find(words).getClientRects()];
          const [first, last] = [boxes[0], boxes.at(-1)];
          return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
        }
        """;

    private const string SelectByTouch = "(words) => {" + FindWords + """
          document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(find(words));
        }
        """;
}
