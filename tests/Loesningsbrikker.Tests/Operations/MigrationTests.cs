using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Operations;

/// <summary>A Host migrates only when there is a migration, so somebody must notice when there should be one.</summary>
public sealed class MigrationTests
{
    [TestCase(DatabaseKind.Sqlite, "Data Source=:memory:")]
    [TestCase(DatabaseKind.PostgreSql, "Host=nowhere")]
    public void Every_change_of_the_model_has_a_migration(DatabaseKind kind, string connectionString)
    {
        using var db = MigratedDatabase.Open(kind, connectionString);
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "Run scripts/migration NAME.");
    }
}
