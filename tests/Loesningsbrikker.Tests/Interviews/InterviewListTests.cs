using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class InterviewListTests(DatabaseKind database) : HouseTest(database)
{
    private string Interviews => City.Path + "/interviews";

    [Test]
    public async Task An_empty_list_says_what_to_do() =>
        Assert.That((await (await SignInAsync(Role.Consultant)).GetAsync(Interviews)).Text, Does.Contain("ingen interviews endnu").And.Contain("Nyt interview"));

    [Test]
    public async Task A_longer_list_costs_no_more_queries()
    {
        var site = await SignInAsync(Role.Consultant);
        await AddAsync("Første");
        var few = await QueryCounter.CountAsync(async () => Assert.That((await site.GetAsync(Interviews)).Text, Does.Contain("Første")));
        for (var i = 0; i < 12; i++)
            await AddAsync("Flere " + i);
        var many = await QueryCounter.CountAsync(async () => Assert.That((await site.GetAsync(Interviews)).Text, Does.Contain("Flere 11")));
        Assert.That(few, Is.GreaterThan(0));
        Assert.That(many, Is.EqualTo(few));
    }

    [Test]
    public async Task A_row_counts_words_characters_and_passages_of_the_text()
    {
        await AddAsync("Med tekst", passages: 3);
        var text = (await (await SignInAsync(Role.Consultant)).GetAsync(Interviews)).Text;
        Assert.That(text, Does.Match(@"Med tekst 1\.9\.2026 Interview G-\S+ \(Gruppe \S+\) 3 ord 15 tegn 3 I gang"));
    }

    [Test]
    public async Task The_list_is_narrowed_and_paged()
    {
        var db = Db();
        var group = await db.AddGroupAsync(City, "Ledere", "L-01");
        var leader = await db.Informants.SingleAsync(i => i.GroupId == group.Id);
        var house = new Institution { Name = "Egen " + Guid.NewGuid() };
        db.Add(house);
        await db.SaveChangesAsync();
        await db.AddInterviewAsync(City, "Alfa", i => i.Informants.Add(leader));
        await db.AddInterviewAsync(City, "Beta", i => i.Method = InterviewMethod.WrittenInput);
        await db.AddInterviewAsync(City, "Gamma", i => i.InstitutionId = house.Id);
        await db.AddTranscriptAsync(await db.AddInterviewAsync(City, "Delta"), "Vi mangler tid.");
        var site = await SignInAsync(Role.Consultant);
        async Task<string[]> Shown(string query)
        {
            var text = (await site.GetAsync(Interviews + query)).Text;
            return [.. new[] { "Alfa", "Beta", "Gamma", "Delta" }.Where(text.Contains)];
        }
        Assert.That(await Shown($"?GroupId={group.Id}"), Is.EqualTo(new[] { "Alfa" }));
        Assert.That(await Shown("?Method=WrittenInput"), Is.EqualTo(new[] { "Beta" }));
        Assert.That(await Shown($"?InstitutionId={house.Id}"), Is.EqualTo(new[] { "Gamma" }));
        Assert.That(await Shown("?WithoutText=true"), Is.EqualTo(new[] { "Alfa", "Beta", "Gamma" }));
        Assert.That(await Shown("?Method=DialogueMeeting"), Is.Empty);
        Assert.That(await Shown("?Method=vrøvl&GroupId=x&page=abc"), Is.EqualTo(new[] { "Alfa", "Beta", "Gamma", "Delta" }));
        for (var i = 0; i < 23; i++)
            await db.AddInterviewAsync(City, "Fyld");
        Assert.That((await site.GetAsync(Interviews + "?page=2&WithoutText=true")).Text, Does.Contain("Side 2 af 2").And.Not.Contain("Alfa"));
    }

    private async Task AddAsync(string title, int passages = 1)
    {
        var db = Db();
        var group = await db.AddGroupAsync(City, "Gruppe " + Guid.NewGuid(), "G-" + Guid.NewGuid().ToString("N")[..8]);
        var informant = await db.Informants.SingleAsync(i => i.GroupId == group.Id);
        var interview = await db.AddInterviewAsync(City, title, i => i.Informants.Add(informant));
        var transcript = await db.AddTranscriptAsync(interview, "Vi mangler tid.");
        for (var i = 0; i < passages; i++)
            await db.AddPassageAsync(transcript);
    }
}
