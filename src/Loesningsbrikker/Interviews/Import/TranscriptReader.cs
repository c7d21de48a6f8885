using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What was read, before anybody has looked at it.</summary>
/// <param name="FileName">The file's name, cleaned; empty for pasted text.</param>
/// <param name="LeftOut">Sentences about what was not read.</param>
public sealed record ReadTranscript(string FileName, IReadOnlyList<ParagraphText> Paragraphs, IReadOnlyList<string> LeftOut);

/// <summary>
/// Reads uploaded files of every kind, in memory. A few at a time, so that many large files at once cost time rather than memory.
/// </summary>
public sealed class TranscriptReader(PdfText pdf) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount / 2));

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">As the browser sent it; only its last part is believed, and only its ending decides anything.</param>
    /// <exception cref="RuleException">It cannot be read; the sentence says why and what to do.</exception>
    public async Task<ReadTranscript> ReadAsync(string fileName, byte[] bytes, CancellationToken cancellation = default)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            var name = TranscriptFile.CleanName(fileName);
            var leftOut = new LeftOut();
            var paragraphs = TranscriptFile.ExtensionOf(name) == ".pdf"
                ? await ReadPdfAsync(bytes, leftOut, cancellation)
                : TranscriptFile.Read(name, bytes, leftOut);
            return new ReadTranscript(name, paragraphs, leftOut.Sentences);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private async Task<IReadOnlyList<ParagraphText>> ReadPdfAsync(byte[] bytes, LeftOut leftOut, CancellationToken cancellation)
    {
        TranscriptFile.EnsureReadable(".pdf", bytes);
        var text = await pdf.ReadAsync(bytes, cancellation);
        if (text.Length > TranscriptFile.LongestText)
            throw new RuleException(TranscriptFile.TooLong, nameof(TranscriptForm.File));
        leftOut.Add(LeftOutKind.Layout);
        return TranscriptFile.Checked(PlainTextImport.Read(text), leftOut,
            "Der er ingen tekst i pdf-filen. Den er nok scannet ind som billeder.", nameof(TranscriptForm.File));
    }
}
