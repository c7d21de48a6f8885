using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Demo;

/// <summary>Puts the files of one demo process into the database, at the moments that its interviews tell.</summary>
internal sealed class DemoProcessLoader(LoesningsbrikkerContext db, IReadOnlyList<User> users, IReadOnlyList<Institution> institutions, DemoFiles files)
{
    private readonly Dictionary<string, Theme> _themes = [];
    private readonly Dictionary<string, Strategy> _strategies = [];
    private readonly Dictionary<string, Challenge> _challenges = [];
    private readonly Dictionary<string, InformantGroup> _groups = [];
    private readonly Dictionary<string, Informant> _informants = [];
    private readonly Dictionary<int, SolutionPiece> _pieces = [];
    private readonly List<Transcript> _transcripts = [];
    private DialogueProcess _process = null!;

    private User Consultant => users.First(u => u.Roles.Any(r => r.Role == Role.Consultant));

    public async Task LoadAsync()
    {
        await AddProcessAsync();
        await AddSetupAsync();
        await AddPiecesAsync();
        await AddInterviewsAsync();
        await AddPassagesAsync();
        await AddOutcomeAsync();
    }

    private async Task AddProcessAsync()
    {
        var (from, began) = (files.Process, At(files.Process.StartsOn));
        _process = new DialogueProcess
        {
            Name = from.Name, Prefix = from.Prefix, Area = from.Area, CaseNumber = from.CaseNumber, StartsOn = from.StartsOn, Purpose = from.Purpose,
            CreatedAtUtc = began, BudgetYear = files.Outcome.BudgetYear, LastPieceNumber = files.Pieces.Count, LastInterviewNumber = files.Interviews.Count,
        };
        foreach (var user in users.Where(u => u.Roles.All(r => r.Role != Role.Administrator)))
            _process.Members.Add(new ProcessMember { UserId = user.Id, AddedAtUtc = began, KeyPermissionSinceUtc = user == Consultant ? began : null });
        _process.LetLeadersReadTranscripts(began);
        db.Add(_process);
        await db.SaveChangesAsync();
    }

    private async Task AddSetupAsync()
    {
        foreach (var name in files.Process.Themes)
            _themes[name] = new Theme { ProcessId = _process.Id, Name = name };
        foreach (var name in files.Process.Strategies)
            _strategies[name] = new Strategy { ProcessId = _process.Id, Name = name };
        foreach (var c in files.Process.Challenges)
            _challenges[c.Title] = new Challenge
            {
                ProcessId = _process.Id, Title = c.Title, Description = c.Description, Theme = c.Theme is null ? null : _themes[c.Theme],
            };
        foreach (var g in files.Process.Groups)
            _groups[g.Name] = new InformantGroup { ProcessId = _process.Id, Name = g.Name, AreChildren = g.Children };
        foreach (var i in files.Process.Informants)
        {
            var informant = new Informant { ProcessId = _process.Id, Code = i.Code };
            informant.Describe(_groups[i.Group], Institution(i.Institution)?.Id, i.Headcount, i.AgeFrom, i.AgeTo);
            _informants[i.Code] = informant;
        }
        db.AddRange(_groups.Values);
        db.AddRange(_themes.Values);
        db.AddRange(_strategies.Values);
        db.AddRange(_challenges.Values);
        db.AddRange(_informants.Values);
        await db.SaveChangesAsync();
    }

