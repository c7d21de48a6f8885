using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Quartz;

namespace Loesningsbrikker.Host;

/// <summary>The one file that knows the scheduler: what runs by itself, and when (docs/decisions/0010-one-file-registers-the-jobs.md).</summary>
internal static class Scheduling
{
    /// <summary>Looks at the times before anything starts.</summary>
    /// <exception cref="OperatorException">One of them cannot be read.</exception>
    public static void EnsureUsable(SchedulerSettings settings)
    {
        Ensure(nameof(settings.Reminders), settings.Reminders);
        Ensure(nameof(settings.Outbox), settings.Outbox);
        Ensure(nameof(settings.ImportDrafts), settings.ImportDrafts);
    }

    /// <summary>Registers the jobs, unless the settings turn them off.</summary>
    public static void AddScheduling(this IServiceCollection services, HouseSettings settings)
    {
        if (!settings.Scheduler.Enabled)
            return;
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store => UseDatabase(store, settings));
            quartz.ScheduleJob(Reminders,
                Task (SendDueReminders reminders, ILogger<Job> log, IJobExecutionContext firing, CancellationToken cancellation) =>
                    RunAsync(log, firing, reminders.RunAsync(cancellation)),
                trigger => At(trigger, Reminders, settings.Scheduler.Reminders));
            quartz.ScheduleJob(Outbox,
                Task (DeliverOutbox outbox, ILogger<Job> log, IJobExecutionContext firing, CancellationToken cancellation) =>
                    RunAsync(log, firing, outbox.RunAsync(cancellation)),
                trigger => At(trigger, Outbox, settings.Scheduler.Outbox));
            quartz.ScheduleJob(ImportDrafts,
                Task (DeleteExpiredDrafts drafts, ILogger<Job> log, IJobExecutionContext firing, CancellationToken cancellation) =>
                    RunAsync(log, firing, drafts.RunAsync(cancellation)),
                trigger => At(trigger, ImportDrafts, settings.Scheduler.ImportDrafts));
        });
        // What is stored stays: a Host that starts would otherwise store a time anew which another Host is firing in that moment, and a
        // restart at noon must neither repeat the morning's reminders nor forget them.
        services.Configure<QuartzOptions>(o => o.Scheduling.IgnoreDuplicates = true);
        services.AddHostedService<ChangedTimes>();
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private const string Reminders = "send-due-reminders";

    private const string Outbox = "deliver-outbox";

    private const string ImportDrafts = "delete-expired-import-drafts";

    private static Task RunAsync(ILogger<Job> log, IJobExecutionContext firing, Task work)
    {
        log.LogDebug("Job {Job} of {ScheduledUtc:O}", firing.JobDetail.Key.Name, firing.ScheduledFireTimeUtc?.UtcDateTime);
        return work;
    }

    private static void UseDatabase(IPersistentStoreBuilder store, HouseSettings settings)
    {
        // On SQLite a file of its own, so that its writes do not compete with people's.
        if (settings.UsesPostgreSql)
        {
            store.UsePostgres(Npgsql.NpgsqlFactory.Instance, settings.PostgreSql!);
            store.UseClustering();
        }
        else
            store.UseSqlite(Microsoft.Data.Sqlite.SqliteFactory.Instance, Database.SqliteConnectionString(Path.Combine(settings.DataFolder, "scheduler.db")));
        store.ProvisionSchema();
    }

    /// <summary>Danish time; what was missed while no Host ran is done once; a run that lasts is not overtaken by the next.</summary>
    private static void At(ITriggerConfigurator<IJob> trigger, string name, string cron) => trigger
        .WithIdentity(name)
        .WithOverlapPolicy(OverlapPolicy.Skip)
        .WithCronSchedule(cron, c => c.InTimeZone(DanishText.Copenhagen).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));

    /// <summary>Gives a stored trigger a new time when the settings have one; registered before the scheduler starts.</summary>
    private sealed class ChangedTimes(ISchedulerFactory schedulers, HouseSettings settings) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            foreach (var (name, cron) in new[] { (Reminders, settings.Scheduler.Reminders), (Outbox, settings.Scheduler.Outbox), (ImportDrafts, settings.Scheduler.ImportDrafts) })
                if (await scheduler.GetTrigger(new TriggerKey(name), cancellationToken) is ICronTrigger stored && stored.CronExpressionString != cron)
                    await scheduler.RescheduleJob(stored.Key, stored.GetTriggerBuilder()
                        .WithCronSchedule(cron, c => c.InTimeZone(DanishText.Copenhagen).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                        .Build(), cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Category of the line that each firing leaves in the log, at level Debug.</summary>
    internal sealed class Job;

    private static void Ensure(string name, string cron)
    {
        if (!CronExpression.TryParse(cron, out _))
            throw new OperatorException($"»{cron}« i indstillingen Loesningsbrikker:Scheduler:{name} er intet tidspunkt. Hver dag kl. 6.30 skrives 0 30 6 * * ?");
    }
}
