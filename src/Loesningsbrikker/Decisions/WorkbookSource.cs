using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>Reads what one workbook holds: exactly the columns shown, and nothing the scope leaves out.</summary>
internal sealed partial class WorkbookSource(LoesningsbrikkerContext db, CurrentProcess current, WorkbookScope scope)
{
    /// <summary>How many rows the two tables would get now.</summary>
    public async Task<WorkbookCounts> CountAsync() =>
        new(await Pieces.CountAsync(), await Codings.CountAsync() + await LoosePassages.CountAsync());

    /// <summary>How many rows <see cref="Traces"/> gives within the same snapshot.</summary>
    public int CountTraces() => Codings.Count() + LoosePassages.Count();

    /// <summary>The sheet Forslag, by number.</summary>
    public List<ProposalRow> Proposals(IReadOnlyDictionary<long, InterviewVoices> voices)
    {
        var prefix = current.Process.Prefix;
        var numbers = db.SolutionPieces.Where(p => p.ProcessId == current.Id)
            .Select(p => new { p.Id, p.Number }).ToDictionary(p => p.Id, p => p.Number);
        var (evidence, decisions, estimates) = (Evidence(), NewestDecisions(), Estimates());
        return [.. Pieces.AsNoTracking().AsSplitQuery().OrderBy(p => p.Number)
            .Select(p => new
            {
                p.Id, p.Number, p.Class, p.Stage, p.Conclusion, p.Title, p.Description, Theme = p.Theme == null ? "" : p.Theme.Name, p.MergedIntoId,
                Strategies = p.Strategies.Select(s => s.Name).ToList(),
                Institutions = p.Institutions.Select(i => i.Name).ToList(),
                Challenges = p.Challenges.Select(c => c.Title).ToList(),
            })
            .AsEnumerable()
            .Select(p => new ProposalRow(
                $"{prefix}-{p.Number}", p.Class, p.Stage, p.Title, p.Description, p.Theme,
                Join(p.Strategies), Join(p.Institutions), Join(p.Challenges),
                evidence[p.Id].Sum(e => e.Passages),
                evidence[p.Id].SelectMany(e => voices.GetValueOrDefault(e.InterviewId, InterviewVoices.Nobody).GroupIds).Distinct().Count(),
                p.MergedIntoId is { } other ? $"{prefix}-{numbers[other]}" : "")
            {
                Conclusion = p.Conclusion,
                Decision = decisions.GetValueOrDefault(p.Id),
                Estimate = estimates.TryGetValue(p.Id, out var estimate) ? estimate.Status : null,
                EstimateNote = estimates.TryGetValue(p.Id, out var noted) ? noted.Note : "",
            })];
    }

    /// <summary>The sheet Sporbarhed, read as it is written: by piece, interview and place in the text; last what is tied to no piece.</summary>
    public IEnumerable<TraceRow> Traces() => Tied().AsEnumerable().Concat(Loose());

    /// <summary>Who gave input, per interview.</summary>
    public Dictionary<long, InterviewVoices> Voices() =>
        (from interview in db.Interviews
         from informant in interview.Informants
         where interview.ProcessId == current.Id
         select new { InterviewId = interview.Id, informant.Code, informant.GroupId, Group = informant.Group.Name })
            .AsEnumerable()
            .GroupBy(x => x.InterviewId)
            .ToDictionary(g => g.Key, g => new InterviewVoices(
                g.Select(x => x.GroupId).ToHashSet(), Join(g.Select(x => x.Group).Distinct()), Join(g.Select(x => x.Code))));

    private IQueryable<SolutionPiece> Pieces
    {
        get
        {
            var pieces = db.SolutionPieces.VisibleTo(current, db);
            return scope.ForCommittee ? FromFormulatedOn(pieces) : pieces;
        }
    }

    private IQueryable<Passage> Passages
    {
        get
        {
            var passages = db.Passages.Where(p => p.ProcessId == current.Id);
            return scope.WithTestimony ? passages : passages.Where(p => p.ReleasedAtUtc != null);
        }
    }

    private IQueryable<Coding> Codings =>
        from coding in db.Codings
        join piece in Pieces on coding.SolutionPieceId equals piece.Id
        join passage in Passages on coding.PassageId equals passage.Id
        select coding;

    /// <summary>Passages that led to no piece; the committee's edition has none.</summary>
    private IQueryable<Passage> LoosePassages =>
        Passages.Where(p => !scope.ForCommittee && !p.Codings.Any(c => c.SolutionPieceId != null));

    private IQueryable<TraceRow> Tied() =>
        from coding in db.Codings.AsNoTracking()
        join piece in Pieces on coding.SolutionPieceId equals piece.Id
        join p in Passages on coding.PassageId equals p.Id
        join t in db.Transcripts on p.TranscriptId equals t.Id
        join i in db.Interviews on t.InterviewId equals i.Id
        orderby piece.Number, i.Number, t.VersionNumber, p.StartUtf16, p.Id
        select new TraceRow(
            piece.Number, piece.Title, i.Id, i.Number, i.HeldOn, i.Method, t.Kind,
            db.TranscriptParagraphs.Where(x => x.TranscriptId == p.TranscriptId && x.StartUtf16 <= p.StartUtf16)
                .OrderByDescending(x => x.StartUtf16).Select(x => (int?)x.Number).FirstOrDefault(),
            p.Quote, scope.WithTestimony ? p.Note : "", p.ReleasedAtUtc, coding.CodedAtUtc);

    private IQueryable<TraceRow> Loose() =>
        from p in LoosePassages.AsNoTracking()
        join t in db.Transcripts on p.TranscriptId equals t.Id
        join i in db.Interviews on t.InterviewId equals i.Id
        orderby i.Number, t.VersionNumber, p.StartUtf16, p.Id
        select new TraceRow(
            null, null, i.Id, i.Number, i.HeldOn, i.Method, t.Kind,
            db.TranscriptParagraphs.Where(x => x.TranscriptId == p.TranscriptId && x.StartUtf16 <= p.StartUtf16)
                .OrderByDescending(x => x.StartUtf16).Select(x => (int?)x.Number).FirstOrDefault(),
            p.Quote, scope.WithTestimony ? p.Note : "", p.ReleasedAtUtc, null);

    /// <summary>How many passages each piece has from each interview. Counts tell nothing that was said, so none is left out.</summary>
    private ILookup<long, (long InterviewId, int Passages)> Evidence() =>
        (from coding in db.Codings
         join piece in Pieces on coding.SolutionPieceId equals piece.Id
         join t in db.Transcripts on coding.Passage.TranscriptId equals t.Id
         group coding by new { PieceId = piece.Id, t.InterviewId } into g
         select new { g.Key.PieceId, g.Key.InterviewId, Passages = g.Count() })
        .AsEnumerable()
        .ToLookup(x => x.PieceId, x => (x.InterviewId, x.Passages));

    /// <summary>What may be handed out: no draft, and no draft that was merged away before others could read it.</summary>
    private static IQueryable<SolutionPiece> FromFormulatedOn(IQueryable<SolutionPiece> pieces) =>
        pieces.Where(p => p.Stage != PieceStage.Draft
                          && !p.Events.Any(e => e.Kind == PieceEventKind.MergedInto && e.FromStage == PieceStage.Draft));

    private static string Join(IEnumerable<string> names) => string.Join("; ", names.Order(DanishText.Comparer));
}
