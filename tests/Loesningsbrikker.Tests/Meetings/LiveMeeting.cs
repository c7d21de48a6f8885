using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>A joint meeting that is held live: its groups, its slips, and the leader's browser on its agenda.</summary>
public sealed class LiveMeeting
{
    private readonly Queue<string> _slips = [];

    public required TestHost Host { get; init; }

    public required TestCity City { get; init; }

    public required LoesningsbrikkerContext Db { get; init; }

    public required ValidationMeeting Meeting { get; init; }

    /// <summary>The leader's browser; not there in a meeting that was only prepared.</summary>
    public Site Leader { get; private set; } = null!;

    public string Code => Meeting.JoinCode!;

    /// <summary>Address of the meeting for the staff.</summary>
    public string Path => $"{City.Path}/validation-meetings/{Meeting.Id}";

    /// <summary>Builds a meeting with slips for each group, and lets it begin.</summary>
    public static async Task<LiveMeeting> BeginAsync(
        TestHost host, TestCity city, LoesningsbrikkerContext db, bool secret, params (string Group, int Slips)[] groups)
    {
        var live = await PrepareAsync(host, city, db, secret, groups);
        live.Leader = await Site.SignInAsync(host, city.User(Role.Leader).Email!);
        await live.Leader.GetAsync(live.Path + "/agenda");
        return live;
    }

    /// <summary>The same without a browser of the leader's.</summary>
    public static async Task<LiveMeeting> PrepareAsync(
        TestHost host, TestCity city, LoesningsbrikkerContext db, bool secret, params (string Group, int Slips)[] groups)
    {
        var data = new MeetingData(db, city.Process);
        var meeting = await data.MeetingAsync("Fællesmøde", new DateOnly(2026, 11, 26));
        var leaderId = city.User(Role.Leader).Id;
        meeting.GoLive(Slips.NewCode(ValidationMeeting.JoinCodeLength), leaderId, db.UtcNow);
        meeting.DecideSecrecy(secret, hasAsked: false, leaderId, db.UtcNow);
        await db.SaveChangesAsync();
        var live = new LiveMeeting { Host = host, City = city, Db = db, Meeting = meeting };
        foreach (var (name, slips) in groups)
            await live.AddSlipsAsync(await live.GroupAsync(name) ?? await data.GroupAsync(name), slips);
        return live;
    }

    public Task<InformantGroup?> GroupAsync(string name) => Db.InformantGroups.FirstOrDefaultAsync(g => g.ProcessId == City.Process.Id && g.Name == name);

    /// <summary>Slips for a group, straight into the database; <see cref="NextSlip"/> hands them out.</summary>
    public async Task AddSlipsAsync(InformantGroup group, int count)
    {
        var slips = Host.Services.GetRequiredService<Slips>();
        for (var i = 0; i < count; i++)
        {
            var code = Slips.NewCode(Slips.Length);
            var participant = MeetingParticipant.Of(Meeting, group, ParticipantWay.Slip, City.User(Role.Leader).Id, Db.UtcNow);
            slips.Write(participant, code);
            Db.Add(participant);
            _slips.Enqueue(code);
        }
        await Db.SaveChangesAsync();
    }

    /// <summary>The next slip nobody has, in the order of the groups.</summary>
    public string NextSlip() => _slips.Dequeue();

    /// <summary>A phone that has joined with the next slip.</summary>
    public Task<Phone> JoinAsync() => Phone.JoinAsync(this, NextSlip());

    /// <summary>Phones that have joined, each with a slip of its own.</summary>
    public async Task<Phone[]> JoinAsync(int count)
    {
        var phones = new Phone[count];
        for (var i = 0; i < count; i++)
            phones[i] = await JoinAsync();
        return phones;
    }

    /// <summary>A formulated piece, with a price where kroner are given.</summary>
    public async Task<SolutionPiece> PieceAsync(string title, PieceClass pieceClass = PieceClass.Political, long? kroner = null)
    {
        var piece = await new MeetingData(Db, City.Process).PieceAsync(title, pieceClass);
        if (kroner is { } amount)
        {
            piece.WriteEstimate(Loesningsbrikker.Budget.EstimateStatus.Rough, 2026, "", [new() { Year = City.Process.FirstYear, Amount = amount }], null, Db.UtcNow);
            await Db.SaveChangesAsync();
        }
        return piece;
    }

