using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>
/// A small process: interview 1 with two groups and three paragraphs; D-1 political and formulated, D-2 local and formulated
/// at the local leader's house, D-3 an administrative draft, D-4 a draft that was merged into D-1.
/// </summary>
public sealed class WorkbookCase(LoesningsbrikkerContext db, TestCity city)
{
    public const string Released = "Vi mangler hænder om morgenen";
    public const string Unreleased = "Hun græd, da vi spurgte";
    public const string Loose = "Kaffen er god";
    public const string LooseReleased = "Legepladsen er det bedste sted";
    public const string Note = "Tjek med lederen";
    public const string Code = "D-M-07";
    public const string Draft = "Ny legeplads";
    public const string MergedDraft = "Flere hænder";

    private static readonly string[] Paragraphs = [Released + ", siger hun.", Unreleased + ". " + Loose + ".", LooseReleased + "."];

    private readonly DateTime _coded = new(2026, 9, 2, 22, 30, 0, DateTimeKind.Utc);
    private Transcript _transcript = null!;

    public async Task<WorkbookCase> BuildAsync()
    {
        await AddInterviewAsync();
        var first = await PieceAsync(1, PieceClass.Political, "Bedre normering", "Flere voksne om morgenen & aftenen.");
        var second = await PieceAsync(2, PieceClass.Local, "Flere ture i skoven", "Ud hver uge.");
        await PieceAsync(3, PieceClass.Administrative, Draft, "");
        var fourth = await PieceAsync(4, PieceClass.Political, MergedDraft, "");
        fourth.MergeInto(first, "Det samme forslag", null, db.UtcNow);
        await AddFactsAsync(first, second);
        await PassageAsync(Released, "", _coded.AddDays(1), first, second);
        await PassageAsync(Unreleased, Note, null, first);
        await PassageAsync(Loose, "", null);
        await PassageAsync(LooseReleased, "", _coded.AddDays(1));
        return this;
    }

    /// <summary>A piece by the verbs of its life; it is formulated when it has a description.</summary>
    public async Task<SolutionPiece> PieceAsync(int number, PieceClass pieceClass, string title, string description)
    {
        var piece = SolutionPiece.Draft(city.Process.Id, number, pieceClass, title, null, db.UtcNow);
        piece.Reword(title, description, null, null, db.UtcNow);
        if (description.Length > 0)
            piece.Formulate(null, db.UtcNow);
        db.Add(piece);
        await db.SaveChangesAsync();
        return piece;
    }

    /// <summary>A passage of the interview, tied to the pieces; its place is that of the words in the text, or the beginning.</summary>
    public async Task<Passage> PassageAsync(string quote, string note, DateTime? releasedAtUtc, params SolutionPiece[] pieces)
    {
        var start = Math.Max(0, TranscriptText.Join(Paragraphs).IndexOf(quote, StringComparison.Ordinal));
        var passage = new Passage
        {
            ProcessId = city.Process.Id, TranscriptId = _transcript.Id, StartUtf16 = start, EndUtf16 = start + quote.Length,
            Quote = quote, Note = note, CreatedAtUtc = db.UtcNow, ReleasedAtUtc = releasedAtUtc,
        };
        foreach (var piece in pieces)
            passage.Codings.Add(new Coding { ProcessId = city.Process.Id, SolutionPieceId = piece.Id, CodedAtUtc = _coded });
        db.Add(passage);
        await db.SaveChangesAsync();
        return passage;
    }

    private async Task AddInterviewAsync()
    {
        var staff = new InformantGroup { ProcessId = city.Process.Id, Name = "Medarbejdere" };
        var parents = new InformantGroup { ProcessId = city.Process.Id, Name = "Forældrebestyrelse" };
        db.AddRange(staff, parents);
        await db.SaveChangesAsync();
        var interview = new Interview
        {
            ProcessId = city.Process.Id, Number = 1, Title = "Egen", HeldOn = new DateOnly(2026, 8, 20), Method = InterviewMethod.DialogueMeeting,
            CreatedAtUtc = db.UtcNow,
        };
        interview.Informants.Add(new Informant { ProcessId = city.Process.Id, Code = Code, GroupId = staff.Id });
        interview.Informants.Add(new Informant { ProcessId = city.Process.Id, Code = "D-F-01", GroupId = parents.Id });
        db.Add(interview);
        await db.SaveChangesAsync();
        _transcript = TranscriptText.Freeze(
            interview, 1, TranscriptKind.Verbatim, [.. Paragraphs.Select(p => new ParagraphText("", p))], "", null, db.UtcNow);
        db.Add(_transcript);
        await db.SaveChangesAsync();
    }

    private async Task AddFactsAsync(SolutionPiece first, SolutionPiece second)
    {
        var house = new Institution { Name = "Børnehuset Åkanden", LeaderUserId = city.User(Role.LocalLeader).Id };
        db.AddRange(house, new Institution { Name = "Børnehuset Ærten" });
        await db.SaveChangesAsync();
        second.Institutions.AddRange(await db.Institutions.ToListAsync());
        first.Theme = new Theme { ProcessId = city.Process.Id, Name = "Normering" };
        first.Strategies.Add(new Strategy { ProcessId = city.Process.Id, Name = "Tidlig indsats" });
        first.Challenges.Add(new Challenge { ProcessId = city.Process.Id, Title = "For få voksne" });
        await db.SaveChangesAsync();
    }
}
