using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Benchmarks;

/// <summary>Puts a municipality, a consultant and transcripts of a given size straight into the Host's database.</summary>
public sealed class Seed(Func<Actor, LoesningsbrikkerContext> open)
{
    public const string Email = "konsulent@maaling.example";
    public const string Password = "måling-uden-gætteri";

    private readonly Actor _actor = new();

    public long ProcessId { get; private set; }

    public static Seed For(string dataFolder, string? postgreSql) => new(actor =>
    {
        var options = new DbContextOptionsBuilder<LoesningsbrikkerContext>();
        if (postgreSql is null)
            options.UseSqlite(Database.SqliteConnectionString(Path.Combine(dataFolder, "loesningsbrikker.db")));
        else
            options.UseNpgsql(postgreSql);
        return LoesningsbrikkerContext.Open(options.Options, actor, new WriteGate(oneWriter: false), TimeProvider.System);
    });

    public async Task MunicipalityAsync()
    {
        await using var db = open(_actor);
        var municipality = new Municipality { Name = "Måleby " + Guid.NewGuid() };
        db.Add(municipality);
        await db.SaveChangesAsync();
        _actor.MunicipalityId = municipality.Id;
        var user = new User
        {
            UserName = Email, NormalizedUserName = Email.ToUpperInvariant(), Email = Email, NormalizedEmail = Email.ToUpperInvariant(),
            DisplayName = "Måle Konsulent", SecurityStamp = Guid.NewGuid().ToString(), MunicipalityId = municipality.Id,
        };
        user.PasswordHash = new PasswordHasher<User>().HashPassword(user, Password);
        user.Roles.Add(new RoleAssignment { Role = Role.Consultant, GrantedAtUtc = db.UtcNow });
        db.Add(user);
        var process = new DialogueProcess { Name = "Måling", Prefix = "M", StartsOn = new DateOnly(2026, 8, 10), CreatedAtUtc = db.UtcNow };
        db.Add(process);
        await db.SaveChangesAsync();
        process.Members.Add(new ProcessMember { UserId = user.Id, AddedAtUtc = db.UtcNow });
        for (var number = 1; number <= 88; number++)
            db.Add(SolutionPiece.Draft(process.Id, number, (PieceClass)(number % 3), $"Brik nummer {number} om normering og ro", user.Id, db.UtcNow));
        process.LastPieceNumber = 88;
        await db.SaveChangesAsync();
        ProcessId = process.Id;
    }

    /// <summary>A transcript of about <paramref name="kilobytes"/> thousand characters with evenly spread, partly overlapping passages.</summary>
    public async Task<SeededTranscript> TranscriptAsync(int kilobytes, int passages)
    {
        await using var db = open(_actor);
        var number = await db.InTransactionAsync(() => ProcessNumbers.NextInterviewAsync(db, ProcessId));
        var interview = new Interview { ProcessId = ProcessId, Number = number, Title = $"{kilobytes} kB", HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = db.UtcNow };
        db.Add(interview);
        await db.SaveChangesAsync();
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, [.. Paragraphs(kilobytes * 1000)], "", by: null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        var text = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));
        await AddPassagesAsync(transcript, text, passages);
        return new SeededTranscript(transcript.Id, number, text);
    }

    private async Task AddPassagesAsync(Transcript transcript, string text, int count)
    {
        await using var pieces = open(_actor);
        var pieceIds = await pieces.SolutionPieces.Where(p => p.ProcessId == ProcessId).Select(p => p.Id).ToListAsync();
        for (var done = 0; done < count; done += 1000)
        {
            await using var db = open(_actor);
            for (var n = done; n < Math.Min(count, done + 1000); n++)
            {
                var start = (int)((long)n * (text.Length - 200) / count);
                var passage = new Passage
                {
                    ProcessId = ProcessId, TranscriptId = transcript.Id, StartUtf16 = start, EndUtf16 = start + 120,
                    Quote = text.Substring(start, 120), CreatedAtUtc = db.UtcNow,
                };
                passage.Codings.Add(new Coding { ProcessId = ProcessId, SolutionPieceId = pieceIds[n % pieceIds.Count], CodedAtUtc = db.UtcNow });
                db.Add(passage);
            }
            await db.SaveChangesAsync();
        }
    }

    private static IEnumerable<ParagraphText> Paragraphs(int characters)
    {
        const string Sentence = "Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke, at pædagogikken er god om formiddagen. ";
        for (var written = 0; written < characters; written += Sentence.Length * 2)
            yield return new ParagraphText(written / (Sentence.Length * 2) % 2 == 0 ? "Interviewer" : "Leder", (Sentence + Sentence).Trim());
    }
}

/// <summary>A transcript that was put in: its key, its interview's number, and its text.</summary>
public sealed record SeededTranscript(long Id, int InterviewNumber, string Text);
