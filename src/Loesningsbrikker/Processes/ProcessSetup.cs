using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Processes;

/// <summary>A grouping of pieces and challenges.</summary>
public sealed class Theme : ProcessEntity, IVersioned
{
    /// <summary>The name, unique in the process.</summary>
    public string Name { get; set; } = "";
    /// <inheritdoc />
    public Guid Version { get; set; }
}

/// <summary>What informants describe as difficult; pieces answer challenges.</summary>
public sealed class Challenge : ProcessEntity, IVersioned
{
    /// <summary>The challenge in one line.</summary>
    public string Title { get; set; } = "";
    /// <summary>More about it; may be empty.</summary>
    public string Description { get; set; } = "";
    /// <summary>Key of the theme; null when it has none.</summary>
    public long? ThemeId { get; set; }
    /// <summary>The theme; null when it has none.</summary>
    public Theme? Theme { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
}

/// <summary>A policy or strategy that pieces serve.</summary>
public sealed class Strategy : ProcessEntity, IVersioned
{
    /// <summary>Its name, unique in the process.</summary>
    public string Name { get; set; } = "";
    /// <summary>Where it can be read; empty when unknown.</summary>
    public string Link { get; set; } = "";
    /// <inheritdoc />
    public Guid Version { get; set; }
}

/// <summary>What kind of institution it is.</summary>
public enum InstitutionKind
{
    /// <summary>School.</summary>
    School,
    /// <summary>Daycare institution.</summary>
    Daycare,
    /// <summary>Another institution.</summary>
    Other,
}

/// <summary>A school or daycare institution of the municipality; its leader answers for local pieces.</summary>
public sealed class Institution : Entity, IVersioned
{
    /// <summary>The name, unique in the municipality.</summary>
    public string Name { get; set; } = "";
    /// <summary>School, daycare or other.</summary>
    public InstitutionKind Kind { get; set; }
    /// <summary>Key of the user who leads it; null when nobody with an account does.</summary>
    public long? LeaderUserId { get; set; }
    /// <summary>When it was closed or merged, in UTC; null while it exists.</summary>
    public DateTime? ClosedAtUtc { get; set; }
    /// <summary>The institution that took over; null when none did.</summary>
    public long? SuccessorId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>Closes the institution; its pieces and informants stay where they are, and the successor answers from now on.</summary>
    /// <param name="successor">The institution it was merged with; null when none took over.</param>
    /// <exception cref="RuleException">It is closed already, or the successor is itself or closed.</exception>
    public void Close(Institution? successor, DateTime utcNow)
    {
        if (ClosedAtUtc is not null)
            throw new RuleException("Institutionen er allerede lukket.");
        if (successor is not null && (successor.Id == Id || successor.ClosedAtUtc is not null))
            throw new RuleException("Vælg en anden institution, som ikke selv er lukket.", nameof(SuccessorId));
        (ClosedAtUtc, SuccessorId) = (utcNow, successor?.Id);
    }
}

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(200);
        builder.HasIndex(t => new { t.ProcessId, t.Name }).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(t => t.ProcessId);
    }
}

internal sealed class ChallengeMapping : IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Challenge> builder)
    {
        builder.Property(c => c.Title).HasMaxLength(300);
        builder.HasIndex(c => c.ProcessId);
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(c => c.ProcessId);
        builder.HasOne(c => c.Theme).WithMany().HasForeignKey(c => c.ThemeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StrategyMapping : IEntityTypeConfiguration<Strategy>
{
    public void Configure(EntityTypeBuilder<Strategy> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(300);
        builder.Property(s => s.Link).HasMaxLength(1000);
        builder.HasIndex(s => new { s.ProcessId, s.Name }).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(s => s.ProcessId);
    }
}

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.Property(i => i.Name).HasMaxLength(200);
        builder.HasIndex(i => new { i.MunicipalityId, i.Name }).IsUnique();
        builder.HasIndex(i => i.LeaderUserId);
        builder.HasOne<Institution>().WithMany().HasForeignKey(i => i.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
