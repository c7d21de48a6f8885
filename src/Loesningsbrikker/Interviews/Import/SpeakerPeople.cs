using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Registers those who speak in a text that is brought in.</summary>
public sealed class SpeakerPeople(LoesningsbrikkerContext db, CurrentProcess current, IdentityCipher identityCipher)
{
    /// <summary>Those who speak become informants and interviewers of the interview; names go into the identities where that was chosen and may be.</summary>
    /// <param name="labels">The speakers of this interview, as the file names them; null for all.</param>
    public async Task AddAsync(DraftContent content, Interview interview, IReadOnlySet<string>? labels = null)
    {
        foreach (var speaker in content.Speakers.Where(s => labels?.Contains(s.Label) != false))
            if (speaker.Role == SpeakerRole.Interviewer && speaker.InterviewerUserId is { } userId && !interview.Interviewers.Exists(u => u.Id == userId)
                && await db.ProcessMembers.AnyAsync(m => m.ProcessId == current.Id && m.UserId == userId))
                interview.Interviewers.Add(await db.Users.SingleAsync(u => u.Id == userId));
            else if (speaker.Role is SpeakerRole.Informant or SpeakerRole.NewInformant)
                await AddInformantAsync(speaker, interview, content.KeepNames && current.Can(Permission.ReadIdentities));
        await db.SaveChangesAsync();
    }

    private async Task AddInformantAsync(DraftSpeaker speaker, Interview interview, bool keepName)
    {
        var informant = speaker.Role == SpeakerRole.NewInformant
            // One who speaks in several texts of the same project was registered with the first.
            ? await db.Informants.Include(i => i.Group).FirstOrDefaultAsync(i => i.ProcessId == current.Id && i.Code == speaker.Code)
              ?? new Informant { ProcessId = current.Id, Code = speaker.Code, Group = await GroupAsync(speaker), InstitutionId = interview.InstitutionId }
            : await db.Informants.Include(i => i.Group).FirstOrDefaultAsync(i => i.ProcessId == current.Id && i.Id == speaker.InformantId)
              ?? throw new RuleException($"Informanten {speaker.Code} findes ikke længere. Vælg en anden.");
        if (!interview.Informants.Contains(informant))
            interview.Informants.Add(informant);
        await db.SaveChangesAsync();
        // Only a single grown-up has an identity, and one that stands there already is not touched.
        if (keepName && speaker.IsName && informant is { Headcount: 1, Group.AreChildren: false }
            && !await db.InformantIdentities.AnyAsync(i => i.ProcessId == current.Id && i.InformantId == informant.Id))
        {
            var identity = new InformantIdentity { ProcessId = current.Id, InformantId = informant.Id };
            identityCipher.Write(identity, CanonicalText.OneLine(speaker.Label, 200), email: null);
            db.Add(identity);
            await db.SaveChangesAsync();
        }
    }

    private async Task<InformantGroup> GroupAsync(DraftSpeaker speaker) =>
        await db.InformantGroups.FirstOrDefaultAsync(g => g.ProcessId == current.Id && g.Id == speaker.GroupId && !g.AreChildren)
        ?? throw new RuleException("Gruppen til en ny informant findes ikke længere. Vælg en anden.");
}
