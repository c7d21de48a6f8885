using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>People who do whatever comes into their minds with one text and its pieces; refusals are part of it.</summary>
internal sealed class RandomWork(Random random, Func<LoesningsbrikkerContext> db, TestCity city, JournalCase[] people)
{
    private readonly List<long> _themes = [];
    private long _challenge;
    private int _titles;

    /// <summary>Pieces, formulated and not, themes and a challenge to begin with.</summary>
    public async Task PrepareAsync(Testimony said)
    {
        for (var i = 0; i < 4; i++)
            await said.PieceAsync((PieceClass)(i % 3), $"Fra begyndelsen {i}", formulated: i % 2 == 0);
        var themes = new[] { "Normering", "Overgange" }.Select(name => new Theme { ProcessId = city.Process.Id, Name = name }).ToArray();
        var challenge = new Challenge { ProcessId = city.Process.Id, Title = "For få voksne" };
        said.Db.AddRange([.. themes, challenge]);
        await said.Db.SaveChangesAsync();
        _themes.AddRange(themes.Select(t => t.Id));
        _challenge = challenge.Id;
    }

    public Task DoSomethingAsync()
    {
        var who = people[random.Next(people.Length)];
        return random.Next(16) switch
        {
            <= 4 => CodeAsync(who),
            5 or 6 => UncodeAsync(who),
            7 or 8 => MoveAsync(who),
            9 => AnnotateAsync(who),
            10 => DeleteAsync(who),
            11 or 12 => EditAsync(who),
            13 => MergeAsync(who),
            _ => SplitAsync(who),
        };
    }

    private async Task CodeAsync(JournalCase who)
    {
        var (start, end) = Stretch(who);
        var note = random.Next(3) == 0 ? $"Tanke {random.Next(5)}" : null;
        await (random.Next(6) switch
        {
            0 => who.CodeAsync(start, end, note: note),
            1 => who.CodeAsync(start, end, challenge: _challenge, note: note),
            2 or 3 => who.CodeAsync(start, end, title: random.Next(3) == 0 ? "Samme ord igen" : $"Ny brik {_titles++}", note: note),
            _ => who.CodeAsync(start, end, number: await PieceAsync(), note: note),
        });
    }

    private async Task UncodeAsync(JournalCase who)
    {
        if (await AnyAsync(db().Codings.Where(c => c.ProcessId == city.Process.Id).Select(c => c.Id)) is { } coding)
            await who.UncodeAsync(coding);
    }

    private async Task MoveAsync(JournalCase who)
    {
        if (await PassageAsync(_ => true) is not { } passage)
            return;
        var start = Math.Clamp(passage.StartUtf16 + random.Next(-6, 7), 0, who.Text.Length - 2);
        var end = Math.Clamp(passage.EndUtf16 + random.Next(-6, 7), start + 1, who.Text.Length);
        await who.MoveAsync(passage.Id, passage.StartUtf16, passage.EndUtf16, start, end);
    }

    private async Task AnnotateAsync(JournalCase who)
    {
        if (await PassageAsync(_ => true) is { } passage)
            await who.NoteAsync(passage.Id, random.Next(4) == 0 ? "" : $"Anden tanke {random.Next(5)}\næøå", passage.Version);
    }

    private async Task DeleteAsync(JournalCase who)
    {
        if (await PassageAsync(p => p.Codings.Count == 0) is { } passage)
            await who.DeleteAsync(passage.Id);
    }

    private async Task EditAsync(JournalCase who)
    {
        if (await PieceAsync() is { } number)
            await who.EditAsync(db(), number, $"Omskrevet {random.Next(9)}", $"Fordi {random.Next(3)}.", random.Next(3) is var t and < 2 ? _themes[t] : null);
    }

    private async Task MergeAsync(JournalCase who)
    {
        if (await PieceAsync() is { } from && await PieceAsync() is { } into)
            await who.MergeAsync(db(), from, into);
    }

    private async Task SplitAsync(JournalCase who)
    {
        if (await PieceAsync() is not { } number)
            return;
        var passages = await db().SolutionPieces.Where(p => p.ProcessId == city.Process.Id && p.Number == number).SelectMany(p => p.Codings)
            .OrderBy(c => c.Id).Select(c => c.PassageId).ToListAsync();
        await who.SplitAsync(db(), number, $"Delt {_titles++}", "To ønsker.", [.. passages.Where(_ => random.Next(2) == 0)]);
    }

    /// <summary>Whole words now and then, so that people meet at the same place.</summary>
    private (int Start, int End) Stretch(JournalCase who)
    {
        if (random.Next(3) == 0)
        {
            var paragraph = who.Transcript.Paragraphs[random.Next(who.Transcript.Paragraphs.Count)];
            return (paragraph.StartUtf16, paragraph.EndUtf16);
        }
        var start = random.Next(who.Text.Length - 12);
        return (start, start + 4 + random.Next(8));
    }

    private async Task<int?> PieceAsync() =>
        await AnyAsync(db().SolutionPieces.InUse().Where(p => p.ProcessId == city.Process.Id).Select(p => (long)p.Number)) is { } number ? (int)number : null;

    private async Task<Passage?> PassageAsync(Func<Passage, bool> which)
    {
        var passages = (await db().Passages.AsNoTracking().Include(p => p.Codings).Where(p => p.ProcessId == city.Process.Id).OrderBy(p => p.Id).ToListAsync()).Where(which).ToList();
        return passages.Count == 0 ? null : passages[random.Next(passages.Count)];
    }

    private async Task<long?> AnyAsync(IQueryable<long> keys)
    {
        var found = await keys.OrderBy(k => k).ToListAsync();
        return found.Count == 0 ? null : found[random.Next(found.Count)];
    }
}