    /// <summary>A piece was drafted when its first passage was coded, and formulated three weeks after the last interview.</summary>
    private async Task AddPiecesAsync()
    {
        var last = files.Interviews.Max(i => i.HeldOn);
        var firstCoded = files.Passages.SelectMany(p => (p.Pieces ?? []).Select(n => (Number: n, Coded: CodedAt(p.Interview))))
            .GroupBy(p => p.Number).ToDictionary(g => g.Key, g => g.Min(p => p.Coded));
        foreach (var p in files.Pieces)
        {
            var facts = new PieceFacts(
                p.Theme is null ? null : _themes[p.Theme], [.. (p.Institutions ?? []).Select(n => Institution(n)!)],
                [.. (p.Strategies ?? []).Select(n => _strategies[n])], [.. (p.Challenges ?? []).Select(n => _challenges[n])]);
            var piece = SolutionPiece.Draft(
                _process.Id, p.Number, p.Class, p.Title, Consultant.Id, firstCoded.GetValueOrDefault(p.Number, At(last.AddDays(10))), p.Description, facts);
            if (p.Stage == PieceStage.Formulated)
                piece.Formulate(Consultant.Id, At(last.AddDays(21)).AddMinutes(7 * p.Number));
            _pieces[p.Number] = piece;
        }
        db.AddRange(_pieces.Values);
        await db.SaveChangesAsync();
    }

    private async Task AddInterviewsAsync()
    {
        foreach (var (index, from) in files.Interviews.Index())
        {
            var interview = new Interview
            {
                ProcessId = _process.Id, Number = index + 1, Title = from.Title, HeldOn = from.HeldOn, Place = from.Place, Method = from.Method,
                Institution = Institution(from.Institution), CreatedAtUtc = At(from.HeldOn.AddDays(1)), CreatedByUserId = Consultant.Id,
            };
            interview.Interviewers.Add(Consultant);
            if (from.CodedOn is { } coded)
                interview.FinishCoding(Consultant.Id, hasTranscript: true, At(coded));
            interview.Informants.AddRange(from.Informants.Select(code => _informants[code]));
            db.Add(interview);
            await db.SaveChangesAsync();
            var transcript = TranscriptText.Freeze(interview, 1, from.Kind, from.Paragraphs, "", Consultant.Id, At(from.HeldOn.AddDays(3)));
            transcript.ApprovedOn = from.ApprovedOn;
            db.Add(transcript);
            _transcripts.Add(transcript);
        }
        await db.SaveChangesAsync();
    }

    private async Task AddPassagesAsync()
    {
        foreach (var p in files.Passages)
        {
            var transcript = _transcripts[p.Interview - 1];
            var text = TranscriptText.Join(transcript.Paragraphs.Select(x => x.Text));
            var start = text.IndexOf(p.Quote, StringComparison.Ordinal);
            var range = PassageRange.Cut(text, 0, start, start + p.Quote.Length, p.Quote);
            var coded = CodedAt(p.Interview);
            var passage = new Passage
            {
                ProcessId = _process.Id, TranscriptId = transcript.Id, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16, Quote = range.Quote,
                Prefix = range.Prefix, Suffix = range.Suffix, Note = p.Note ?? "", CreatedAtUtc = coded, CreatedByUserId = Consultant.Id,
            };
            foreach (var number in p.Pieces ?? [])
                passage.Codings.Add(new Coding { ProcessId = _process.Id, SolutionPieceId = _pieces[number].Id, CodedAtUtc = coded, CodedByUserId = Consultant.Id });
            if (p.Challenge is not null)
                passage.Codings.Add(new Coding { ProcessId = _process.Id, ChallengeId = _challenges[p.Challenge].Id, CodedAtUtc = coded, CodedByUserId = Consultant.Id });
            db.Add(passage);
        }
        await db.SaveChangesAsync();
    }

    private async Task AddOutcomeAsync()
    {
        var story = new DemoStory(_process, users, institutions, _groups, _pieces);
        var meeting = story.MeetingOf(files.Outcome.Meeting);
        db.Add(meeting);
        await db.SaveChangesAsync();
        db.AddRange(story.Tell(files.Outcome, meeting));
        await db.SaveChangesAsync();
    }

    private Institution? Institution(string? name) => name is null ? null : institutions.First(i => i.Name == name);

    private DateTime CodedAt(int interview) => At(files.Interviews[interview - 1].HeldOn.AddDays(9));

    /// <summary>Nine in the morning, UTC.</summary>
    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
}
