using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Processes;

/// <summary>Leaders, staff, parent boards, pupils, children, MED, politicians, citizens …</summary>
public sealed class InformantGroup : ProcessEntity, IVersioned
{
    /// <summary>The name, unique in the process.</summary>
    public string Name { get; set; } = "";
    /// <summary>
    /// Children are only ever registered as a group with age, house and number, and are never invited to the meeting.
    /// A kind fixed at creation, not a state.
    /// </summary>
    public bool AreChildren { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
}

/// <summary>A person or a group who gave input, known by a code; the person behind it is an <see cref="Privacy"/> matter.</summary>
public sealed class Informant : ProcessEntity, IVersioned
{
    /// <summary>The code, e.g. S-L-03; unique in the process.</summary>
    public string Code { get; set; } = "";
    /// <summary>Key of the informant group.</summary>
    public long GroupId { get; set; }
    /// <summary>The informant group.</summary>
    public InformantGroup Group { get; set; } = null!;
    /// <summary>Key of the institution; null when the informant belongs to none.</summary>
    public long? InstitutionId { get; set; }
    /// <summary>The institution; null when the informant belongs to none.</summary>
    public Institution? Institution { get; set; }
    /// <summary>How many people stand behind the code: 1 for a person, more for a group.</summary>
    public int Headcount { get; set; } = 1;
    /// <summary>Youngest age in years; children only, else null.</summary>
    public int? AgeFrom { get; set; }
    /// <summary>Oldest age in years; children only, else null.</summary>
    public int? AgeTo { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>
    /// Says who the informant is. Children are only ever a group with house, age span and number, and an informant
    /// never changes between children and adults: what is stored for adults must not end up at children.
    /// </summary>
    /// <param name="headcount">How many people; two or more for children.</param>
    /// <param name="ageFrom">Youngest age in years; read for children only.</param>
    /// <param name="ageTo">Oldest age in years; read for children only.</param>
    /// <exception cref="RuleException">A rule for children is broken, or the number of people is below one.</exception>
    public void Describe(InformantGroup group, long? institutionId, int? headcount, int? ageFrom, int? ageTo)
    {
        if (Id != 0 && group.AreChildren != Group.AreChildren)
            throw new RuleException("En informant kan ikke flyttes mellem børn og voksne. Slet den, og opret en ny.", nameof(GroupId));
        if (group.AreChildren)
            EnsureChildrenAreAGroup(institutionId, headcount, ageFrom, ageTo);
        else if (headcount is not >= 1)
            throw new RuleException("Skriv, hvor mange personer koden dækker. Skriv 1 for en enkelt person.", nameof(Headcount));
        (Group, GroupId, InstitutionId, Headcount) = (group, group.Id, institutionId, headcount!.Value);
        (AgeFrom, AgeTo) = group.AreChildren ? (ageFrom, ageTo) : (null, null);
    }

    private static void EnsureChildrenAreAGroup(long? institutionId, int? headcount, int? ageFrom, int? ageTo)
    {
        if (institutionId is null)
            throw new RuleException("Vælg den institution, børnene går i.", nameof(InstitutionId));
        if (headcount is not >= 2)
            throw new RuleException("Børn registreres kun som gruppe. Skriv, hvor mange børn der deltog, mindst 2.", nameof(Headcount));
        if (ageFrom is null)
            throw new RuleException("Skriv, hvor gammelt det yngste barn er.", nameof(AgeFrom));
        if (ageTo is null || ageTo < ageFrom)
            throw new RuleException("Skriv, hvor gammelt det ældste barn er. Det kan ikke være yngre end det yngste.", nameof(AgeTo));
    }
}

/// <summary>The person behind a code (kodenøgle), encrypted under the master key; own permission, every reading logged.</summary>
public sealed class InformantIdentity : ProcessEntity, IVersioned
{
    /// <summary>Key of the informant.</summary>
    public long InformantId { get; set; }
    /// <summary>The name, encrypted.</summary>
    public byte[] NameCipher { get; set; } = [];
    /// <summary>The e-mail address, encrypted; null when unknown.</summary>
    public byte[]? EmailCipher { get; set; }
    /// <summary>Blind index of the lower-cased e-mail (HMAC-SHA-256), so that it can be found; null when unknown.</summary>
    public byte[]? EmailIndex { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
}

internal sealed class InformantGroupMapping : IEntityTypeConfiguration<InformantGroup>
{
    public void Configure(EntityTypeBuilder<InformantGroup> builder)
    {
        builder.Property(g => g.Name).HasMaxLength(200);
        builder.HasIndex(g => new { g.ProcessId, g.Name }).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(g => g.ProcessId);
    }
}

internal sealed class InformantMapping : IEntityTypeConfiguration<Informant>
{
    public void Configure(EntityTypeBuilder<Informant> builder)
    {
        builder.Property(i => i.Code).HasMaxLength(30);
        builder.HasIndex(i => new { i.ProcessId, i.Code }).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(i => i.ProcessId);
        builder.HasOne(i => i.Group).WithMany().HasForeignKey(i => i.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Institution).WithMany().HasForeignKey(i => i.InstitutionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InformantIdentityMapping : IEntityTypeConfiguration<InformantIdentity>
{
    public void Configure(EntityTypeBuilder<InformantIdentity> builder)
    {
        builder.HasIndex(i => i.InformantId).IsUnique();
        builder.HasIndex(i => new { i.MunicipalityId, i.EmailIndex });
        builder.HasOne<Informant>().WithMany().HasForeignKey(i => i.InformantId);
    }
}
