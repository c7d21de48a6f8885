using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>The questions of the interview guide.</summary>
[Route("dialogue-processes/{processId:long}/guide-questions"), Permit(Permission.SetUpProcess)]
public sealed class GuideQuestionsController(LoesningsbrikkerContext db, CurrentProcess current) : SetupListController(db, current)
{
    private const int Most = 200;

    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowAgainAsync(new QuestionForm());

    /// <summary>Adds a question at the end.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(QuestionForm form)
    {
        await Db.InTransactionAsync(async () =>
        {
            var guide = await GuideRows.TakeTurnAsync(Db, Current.Id);
            if (guide.Questions.Count >= Most)
                throw new RuleException($"En spørgeguide kan højst have {Most} spørgsmål.");
            var question = new GuideQuestion { ProcessId = Current.Id, Position = guide.Questions.Select(q => q.Position).DefaultIfEmpty(0).Max() + 1 };
            await WriteAsync(question, form);
            guide.Questions.Add(question);
            await Db.SaveChangesAsync();
        });
        return ToList("guide", "Spørgsmålet er tilføjet.");
    }

    /// <summary>Shows a question.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id)
    {
        var question = await FindAsync(id);
        return await ShowAgainAsync(new QuestionForm { Text = question.Text, Probes = question.Probes, GroupId = question.GroupId, Version = question.Version });
    }

    /// <summary>Stores a changed question. Sections tied to it stay: the answers were given to what it was then.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, QuestionForm form)
    {
        var question = await FindAsync(id);
        Db.Entry(question).Property(q => q.Version).OriginalValue = form.Version;
        await WriteAsync(question, form);
        await Db.SaveChangesAsync();
        return ToList("guide", "Spørgsmålet er gemt.");
    }

    /// <summary>Deletes a question that no section is tied to.</summary>
    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var question = await FindAsync(id);
        await Db.DeleteUnusedAsync(question, () => InUseAsync(id));
        return ToList("guide", "Spørgsmålet er slettet.");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (QuestionForm)form;
        shown.Groups = await GuideReading.GroupsAsync(Db, Current.Id);
        return await ShowFormAsync(shown);
    }

    /// <inheritdoc />
    protected override async Task<string?> InUseAsync(long id) => SetupRows.InUse(
        "Spørgsmålet kan ikke slettes, fordi det bruges af",
        (await Db.GuideSections.CountAsync(s => s.QuestionId == id && s.ProcessId == Current.Id), "afsnit i interviewene", "afsnit i interviewene"));

    private async Task<GuideQuestion> FindAsync(long id) =>
        await Db.GuideQuestions.FirstOrDefaultAsync(q => q.Id == id && q.ProcessId == Current.Id) ?? throw new NotFoundException();

    private async Task WriteAsync(GuideQuestion question, QuestionForm form)
    {
        if (form.GroupId is { } group && !await Db.InformantGroups.AnyAsync(g => g.Id == group && g.ProcessId == Current.Id))
            throw new RuleException("Gruppen findes ikke længere. Vælg en anden.", nameof(form.GroupId));
        var text = PieceText.Line(form.Text);
        if (text.Length == 0)
            throw new RuleException("Udfyld Spørgsmål.", nameof(form.Text));
        (question.Text, question.Probes, question.GroupId) = (text, PieceText.Lines(form.Probes), form.GroupId);
    }
}
