using Loesningsbrikker.Interviews.Pseudonymisation;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Finds the speakers of a text and proposes what they are. Where nothing is known, a neutral word stands for a name.</summary>
internal static class DraftSpeakers
{
    private static readonly HashSet<string> Askers = new(StringComparer.OrdinalIgnoreCase)
        { "interviewer", "interviewer 1", "interviewer 2", "spørger", "ordstyrer", "moderator", "facilitator", "dirigent", "konsulent", "int", "i" };

    /// <summary>The speakers in the order of their first turn.</summary>
    /// <param name="identities">Names behind informants' codes, as far as the user may read them.</param>
    /// <param name="interviewInformants">Keys of the informants of the interview that the text is for.</param>
    public static List<DraftSpeaker> Find(
        IReadOnlyList<ParagraphText> paragraphs, DraftChoices choices, IReadOnlyDictionary<long, string> identities, IReadOnlyList<long> interviewInformants)
    {
        var turns = new Dictionary<string, int>();
        foreach (var paragraph in paragraphs)
            if (paragraph.Speaker.Length > 0)
                turns[paragraph.Speaker] = turns.GetValueOrDefault(paragraph.Speaker) + 1;
        var codes = choices.Informants.Select(i => i.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var speakers = turns.Select(t => new DraftSpeaker { Label = t.Key, Turns = t.Value, IsName = IsName(t.Key, codes) }).ToList();
        // Nobody gives hundreds of people a code; a file with thousands of names is a list, or hostile.
        foreach (var speaker in speakers.Take(DraftEdits.MostSpeakers))
            Propose(speaker, choices, identities);
        if (interviewInformants is [var only] && speakers.FindAll(s => s is { IsName: true, Role: SpeakerRole.Word }) is [var unknown])
            Make(unknown, choices.Informants.FirstOrDefault(i => i.Id == only));
        foreach (var (i, speaker) in speakers.Where(s => s is { Role: SpeakerRole.Word, Word: "" }).Index())
            speaker.Word = speaker.IsName ? $"Deltager {i + 1}" : speaker.Label;
        return speakers;
    }

    private static void Propose(DraftSpeaker speaker, DraftChoices choices, IReadOnlyDictionary<long, string> identities)
    {
        if (Askers.Contains(speaker.Label))
            speaker.Role = SpeakerRole.Interviewer;
        else if (choices.Informants.FirstOrDefault(i => i.Code.Equals(speaker.Label, StringComparison.OrdinalIgnoreCase)) is { } coded)
            Make(speaker, coded);
        else if (!speaker.IsName)
            speaker.Word = speaker.Label;
        else if (choices.Members.FirstOrDefault(m => IsSame(m.Name, speaker.Label)) is { } member)
            (speaker.Role, speaker.InterviewerUserId) = (SpeakerRole.Interviewer, member.UserId);
        else if (identities.FirstOrDefault(i => IsSame(i.Value, speaker.Label)) is { Key: > 0, Key: var id })
            Make(speaker, choices.Informants.FirstOrDefault(i => i.Id == id));
    }

    private static void Make(DraftSpeaker speaker, DraftInformant? informant)
    {
        if (informant is not null)
            (speaker.Role, speaker.InformantId, speaker.Code) = (SpeakerRole.Informant, informant.Id, informant.Code);
    }

    /// <summary>"Leder", "Taler 2", "M1" and codes are no names; anything else is taken for one.</summary>
    private static bool IsName(string label, HashSet<string> codes) => !codes.Contains(label) && new KnownPerson(label, "").Parts.Count > 0;

    /// <summary>Whether two ways of writing name the same person, whatever stands in brackets.</summary>
    internal static bool IsSame(string name, string label) =>
        new KnownPerson(name, "").Parts.SequenceEqual(new KnownPerson(label, "").Parts, StringComparer.OrdinalIgnoreCase);
}
