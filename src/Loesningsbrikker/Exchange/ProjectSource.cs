using System.Globalization;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange;

/// <summary>An interview with its newest text, as it goes out.</summary>
internal sealed record ExportedInterview(
    Guid Guid, long Id, int Number, string Title, DateOnly HeldOn, InterviewMethod Method, string? Institution,
    long TranscriptId, TranscriptKind Kind, DateOnly? ApprovedOn)
{
    /// <summary>Where its paragraphs lie in the file; set when its text is written.</summary>
    public SourcePositions? Positions { get; set; }
}

/// <summary>Reads what a project holds within the snapshot: interviews with their newest text, passages, notes, informants by their codes.</summary>
internal sealed class ProjectSource
{
    private const int NameLength = 100;

    private readonly LoesningsbrikkerContext _db;
    private readonly CurrentProcess _current;
    private readonly ExchangeKeys _keys;
    private readonly CodebookSource _codes;

    public ProjectSource(LoesningsbrikkerContext db, CurrentProcess current, ExchangeKeys keys, CodebookSource codes)
    {
        (_db, _current, _keys, _codes) = (db, current, keys, codes);
        Interviews = ReadInterviews();
    }

    /// <summary>The interviews that have a text, by number.</summary>
    public IReadOnlyList<ExportedInterview> Interviews { get; }

    /// <summary>Writes the interview's text; call before <see cref="Project"/>.</summary>
    public void WriteText(ExportedInterview interview, TextWriter to) =>
        interview.Positions = SourcePositions.Write(to, _db.TranscriptParagraphs.Where(p => p.TranscriptId == interview.TranscriptId)
            .OrderBy(p => p.StartUtf16).Select(p => new { p.StartUtf16, p.Speaker, p.Text }).AsEnumerable()
            .Select(p => (p.StartUtf16, p.Speaker, p.Text)));

    /// <summary>The project; its long lists are read as they are written.</summary>
    /// <param name="left">What is not in the file, as sentences.</param>
    public QdaProject Project(string origin, IReadOnlyList<string> left, CancellationToken cancellation) => new(_current.Process.Name, origin)
    {
        CreatedAtUtc = _current.Process.CreatedAtUtc, ModifiedAtUtc = _db.UtcNow,
        Users = Users(), Codes = _codes.Codes, Variables = ExchangeWords.Variables, Cases = Cases(),
        Sources = Interviews.Select(i => Source(i, cancellation)),
        Notes = Notes(left), Links = _codes.Links, Sets = _codes.Themes, NoteRefs = [ExchangeWords.ReadMeGuid],
    };

    private List<ExportedInterview> ReadInterviews() =>
        [.. (from i in _db.Interviews
             join t in _db.Transcripts on i.Id equals t.InterviewId
             where i.ProcessId == _current.Id && !_db.Transcripts.Any(n => n.InterviewId == i.Id && n.VersionNumber > t.VersionNumber)
             orderby i.Number
             select new { i.Id, i.Number, i.Title, i.HeldOn, i.Method, Institution = i.Institution!.Name, TranscriptId = t.Id, t.Kind, t.ApprovedOn })
            .AsEnumerable()
            .Select(i => new ExportedInterview(
                _keys.Of(ExchangeIdKind.Interview, i.Id), i.Id, i.Number, i.Title, i.HeldOn, i.Method, i.Institution, i.TranscriptId, i.Kind, i.ApprovedOn))];