    /// <summary>Puts a question on the agenda as the leader does; gives its key.</summary>
    public async Task<long> PlanAsync(RoundKind kind, IEnumerable<SolutionPiece> pieces, int? maxChoices = null, bool rehearsal = false)
    {
        var fields = pieces.Select(p => ("Pieces", $"{p.Number}")).Append(("Kind", $"{kind}"));
        if (maxChoices is { } most)
            fields = fields.Append(("MaxChoices", $"{most}"));
        if (rehearsal)
            fields = fields.Append(("IsRehearsal", "true"));
        var answer = await Leader.PostAsync(Path + "/rounds/new", [.. fields]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return await Db.MeetingRounds.Where(r => r.MeetingId == Meeting.Id).MaxAsync(r => r.Id);
    }

    /// <summary>Puts a question on the agenda and opens it; gives its key.</summary>
    public async Task<long> OpenAsync(RoundKind kind, params SolutionPiece[] pieces)
    {
        var round = await PlanAsync(kind, pieces, kind == RoundKind.Choice ? 2 : null);
        await DoAsync(round, "open");
        return round;
    }

    /// <summary>Presses a button of the agenda, which must do what it says.</summary>
    public async Task DoAsync(long round, string verb, params (string Name, string Value)[] fields)
    {
        var answer = await TryAsync(round, verb, fields);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
    }

    /// <summary>Presses a button of the agenda.</summary>
    public Task<Page> TryAsync(long round, string verb, params (string Name, string Value)[] fields) =>
        Leader.PostAsync($"{Path}/rounds/{round}/{verb}", fields);

    /// <summary>The newest count of a question.</summary>
    public async Task<RoundCount> CountOfAsync(long round) =>
        await Db.RoundCounts.AsNoTracking().Include(c => c.Results).Where(c => c.RoundId == round).OrderByDescending(c => c.Number).FirstAsync();

    /// <summary>The page says no with this sentence, and nothing broke.</summary>
    public static void AssertRefused(Page page, string sentence)
    {
        Assert.That(page.Text, Does.Contain(sentence));
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    /// <summary>What the meeting's result says about a piece, all groups together: yes, no, can't say.</summary>
    public async Task<(int Yes, int No, int DontKnow)> ResultOfAsync(SolutionPiece piece)
    {
        var rows = await Db.MeetingResults.AsNoTracking().Where(r => r.MeetingId == Meeting.Id && r.SolutionPieceId == piece.Id).ToListAsync();
        return (rows.Sum(r => r.Yes), rows.Sum(r => r.No), rows.Sum(r => r.DontKnow));
    }
}

/// <summary>A participant's phone: a browser with its cookies, without script unless it sends JSON.</summary>
public sealed class Phone
{
    private readonly LiveMeeting _meeting;
    private int _revision;

    private Phone(LiveMeeting meeting, Site site) => (_meeting, Site) = (meeting, site);

    public Site Site { get; }

    /// <summary>Opens the link of a slip and taps once.</summary>
    public static async Task<Phone> JoinAsync(LiveMeeting meeting, string slip)
    {
        var site = Site.Anonymous(meeting.Host);
        await site.GetAsync($"/m/{meeting.Code}/{slip}");
        var joined = await site.PostAsync($"/m/{meeting.Code}/join", ("Slip", slip));
        Assert.That((joined.Status, joined.Location), Is.EqualTo((HttpStatusCode.Found, (string?)$"/m/{meeting.Code}")), joined.Text);
        await site.GetAsync($"/m/{meeting.Code}");
        return new Phone(meeting, site);
    }

    public Task<Page> LookAsync() => Site.GetAsync($"/m/{_meeting.Code}");

    /// <summary>Answers about the first piece, as a change of what was answered before.</summary>
    public Task<Page> AnswerAsync(long round, int value, string? comment = null) => SendAsync(round, ++_revision, (1, value, comment));

    /// <summary>Sends a revision of the ballot with answers by place.</summary>
    public Task<Page> SendAsync(long round, int revision, params (int Place, int Value, string? Comment)[] answers) => Site.SendJsonAsync(
        HttpMethod.Put, $"/m/{_meeting.Code}/rounds/{round}/ballot",
        new { revision, answers = answers.Select(a => new { a.Place, a.Value, a.Comment }) });
}
