using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Exchange;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>
/// A process with one of everything: every role is a member, leaders may read transcripts, one interview with a
/// transcript, a step in its journal, a formulated piece with evidence in the local leader's institution, a draft piece, each setup row, a joint meeting,
/// and pieces further on in their lives (<see cref="SampleLaterPieces"/>).
/// </summary>
public sealed class SampleProcess
{
    private static int _made;

    public required TestHost Host { get; init; }

    public required TestCity City { get; init; }

    public required DialogueProcess Process { get; init; }

    /// <summary>Number of the interview and of the first piece; the second piece has the next one.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the live meeting.</summary>
    public required string JoinCode { get; init; }

    /// <summary>Code of a slip for it.</summary>
    public required string Slip { get; init; }

    /// <param name="firstNumber">1, or a number that other processes have not reached.</param>
    public static async Task<SampleProcess> CreateAsync(TestHost host, TestCity city, int firstNumber = 1)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var process = await AddProcessAsync(db, city, await AddSpareUserAsync(scope.ServiceProvider, db, city), firstNumber);
        var theme = new Theme { ProcessId = process.Id, Name = "Normering" };
        var challenge = new Challenge { ProcessId = process.Id, Title = "For få voksne om morgenen", Theme = theme };
        var institution = new Institution { Name = "Børnehuset " + process.Id, Kind = InstitutionKind.Daycare, LeaderUserId = city.User(Role.LocalLeader).Id };
        var group = new InformantGroup { ProcessId = process.Id, Name = "Medarbejdere" };
        var informant = new Informant { ProcessId = process.Id, Code = "M-01", Group = group, Institution = institution };
        db.AddRange(theme, challenge, institution, group, informant, new Strategy { ProcessId = process.Id, Name = "Børne- og ungepolitik" });
        await db.SaveChangesAsync();

