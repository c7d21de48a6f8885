using System.Globalization;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Operations;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>
/// Somebody who holds the whole database, its write-ahead log and all that was logged tries to tie ballots to participants. While the
/// question is open it works, which shows that the attacks bite; when it is closed they do no better than chance.
/// </summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public sealed class SecretBallotTests(DatabaseKind database)
{
    private const int People = 40;

    /// <summary>The participants by the transaction that last touched them, beside the ballots by the one that wrote them.</summary>
    private const string ByPerson = "(SELECT p.xmax::text::bigint FROM \"MeetingParticipants\" p WHERE p.\"Id\" = \"ParticipantId\")";

    /// <summary>A random order ties one of any number on average; nine or more come by chance in one of a million runs.</summary>
    private const int ByChance = 8;

    private readonly KeptLog _log = new();
    private LoggingHost _host = null!;
    private TestCity _city = null!;

    [OneTimeSetUp]
    public async Task StartAHostOfItsOwn()
    {
        TestHost.SkipWithoutServer(database);
        _host = new LoggingHost(database, _log);
        _city = await TestCity.CreateAsync(_host);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _log.Dispose();
    }

    [Test]
    public async Task Order_transaction_keys_files_and_log_tie_no_ballot_to_a_participant_when_the_question_is_closed()
    {
        await using var scope = _host.Scope(_city.MunicipalityId, _city.User(Role.Leader).Id);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var live = await LiveMeeting.BeginAsync(_host, _city, db, secret: true, ("Medarbejdere", People));
        // Six pieces with three answers each: every participant's ballot is one of its kind.
        var pieces = new List<Loesningsbrikker.SolutionPieces.SolutionPiece>();
        for (var i = 0; i < 6; i++)
            pieces.Add(await live.PieceAsync($"Brik {i}"));
        var phones = await live.JoinAsync(People);
        var round = await live.OpenAsync(RoundKind.Validity, [.. pieces]);
        for (var i = 0; i < People; i++)
            Assert.That((await phones[i].SendAsync(round, 1, Answers(i))).Status, Is.EqualTo(System.Net.HttpStatusCode.OK));

        var truth = await TruthAsync(db, live, round);
        var ids = (await db.Ballots.AsNoTracking().Where(b => b.RoundId == round).Select(b => b.Id).ToListAsync()).ConvertAll(id => id.ToString());
        foreach (var order in Orders())
            Assert.That(Tied(await ReadAsync(db, round, order), truth), Is.EqualTo(People), $"While the question is open, {order} tells it.");
        if (database == DatabaseKind.Sqlite)
            Assert.That(Found(ids), Is.Not.Zero);

        await live.DoAsync(round, "close");
        foreach (var order in Orders())
            foreach (var backwards in new[] { false, true })
                Assert.That(Tied(await ReadAsync(db, round, order, backwards), truth), Is.LessThanOrEqualTo(ByChance), order);
        Assert.That((await db.Ballots.AsNoTracking().Where(b => b.RoundId == round).ToListAsync()).Select(b => (b.ParticipantId, b.StoredAtUtc, b.Revision)), Is.All.EqualTo(((long?)null, (DateTime?)null, 0)));
        Assert.That(Found(ids), Is.Zero, "The ids that the phones know stand in no file any more.");
        Assert.That(await db.AuditEntries.CountAsync(e => e.EntityName == nameof(Ballot) || e.EntityName == nameof(BallotAnswer) || e.EntityName == nameof(RoundVoter)), Is.Zero);
        Assert.That(_log.Text, Does.Contain("rounds/"), "Requests are logged.");
        foreach (var id in ids)
            Assert.That(_log.Text, Does.Not.Contain(id).IgnoreCase);
        // And the answers are all there.
        Assert.That((await live.CountOfAsync(round)).Results.Sum(r => r.People), Is.EqualTo(People * pieces.Count));
    }

    [Test]
    public async Task Answers_on_paper_are_mixed_in_when_the_count_is_concluded()
    {
        await using var scope = _host.Scope(_city.MunicipalityId, _city.User(Role.Leader).Id);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var live = await LiveMeeting.BeginAsync(_host, _city, db, secret: true, ("Medarbejdere", 30));
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        foreach (var phone in await live.JoinAsync(20))
            await phone.AnswerAsync(round, AnswerValues.Yes);
        await live.DoAsync(round, "close", ("AwaitPaper", "true"));
        var table = $"{live.Path}/rounds/{round}/table";
        await live.Leader.GetAsync(table);
        for (var i = 0; i < 10; i++)
            await live.Leader.PostAsync(table, ("Code", live.NextSlip()), ("BallotId", $"{Guid.NewGuid()}"), ("NewcomerId", $"{Guid.NewGuid()}"), ("Answers[0].Place", "1"), ("Answers[0].Value", "2"));
        var newest = database == DatabaseKind.Sqlite ? "rowid" : "xmin::text::bigint, ctid";
        Assert.That(Late(await ReadAsync(db, round, newest)), Is.EqualTo(10), "Before, the no of those on paper stands last.");
        await live.DoAsync(round, "count");
        Assert.That(Late(await ReadAsync(db, round, newest)), Is.LessThan(10));
    }

    /// <summary>How many of the last ten ballots say no.</summary>
    private static int Late(IReadOnlyList<(long Participant, string Answers)> rows) => rows.TakeLast(10).Count(r => r.Answers == "2");

    private static (int, int, string?)[] Answers(int participant) =>
        [.. Enumerable.Range(0, 6).Select(i => (i + 1, 1 + (participant / (int)Math.Pow(3, i) % 3), (string?)null))];

    /// <summary>What each participant really answered: phones joined and answered in the order of their slips.</summary>
    private static async Task<Dictionary<long, string>> TruthAsync(LoesningsbrikkerContext db, LiveMeeting live, long round)
    {
        var participants = await db.MeetingParticipants.Where(p => p.MeetingId == live.Meeting.Id).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        Assert.That(await db.RoundVoters.CountAsync(v => v.RoundId == round), Is.EqualTo(People));
        return participants.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => string.Concat(Answers(p.i).Select(a => a.Item2)));
    }

    /// <summary>In how many cases the guess is what the participant answered.</summary>
    private static int Tied(IReadOnlyList<(long Participant, string Answers)> guesses, Dictionary<long, string> truth) =>
        guesses.Count(g => truth[g.Participant] == g.Answers);

    /// <summary>By what rows can be put in order: where they lie, and which transaction wrote them.</summary>
    private string[] Orders() => database == DatabaseKind.Sqlite ? ["rowid"] : ["ctid", "xmin::text::bigint, ctid", ByPerson];

    /// <summary>The voters and the ballots, each in an order, laid side by side.</summary>
    private async Task<IReadOnlyList<(long Participant, string Answers)>> ReadAsync(LoesningsbrikkerContext db, long round, string order, bool backwards = false)
    {
        var voters = await ColumnAsync(db, FormattableString.Invariant($"""SELECT "ParticipantId" FROM "RoundVoters" WHERE "RoundId" = {round} ORDER BY {order}"""));
        order = order == ByPerson ? "xmin::text::bigint" : order;
        var ballots = await ColumnAsync(db, FormattableString.Invariant($"""SELECT "Id" FROM "Ballots" WHERE "RoundId" = {round} ORDER BY {order}"""));
        var answers = (await db.BallotAnswers.AsNoTracking().Where(a => db.Ballots.Any(b => b.Id == a.BallotId && b.RoundId == round)).ToListAsync())
            .GroupBy(a => a.BallotId).ToDictionary(g => g.Key, g => string.Concat(g.OrderBy(a => a.SolutionPieceId).Select(a => a.Value)));
        if (backwards)
            ballots.Reverse();
        return [.. voters.Zip(ballots, (voter, ballot) => (long.Parse(voter, CultureInfo.InvariantCulture), answers[Guid.Parse(ballot)]))];
    }

    private static async Task<List<string>> ColumnAsync(LoesningsbrikkerContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        await db.Database.CloseConnectionAsync();
        return values;
    }

    /// <summary>How many of the ids stand in the bytes of the database and its logs; on PostgreSQL the files are the server's.</summary>
    private int Found(IReadOnlyList<string> ids)
    {
        if (database != DatabaseKind.Sqlite)
            return 0;
        var files = Directory.GetFiles(_host.DataFolder).Where(f => f.StartsWith(SqliteFile.In(_host.DataFolder), StringComparison.Ordinal)).Select(Read).ToList();
        return ids.Count(id => files.Exists(bytes => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(id.ToUpperInvariant())) >= 0));
    }

    /// <summary>The Host has the file open.</summary>
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A Host that logs every request and every command to the database.</summary>
    private sealed class LoggingHost(DatabaseKind kind, KeptLog log) : TestHost(kind)
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddLogging(logging => logging.AddProvider(log).AddFilter<KeptLog>(null, LogLevel.Information)));
        }
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
                _text.AppendLine(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
