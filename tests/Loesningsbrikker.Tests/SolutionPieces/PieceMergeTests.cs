using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.SolutionPieces;

public sealed class PieceMergeTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/solution-pieces";

    [Test]
    public async Task A_merge_is_chosen_previewed_confirmed_and_both_numbers_stay_findable()
    {
        var testimony = new Testimony(Db(), City.Process);
        var piece = await testimony.PieceAsync(PieceClass.Local, "Flere hænder", formulated: true, description: "Beskrivelse et.");
        var survivor = await testimony.PieceAsync(PieceClass.Political, "Bedre normering", formulated: true, description: "Beskrivelse to.");
        piece.Institutions.Add(new Institution { Name = "Egen" });
        var (both, own) = (await testimony.SaidAsync("Begge.", "MED"), await testimony.SaidAsync("Kun den ene.", "Ledere"));
        await testimony.TieAsync(piece, both, own);
        await testimony.TieAsync(survivor, both);
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(List + "/1/merge?q=normering")).Html, Does.Contain($"{List}/1/merge?into=2"));
        var preview = await site.GetAsync(List + "/1/merge?into=2");
        Assert.That(preview.Text, Does.Contain("Lever videre D-2 Bedre normering").And.Contain("Den får 2 uddrag; 1 er knyttet til begge"));
        Assert.That(preview.Html, Does.Contain($"{List}/2/merge?into=1"));
        Assert.That(preview.Text, Does.Contain("Beskrivelse to. Beskrivelse et.").Or.Contain("Beskrivelse to.\n\nBeskrivelse et."));

        var fields = await FieldsAsync(1, 2);
        var refused = await site.PostAsync(List + "/1/merge", [.. fields, ("Description", "Skrevet sammen.")]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Skriv en begrundelse.").And.Contain("Skrevet sammen."));
        var merged = await site.PostAsync(List + "/1/merge", [.. fields, ("Description", "Skrevet sammen."), ("Reason", "Samme ønske")]);
        Assert.That(merged.Location, Is.EqualTo(List + "/2"));

        var page = await site.GetAsync(List + "/2");
        Assert.That(page.Text, Does.Contain("Skrevet sammen.").And.Contain("Egen").And.Contain("2 uddrag fra 2 informantgrupper")
            .And.Contain("Overtog D-1").And.Contain("Samlet med D-1").And.Contain("Begrundelse: Samme ønske"));
        var ended = await site.GetAsync(List + "/1");
        Assert.That(ended.Text, Does.Contain("Den lever videre som D-2 Bedre normering").And.Contain("Lagt sammen med D-2").And.Contain("Begrundelse: Samme ønske"));
        Assert.That(ended.Html, Does.Contain($"href=\"{List}/2\"").And.Not.Contain("/1/edit"));
        Assert.That((await (await SignInAsync(Role.Committee)).GetAsync(List + "/1")).Text, Does.Contain("Den lever videre som D-2"));
        Assert.That((await site.GetAsync(List + "/1/edit")).Location, Is.EqualTo(List + "/1"));
    }

    [Test]
    public async Task A_formulated_piece_offered_into_a_draft_is_turned_round()
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Local, "Formuleret", formulated: true);
        await testimony.PieceAsync(PieceClass.Local, "Kladde");
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(List + "/1/merge?into=2")).Location, Is.EqualTo(List + "/2/merge?into=1"));
        Assert.That((await site.GetAsync(List + "/2/merge?into=1")).Text, Does.Not.Contain("Byt om"));
        Assert.That((await site.GetAsync(List + "/1/merge?into=1")).Location, Is.EqualTo(List + "/1/merge"));
        var forced = await site.PostAsync(List + "/1/merge", [.. await FieldsAsync(1, 2), ("Description", "x"), ("Reason", "x")]);
        Assert.That(forced.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(forced.Text, Does.Contain("En formuleret brik kan ikke ende i en kladde."));
    }

    [Test]
    public async Task Of_two_who_merge_the_same_piece_at_once_one_gets_409_and_nothing_is_half_done()
    {
        var testimony = new Testimony(Db(), City.Process);
        var piece = await testimony.PieceAsync(PieceClass.Local, "Ender");
        await testimony.PieceAsync(PieceClass.Local, "Første");
        await testimony.PieceAsync(PieceClass.Local, "Anden");
        await testimony.TieAsync(piece, await testimony.SaidAsync("Et."), await testimony.SaidAsync("To."));
        var sites = await Task.WhenAll(SignInAsync(Role.Consultant), SignInAsync(Role.Consultant));
        await Task.WhenAll(sites.Select(s => s.GetAsync(List + "/1/merge?into=2")));
        var (toFirst, toSecond) = (await FieldsAsync(1, 2), await FieldsAsync(1, 3));
        var answers = await Task.WhenAll(sites[0].PostAsync(List + "/1/merge", toFirst), sites[1].PostAsync(List + "/1/merge", toSecond));
        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        var db = Db();
        var ended = await db.SolutionPieces.SingleAsync(p => p.Id == piece.Id);
        Assert.That(await db.Codings.CountAsync(c => c.SolutionPieceId == ended.MergedIntoId), Is.EqualTo(2));
        Assert.That(await db.PieceEvents.CountAsync(e => e.ProcessId == City.Process.Id && e.Kind == PieceEventKind.TookOver), Is.EqualTo(1));
        Assert.That(await db.PieceEvents.CountAsync(e => e.ProcessId == City.Process.Id && e.Kind == PieceEventKind.MergedInto), Is.EqualTo(1));
    }

    [Test]
    public async Task Random_merges_keep_every_passage_its_piece_and_every_number_findable([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var testimony = new Testimony(Db(), City.Process);
        var transcript = await testimony.TranscriptAsync(await testimony.InterviewAsync("Lang", "Ledere"), TranscriptKind.Verbatim, new string('ø', 100));
        var passages = await testimony.ManyPassagesAsync(transcript, 30);
        var livesAs = new Dictionary<int, int>();
        var expected = new Dictionary<int, HashSet<long>>();
        for (var number = 1; number <= 7; number++)
        {
            var own = passages.Where(_ => random.Next(3) == 0).ToArray();
            await testimony.TieAsync(await testimony.PieceAsync(PieceClass.Local, "Brik " + number), own);
            (livesAs[number], expected[number]) = (number, own.Select(p => p.Id).ToHashSet());
        }
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(List + "/new");
        for (var merge = 0; merge < 5; merge++)
        {
            var alive = livesAs.Values.Distinct().OrderBy(_ => random.Next()).ToList();
            var (from, to) = (alive[0], alive[1]);
            Assert.That((await site.PostAsync($"{List}/{from}/merge", await FieldsAsync(from, to))).Location, Is.EqualTo($"{List}/{to}"));
            foreach (var number in livesAs.Where(l => l.Value == from).Select(l => l.Key).ToList())
                livesAs[number] = to;
            expected[to].UnionWith(expected[from]);
        }
        foreach (var (number, survivor) in livesAs)
        {
            var page = await site.GetAsync($"{List}/{number}");
            Assert.That(page.Text, number == survivor ? Does.Contain("Læg sammen") : Does.Contain($"Den lever videre som D-{survivor} "));
        }
        var db = Db();
        foreach (var survivor in livesAs.Values.Distinct())
        {
            var tied = await db.Codings.Where(c => db.SolutionPieces.Any(p => p.Id == c.SolutionPieceId && p.ProcessId == City.Process.Id && p.Number == survivor))
                .Select(c => c.PassageId).ToListAsync();
            Assert.That(tied, Is.EquivalentTo(expected[survivor]));
        }
    }

    private async Task<(string Name, string Value)[]> FieldsAsync(int number, int into)
    {
        var versions = await Db().SolutionPieces.Where(p => p.ProcessId == City.Process.Id).ToDictionaryAsync(p => p.Number, p => p.Version.ToString());
        return [("Version", versions[number]), ("Into", $"{into}"), ("IntoVersion", versions[into])];
    }
}