    private IEnumerable<QdaUser> Users()
    {
        var foreign = _db.ExchangeIds.Where(i => i.ProcessId == _current.Id && i.Kind == ExchangeIdKind.User)
            .Select(i => new { i.Guid, i.Name }).AsEnumerable().Select(i => new QdaUser(i.Guid, i.Name));
        // What came from another tool names its own people; the user here only brought it in.
        var known = _db.ExchangeIds.Where(i => i.ProcessId == _current.Id && !i.IsRecognised);
        var made = _db.Passages.Where(p => p.ProcessId == _current.Id && !known.Any(i => i.Kind == ExchangeIdKind.Passage && i.RowId == p.Id)).Select(p => p.CreatedByUserId)
            .Union(_db.Codings.Where(c => c.ProcessId == _current.Id && !known.Any(i => i.Kind == ExchangeIdKind.Coding && i.RowId == c.Id)).Select(c => c.CodedByUserId));
        var own = _db.Users.Where(u => made.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName });
        var named = foreign.Concat(own.AsEnumerable().Select(u => new QdaUser(_keys.OfUser(u.Id), u.DisplayName))).ToList();
        return named.DistinctBy(u => u.Guid).OrderBy(u => u.Guid);
    }

    private QdaSource Source(ExportedInterview interview, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        List<QdaValue> values =
        [
            new(ExchangeWords.InterviewNumber, Number(interview.Number)),
            new(ExchangeWords.HeldOn, Day(interview.HeldOn)),
            new(ExchangeWords.Method, interview.Method.ToDanish()),
            new(ExchangeWords.TextKind, interview.Kind.ToDanish()),
        ];
        if (interview.ApprovedOn is { } approved)
            values.Add(new(ExchangeWords.ApprovedOn, Day(approved)));
        if (interview.Positions!.Speakers.Count > 0)
            values.Add(new(ExchangeWords.Speakers, string.Join('\n', interview.Positions.Speakers)));
        if (string.Join('\n', interview.Positions.Exceptions.Select(e => $"{Number(e.Line)}={e.Speaker}")) is { Length: > 0 } exceptions)
            values.Add(new(ExchangeWords.SpeakerExceptions, exceptions));
        if (interview.Institution is { } institution)
            values.Add(new(ExchangeWords.Institution, institution));
        return new QdaSource(interview.Guid, interview.Title, $"internal://{interview.Guid:D}.txt", Content: null)
        {
            Selections = Selections(interview), Values = values,
        };
    }

    private IEnumerable<QdaSelection> Selections(ExportedInterview interview)
    {
        var positions = interview.Positions!;
        var passages = _db.Passages.Where(p => p.TranscriptId == interview.TranscriptId && p.EndUtf16 <= positions.LengthUtf16)
            .Select(p => new
            {
                p.Id, p.StartUtf16, p.EndUtf16, p.Quote, HasNote = p.Note != "", p.CreatedAtUtc, p.CreatedByUserId,
                Codings = p.Codings.Select(c => new { c.Id, c.SolutionPieceId, c.ChallengeId, c.CodedAtUtc, c.CodedByUserId }).ToList(),
            })
            .AsNoTracking().AsEnumerable()
            .Select(p => (Guid: _keys.Of(ExchangeIdKind.Passage, p.Id), Passage: p))
            .OrderBy(p => p.Passage.StartUtf16).ThenBy(p => p.Passage.EndUtf16).ThenBy(p => p.Guid);
        return passages.Select(p => new QdaSelection(
            p.Guid, Beginning(p.Passage.Quote), positions.Start(p.Passage.StartUtf16), positions.End(p.Passage.EndUtf16),
            _keys.CreatorOf(ExchangeIdKind.Passage, p.Passage.Id, p.Passage.CreatedByUserId), p.Passage.CreatedAtUtc)
        {
            Codings =
            [
                .. from coding in p.Passage.Codings
                   let code = _codes.CodeOf(coding.SolutionPieceId, coding.ChallengeId)
                   where code is not null
                   orderby code.Value.Order
                   select new QdaCoding(_keys.OfCoding(coding.Id, p.Guid, code.Value.Guid), code.Value.Guid,
                       _keys.CreatorOf(ExchangeIdKind.Coding, coding.Id, coding.CodedByUserId), coding.CodedAtUtc),
            ],
            NoteRefs = p.Passage.HasNote ? [NoteGuid(p.Guid)] : [],
        });
    }

    private IEnumerable<QdaNote> Notes(IReadOnlyList<string> left)
    {
        yield return new QdaNote(ExchangeWords.ReadMeGuid, "Læs mig: det, der ikke er med", Path: null, string.Join('\n', left));
        foreach (var interview in Interviews)
        {
            var notes = _db.Passages
                .Where(p => p.TranscriptId == interview.TranscriptId && p.EndUtf16 <= interview.Positions!.LengthUtf16 && p.Note != "")
                .Select(p => new { p.Id, p.StartUtf16, p.EndUtf16, p.Quote, p.Note }).AsEnumerable()
                .Select(p => (Guid: _keys.Of(ExchangeIdKind.Passage, p.Id), Passage: p))
                .OrderBy(p => p.Passage.StartUtf16).ThenBy(p => p.Passage.EndUtf16).ThenBy(p => p.Guid);
            foreach (var (guid, passage) in notes)
                yield return new QdaNote(NoteGuid(guid), Beginning(passage.Quote), Path: null, passage.Note);
        }
    }

    /// <summary>Informants by their codes; never who they are.</summary>
    private IEnumerable<QdaCase> Cases()
    {
        var tookPart = (from interview in _db.Interviews
                        from informant in interview.Informants
                        where interview.ProcessId == _current.Id
                        select new { InformantId = informant.Id, InterviewId = interview.Id }).ToLookup(x => x.InformantId, x => x.InterviewId);
        return _db.Informants.Where(i => i.ProcessId == _current.Id)
            .Select(i => new { i.Id, i.Code, Group = i.Group.Name, i.Group.AreChildren, i.Headcount, Institution = i.Institution!.Name, i.AgeFrom, i.AgeTo })
            .AsEnumerable().OrderBy(i => i.Code, StringComparer.Ordinal)
            .Select(i => new QdaCase(
                _keys.Of(ExchangeIdKind.Informant, i.Id), i.Code, InformantValues(i.Group, i.AreChildren, i.Headcount, i.Institution, i.AgeFrom, i.AgeTo),
                [.. Interviews.Where(x => tookPart[i.Id].Contains(x.Id)).Select(x => x.Guid)]));
    }

    private static List<QdaValue> InformantValues(string group, bool areChildren, int headcount, string? institution, int? ageFrom, int? ageTo)
    {
        List<QdaValue> values =
        [
            new(ExchangeWords.Group, group), new(ExchangeWords.AreChildren, areChildren ? "true" : "false"), new(ExchangeWords.Headcount, Number(headcount)),
        ];
        if (institution is not null)
            values.Add(new(ExchangeWords.Institution, institution));
        if (ageFrom is { } from)
            values.Add(new(ExchangeWords.AgeFrom, Number(from)));
        if (ageTo is { } to)
            values.Add(new(ExchangeWords.AgeTo, Number(to)));
        return values;
    }

    private static Guid NoteGuid(Guid passage) => StableGuid.Below(passage, "note");

    /// <summary>How the words begin, as other tools name a quotation.</summary>
    private static string Beginning(string quote)
    {
        if (quote.Length <= NameLength)
            return quote;
        return quote[..(char.IsHighSurrogate(quote[NameLength - 1]) ? NameLength - 1 : NameLength)] + "…";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
