using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews;

/// <summary>Whether the text is what was said, or a minute of it.</summary>
public enum TranscriptKind
{
    /// <summary>Word for word (ordret).</summary>
    Verbatim,
    /// <summary>A minute (gengivet); not a quotation.</summary>
    Rendered,
}

/// <summary>
/// The text of an interview, frozen at import. Its canonical text is its paragraphs joined by one line feed;
/// every offset counts UTF-16 code units in that text.
/// </summary>
public sealed class Transcript : ProcessEntity
{
    /// <summary>Key of the interview.</summary>
    public long InterviewId { get; set; }
    /// <summary>1 for the first text, then 2, 3 … for corrected ones.</summary>
    public int VersionNumber { get; set; }
    /// <summary>Word for word, or a minute.</summary>
    public TranscriptKind Kind { get; set; }
    /// <summary>The uploaded file's name without path; empty for pasted text.</summary>
    public string SourceFileName { get; set; } = "";
    /// <summary>When it was brought in, in UTC.</summary>
    public DateTime ImportedAtUtc { get; set; }
    /// <summary>Who brought it in; null for demo data.</summary>
    public long? ImportedByUserId { get; set; }
    /// <summary>The day the informant approved the text; null while not approved.</summary>
    public DateOnly? ApprovedOn { get; set; }
    /// <summary>Length of the canonical text in UTF-16 code units.</summary>
    public int LengthUtf16 { get; set; }
    /// <summary>How many words it holds, so that lists need not read the text.</summary>
    public int Words { get; set; }
    /// <summary>SHA-256 of the canonical text in UTF-8; the change log vouches for the paragraphs through it.</summary>
    public byte[] Sha256 { get; set; } = [];
    /// <summary>The paragraphs in order.</summary>
    public List<TranscriptParagraph> Paragraphs { get; } = [];
}

/// <summary>A stretch of the canonical text between two line feeds, with who said it. Never changes.</summary>
public sealed class TranscriptParagraph : IMunicipalityOwned, INotAudited
{
    /// <inheritdoc />
    public long MunicipalityId { get; set; }
    /// <summary>Key of the transcript.</summary>
    public long TranscriptId { get; set; }
    /// <summary>1, 2, 3 … as shown to the reader.</summary>
    public int Number { get; set; }
    /// <summary>Where it begins in the canonical text, in UTF-16 code units.</summary>
    public int StartUtf16 { get; set; }
    /// <summary>Where it ends, exclusive, in UTF-16 code units.</summary>
    public int EndUtf16 { get; set; }
    /// <summary>Who speaks, as the source says; empty when unknown. Not part of the canonical text.</summary>
    public string Speaker { get; set; } = "";
    /// <summary>The words.</summary>
    public string Text { get; set; } = "";
}

internal sealed class TranscriptMapping : IEntityTypeConfiguration<Transcript>
{
    public void Configure(EntityTypeBuilder<Transcript> builder)
    {
        builder.Property(t => t.SourceFileName).HasMaxLength(255);
        builder.HasIndex(t => new { t.InterviewId, t.VersionNumber }).IsUnique();
        builder.HasOne<Interview>().WithMany(i => i.Transcripts).HasForeignKey(t => t.InterviewId);
    }
}

internal sealed class TranscriptParagraphMapping : IEntityTypeConfiguration<TranscriptParagraph>
{
    public void Configure(EntityTypeBuilder<TranscriptParagraph> builder)
    {
        // The start is the key: a passage finds its paragraphs by offset, without reading the others.
        builder.HasKey(p => new { p.TranscriptId, p.StartUtf16 });
        builder.Property(p => p.Speaker).HasMaxLength(ParagraphText.LongestSpeaker);
        builder.HasOne<Transcript>().WithMany(t => t.Paragraphs).HasForeignKey(p => p.TranscriptId);
    }
}
