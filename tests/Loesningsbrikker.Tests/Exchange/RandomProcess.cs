using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>
/// A process made by chance from a seed: emoji, joined and composed characters, texts that look like turns, overlapping passages that begin
/// and end beside surrogate pairs, doubled and odd titles, numbers with holes.
/// </summary>
internal sealed class RandomProcess(LoesningsbrikkerContext db, TestCity city, DialogueProcess process, int seed)
{
    private static readonly string[] Words =
    [
        "vi", "er", "for", "få", "😀", "👩‍👩‍👧", "🇩🇰", "𝒳", "e\u0301n", "ﬁn", "æøå", "\"nej\"", "<b>", "&", "=1+1", "-", "•", "Leder:", "[00:12]", "مرحبا", "क्षि", "1.234,50", "…", "a\u0300\u0301",
    ];

    private static readonly string[] Beginnings = ["", "", "", "M-01: ", "Leder: ", "Note: ", "Interviewer 😀: ", "D-3 "];
    private static readonly string[] Speakers = ["", "Leder", "M-01", "Interviewer 😀", "Leder: aften"];
    private static readonly string[] Titles = ["Ro", "Flere voksne", "Flere voksne", "D-3 Ro", "Ro <&> \"støj\"", "😀", "Politiske brikker", "Referat.docx", "=SUM(1)"];

    private readonly Random _random = new(seed);

    public async Task FillAsync()
    {
        var house = new Institution { Name = $"Huset {process.Id}" };
        db.Add(house);
        await db.SaveChangesAsync();
        var informants = await AddInformantsAsync(house);
        var targets = await AddCodesAsync();
        for (var number = 1 + _random.Next(3); number < 9; number += 1 + _random.Next(4))
            await AddInterviewAsync(number, house, informants, targets);
        process.LastInterviewNumber = 9;
        await db.SaveChangesAsync();
    }

    private async Task<List<Informant>> AddInformantsAsync(Institution house)
    {
        List<Informant> informants = [];
        foreach (var (name, areChildren) in new[] { ("Medarbejdere", false), ("Børn", true) })
        {
            var group = new InformantGroup { ProcessId = process.Id, Name = name, AreChildren = areChildren };
            db.Add(group);
            await db.SaveChangesAsync();
            for (var i = _random.Next(3); i > 0; i--)
            {
                var informant = new Informant { ProcessId = process.Id, Code = $"{name[0]}-{i:00}" };
                informant.Describe(group, areChildren || Chance() ? house.Id : null, 2 + _random.Next(9), 3, 6);
                informants.Add(informant);
            }
        }
        db.AddRange(informants);
        await db.SaveChangesAsync();
        return informants;
    }

    private async Task<List<(long? Piece, long? Challenge)>> AddCodesAsync()
    {
        List<Theme> themes = [.. Enumerable.Range(0, _random.Next(4)).Select(i => new Theme { ProcessId = process.Id, Name = "Tema " + i })];
        List<Challenge> challenges = [.. Titles.Distinct().Where(_ => Chance()).Select(t => new Challenge { ProcessId = process.Id, Title = t, Description = Chance() ? CanonicalText.Clean(Text(4)).Trim() : "", Theme = OneOf(themes) })];
        db.AddRange(themes);
        db.AddRange(challenges);
        await db.SaveChangesAsync();
        List<SolutionPiece> pieces = [];
        for (var number = 1 + _random.Next(3); number < 12; number += 1 + _random.Next(3))
        {
            var piece = SolutionPiece.Draft(
                process.Id, number, (PieceClass)_random.Next(3), Titles[_random.Next(Titles.Length)], null, db.UtcNow, Chance() ? Text(6) + "\n\n" + Text(3) : "");
            (piece.Theme, process.LastPieceNumber) = (OneOf(themes), number);
            piece.Challenges.AddRange(challenges.Where(_ => _random.Next(4) == 0));
            pieces.Add(piece);
        }
        db.AddRange(pieces);
        await db.SaveChangesAsync();
        return [.. pieces.Select(p => ((long?)p.Id, (long?)null)), .. challenges.Select(c => ((long?)null, (long?)c.Id))];
    }

