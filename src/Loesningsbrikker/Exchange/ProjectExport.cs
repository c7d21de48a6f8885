using System.IO.Compression;
using System.Text;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange;

/// <summary>
/// Makes the process as a REFI-QDA project or codebook for the signed-in person, and leaves a line in the access log. The texts go to the
/// file one at a time, then the passages transcript by transcript, so that a big process is never whole in memory.
/// </summary>
public sealed class ProjectExport(LoesningsbrikkerContext db, CurrentProcess current, ExportLane lane)
{
    /// <summary>The media type of a .qdpx, which has none of its own.</summary>
    public const string ProjectMediaType = "application/zip";

    /// <summary>The media type of a .qdc.</summary>
    public const string CodebookMediaType = "application/xml";

    /// <summary>The program and its version, as files name it.</summary>
    public static string Origin { get; } = $"{ExchangeWords.Origin} {typeof(ProjectExport).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>The project (.qdpx), positioned at its beginning. The log line is stored before this returns.</summary>
    public Task<MemoryStream> MakeProjectAsync(CancellationToken cancellation) => MakeAsync(WriteProject, cancellation);

    /// <summary>The codebook (.qdc), positioned at its beginning. The log line is stored before this returns.</summary>
    public Task<MemoryStream> MakeCodebookAsync(CancellationToken cancellation) => MakeAsync(WriteCodebook, cancellation);

    private async Task<MemoryStream> MakeAsync(Action<Stream, CancellationToken> write, CancellationToken cancellation)
    {
        var file = await lane.RunAsync(() => db.InSnapshot(() =>
        {
            var made = new MemoryStream();
            write(made, cancellation);
            made.Position = 0;
            return made;
        }), cancellation);
        db.Add(AccessLogEntry.Of(db, AccessKind.TestimonyExported, current.Id, subjectId: null));
        await db.SaveChangesAsync(cancellation);
        return file;
    }

    private void WriteCodebook(Stream to, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var codes = CodebookSource.Read(db, current, ExchangeKeys.Read(db, current.Process));
        QdaWriter.WriteCodebook(to, Origin, codes.Codes, codes.Themes);
    }

    private void WriteProject(Stream to, CancellationToken cancellation)
    {
        var keys = ExchangeKeys.Read(db, current.Process);
        var codes = CodebookSource.Read(db, current, keys);
        var source = new ProjectSource(db, current, keys, codes);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var interview in source.Interviews)
        {
            cancellation.ThrowIfCancellationRequested();
            using var text = new StreamWriter(Entry(zip, $"sources/{interview.Guid:D}.txt").Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            source.WriteText(interview, text);
        }
        using var project = Entry(zip, "project.qde").Open();
        QdaWriter.WriteProject(project, source.Project(Origin, ExportLosses.Of(ExportLosses.Counts(db, current.Id).Single()).Sentences, cancellation));
    }

    /// <summary>A part that is dated like all parts of all files, so that the same process gives the same bytes.</summary>
    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}
