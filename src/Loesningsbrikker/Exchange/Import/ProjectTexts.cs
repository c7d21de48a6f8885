using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>
/// Everything of a project that would be stored as words, in one list: first the texts, then titles, notes and codes, because people
/// write names there too. Places of what was found count in this list.
/// </summary>
internal sealed class ProjectTexts
{
    private readonly Dictionary<Guid, int> _firstOfSource = [];
    private readonly Dictionary<(string What, Guid Guid), (int First, int Count)> _lines = [];
    private readonly List<ParagraphText> _all = [];

    public ProjectTexts(LoadedProject loaded)
    {
        foreach (var source in loaded.Sources)
        {
            _firstOfSource[source.Source.Guid] = _all.Count;
            _all.AddRange(source.Text.Paragraphs);
        }
        foreach (var source in loaded.Sources)
        {
            Add("title", source.Source.Guid, source.Source.Name);
            foreach (var selection in source.Passages.SelectMany(p => p.Selections))
                Add("selection", selection.Guid, selection.Description);
        }
        foreach (var (guid, note) in loaded.Notes)
            Add("note", guid, note);
        foreach (var code in LoadedProject.AllCodes(loaded.Project.Codes))
        {
            Add("code", code.Guid, code.Name);
            Add("description", code.Guid, code.Description);
        }
    }

    /// <summary>The whole list.</summary>
    public IReadOnlyList<ParagraphText> All => _all;

    /// <summary>A source's text with names replaced.</summary>
    public ReplacedText TextOf(LoadedSource source, Replacement replacement, IReadOnlyDictionary<string, string> speakers) =>
        new(source.Text.Paragraphs, replacement, _firstOfSource[source.Source.Guid], speakers);

    /// <summary>The first paragraphs of a source in stretches, so that the replaced ones can be marked.</summary>
    public IReadOnlyList<PreviewParagraph> Segments(PlannedSource source, Replacement replacement, int most)
    {
        var first = _firstOfSource[source.Loaded.Source.Guid];
        return [.. source.Loaded.Text.Paragraphs.Take(most).Select((p, i) => new PreviewParagraph(source.Text.Paragraphs[i].Speaker, [.. replacement.Segments(first + i, p.Text)]))];
    }

    /// <summary>A source's title with names replaced.</summary>
    public string Title(QdaSource source, Replacement replacement) => Line("title", source.Guid, replacement);

    /// <summary>A code's name with names replaced.</summary>
    public string Name(QdaCode code, Replacement replacement) => Line("code", code.Guid, replacement);

    /// <summary>A code's description and the notes about it, with names replaced.</summary>
    public string Description(QdaCode code, Replacement replacement) =>
        JoinFilled([Lines("description", code.Guid, replacement), .. code.NoteRefs.Select(n => Lines("note", n, replacement))]);

    /// <summary>What was written about the selections, with names replaced, each text once.</summary>
    public string Note(IEnumerable<QdaSelection> selections, Replacement replacement) =>
        JoinFilled(selections.SelectMany(s => s.NoteRefs.Select(n => Lines("note", n, replacement)).Prepend(Lines("selection", s.Guid, replacement))).Distinct());

    private void Add(string what, Guid guid, string text)
    {
        if (text.Length == 0)
            return;
        List<ParagraphText> lines = [.. CanonicalText.Clean(text).Trim().Split('\n').Select(line => new ParagraphText("", line))];
        _lines[(what, guid)] = (_all.Count, lines.Count);
        _all.AddRange(lines);
    }

    private string Lines(string what, Guid guid, Replacement replacement)
    {
        if (!_lines.TryGetValue((what, guid), out var range))
            return "";
        return string.Join('\n', Enumerable.Range(range.First, range.Count).Select(i => replacement.Apply(i, _all[i].Text)));
    }

    private string Line(string what, Guid guid, Replacement replacement) => Lines(what, guid, replacement).Replace('\n', ' ').Trim();

    private static string JoinFilled(IEnumerable<string> texts) => string.Join("\n\n", texts.Where(t => t.Length > 0));
}
