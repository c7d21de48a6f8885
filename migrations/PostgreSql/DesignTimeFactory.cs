using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Loesningsbrikker.Migrations.PostgreSql;

/// <summary>Gives <c>dotnet ef</c> a context; it never connects.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<LoesningsbrikkerContext>
{
    /// <inheritdoc />
    public LoesningsbrikkerContext CreateDbContext(string[] args) =>
        LoesningsbrikkerContext.Open(new DbContextOptionsBuilder<LoesningsbrikkerContext>()
                .UseNpgsql("Host=localhost", o => o.MigrationsAssembly(typeof(DesignTimeFactory).Assembly.GetName().Name))
                .Options,
            new Actor(), new WriteGate(oneWriter: false), TimeProvider.System);
}
