using System.Linq.Expressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

/// <summary>
/// The one database context. Every save stamps the municipality, changes versions, and appends the
/// hash-chained change log in the same transaction. Contexts are used again (<see cref="ContextPool"/>).
/// </summary>
public sealed partial class LoesningsbrikkerContext : IdentityUserContext<User, long>
{
    private Actor? _actor;
    private WriteGate _gate = null!;
    private TimeProvider _clock = null!;
    private Action<bool>? _giveBack;

    /// <summary>For the pool; others call <see cref="Open"/>, because a context without an actor answers nothing.</summary>
    /// <param name="options">Provider and connection.</param>
    public LoesningsbrikkerContext(DbContextOptions<LoesningsbrikkerContext> options)
        : base(options)
    {
    }

    /// <summary>Who acts through this context; decides which municipality's rows are visible.</summary>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody acts through this context.");

    /// <summary>Now, in UTC at millisecond precision.</summary>
    public DateTime UtcNow => UtcConverter.ToUtcMilliseconds(_clock.GetUtcNow().UtcDateTime);

    /// <summary>Read by the query filters; 0 matches no row.</summary>
    private long CurrentMunicipalityId => Actor.MunicipalityId ?? 0;

    /// <summary>A context of its own, outside any pool.</summary>
    /// <param name="options">Provider and connection.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="gate">Serialises writers on SQLite.</param>
    /// <param name="clock">Time for the change log.</param>
    public static LoesningsbrikkerContext Open(
        DbContextOptions<LoesningsbrikkerContext> options, Actor actor, WriteGate gate, TimeProvider clock) =>
        new LoesningsbrikkerContext(options).For(actor, gate, clock);

    /// <summary>Lets <paramref name="actor"/> act through this context from now on.</summary>
    /// <param name="giveBack">Called once, when the context is disposed; false when its connection must not be used again.</param>
    internal LoesningsbrikkerContext For(Actor actor, WriteGate gate, TimeProvider clock, Action<bool>? giveBack = null)
    {
        (_actor, _gate, _clock, _giveBack) = (actor, gate, clock, giveBack);
        return this;
    }

    /// <summary>Forgets what is tracked and lets another act, inside the same transaction.</summary>
    internal void HandTo(Actor actor)
    {
        ChangeTracker.Clear();
        _actor = actor;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        var giveBack = Leave();
        var fit = false;
        try
        {
            base.Dispose();
            fit = true;
        }
        finally
        {
            giveBack?.Invoke(fit);
        }
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        var giveBack = Leave();
        var fit = false;
        try
        {
            await base.DisposeAsync();
            fit = true;
        }
        finally
        {
            giveBack?.Invoke(fit);
        }
    }

    /// <summary>Not offered: a blocking save would hold a thread while it waits for its turn.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        // They are known now; every look at the entries, and the save itself, would search for them again.
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            StampRows();
            return await SaveStampedAsync(acceptAllChangesOnSuccess, AuditTrail.Capture(ChangeTracker), cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task<int> SaveStampedAsync(
        bool acceptAllChangesOnSuccess, IReadOnlyList<AuditTrail.Change> changes, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
            return await SaveWithAuditAsync(acceptAllChangesOnSuccess, changes, cancellationToken);

        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var rows = await SaveWithAuditAsync(acceptAllChangesOnSuccess, changes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    /// <summary>Runs several saves as one: all of them are stored, or none.</summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default)
    {
        if (Database.CurrentTransaction is not null)
            return await work();
        using var turn = await _gate.EnterAsync(cancellation);
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        var result = await work();
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <inheritdoc cref="InTransactionAsync{T}" />
    public Task InTransactionAsync(Func<Task> work, CancellationToken cancellation = default) =>
        InTransactionAsync(async () => { await work(); return true; }, cancellation);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<OffsetToUtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LoesningsbrikkerContext).Assembly);
        // Nobody signs in elsewhere, and what a user may do stands in the roles.
        builder.Ignore<IdentityUserClaim<long>>();
        builder.Ignore<IdentityUserLogin<long>>();
        // A row is never deleted behind the change log's back: the children that are loaded go with it and are logged,
        // and those that are not make the database refuse.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Where(k => k.DeleteBehavior == DeleteBehavior.Cascade))
            key.DeleteBehavior = DeleteBehavior.ClientCascade;
        foreach (var type in builder.Model.GetEntityTypes().Select(t => t.ClrType).ToList())
        {
            if (typeof(IMunicipalityOwned).IsAssignableFrom(type))
                builder.Entity(type).HasQueryFilter(OwnMunicipalityOnly(type));
            if (typeof(IVersioned).IsAssignableFrom(type))
                builder.Entity(type).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    private LambdaExpression OwnMunicipalityOnly(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var rowId = Expression.Property(row, nameof(IMunicipalityOwned.MunicipalityId));
        var current = Expression.Property(Expression.Constant(this), nameof(CurrentMunicipalityId));
        Expression condition = Expression.Equal(rowId, current);
        // Sign-in looks a user up before anybody's municipality is known.
        if (type == typeof(User))
            condition = Expression.OrElse(Expression.Equal(current, Expression.Constant(0L)), condition);
        return Expression.Lambda(condition, row);
    }

    private void StampRows()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { State: EntityState.Added, Entity: IMunicipalityOwned { MunicipalityId: 0 } row })
                row.MunicipalityId = Actor.MunicipalityId
                    ?? throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} has no municipality.");
            else if (entry is { State: not EntityState.Unchanged, Entity: IMunicipalityOwned owned }
                     && Actor.MunicipalityId is { } own && owned.MunicipalityId != own)
                throw new InvalidOperationException("A row of another municipality cannot be written.");

            // Through the entry, which notices: nobody looks for changes any more.
            if (entry is { State: EntityState.Added or EntityState.Modified, Entity: IVersioned })
                entry.Property(nameof(IVersioned.Version)).CurrentValue = Guid.NewGuid();
        }
    }

    private Action<bool>? Leave()
    {
        var giveBack = _giveBack;
        (_actor, _giveBack) = (null, null);
        return giveBack;
    }

    private async Task<int> SaveWithAuditAsync(
        bool acceptAll, IReadOnlyList<AuditTrail.Change> changes, CancellationToken cancellation)
    {
        var rows = await base.SaveChangesAsync(acceptAll, cancellation);
        await AuditTrail.AppendAsync(this, changes, cancellation);
        return rows;
    }
}
