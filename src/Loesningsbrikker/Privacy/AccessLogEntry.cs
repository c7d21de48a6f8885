using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Privacy;

/// <summary>What somebody did that must leave a trace although it changes nothing.</summary>
public enum AccessKind
{
    /// <summary>Signed in.</summary>
    SignedIn,
    /// <summary>Opened a transcript.</summary>
    TranscriptRead,
    /// <summary>Took testimony out as a file.</summary>
    TestimonyExported,
    /// <summary>Read passages outside their transcript, e.g. as evidence of a piece.</summary>
    PassagesRead,
    /// <summary>Read who stands behind an informant's code.</summary>
    IdentityRead,
    /// <summary>Opened a text that waits to be brought in.</summary>
    ImportDraftRead,
}

/// <summary>One line of the access log: who, when, which. Append-only.</summary>
public sealed class AccessLogEntry : Entity, INotAudited
{
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null never occurs for testimony.</summary>
    public long? UserId { get; set; }
    /// <summary>What was done.</summary>
    public AccessKind Kind { get; set; }
    /// <summary>The dialogue process; null for sign-in.</summary>
    public long? ProcessId { get; set; }
    /// <summary>Key of the transcript, piece or informant concerned; null when it concerns the whole process.</summary>
    public long? SubjectId { get; set; }

    /// <summary>A new line, stamped with the context's actor and time.</summary>
    public static AccessLogEntry Of(
        LoesningsbrikkerContext context, AccessKind kind, long? processId, long? subjectId) =>
        new()
        {
            AtUtc = context.UtcNow, UserId = context.Actor.UserId, Kind = kind, ProcessId = processId, SubjectId = subjectId,
        };
}

internal sealed class AccessLogEntryMapping : IEntityTypeConfiguration<AccessLogEntry>
{
    public void Configure(EntityTypeBuilder<AccessLogEntry> builder) =>
        builder.HasIndex(e => new { e.MunicipalityId, e.Id });
}
