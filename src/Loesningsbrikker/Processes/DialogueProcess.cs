using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Processes;

/// <summary>What a process is about.</summary>
public enum ProcessArea
{
    /// <summary>Schools.</summary>
    School,
    /// <summary>Daycare.</summary>
    Daycare,
    /// <summary>Another area.</summary>
    Other,
}

/// <summary>One run of the practice, from the first interview to the last follow-up.</summary>
public sealed class DialogueProcess : Entity, IVersioned
{
    /// <summary>The name, e.g. "Dialog om folkeskolen".</summary>
    public string Name { get; set; } = "";
    /// <summary>One to three letters in front of piece numbers, e.g. D in D-14; unique in the municipality.</summary>
    public string Prefix { get; set; } = "";
    /// <summary>Schools, daycare or other.</summary>
    public ProcessArea Area { get; set; }
    /// <summary>What the process is to find out, the mandate (kommissorium) in short; may be empty.</summary>
    public string Purpose { get; set; } = "";
    /// <summary>The case number in the municipality's records system; may be empty.</summary>
    public string CaseNumber { get; set; } = "";
    /// <summary>The day it began.</summary>
    public DateOnly StartsOn { get; set; }
    /// <summary>The budget year whose negotiations the pieces go into; three forecast years follow. Null while nobody has said.</summary>
    public int? BudgetYear { get; set; }
    /// <summary>Since when leaders may read transcripts, in UTC; null while they may not.</summary>
    public DateTime? LeadersReadTranscriptsSinceUtc { get; set; }
    /// <summary>The number last given to a piece.</summary>
    public int LastPieceNumber { get; set; }
    /// <summary>The number last given to an interview.</summary>
    public int LastInterviewNumber { get; set; }
    /// <summary>When it was created, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who created it; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>Who takes part in the work.</summary>
    public List<ProcessMember> Members { get; } = [];

    /// <summary>The first of the four years that estimates are written for: the budget year, or the second after the beginning.</summary>
    public int FirstYear => BudgetYear ?? StartsOn.Year + 2;

    /// <summary>Lets the leaders among the members read transcripts; the change log keeps who let them.</summary>
    /// <exception cref="RuleException">They may already.</exception>
    public void LetLeadersReadTranscripts(DateTime utcNow)
    {
        if (LeadersReadTranscriptsSinceUtc is not null)
            throw new RuleException("Cheferne må allerede læse referater og transskriptioner.");
        LeadersReadTranscriptsSinceUtc = utcNow;
    }

    /// <summary>Takes the right to read transcripts back from the leaders; the change log keeps who did and when.</summary>
    /// <exception cref="RuleException">They don't have it.</exception>
    public void WithdrawTranscriptsFromLeaders()
    {
        if (LeadersReadTranscriptsSinceUtc is null)
            throw new RuleException("Cheferne må ikke læse referater og transskriptioner i forvejen.");
        LeadersReadTranscriptsSinceUtc = null;
    }
}

/// <summary>A user's membership of a process; who is no member does not learn that it exists.</summary>
public sealed class ProcessMember : ProcessEntity
{
    /// <summary>Key of the user.</summary>
    public long UserId { get; set; }
    /// <summary>The user.</summary>
    public User User { get; set; } = null!;
    /// <summary>When the membership began, in UTC.</summary>
    public DateTime AddedAtUtc { get; set; }
    /// <summary>Who added the member; null for demo data.</summary>
    public long? AddedByUserId { get; set; }
    /// <summary>Since when the member may read identities (kodenøgle), in UTC; null while not. Consultants only.</summary>
    public DateTime? KeyPermissionSinceUtc { get; set; }
    /// <summary>Who gave the key permission; null without it.</summary>
    public long? KeyPermissionByUserId { get; set; }

    /// <summary>Gives the right to read who stands behind a code. <see cref="User"/> must be loaded with its roles.</summary>
    /// <param name="by">Key of the user who gives it.</param>
    /// <exception cref="RuleException">The member is no consultant, or has it already.</exception>
    public void GiveKeyPermission(long by, DateTime utcNow)
    {
        if (User.Roles.All(r => r.Role != Role.Consultant))
            throw new RuleException("Kun konsulenter kan få kodenøglen.");
        if (KeyPermissionSinceUtc is not null)
            throw new RuleException($"{User.DisplayName} har allerede kodenøglen.");
        (KeyPermissionSinceUtc, KeyPermissionByUserId) = (utcNow, by);
    }

    /// <summary>Takes the key permission back; the change log keeps who did and when.</summary>
    /// <exception cref="RuleException">The member doesn't have it.</exception>
    public void WithdrawKeyPermission()
    {
        if (KeyPermissionSinceUtc is null)
            throw new RuleException("Medlemmet har ikke kodenøglen.");
        (KeyPermissionSinceUtc, KeyPermissionByUserId) = (null, null);
    }
}

internal sealed class DialogueProcessMapping : IEntityTypeConfiguration<DialogueProcess>
{
    public void Configure(EntityTypeBuilder<DialogueProcess> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.Prefix).HasMaxLength(3);
        builder.Property(p => p.CaseNumber).HasMaxLength(100);
        builder.Ignore(p => p.FirstYear);
        builder.HasIndex(p => new { p.MunicipalityId, p.Prefix }).IsUnique();
    }
}

internal sealed class ProcessMemberMapping : IEntityTypeConfiguration<ProcessMember>
{
    public void Configure(EntityTypeBuilder<ProcessMember> builder)
    {
        builder.HasIndex(m => new { m.ProcessId, m.UserId }).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany(p => p.Members).HasForeignKey(m => m.ProcessId);
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
