using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>Ties sections of an interview's text to the questions of the guide (Knyt afsnit til spørgsmål).</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}/sections"), Permit(Permission.WriteTestimony)]
public sealed partial class SectionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the text and the questions; that the text was read is logged.</summary>
    [HttpGet]
    public async Task<IActionResult> Edit(int number) => await ShowAsync(await SectionsReading.ReadAsync(Db, Current.Id, number));

    /// <summary>Stores what is tied: the lines with numbers, and the proposals that were ticked.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(int number, SectionsForm form)
    {
        var text = await CorrectionBase.ReadAsync(Db, Current.Id, number);
        var questions = (await GuideReading.QuestionsAsync(Db, Current.Id)).Select(q => q.Id).ToHashSet();
        var wanted = Wanted(form, questions, new ParagraphIndex(text.Paragraphs));
        await Db.InTransactionAsync(async () =>
        {
            await RowLocks.InterviewAsync(Db, Current.Id, number);
            var newest = await CorrectionBase.NewestAsync(Db, Current.Id, number);
            var stored = await SectionsReading.StoredAsync(Db, text.TranscriptId);
            if (newest != text.TranscriptId || form.BasedOnVersion != text.VersionNumber || (form.Seen ?? "") != SectionsReading.Fingerprint(stored))
                throw new ConflictException("En kollega har rettet teksten eller knyttet afsnit, mens du arbejdede. Dine afsnit er ikke gemt.");
            Replace(stored, wanted, text.TranscriptId);
            await Db.SaveChangesAsync();
        });
        Confirm(wanted.Count == 0 ? "Intet afsnit er knyttet til et spørgsmål." : $"{DanishText.Count(wanted.Count, "afsnit er", "afsnit er")} knyttet til spørgsmål.");
        return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}/sections");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) =>
        await ShowAsync(await SectionsReading.ReadAsync(Db, Current.Id, int.Parse((string)RouteData.Values["number"]!), (SectionsForm)form));

    private async Task<IActionResult> ShowAsync(SectionsForm form)
    {
        Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, form.Page!.TranscriptId));
        await Db.SaveChangesAsync();
        // The lines are numbered anew, so that nothing of the form may be looked up by its old number.
        var lines = ModelState.Where(k => k.Key.StartsWith("Rows[", StringComparison.Ordinal)).ToList();
        foreach (var message in lines.SelectMany(k => k.Value!.Errors).Select(e => e.ErrorMessage).Distinct().ToList())
            ModelState.AddModelError("", message);
        foreach (var (key, _) in lines)
            ModelState.Remove(key);
        return View("Edit", form);
    }

    private static List<(long QuestionId, int Start, int End)> Wanted(SectionsForm form, HashSet<long> questions, ParagraphIndex index)
    {
        var wanted = new List<(long, int, int)>();
        foreach (var (questionId, from, to) in Lines(form))
        {
            if (!questions.Contains(questionId))
                throw new RuleException("Spørgsmålet findes ikke længere. Indlæs siden igen.");
            if (from is not { } first)
                throw new RuleException($"Skriv, hvilket afsnit der er det første. Du skrev kun det sidste, {to}.");
            var last = to ?? first;
            if (first < 1 || last > index.Paragraphs.Count)
                throw new RuleException($"Teksten har afsnit 1 til {index.Paragraphs.Count:N0}. Du skrev {first}–{last}.");
            if (last < first)
                throw new RuleException($"Det sidste afsnit kan ikke komme før det første. Du skrev {first}–{last}.");
            wanted.Add((questionId, index.StartOf(first - 1), index.EndOf(last - 1)));
        }
        return [.. wanted.Distinct()];
    }

    private static IEnumerable<(long QuestionId, int? From, int? To)> Lines(SectionsForm form)
    {
        foreach (var row in form.Rows.Where(r => r.From is not null || r.To is not null))
            yield return (row.QuestionId, row.From, row.To);
        foreach (var accepted in form.Accepted)
            if (Proposal().Match(accepted) is { Success: true } match)
                yield return (long.Parse(match.Groups["question"].Value), int.Parse(match.Groups["from"].Value), int.Parse(match.Groups["to"].Value));
    }

    /// <summary>Leaves what stays as it is, so that it keeps who tied it and when.</summary>
    private void Replace(List<GuideSection> stored, List<(long QuestionId, int Start, int End)> wanted, long transcriptId)
    {
        var kept = stored.Where(s => wanted.Contains((s.QuestionId, s.StartUtf16, s.EndUtf16))).ToList();
        Db.RemoveRange(stored.Except(kept));
        Db.AddRange(wanted.Where(w => !kept.Exists(s => (s.QuestionId, s.StartUtf16, s.EndUtf16) == w)).Select(w => new GuideSection
        {
            ProcessId = Current.Id, TranscriptId = transcriptId, QuestionId = w.QuestionId, StartUtf16 = w.Start, EndUtf16 = w.End,
            CreatedAtUtc = Db.UtcNow, CreatedByUserId = Db.Actor.RequiredUserId,
        }));
    }

    [GeneratedRegex(@"^(?<question>\d{1,18}):(?<from>\d{1,6})-(?<to>\d{1,6})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Proposal();
}
