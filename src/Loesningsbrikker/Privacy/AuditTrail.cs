using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loesningsbrikker.Privacy;

/// <summary>
/// Writes the change log inside the transaction of the change. Plain commands instead of entities:
/// it runs at every save, and its rows must never be tracked.
/// </summary>
public static class AuditTrail
{
    /// <summary>A pending change; key and municipality are read after the save, when the database has given the keys.</summary>
    public sealed record Change(EntityEntry Entry, EntityState State, string Fields);

    /// <summary>What the context is about to save, but for rows that are logs themselves.</summary>
    public static IReadOnlyList<Change> Capture(ChangeTracker tracker) =>
    [
        .. from entry in tracker.Entries()
           where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                 && entry.Entity is not INotAudited
           select new Change(entry, entry.State, FieldsOf(entry)),
    ];

    /// <summary>Appends one line per change to the chain of its municipality.</summary>
    /// <exception cref="InvalidOperationException">A change belongs to no known municipality, so that no log would have it.</exception>
    public static async Task AppendAsync(
        LoesningsbrikkerContext context, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        foreach (var group in changes.GroupBy(c => MunicipalityOf(c.Entry)))
            await AppendAsync(context, group.Key, group, cancellation);
    }

    /// <summary>The hash that line <paramref name="entry"/> must carry after <paramref name="previous"/>.</summary>
    /// <param name="previous">Hash of the line before; empty for the first.</param>
    /// <param name="entry">The line; its own hash is not read.</param>
    public static byte[] HashOf(ReadOnlySpan<byte> previous, AuditEntry entry)
    {
        var line = string.Join('\u001f',
            entry.MunicipalityId.ToString(CultureInfo.InvariantCulture),
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
            entry.UserId?.ToString(CultureInfo.InvariantCulture) ?? "",
            entry.Operation, entry.EntityName, entry.EntityKey, entry.Fields);
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(line)]);
    }

    private static async Task AppendAsync(
        LoesningsbrikkerContext context, long municipalityId, IEnumerable<Change> changes, CancellationToken cancellation)
    {
        var (sequence, hash) = await ReadHeadAsync(context, municipalityId, cancellation);
        var statements = new List<Statement>();
        foreach (var change in changes)
        {
            var entry = new AuditEntry
            {
                MunicipalityId = municipalityId, Sequence = ++sequence, AtUtc = context.UtcNow,
                UserId = context.Actor.UserId, Operation = change.State.ToString(),
                EntityName = change.Entry.Metadata.ShortName(), EntityKey = KeyOf(change.Entry), Fields = change.Fields,
            };
            entry.Hash = hash = HashOf(hash, entry);
            statements.Add(Insert(entry));
        }
        statements.Add(new Statement("""UPDATE "AuditHeads" SET "Sequence" = @s, "Hash" = @h WHERE "MunicipalityId" = @m""",
            ("@m", municipalityId), ("@s", sequence), ("@h", hash)));
        await ExecuteAsync(context, statements, cancellation);
    }

    private static async Task<(long Sequence, byte[] Hash)> ReadHeadAsync(
        LoesningsbrikkerContext context, long municipalityId, CancellationToken cancellation)
    {
        if (await TryReadHeadAsync(context, municipalityId, cancellation) is { } head)
            return head;
        // There must be a row to lock: of two who write a municipality's first line at once, the second waits here.
        await ExecuteAsync(context,
            [new Statement("""INSERT INTO "AuditHeads" ("MunicipalityId", "Sequence", "Hash") VALUES (@m, 0, @h) ON CONFLICT DO NOTHING""",
                ("@m", municipalityId), ("@h", Array.Empty<byte>()))], cancellation);
        return (await TryReadHeadAsync(context, municipalityId, cancellation))!.Value;
    }

    /// <summary>PostgreSQL: the row lock serialises the chain until commit. SQLite has one writer anyway.</summary>
    private static async Task<(long Sequence, byte[] Hash)?> TryReadHeadAsync(
        LoesningsbrikkerContext context, long municipalityId, CancellationToken cancellation)
    {
        var lockRow = context.Database.IsSqlite() ? "" : " FOR UPDATE";
        await using var command = Command(context,
            new Statement($"""SELECT "Sequence", "Hash" FROM "AuditHeads" WHERE "MunicipalityId" = @m{lockRow}""", ("@m", municipalityId)));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), (byte[])reader.GetValue(1)) : null;
    }

    private static Statement Insert(AuditEntry entry) => new(
        """
        INSERT INTO "AuditEntries" ("MunicipalityId", "Sequence", "AtUtc", "UserId", "Operation", "EntityName", "EntityKey", "Fields", "Hash")
        VALUES (@m, @s, @t, @u, @o, @n, @k, @f, @h)
        """,
        ("@m", entry.MunicipalityId), ("@s", entry.Sequence), ("@t", entry.AtUtc), ("@u", entry.UserId),
        ("@o", entry.Operation), ("@n", entry.EntityName), ("@k", entry.EntityKey), ("@f", entry.Fields), ("@h", entry.Hash));

    /// <summary>All at once where the driver can, because everybody else in the municipality waits for the chain meanwhile.</summary>
    private static async Task ExecuteAsync(LoesningsbrikkerContext context, List<Statement> statements, CancellationToken cancellation)
    {
        var connection = context.Database.GetDbConnection();
        if (connection.CanCreateBatch)
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            foreach (var statement in statements)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = statement.Sql;
                statement.Fill(command.Parameters, command.CreateParameter);
                batch.BatchCommands.Add(command);
            }
            await batch.ExecuteNonQueryAsync(cancellation);
            return;
        }
        foreach (var statement in statements)
        {
            await using var command = Command(context, statement);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static DbCommand Command(LoesningsbrikkerContext context, Statement statement)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement.Sql;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        statement.Fill(command.Parameters, command.CreateParameter);
        return command;
    }

    /// <summary>Text and values, before they become a command or a part of a batch.</summary>
    private sealed record Statement(string Sql, params (string Name, object? Value)[] Values)
    {
        public void Fill(DbParameterCollection parameters, Func<DbParameter> create)
        {
            foreach (var (name, value) in Values)
            {
                var parameter = create();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                parameters.Add(parameter);
            }
        }
    }

    /// <summary>Fields whose value differs: Identity's store marks all of a user's fields as modified at every save.</summary>
    private static string FieldsOf(EntityEntry entry) =>
        entry.State == EntityState.Modified
            ? string.Join(',', entry.Properties.Where(p => p.IsModified && !p.Metadata.GetValueComparer().Equals(p.OriginalValue, p.CurrentValue))
                .Select(p => p.Metadata.Name))
            : "";

    private static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p =>
            Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture)));

    private static long MunicipalityOf(EntityEntry entry) => entry.Entity switch
    {
        IMunicipalityOwned owned => owned.MunicipalityId,
        Accounts.Municipality municipality => municipality.Id,
        // Join rows and Identity's own tables carry no municipality; they are logged under the actor's, or under the
        // user's where nobody is signed in yet (a recovery code) or a command runs.
        _ => ((LoesningsbrikkerContext)entry.Context).Actor.MunicipalityId ?? MunicipalityOfUser(entry)
             ?? throw new InvalidOperationException($"A change of {entry.Metadata.ShortName()} would leave no line in the log: no municipality is known."),
    };

    private static long? MunicipalityOfUser(EntityEntry entry) => entry.Entity is IdentityUserToken<long> token
        ? entry.Context.Set<Accounts.User>().Local.FindEntry(token.UserId)?.Entity.MunicipalityId
        : null;
}
