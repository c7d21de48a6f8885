using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Puts what the form sends onto an interview; what it names must belong to the same process.</summary>
internal static class InterviewWriting
{
    /// <summary>Fills the interview; its lists must be loaded. Creates the informant that was typed in, if any.</summary>
    /// <exception cref="RuleException">Something chosen does not exist here, or a date cannot be right.</exception>
    public static async Task FillAsync(LoesningsbrikkerContext db, Interview interview, InterviewForm form)
    {
        interview.Title = Required(form.Title, "Titel", nameof(form.Title));
        interview.Place = CanonicalText.OneLine(form.Place ?? "", 200);
        interview.Method = form.Method;
        interview.HeldOn = form.HeldOn is { Year: >= 2000 and < 2100 } date
            ? date
            : throw new RuleException("Datoen skal ligge mellem 2000 og 2100.", nameof(form.HeldOn));
        await ChooseInstitutionAsync(db, interview, form);
        await ChooseInterviewersAsync(db, interview, form);
        await ChooseInformantsAsync(db, interview, form);
        await AddNewInformantAsync(db, interview, form);
    }

    private static string Required(string text, string name, string field) =>
        CanonicalText.OneLine(text, 200) is { Length: > 0 } line ? line : throw new RuleException($"Udfyld {name}.", field);

    private static async Task ChooseInstitutionAsync(LoesningsbrikkerContext db, Interview interview, InterviewForm form)
    {
        if (form.InstitutionId is { } id && !await db.Institutions.AnyAsync(i => i.Id == id))
            throw new RuleException("Institutionen findes ikke længere. Vælg en anden.", nameof(form.InstitutionId));
        interview.InstitutionId = form.InstitutionId;
    }

    private static async Task ChooseInterviewersAsync(LoesningsbrikkerContext db, Interview interview, InterviewForm form)
    {
        // Who has left the process since still asked the questions.
        var kept = interview.Interviewers.Select(u => u.Id).ToList();
        var users = await db.Users
            .Where(u => form.InterviewerIds.Contains(u.Id)
                && (kept.Contains(u.Id) || db.ProcessMembers.Any(m => m.ProcessId == interview.ProcessId && m.UserId == u.Id)))
            .ToListAsync();
        if (users.Count != form.InterviewerIds.Distinct().Count())
            throw new RuleException("En af interviewerne er ikke længere med i processen.", nameof(form.InterviewerIds));
        interview.Interviewers.RemoveAll(u => !users.Contains(u));
        interview.Interviewers.AddRange(users.Except(interview.Interviewers).ToList());
    }

    private static async Task ChooseInformantsAsync(LoesningsbrikkerContext db, Interview interview, InterviewForm form)
    {
        var informants = await db.Informants
            .Where(i => i.ProcessId == interview.ProcessId && form.InformantIds.Contains(i.Id)).ToListAsync();
        if (informants.Count != form.InformantIds.Distinct().Count())
            throw new RuleException("En af informanterne findes ikke længere.", nameof(form.InformantIds));
        interview.Informants.RemoveAll(i => !informants.Contains(i));
        interview.Informants.AddRange(informants.Except(interview.Informants).ToList());
    }

    private static async Task AddNewInformantAsync(LoesningsbrikkerContext db, Interview interview, InterviewForm form)
    {
        var code = CanonicalText.OneLine(form.NewInformantCode ?? "", 30);
        if (code.Length == 0 && form.NewInformantGroupId is null)
            return;
        if (code.Length == 0)
            throw new RuleException("Skriv en kode til den nye informant, eller lad gruppen være tom.", nameof(form.NewInformantCode));
        if (await db.Informants.AnyAsync(i => i.ProcessId == interview.ProcessId && i.Code == code))
            throw new RuleException($"Koden {code} er i brug. Sæt kryds ved den ovenfor, eller skriv en anden.", nameof(form.NewInformantCode));
        var group = await db.InformantGroups.FirstOrDefaultAsync(g => g.ProcessId == interview.ProcessId && g.Id == form.NewInformantGroupId)
            ?? throw new RuleException("Vælg den nye informants gruppe.", nameof(form.NewInformantGroupId));
        if (group.AreChildren)
            throw new RuleException("Børn oprettes under Informanter, som en gruppe med alder og antal.", nameof(form.NewInformantGroupId));
        interview.Informants.Add(new Informant
        {
            ProcessId = interview.ProcessId, Code = code, GroupId = group.Id, InstitutionId = interview.InstitutionId,
        });
    }
}