    private async Task AddInterviewAsync(int number, Institution house, List<Informant> informants, List<(long? Piece, long? Challenge)> targets)
    {
        var interview = new Interview
        {
            ProcessId = process.Id, Number = number, Title = Titles[_random.Next(Titles.Length)], HeldOn = new DateOnly(2026, 1 + _random.Next(9), 1 + _random.Next(28)),
            Method = (InterviewMethod)_random.Next(4), InstitutionId = Chance() ? house.Id : null, CreatedAtUtc = db.UtcNow,
        };
        interview.Informants.AddRange(informants.Where(_ => Chance()));
        db.Add(interview);
        await db.SaveChangesAsync();
        var transcript = TranscriptText.Freeze(interview, 1, (TranscriptKind)_random.Next(2), Paragraphs(), "", null, db.UtcNow);
        transcript.ApprovedOn = Chance() ? new DateOnly(2026, 9, 30) : null;
        db.Add(transcript);
        await db.SaveChangesAsync();
        AddPassages(transcript, targets);
        await db.SaveChangesAsync();
    }

    private List<ParagraphText> Paragraphs()
    {
        var speakers = Chance() ? Speakers : [""];
        return [.. Enumerable.Range(0, 1 + _random.Next(10))
            .SelectMany(_ => CanonicalText.Paragraphs(Beginnings[_random.Next(Beginnings.Length)] + Text(1 + _random.Next(12))).Select(t => new ParagraphText(speakers[_random.Next(speakers.Length)], t)))];
    }

    private void AddPassages(Transcript transcript, List<(long? Piece, long? Challenge)> targets)
    {
        var text = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));
        var taken = new HashSet<(int, int)>();
        for (var tries = _random.Next(25); tries > 0; tries--)
        {
            var (a, b) = (_random.Next(text.Length), _random.Next(text.Length));
            var (start, end) = (Math.Min(a, b), Math.Max(a, b) + 1);
            if (string.IsNullOrWhiteSpace(text[start..end]))
                continue;
            var range = PassageRange.Cut(text, 0, start, end, text[start..end]);
            if (taken.Add((range.StartUtf16, range.EndUtf16)))
                db.Add(Passage(transcript, range, targets));
        }
    }

    private Passage Passage(Transcript transcript, PassageRange range, List<(long? Piece, long? Challenge)> targets)
    {
        var passage = new Passage
        {
            ProcessId = process.Id, TranscriptId = transcript.Id, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16, Quote = range.Quote,
            Prefix = range.Prefix, Suffix = range.Suffix, Note = Chance() ? CanonicalText.Clean(Text(3) + "\n\n" + Text(2)).Trim() : "",
            CreatedAtUtc = Moment(), CreatedByUserId = Somebody(),
        };
        foreach (var (piece, challenge) in targets.Where(_ => _random.Next(4) == 0))
            passage.Codings.Add(new Coding { ProcessId = process.Id, SolutionPieceId = piece, ChallengeId = challenge, CodedAtUtc = Moment(), CodedByUserId = Somebody() });
        return passage;
    }

    private string Text(int words) => string.Join(Chance() ? " " : "", Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));

    private T? OneOf<T>(List<T> items)
        where T : class => items.Count == 0 || Chance() ? null : items[_random.Next(items.Count)];

    private DateTime Moment() => new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(_random.Next(10_000_000)).AddMilliseconds(_random.Next(1000));

    private long? Somebody() => _random.Next(3) switch
    {
        0 => null,
        1 => city.User(Role.Consultant).Id,
        _ => city.User(Role.Leader).Id,
    };

    private bool Chance() => _random.Next(2) == 0;
}
