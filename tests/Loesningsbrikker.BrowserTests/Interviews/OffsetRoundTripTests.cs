using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>Random texts and random selections through browser, server and database: the offsets always give back the quote.</summary>
public sealed class OffsetRoundTripTests(Screen screen) : BrowserTest(screen)
{
    private const int Selections = 60;

    private static readonly string[] Hard =
        ["æ", "ø", "å", "Å", "a\u030a", "😀", "👨‍👩‍👧", "🇩🇰", "e\u0301", "ord", " ", " ", ".", "«", "»", "&amp;", "<b>", "\u00a0x", "ﬁ", "𝒳"];

    [Test]
    public Task On_SQLite() => RoundTripAsync(Host, City);

    [Test]
    public async Task On_PostgreSql()
    {
        TestHost.SkipWithoutServer(DatabaseKind.PostgreSql);
        await using var host = new BrowserHost(DatabaseKind.PostgreSql);
        await RoundTripAsync(host, await TestCity.CreateAsync(host));
    }

    private async Task RoundTripAsync(BrowserHost host, TestCity city)
    {
        var random = new Random(20261121);
        var paragraphs = Enumerable.Range(0, 25).Select(_ => Paragraph(random)).ToArray();
        var transcript = await CodingPage.AddTranscriptAsync(host, city, 1, paragraphs);
        await SignInAsync(Page, host, city.User(Role.Consultant).Email!);
        await Page.GotoAsync(new Uri(host.Address, $"{city.Path}/interviews/1/coding").ToString());
        await Page.WaitForSelectorAsync("#coding[data-ready=yes]");

        var sent = await Page.EvaluateAsync<string[]>(SelectAndStore, Selections);
        await using var scope = host.Scope(city.MunicipalityId);
        var stored = await scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>().Passages
            .Where(p => p.TranscriptId == transcript.Id).ToListAsync();
        var text = TranscriptText.Join(paragraphs);
        Assert.That(stored.Select(p => text[p.StartUtf16..p.EndUtf16]), Is.EqualTo(stored.Select(p => p.Quote)));
        Assert.That(stored.Select(p => p.Quote), Is.EquivalentTo(sent), "What the reader saw selected is what was stored.");
        Assert.That(stored, Has.Count.GreaterThan(Selections / 2));
    }

    private static string Paragraph(Random random)
    {
        var words = string.Concat(Enumerable.Range(0, random.Next(3, 40)).Select(_ => Hard[random.Next(Hard.Length)])).Trim();
        return words.Length > 0 ? words : "å";
    }

    private static async Task SignInAsync(IPage page, BrowserHost host, string email)
    {
        await page.GotoAsync(new Uri(host.Address, "/sign-in").ToString());
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Adgangskode").FillAsync(TestCity.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log ind" }).ClickAsync();
        await ArriveAsync(page);
    }

    /// <summary>Selects at random in the page, lets the page's own code turn the selection into offsets and store them; gives the words.</summary>
    private const string SelectAndStore = """
        async (count) => {
          const { TranscriptText } = await import('/house/coding/text.js');
          const { Store } = await import('/house/coding/store.js');
          const text = new TranscriptText(document.getElementById('transcript'));
          const store = new Store(document.getElementById('coding'), text);
          let seed = 42;
          const next = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
          const refused = [];
          store.addEventListener('refused', (e) => refused.push(e.detail));
          const words = new Map();
          for (let i = 0; i < count; i++) {
            const from = next(text.paragraphs.length);
            const to = Math.min(text.paragraphs.length - 1, from + next(3));
            const [a, b] = [text.paragraphs[from].element.firstChild, text.paragraphs[to].element.firstChild];
            const range = document.createRange();
            range.setStart(a, next(a.length));
            range.setEnd(b, 1 + next(b.length));
            if (range.collapsed) continue;
            const selection = getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            const stretch = text.selected();
            if (!stretch) continue;
            words.set(stretch.start + '-' + stretch.end, text.slice(stretch.start, stretch.end));
            store.code(stretch);
          }
          if (store.queue.length) {
            await new Promise((done) => store.addEventListener('status', (e) => { if (e.detail.state === 'saved') done(); }));
          }
          if (refused.length) throw new Error(refused.join('; '));
          return [...words.values()];
        }
        """;
}
