using System.Net;
using System.Xml.Linq;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Exchange;

public sealed class ProjectExportTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Every_passage_stands_at_its_code_points_behind_the_speakers_name_also_after_emoji_and_over_several_turns()
    {
        var transcript = await TranscriptAsync(("Interviewer 😀", "Hvordan er morgenen?"), ("M-01", "👩‍👩‍👧 Vi er få 😀 når 🇩🇰 børnene kommer."), ("", "Uden navn 𝒳."));
        await MarkAsync(transcript, "Vi er få", "😀", "👩‍👩‍👧", "børnene kommer.\nUden navn", "𝒳", "Hvordan er morgenen?");
        var file = await DownloadAsync();
        var source = file.Source("Samtale");
        Assert.That(file.TextOf(source), Is.EqualTo("Interviewer 😀: Hvordan er morgenen?\nM-01: 👩‍👩‍👧 Vi er få 😀 når 🇩🇰 børnene kommer.\nUden navn 𝒳."));
        Assert.That(file.Quotes(source), Is.EqualTo(new[] { "Hvordan er morgenen?", "👩‍👩‍👧", "Vi er få", "😀", "børnene kommer.\nUden navn", "𝒳" }));
        Assert.That(file.Values(source), Is.EqualTo(new Dictionary<string, string>
        {
            ["Interviewnummer"] = "1", ["Dato"] = "2026-09-01", ["Metode"] = "Interview", ["Teksttype"] = "Ordret", ["Talere"] = "Interviewer 😀\nM-01",
        }));
    }

    [Test]
    public async Task Pieces_stand_below_their_class_challenges_below_theirs_and_a_passage_without_either_is_there_too()
    {
        var made = new Testimony(Db(), City.Process);
        var said = await made.SaidAsync("Vi er for få", "Medarbejdere");
        var (political, local) = (await made.PieceAsync(PieceClass.Political, "Flere voksne"), await made.PieceAsync(PieceClass.Local, "Faste \"voksne\" & <ro>", formulated: true));
        var (theme, challenge) = (new Theme { ProcessId = City.Process.Id, Name = "Normering" }, new Challenge { ProcessId = City.Process.Id, Title = "Morgenen", Description = "Den er svær." });
        (political.Theme, challenge.Theme) = (theme, theme);
        political.Challenges.Add(challenge);
        made.Db.AddRange(theme, challenge);
        await made.Db.SaveChangesAsync();
        await made.TieAsync(local, said);
        await made.TieAsync(political, said);
        made.Db.Add(new Coding { ProcessId = City.Process.Id, PassageId = said.Id, ChallengeId = challenge.Id, CodedAtUtc = made.Db.UtcNow });
        said.Note = "Tjek med\nlederen";
        await made.Db.SaveChangesAsync();
        await MarkAsync(await made.Db.Transcripts.SingleAsync(), "alle enige");

        var file = await DownloadAsync();
        Assert.That(file.Project.Descendants(QdpxFile.Ns + "Code").Select(c => (Name: file.NameOf((string)c.Attribute("guid")!), Codable: (bool)c.Attribute("isCodable")!)), Is.EqualTo(new[]
        {
            ("Politiske brikker", false), ("Politiske brikker/D-1 Flere voksne", true), ("Administrative brikker", false),
            ("Lokale brikker", false), ("Lokale brikker/D-2 Faste \"voksne\" & <ro>", true), ("Udfordringer", false), ("Udfordringer/Morgenen", true),
        }));
        var selections = file.Source("Samtale").Elements(QdpxFile.Ns + "PlainTextSelection").ToList();
        Assert.That(file.CodesOf(selections[0]), Is.EqualTo(new[] { "Politiske brikker/D-1 Flere voksne", "Lokale brikker/D-2 Faste \"voksne\" & <ro>", "Udfordringer/Morgenen" }));
        Assert.That(file.NotesOf(selections[0]), Is.EqualTo(new[] { "Tjek med\nlederen" }));
        Assert.That((file.Quotes(file.Source("Samtale"))[1], file.CodesOf(selections[1])), Is.EqualTo(("alle enige", new List<string>())));
        var set = file.Project.Descendants(QdpxFile.Ns + "Set").Single();
        Assert.That(((string)set.Attribute("name")!, set.Elements().Select(m => file.NameOf((string)m.Attribute("targetGUID")!))),
            Is.EqualTo(("Tema: Normering", new[] { "Politiske brikker/D-1 Flere voksne", "Udfordringer/Morgenen" })));
        var link = file.Project.Descendants(QdpxFile.Ns + "Link").Single();
        Assert.That((file.NameOf((string)link.Attribute("originGUID")!), file.NameOf((string)link.Attribute("targetGUID")!)), Is.EqualTo(("Politiske brikker/D-1 Flere voksne", "Udfordringer/Morgenen")));
    }

    [Test]
    public async Task Informants_go_out_by_code_and_group_and_never_by_name()
    {
        var sample = await SampleProcess.CreateAsync(Host, City);
        var site = await SignInAsync(Role.Consultant);
        var file = await QdpxFile.DownloadAsync(site, $"/dialogue-processes/{sample.Process.Id}");
        var informant = file.Project.Descendants(QdpxFile.Ns + "Case").Single();
        Assert.That((string?)informant.Attribute("name"), Is.EqualTo("M-01"));
        Assert.That(file.Values(informant), Is.EqualTo(new Dictionary<string, string>
        {
            ["Informantgruppe"] = "Medarbejdere", ["Børn"] = "false", ["Antal personer"] = "1", ["Institution"] = "Børnehuset " + sample.Process.Id,
        }));
        Assert.That((string?)informant.Element(QdpxFile.Ns + "SourceRef")!.Attribute("targetGUID"), Is.EqualTo((string?)file.Source("Medarbejdere i børnehuset").Attribute("guid")));
        Assert.That(string.Concat(file.WithoutDates().Values), Does.Not.Contain("Prøve Person").And.Not.Contain("prøve@prøveby.example"));
    }

    [Test]
    public async Task What_is_not_in_the_file_is_told_on_the_page_and_in_a_note_of_the_file()
    {
        var made = new Testimony(Db(), City.Process);
        await made.InterviewAsync("Endnu uden tekst");
        var (one, other) = (await made.PieceAsync(PieceClass.Local, "Flere voksne"), await made.PieceAsync(PieceClass.Local, "Flere hænder"));
        one.MergeInto(other, "Det samme", null, made.Db.UtcNow);
        await made.SaidAsync("Vi er for få");
        var site = await SignInAsync(Role.Consultant);
        var page = await site.GetAsync(City.Path + "/exchange");
        var file = await DownloadAsync();
        var note = file.NotesOf(file.Project).Single();
        foreach (var told in new[] { "1 interview uden tekst er ikke med.", "1 brik, der er lagt sammen med en anden, er ikke med.", "Navnene bag informanternes koder er aldrig med." })
        {
            Assert.That(page.Text, Does.Contain(told));
            Assert.That(note.Split('\n'), Does.Contain(told));
        }
        Assert.That(page.Text, Does.Contain("Lige nu: 1 tekst, 1 uddrag, 1 brik og 0 udfordringer."));
        Assert.That(file.Project.Descendants(QdpxFile.Ns + "Code").Select(c => (string)c.Attribute("name")!), Does.Contain("D-2 Flere hænder").And.Not.Contain("D-1 Flere voksne"));
    }

    [Test]
    public async Task The_same_process_gives_the_same_file_but_for_its_dates_and_each_file_is_in_the_access_log()
    {
        var sample = await SampleProcess.CreateAsync(Host, City);
        var site = await SignInAsync(Role.Consultant);
        var path = $"/dialogue-processes/{sample.Process.Id}";
        var (first, second) = (await QdpxFile.DownloadAsync(site, path), await QdpxFile.DownloadAsync(site, path));
        Assert.That(second.WithoutDates(), Is.EqualTo(first.WithoutDates()));
        var codebook = await site.GetAsync(path + "/exchange/codebook");
        Assert.That((await site.GetAsync(path + "/exchange/codebook")).Bytes, Is.EqualTo(codebook.Bytes));
        Assert.That(codebook.FileName, Does.Match("^Dialog-om-alt-kodebog-\\d{4}-\\d\\d-\\d\\d\\.qdc$"));
        Assert.That(XDocument.Load(new MemoryStream(codebook.Bytes)).Root!.Name, Is.EqualTo(XName.Get("CodeBook", "urn:QDA-XML:codebook:1.0")));
        var log = await Db().AccessLogEntries.Where(e => e.ProcessId == sample.Process.Id && e.Kind == AccessKind.TestimonyExported).Select(e => e.UserId).ToListAsync();
        Assert.That(log, Is.EqualTo(Enumerable.Repeat((long?)City.User(Role.Consultant).Id, 4)));
    }

    [Test]
    public async Task An_empty_process_gives_a_file_too()
    {
        var file = await DownloadAsync();
        Assert.That(file.EntryNames, Is.EqualTo(new[] { "project.qde" }));
        Assert.That(file.Project.Elements().Select(e => e.Name.LocalName), Is.EqualTo(new[] { "CodeBook", "Variables", "Notes", "NoteRef" }));
    }

    [Test]
    public async Task A_leader_gets_the_file_only_where_the_process_lets_leaders_read()
    {
        var site = await SignInAsync(Role.Leader);
        Assert.That((await site.GetAsync(City.Path + "/exchange/project")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        await City.LetLeadersReadAsync(Host);
        Assert.That((await site.GetAsync(City.Path + "/exchange/project")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<QdpxFile> DownloadAsync() => await QdpxFile.DownloadAsync(await SignInAsync(Role.Consultant), City.Path);

    private async Task<Transcript> TranscriptAsync(params (string Speaker, string Text)[] paragraphs)
    {
        var made = new Testimony(Db(), City.Process);
        var interview = await made.InterviewAsync("Samtale");
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, [.. paragraphs.Select(p => new ParagraphText(p.Speaker, p.Text))], "", null, made.Db.UtcNow);
        made.Db.Add(transcript);
        await made.Db.SaveChangesAsync();
        return transcript;
    }

    private async Task MarkAsync(Transcript transcript, params string[] quotes)
    {
        var db = Db();
        var text = TranscriptText.Join(await db.TranscriptParagraphs.Where(p => p.TranscriptId == transcript.Id).OrderBy(p => p.StartUtf16).Select(p => p.Text).ToListAsync());
        foreach (var quote in quotes)
        {
            var start = text.IndexOf(quote, StringComparison.Ordinal);
            Assert.That(start, Is.GreaterThanOrEqualTo(0), quote);
            var range = PassageRange.Cut(text, 0, start, start + quote.Length, quote);
            db.Add(new Passage
            {
                ProcessId = City.Process.Id, TranscriptId = transcript.Id, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16,
                Quote = range.Quote, Prefix = range.Prefix, Suffix = range.Suffix, CreatedAtUtc = db.UtcNow, CreatedByUserId = City.User(Role.Consultant).Id,
            });
        }
        await db.SaveChangesAsync();
    }
}
