using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Turns a text that was read into an encrypted draft: speakers proposed, personal data found.</summary>
public sealed class DraftWriting(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher, IdentityCipher identityCipher)
{
    /// <summary>Adds the draft; the caller saves.</summary>
    /// <param name="interviewNumber">The interview that the text is for; null when the user has not said.</param>
    /// <exception cref="RuleException">Too many drafts wait already.</exception>
    public async Task<ImportDraft> AddAsync(ReadTranscript read, int? interviewNumber)
    {
        var owner = db.Actor.RequiredUserId;
        await EnsureRoomAsync();
        var draft = ImportDraft.Begin(current.Id, owner, db.UtcNow);
        cipher.Write(draft, await ContentAsync(read, interviewNumber));
        db.Add(draft);
        return draft;
    }

    /// <summary>Ensures that the user may have one more draft waiting.</summary>
    /// <exception cref="RuleException">Too many wait already.</exception>
    public async Task EnsureRoomAsync()
    {
        var owner = db.Actor.RequiredUserId;
        if (await db.ImportDrafts.CountAsync(d => d.ProcessId == current.Id && d.OwnerUserId == owner) >= ImportDraft.MostPerOwner)
            throw new RuleException($"Du har {ImportDraft.MostPerOwner} tekster, der venter på at blive set igennem. Gør nogle af dem færdige, eller smid dem væk.");
    }

    /// <summary>What a preview begins with: speakers proposed, personal data found. Whoever is recognised is a look at the identity, and is logged.</summary>
    /// <param name="interviewNumber">The interview that the text is for; null when the user has not said.</param>
    public async Task<DraftContent> ContentAsync(ReadTranscript read, int? interviewNumber)
    {
        var choices = await DraftChoices.ReadAsync(db, current.Process);
        var identities = await IdentitiesAsync();
        var informants = await db.Interviews.Where(i => i.ProcessId == current.Id && i.Number == interviewNumber)
            .SelectMany(i => i.Informants.Select(x => x.Id)).ToListAsync();
        var speakers = DraftSpeakers.Find(read.Paragraphs, choices, identities, informants);
        var known = new KnownNames([.. KnownPeople(speakers, choices, identities)], await PlacesAsync());
        List<ParagraphText> searched = [.. read.Paragraphs, new("", DraftContent.NameWords(read.FileName))];
        var data = PersonalDataFinder.Find(searched, known);
        LogReadings(speakers, data, identities);
        return new DraftContent
        {
            FileName = read.FileName, Paragraphs = read.Paragraphs, LeftOut = read.LeftOut, Speakers = speakers,
            Findings = [.. data.Findings], People = data.People, InterviewNumber = interviewNumber, KeepNames = current.Can(Permission.ReadIdentities),
        };
    }

    /// <summary>Names behind the codes; none for a user who may not read them: a name that is recognised would give it away.</summary>
    private async Task<Dictionary<long, string>> IdentitiesAsync() => current.Can(Permission.ReadIdentities)
        ? (await db.InformantIdentities.AsNoTracking().Where(i => i.ProcessId == current.Id).ToListAsync())
            .ToDictionary(i => i.InformantId, i => identityCipher.Read(i).Name)
        : [];

    private static IEnumerable<KnownPerson> KnownPeople(List<DraftSpeaker> speakers, DraftChoices choices, Dictionary<long, string> identities)
    {
        foreach (var (i, speaker) in speakers.Index())
            if (speaker.IsName)
                yield return new KnownPerson(speaker.Label, $"taleren {speaker.Label}") { Speaker = i };
        foreach (var informant in choices.Informants)
            if (identities.TryGetValue(informant.Id, out var name) && !speakers.Exists(s => s.InformantId == informant.Id))
                yield return new KnownPerson(name, "står i kodenøglen") { InformantId = informant.Id, Pseudonym = $"[{informant.Code}]" };
        foreach (var member in choices.Members)
            if (!speakers.Exists(s => s.InterviewerUserId == member.UserId))
                yield return new KnownPerson(member.Name, "er med i dialogprocessen");
    }

    private async Task<List<string>> PlacesAsync()
    {
        var places = await db.Institutions.Select(i => i.Name).ToListAsync();
        places.AddRange(await db.Municipalities.Where(m => m.Id == db.Actor.MunicipalityId).Select(m => m.Name).ToListAsync());
        return places;
    }

    /// <summary>Whoever is recognised in the text is shown with the code, and that is a look at the identity.</summary>
    private void LogReadings(List<DraftSpeaker> speakers, PersonalData data, Dictionary<long, string> identities)
    {
        var shown = data.Findings.Where(f => f.Person is not null).Select(f => data.People[f.Person!.Value].InformantId)
            .Concat(speakers.Where(s => s.InformantId is { } id && identities.TryGetValue(id, out var name) && DraftSpeakers.IsSame(name, s.Label)).Select(s => s.InformantId))
            .OfType<long>().Distinct();
        db.AddRange(shown.Select(id => AccessLogEntry.Of(db, AccessKind.IdentityRead, current.Id, id)));
    }
}
