using System.Linq.Expressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

/// <summary>
/// The one database context. Every save stamps the municipality, changes versions, and appends the
/// hash-chained change log in the same transaction.
/// </summary>
/// <param name="options">Provider and connection.</param>
/// <param name="actor">Who acts; decides which municipality's rows are visible.</param>
/// <param name="gate">Serialises writers on SQLite.</param>
/// <param name="clock">Time for the change log.</param>
public sealed partial class LoesningsbrikkerContext(
    DbContextOptions<LoesningsbrikkerContext> options, Actor actor, WriteGate gate, TimeProvider clock)
    : IdentityUserContext<User, long>(options)
{
    /// <summary>Who acts through this context.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>Now, in UTC at millisecond precision.</summary>
    public DateTime UtcNow => UtcConverter.ToUtcMilliseconds(clock.GetUtcNow().UtcDateTime);

    /// <summary>Read by the query filters; 0 matches no row.</summary>
    private long CurrentMunicipalityId => Actor.MunicipalityId ?? 0;

    /// <summary>Not offered: a blocking save would hold a thread while it waits for its turn.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        StampRows();
        var changes = AuditTrail.Capture(ChangeTracker);
        if (Database.CurrentTransaction is not null)
            return await SaveWithAuditAsync(acceptAllChangesOnSuccess, changes, cancellationToken);

        using var turn = await gate.EnterAsync(cancellationToken);
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
        using var turn = await gate.EnterAsync(cancellation);
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

            if (entry is { State: EntityState.Added or EntityState.Modified, Entity: IVersioned versioned })
                versioned.Version = Guid.NewGuid();
        }
    }

    private async Task<int> SaveWithAuditAsync(
        bool acceptAll, IReadOnlyList<AuditTrail.Change> changes, CancellationToken cancellation)
    {
        var rows = await base.SaveChangesAsync(acceptAll, cancellation);
        await AuditTrail.AppendAsync(this, changes, cancellation);
        return rows;
    }
}