        var piece = SolutionPiece.Draft(process.Id, firstNumber, PieceClass.Local, "Faste voksne om morgenen", null, db.UtcNow);
        piece.Reword(piece.Title, "De samme to voksne tager imod hver morgen.", null, null, db.UtcNow);
        piece.Formulate(null, db.UtcNow);
        piece.Theme = theme;
        piece.Institutions.Add(institution);
        piece.Challenges.Add(challenge);
        db.AddRange(piece, SolutionPiece.Draft(process.Id, firstNumber + 1, PieceClass.Political, "Flere uddannede pædagoger", null, db.UtcNow));
        var transcript = await AddInterviewAsync(db, process.Id, firstNumber, institution, informant);
        var identity = new InformantIdentity { ProcessId = process.Id, InformantId = informant.Id };
        scope.ServiceProvider.GetRequiredService<IdentityCipher>().Write(identity, "Prøve Person", "prøve@prøveby.example");
        db.Add(identity);
        AddPassage(db, transcript, piece.Codings, challenge);
        AddImportDraft(db, city, process.Id, scope.ServiceProvider.GetRequiredService<DraftCipher>());
        AddGuide(db, transcript, group);
        SampleTableDraft.Add(db, city, process.Id, scope.ServiceProvider.GetRequiredService<DraftCipher>());
        await db.SaveChangesAsync();
        await SampleProjectDraft.AddAsync(scope.ServiceProvider, db, city, process.Id);
        await SampleLaterPieces.AddAsync(db, process.Id, firstNumber + 2, institution, group);
        AddFollowUp(db, city, piece);
        AddStep(db, city, piece);
        await db.SaveChangesAsync();
        var (joinCode, slip) = await SampleLiveMeeting.AddAsync(
            db, scope.ServiceProvider.GetRequiredService<Slips>(), process.Id, group, city.User(Role.Leader).Id);
        return new SampleProcess { Host = host, City = city, Process = process, Number = firstNumber, JoinCode = joinCode, Slip = slip };
    }

    /// <summary>Somebody whom a test may close, rename or remove while the others stay signed in.</summary>
    private static Task<User> AddSpareUserAsync(IServiceProvider services, LoesningsbrikkerContext db, TestCity city) =>
        city.AddUserAsync(services.GetRequiredService<UserManager<User>>(), db, Role.Consultant);

    private static async Task<DialogueProcess> AddProcessAsync(LoesningsbrikkerContext db, TestCity city, User spare, int firstNumber)
    {
        var process = new DialogueProcess
        {
            Name = "Dialog om alt", Prefix = PrefixOf(Interlocked.Increment(ref _made)), Purpose = "At prøve alt.", StartsOn = new DateOnly(2026, 8, 10),
            LeadersReadTranscriptsSinceUtc = db.UtcNow, LastInterviewNumber = firstNumber, LastPieceNumber = firstNumber + 1 + SampleLaterPieces.Count, CreatedAtUtc = db.UtcNow,
        };
        foreach (var role in Enum.GetValues<Role>())
            process.Members.Add(new ProcessMember
            {
                UserId = city.User(role).Id, AddedAtUtc = db.UtcNow, KeyPermissionSinceUtc = role == Role.Consultant ? db.UtcNow : null,
            });
        db.Add(process);
        await db.SaveChangesAsync();
        // Saved last: the address of "a member" is that of the newest one.
        process.Members.Add(new ProcessMember { UserId = spare.Id, AddedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        return process;
    }

    private static async Task<Transcript> AddInterviewAsync(
        LoesningsbrikkerContext db, long processId, int number, Institution institution, Informant informant)
    {
        var interview = new Interview
        {
            ProcessId = processId, Number = number, Title = "Medarbejdere i børnehuset", HeldOn = new DateOnly(2026, 9, 1), Institution = institution,
            CreatedAtUtc = db.UtcNow, Informants = { informant },
        };
        db.Add(interview);
        await db.SaveChangesAsync();
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim,
            [new("Interviewer", "Hvordan er morgenen?"), new("M-01", "Vi er for få, når børnene kommer.")], "", null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        return transcript;
    }

    private static void AddPassage(LoesningsbrikkerContext db, Transcript transcript, List<Coding> evidence, Challenge challenge)
    {
        var said = transcript.Paragraphs[1];
        var passage = new Passage
        {
            ProcessId = transcript.ProcessId, TranscriptId = transcript.Id, StartUtf16 = said.StartUtf16, EndUtf16 = said.EndUtf16,
            Quote = said.Text, Prefix = "Hvordan er morgenen?\n", CreatedAtUtc = db.UtcNow, ReleasedAtUtc = db.UtcNow,
        };
        db.Add(passage);
        db.Add(new Coding { ProcessId = transcript.ProcessId, Passage = passage, ChallengeId = challenge.Id, CodedAtUtc = db.UtcNow });
        evidence.Add(new Coding { ProcessId = transcript.ProcessId, Passage = passage, CodedAtUtc = db.UtcNow });
    }

    /// <summary>A text of the consultant's that waits to be looked at.</summary>
    private static void AddImportDraft(LoesningsbrikkerContext db, TestCity city, long processId, DraftCipher cipher)
    {
        var draft = ImportDraft.Begin(processId, city.User(Role.Consultant).Id, db.UtcNow);
        List<ParagraphText> paragraphs = [new("Interviewer", "Hvem ringer I til?"), new("Åse Prøve", "Til Mette på 22 33 44 55.")];
        var data = PersonalDataFinder.Find([.. paragraphs, new("", "Møde")], KnownNames.None);
        cipher.Write(draft, new DraftContent
        {
            FileName = "Møde.txt", Paragraphs = paragraphs, LeftOut = ["1 billede er ikke læst med."], Findings = [.. data.Findings], People = data.People,
            Speakers = [new() { Label = "Interviewer", Turns = 1, Role = SpeakerRole.Interviewer }, new() { Label = "Åse Prøve", Turns = 1, IsName = true, Word = "Deltager 1" }],
        });
        db.Add(draft);
    }

    /// <summary>A guide with a question whose answer is known, and one for a single group.</summary>
    private static void AddGuide(LoesningsbrikkerContext db, Transcript transcript, InformantGroup group)
    {
        var guide = new InterviewGuide { ProcessId = transcript.ProcessId, Introduction = "Tak, fordi du vil være med.", Closing = "Du kan følge med." };
        guide.Questions.Add(new GuideQuestion { ProcessId = transcript.ProcessId, Position = 2, Text = "Hvad fungerer for jer som gruppe?", GroupId = group.Id });
        var asked = new GuideQuestion { ProcessId = transcript.ProcessId, Position = 1, Text = "Hvordan er morgenen i børnehuset?", Probes = "Hvem tager imod?" };
        guide.Questions.Add(asked);
        db.Add(guide);
        db.Add(new GuideSection
        {
            ProcessId = transcript.ProcessId, TranscriptId = transcript.Id, Question = asked, StartUtf16 = 0, EndUtf16 = transcript.LengthUtf16, CreatedAtUtc = db.UtcNow,
        });
    }

    /// <summary>A follow-up that is due, and a mail about it that the server did not take.</summary>
    private static void AddFollowUp(LoesningsbrikkerContext db, TestCity city, SolutionPiece piece)
    {
        var consultant = city.User(Role.Consultant);
        db.Add(FollowUp.Set(piece, new FollowUpPlan(DanishText.Day(db.UtcNow), Recurrence.Monthly, consultant.Id, consultant.DisplayName, "Virker det?"), null, db.UtcNow));
        var mail = OutboxMessage.Write(consultant.Id, MailKind.Trial, forDay: null, MailText.TrialSubject, MailText.TrialBody, db.UtcNow);
        mail.Claim(db.UtcNow);
        mail.Fail("Der er ikke forbindelse til mailserveren.", db.UtcNow);
        db.Add(mail);
    }

    /// <summary>A step of the journal that its author can undo.</summary>
    private static void AddStep(LoesningsbrikkerContext db, TestCity city, SolutionPiece piece) => db.Add(new CodingStep
    {
        ProcessId = piece.ProcessId, SolutionPieceId = piece.Id, Kind = CodingStepKind.PieceEdited, AtUtc = db.UtcNow, ByUserId = city.User(Role.Consultant).Id,
        Images = new StepImages { Pieces = [new(piece.Id, new PieceImage { Title = "Faste voksne" }, new PieceImage { Title = piece.Title })] }.ToJson(),
    });

    /// <summary>AAA, AAB …: a prefix is three letters at most, and unique in the municipality.</summary>
    private static string PrefixOf(int number) => string.Concat(new[] { 676, 26, 1 }.Select(place => (char)('A' + number / place % 26)));
}
