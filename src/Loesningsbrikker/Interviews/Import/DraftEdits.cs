using System.Globalization;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Puts what the preview sends onto the content of a draft. What names nothing is left as it was; nothing here is stored yet.</summary>
internal static class DraftEdits
{
    /// <summary>Longest replacement in UTF-16 code units.</summary>
    public const int Longest = 100;

    /// <summary>How many findings the page shows for editing; the rest is replaced as proposed.</summary>
    public const int MostShown = 500;

    /// <summary>How many speakers the page shows for editing.</summary>
    public const int MostSpeakers = 100;

    private const string InformantPrefix = "informant:";
    private const string GroupPrefix = "group:";

    /// <summary>The value of a speaker's select, which <see cref="Apply"/> reads back.</summary>
    public static string ValueOf(DraftSpeaker speaker) => speaker.Role switch
    {
        SpeakerRole.Interviewer => "interviewer",
        SpeakerRole.Informant => ValueOfInformant(speaker.InformantId!.Value),
        SpeakerRole.NewInformant => ValueOfGroup(speaker.GroupId!.Value),
        _ => "word",
    };

    /// <summary>The value for an informant.</summary>
    public static string ValueOfInformant(long id) => InformantPrefix + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value for a new informant of a group.</summary>
    public static string ValueOfGroup(long id) => GroupPrefix + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes over every choice; the word to be added comes last, because its place among the findings is new.</summary>
    /// <returns>True when somebody else took a code that the page had shown, so that the text reads otherwise now.</returns>
    /// <exception cref="RuleException">The word to be added stands nowhere in the text.</exception>
    public static bool Apply(DraftContent content, ImportPreviewForm form, IFormCollection fields, DraftChoices choices)
    {
        // What the page showed was proposed under the old choices; only what differs from it was typed.
        var before = content.Replacements();
        var (title, sourceName) = (content.NewTitle(before), content.StoredName(before));
        var proposals = content.Findings.Select(content.ReplacementOf).ToList();
        var codesMoved = ApplySpeakers(content, fields, choices);
        for (var i = 0; i < content.Findings.Count; i++)
            ApplyFinding(content.Findings[i], i, proposals[i], fields);
        content.InterviewNumber = form.Target == ImportTarget.Existing ? form.InterviewNumber : null;
        content.Title = Typed(form.Title, title, 200) ?? content.Title;
        content.SourceName = Typed(form.SourceName, sourceName, 255) ?? content.SourceName;
        (content.HeldOn, content.Kind, content.ApprovedOn, content.KeepNames) = (form.HeldOn, form.Kind, form.ApprovedOn, form.KeepNames);
        AddWord(content, form);
        return codesMoved;
    }

    /// <summary>Gives every new informant a code that is free now; true when one that was shown is not.</summary>
    private static bool GiveCodes(DraftContent content, DraftChoices choices)
    {
        var moved = false;
        foreach (var speaker in content.Speakers.Where(s => s.Role == SpeakerRole.NewInformant))
        {
            var isFree = speaker.Code.Length > 0 && choices.Informants.All(i => i.Code != speaker.Code);
            if (!isFree && choices.GroupsForNew.FirstOrDefault(g => g.Id == speaker.GroupId) is { } group)
            {
                moved |= speaker.Code.Length > 0;
                speaker.Code = choices.NextCode(group, content.Speakers.Select(s => s.Code));
            }
        }
        return moved;
    }

    private static bool ApplySpeakers(DraftContent content, IFormCollection fields, DraftChoices choices)
    {
        for (var i = 0; i < content.Speakers.Count; i++)
        {
            var speaker = content.Speakers[i];
            if (fields.TryGetValue(ImportPreviewForm.SpeakerField(i), out var value))
                Choose(speaker, value.ToString(), choices);
            if (fields.TryGetValue(ImportPreviewForm.WordField(i), out var word) && CanonicalText.OneLine(word.ToString(), Longest) is { Length: > 0 } line)
                speaker.Word = line;
            else if (speaker is { Role: SpeakerRole.Word, Word: "" })
                speaker.Word = $"Deltager {i + 1}";
        }
        return GiveCodes(content, choices);
    }

    private static void Choose(DraftSpeaker speaker, string value, DraftChoices choices)
    {
        if (value == ValueOf(speaker))
            return;
        if (value == "interviewer")
            (speaker.Role, speaker.InformantId, speaker.GroupId, speaker.Code) = (SpeakerRole.Interviewer, null, null, "");
        else if (value == "word")
            (speaker.Role, speaker.InformantId, speaker.GroupId, speaker.Code) = (SpeakerRole.Word, null, null, "");
        else if (KeyIn(value, InformantPrefix) is { } id && choices.Informants.FirstOrDefault(i => i.Id == id) is { } informant)
            (speaker.Role, speaker.InformantId, speaker.GroupId, speaker.Code) = (SpeakerRole.Informant, id, null, informant.Code);
        else if (KeyIn(value, GroupPrefix) is { } groupId && choices.GroupsForNew.Any(g => g.Id == groupId))
            (speaker.Role, speaker.InformantId, speaker.GroupId, speaker.Code) = (SpeakerRole.NewInformant, null, groupId, "");
    }

    private static long? KeyIn(string value, string prefix) =>
        value.StartsWith(prefix, StringComparison.Ordinal) && long.TryParse(value.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    private static void ApplyFinding(Finding finding, int index, string shown, IFormCollection fields)
    {
        // A row that was sent has its text field; the box beside it is only sent when it is ticked.
        if (!fields.TryGetValue(ImportPreviewForm.WithField(index), out var typed))
            return;
        finding.Use = fields.ContainsKey(ImportPreviewForm.UseField(index));
        var line = CanonicalText.OneLine(typed.ToString(), Longest);
        if (line.Length == 0)
            finding.Typed = null;
        else if (line != shown)
            finding.Typed = line;
    }

    private static string? Typed(string? text, string shown, int longest) =>
        CanonicalText.OneLine(text ?? "", longest) is { Length: > 0 } line && line != shown ? line : null;

    private static void AddWord(DraftContent content, ImportPreviewForm form)
    {
        var word = CanonicalText.OneLine(form.AddWord ?? "", Longest);
        if (word.Length == 0)
            return;
        var places = PersonalDataFinder.PlacesOf(content.Searched, word);
        if (places.Count == 0)
            throw new RuleException($"»{word}« står ikke i teksten som et helt ord.", nameof(form.AddWord));
        var replacement = CanonicalText.OneLine(form.AddReplacement ?? "", Longest);
        content.Findings.RemoveAll(f => f.Kind == FindingKind.Added && f.Text.Equals(word, StringComparison.OrdinalIgnoreCase));
        content.Findings.Add(new Finding
        {
            Kind = FindingKind.Added, Text = word, Reason = "tilføjet af dig", Places = places, Typed = replacement.Length > 0 ? replacement : null,
        });
    }
}
