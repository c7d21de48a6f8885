using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>When streams end; on a Host of their own, whose time the test moves and which it stops.</summary>
public sealed class StreamEndTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task A_stream_ends_within_a_minute_of_a_member_s_removal_and_at_once_when_the_Host_stops()
    {
        var clock = new TimerClock();
        var host = new TestHost(DatabaseKind.Sqlite, clock);
        var city = await TestCity.CreateAsync(host);
        await city.LetLeadersReadAsync(host);
        await using (var scope = host.Scope(city.MunicipalityId))
        {
            var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
            var said = new Testimony(db, city.Process);
            var transcript = await said.TranscriptAsync(await said.InterviewAsync("Leder"), TranscriptKind.Verbatim, "Klokken halv fire.");
            var api = $"{city.Path}/transcripts/{transcript.Id}";
            var leader = await Site.SignInAsync(host, city.User(Role.Leader).Email!);
            await using (var stream = await LiveStream.OpenAsync(leader, api))
            {
                db.Remove(await db.ProcessMembers.SingleAsync(m => m.ProcessId == city.Process.Id && m.UserId == city.User(Role.Leader).Id));
                await db.SaveChangesAsync();
                clock.Move(TimeSpan.FromMinutes(1));
                await stream.EndAsync().WaitAsync(Patience);
            }
            Assert.That((await leader.GetAsync(api + "/live")).Status, Is.EqualTo(HttpStatusCode.NotFound));

            await using var open = await LiveStream.OpenAsync(await Site.SignInAsync(host, city.User(Role.Consultant).Email!), api);
            var ended = open.EndAsync();
            host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();
            await ended.WaitAsync(Patience);
        }
        await host.DisposeAsync();
    }

    /// <summary>A clock whose timers go off when it is moved past them.</summary>
    private sealed class TimerClock : TimeProvider
    {
        private readonly Lock _lock = new();
        private readonly List<Alarm> _alarms = [];
        private DateTimeOffset _now = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // Short waits go by themselves.
            if (dueTime < TimeSpan.FromSeconds(10) && dueTime != Timeout.InfiniteTimeSpan)
                return base.CreateTimer(callback, state, dueTime, period);
            var alarm = new Alarm(this, callback, state);
            alarm.Change(dueTime, period);
            lock (_lock)
                _alarms.Add(alarm);
            return alarm;
        }

        public void Move(TimeSpan time)
        {
            List<Alarm> due;
            lock (_lock)
            {
                _now += time;
                due = _alarms.Where(a => a.Due <= _now).ToList();
                _alarms.RemoveAll(due.Contains);
            }
            due.ForEach(a => a.Ring());
        }

        private sealed class Alarm(TimerClock clock, TimerCallback callback, object? state) : ITimer
        {
            public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

            public void Ring() => callback(state);

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
                return true;
            }

            public void Dispose()
            {
                lock (clock._lock)
                    clock._alarms.Remove(this);
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
