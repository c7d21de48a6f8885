using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews;

/// <summary>One paragraph as an import found it, before it has offsets.</summary>
/// <param name="Speaker">Who speaks; empty when unknown.</param>
/// <param name="Text">The words, one line, cleaned.</param>
public sealed record ParagraphText(string Speaker, string Text)
{
    /// <summary>Longest name of a speaker that can be stored, in UTF-16 code units.</summary>
    public const int LongestSpeaker = 100;
}

/// <summary>Freezes paragraphs into a transcript: numbers, offsets in UTF-16 code units, hash.</summary>
public static class TranscriptText
{
    /// <summary>A new transcript over cleaned paragraphs. The canonical text is their texts joined by one line feed.</summary>
    /// <param name="paragraphs">At least one; no text is empty or holds a line feed.</param>
    /// <param name="by">Key of the user; null for demo data.</param>
    /// <exception cref="RuleException">There is no text.</exception>
    public static Transcript Freeze(
        Interview interview, int versionNumber, TranscriptKind kind, IReadOnlyList<ParagraphText> paragraphs, string sourceFileName, long? by, DateTime utcNow)
    {
        if (paragraphs.Count == 0)
            throw new RuleException("Der er ingen tekst i det, du har sat ind.");
        var transcript = new Transcript
        {
            ProcessId = interview.ProcessId, InterviewId = interview.Id, VersionNumber = versionNumber, Kind = kind,
            SourceFileName = sourceFileName, ImportedAtUtc = utcNow, ImportedByUserId = by,
        };
        var start = 0;
        foreach (var (speaker, text) in paragraphs)
        {
            if (text.Length == 0 || text.Contains('\n', StringComparison.Ordinal))
                throw new ArgumentException("A paragraph is one line of text.", nameof(paragraphs));
            transcript.Paragraphs.Add(new TranscriptParagraph
            {
                Number = transcript.Paragraphs.Count + 1, StartUtf16 = start, EndUtf16 = start + text.Length, Speaker = speaker, Text = text,
            });
            start += text.Length + 1;
            transcript.Words += CountWords(text);
        }
        transcript.LengthUtf16 = start - 1;
        transcript.Sha256 = SHA256.HashData(Encoding.UTF8.GetBytes(Join(transcript.Paragraphs.Select(p => p.Text))));
        return transcript;
    }

    /// <summary>How many stretches with a letter or digit stand between spaces.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var counted = false;
        foreach (var c in text)
            if (c == ' ')
            {
                counted = false;
            }
            else if (!counted && char.IsLetterOrDigit(c))
            {
                counted = true;
                words++;
            }
        return words;
    }

    /// <summary>The canonical text of paragraphs in order.</summary>
    public static string Join(IEnumerable<string> texts) => string.Join('\n', texts);
}
