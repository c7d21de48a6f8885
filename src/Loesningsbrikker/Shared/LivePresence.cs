using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Shared;

/// <summary>Somebody who looks at something that others look at too. Renewed while it lasts, and forgotten soon afterwards.</summary>
public sealed class LiveVisitor : Entity, INotAudited
{
    /// <summary>What is looked at, e.g. "transcript/7".</summary>
    public string Topic { get; set; } = "";
    /// <summary>Who looks.</summary>
    public long UserId { get; set; }
    /// <summary>When it was renewed last, in UTC.</summary>
    public DateTime SeenAtUtc { get; set; }
}

internal sealed class LiveVisitorMapping : IEntityTypeConfiguration<LiveVisitor>
{
    public void Configure(EntityTypeBuilder<LiveVisitor> builder)
    {
        builder.Property(v => v.Topic).HasMaxLength(60);
        builder.HasIndex(v => new { v.Topic, v.UserId }).IsUnique();
        builder.HasOne<Accounts.User>().WithMany().HasForeignKey(v => v.UserId);
    }
}

/// <summary>Somebody who is here now.</summary>
/// <param name="Topic">What is looked at.</param>
public sealed record LivePerson(string Topic, long UserId, string Name);

/// <summary>Who looks at what, over all Hosts on one database: each renews its own visitors, and reads everybody's.</summary>
public static class LivePresence
{
    /// <summary>How often a Host must renew its visitors.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    /// <summary>Who was not renewed for so long has gone; longer than a browser needs to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Renews the visitors of this Host, forgets who is gone, and gives all who are here, by topic and name.</summary>
    /// <param name="here">The municipality, topic and user of each visitor on this Host.</param>
    public static async Task<IReadOnlyList<LivePerson>> RenewAsync(
        LoesningsbrikkerContext db, IReadOnlyCollection<(long MunicipalityId, string Topic, long UserId)> here)
    {
        var (now, gone) = (db.UtcNow, db.UtcNow - Patience);
        await db.InTransactionAsync(async () =>
        {
            // In one order, so that two Hosts never wait for each other.
            foreach (var (municipality, topic, user) in here.Distinct().OrderBy(h => h.Topic, StringComparer.Ordinal).ThenBy(h => h.UserId))
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO "LiveVisitors" ("MunicipalityId", "Topic", "UserId", "SeenAtUtc") VALUES ({municipality}, {topic}, {user}, {now})
                    ON CONFLICT ("Topic", "UserId") DO UPDATE SET "SeenAtUtc" = excluded."SeenAtUtc"
                    """);
            await db.LiveVisitors.IgnoreQueryFilters().Where(v => v.SeenAtUtc < gone).ExecuteDeleteAsync();
        });
        var topics = here.Select(h => h.Topic).Distinct().ToList();
        var people = await db.LiveVisitors.IgnoreQueryFilters().Where(v => EF.Parameter(topics).Contains(v.Topic) && v.SeenAtUtc >= gone)
            .Join(db.Users.IgnoreQueryFilters(), v => v.UserId, u => u.Id, (v, u) => new LivePerson(v.Topic, u.Id, u.DisplayName)).ToListAsync();
        return [.. people.OrderBy(p => p.Topic, StringComparer.Ordinal).ThenBy(p => p.Name, DanishText.Comparer)];
    }
}
