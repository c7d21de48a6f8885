using System.Globalization;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>A stretch of a text with everything that selected it; several selections of the same words are one passage.</summary>
/// <param name="Start">Where it begins in the source's canonical text, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record LoadedPassage(int Start, int End, IReadOnlyList<QdaSelection> Selections);

/// <summary>A text of a project as it would be stored, before names are replaced.</summary>
internal sealed record LoadedSource(QdaSource Source, QdaText Text, IReadOnlyList<LoadedPassage> Passages);

/// <summary>A project read whole: every text in canonical form, every selection at its place, and what was lost on the way.</summary>
internal sealed class LoadedProject
{
    private const int MostParagraphs = 50_000;

    private LoadedProject(QdaProject project, QdaLosses losses) => (Project, Losses) = (project, losses);

    /// <summary>The project as the file has it.</summary>
    public QdaProject Project { get; }

    /// <summary>What could not come along.</summary>
    public QdaLosses Losses { get; }

    /// <summary>The texts that can be brought in.</summary>
    public List<LoadedSource> Sources { get; } = [];

    /// <summary>Texts of notes by their GUIDs.</summary>
    public Dictionary<Guid, string> Notes { get; } = [];

    /// <summary>True when this product made the file.</summary>
    public bool IsOwn => Project.Origin.StartsWith(ExchangeWords.Origin, StringComparison.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <exception cref="RuleException">It cannot be read; the sentence says why and what to do.</exception>
    public static LoadedProject Read(byte[] bytes) => QdaArchive.Read(bytes, (archive, project, losses) =>
    {
        var loaded = new LoadedProject(project, losses);
        foreach (var note in project.Notes)
            if (note.Guid != ExchangeWords.ReadMeGuid)
                loaded.Notes.TryAdd(note.Guid, CanonicalText.Clean(note.Content ?? loaded.Decode(note.Path is null ? null : archive.ReadSource(note.Path)) ?? "").Trim());
        foreach (var source in project.Sources)
            if (loaded.TextOf(source, archive) is { } text)
                loaded.Add(source, text);
        loaded.CountOrphanNotes();
        return loaded;
    });

    /// <summary>The text; null, and counted, when it is not there or cannot be read.</summary>
    private string? TextOf(QdaSource source, QdaArchive archive)
    {
        if (source.Content is not null)
            return source.Content;
        if (source.Path is null)
            return null;
        var bytes = archive.ReadSource(source.Path);
        if (bytes is null)
            Losses.Add(QdaLoss.MissingText, source.Name);
        else if (Decode(bytes) is { } text)
            return text;
        else
            Losses.Add(QdaLoss.UnreadableText, source.Name);
        return null;
    }

    private string? Decode(byte[]? bytes)
    {
        try
        {
            return bytes is null ? null : TextDecoder.Decode(bytes);
        }
        catch (RuleException)
        {
            return null;
        }
    }

    private void Add(QdaSource source, string raw)
    {
        if (raw.Length > TranscriptFile.LongestText)
        {
            Losses.Add(QdaLoss.TooLongText, source.Name);
            return;
        }
        var selections = source.Selections.ToList();
        var places = QdaPositions.ToUtf16(raw, selections.SelectMany(s => new[] { s.Start, s.End }), IsOwn ? default : QdaPositions.Guess(raw, selections, Project.Origin));
        var text = QdaText.Of(raw, places.Values, IsOwn ? SpeakersOf(source) : null);
        if (text.Paragraphs.Count is 0 or > MostParagraphs)
            Losses.Add(text.Paragraphs.Count == 0 ? QdaLoss.EmptyText : QdaLoss.TooLongText, source.Name);
        else
            Sources.Add(new LoadedSource(source, text, Passages(source, selections, places, raw.Length, text)));
    }

    /// <summary>The names as this product writes them; one that it would not write, somebody else did.</summary>
    private static ToldSpeakers SpeakersOf(QdaSource source)
    {
        var exceptions = new Dictionary<int, string>();
        foreach (var line in Lines(source, ExchangeWords.SpeakerExceptions))
            if (line.Split('=', 2) is [var number, var name] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                exceptions[n] = name;
        return new ToldSpeakers(Lines(source, ExchangeWords.Speakers).Where(IsSpeaker), exceptions.Where(e => e.Value.Length == 0 || IsSpeaker(e.Value)).ToDictionary());
    }

    private static string[] Lines(QdaSource source, QdaVariable variable) => SourceFacts.Text(source, variable).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSpeaker(string name) => name == CanonicalText.OneLine(name, ParagraphText.LongestSpeaker);

    private List<LoadedPassage> Passages(QdaSource source, List<QdaSelection> selections, Dictionary<int, int> places, int length, QdaText text)
    {
        var found = new Dictionary<(int Start, int End), List<QdaSelection>>();
        foreach (var selection in selections)
        {
            if (places[selection.End] > length || PassagePlace.Of(text.Canonical, text.Map(places[selection.Start]), text.Map(places[selection.End])) is not { } place)
                Losses.Add(QdaLoss.EmptySelection, source.Name);
            else if (place.End - place.Start > PassageRange.MaxLengthUtf16)
                Losses.Add(QdaLoss.LongSelection, source.Name);
            else if (found.TryGetValue(place, out var same))
                same.Add(selection);
            else
                found[place] = [selection];
        }
        return [.. found.OrderBy(f => f.Key).Select(f => new LoadedPassage(f.Key.Start, f.Key.End, f.Value))];
    }

    private void CountOrphanNotes()
    {
        var used = Sources.SelectMany(s => s.Passages).SelectMany(p => p.Selections).SelectMany(s => s.NoteRefs)
            .Concat(AllCodes(Project.Codes).SelectMany(c => c.NoteRefs)).ToHashSet();
        Losses.Add(QdaLoss.ProjectNote, count: Notes.Count(n => n.Value.Length > 0 && !used.Contains(n.Key)));
    }

    /// <summary>Every code, each before its children.</summary>
    public static IEnumerable<QdaCode> AllCodes(IEnumerable<QdaCode> codes) => codes.SelectMany(c => AllCodes(c.Children).Prepend(c));
}

/// <summary>Finds the words of a stretch.</summary>
internal static class PassagePlace
{
    /// <summary>The stretch without white space at its ends; null when there are no words in it.</summary>
    public static (int Start, int End)? Of(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start < end ? (start, end) : null;
    }
}
