using System.Globalization;
using System.Xml.Linq;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// The sources: plain text as it is, pages by their representation in plain text, sound and film by their transcripts
/// (REFI-QDA 1.5, 9 and 10). A picture has no words.
/// </summary>
internal sealed partial class QdaReader
{
    private List<QdaSource> Sources()
    {
        List<QdaSource> sources = [];
        foreach (var name in Children())
        {
            switch (name)
            {
                case "TextSource":
                    sources.Add(Text(Attribute("name")));
                    break;
                case "PDFSource":
                    sources.AddRange(Carrier("Representation", "PDFSelection", QdaLoss.Region, QdaLoss.DocumentWithoutText));
                    break;
                case "AudioSource":
                    sources.AddRange(Carrier("Transcript", "AudioSelection", QdaLoss.MediaSelection, QdaLoss.MediaWithoutText));
                    break;
                case "VideoSource":
                    sources.AddRange(Carrier("Transcript", "VideoSelection", QdaLoss.MediaSelection, QdaLoss.MediaWithoutText));
                    break;
                case "PictureSource":
                    sources.AddRange(Carrier("TextDescription", "PictureSelection", QdaLoss.Region, QdaLoss.Picture));
                    break;
                default:
                    Skip();
                    break;
            }
            if (sources.Count > MostSources)
                throw new RuleException($"Projektet har flere end {MostSources} tekster. Del det op i det program, det kommer fra.");
        }
        return sources;
    }

    /// <summary>A source that is no text itself but carries some.</summary>
    private List<QdaSource> Carrier(string textElement, string selectionElement, QdaLoss lostSelection, QdaLoss lostWhole)
    {
        var name = Attribute("name");
        List<QdaSource> texts = [];
        foreach (var child in Children())
            if (child == textElement)
            {
                texts.Add(Text(Attribute("name") is { Length: > 0 } own ? own : name));
            }
            else
            {
                CountLostPart(child, selectionElement, lostSelection, name);
                Skip();
            }
        if (texts.Count == 0)
            Losses.Add(lostWhole, name);
        return texts;
    }

    private void CountLostPart(string child, string selectionElement, QdaLoss lostSelection, string name)
    {
        if (child == selectionElement)
            Losses.Add(lostSelection, name);
        else if (child == "Coding")
            Losses.Add(QdaLoss.SourceCoding, name);
        else if (child is "NoteRef" or "Description")
            Losses.Add(QdaLoss.SourceNote, name);
    }

    private QdaSource Text(string name)
    {
        var (guid, path, created) = (Unique("Source", _xml.GetAttribute("guid")), _xml.GetAttribute("plainTextPath"), Moment(_xml.GetAttribute("creationDateTime")));
        var rich = _xml.GetAttribute("richTextPath");
        string? content = null;
        List<QdaSelection> selections = [];
        List<QdaValue> values = [];
        Dictionary<Guid, int> syncPoints = [];
        foreach (var child in Children())
            switch (child)
            {
                case "PlainTextContent":
                    content = Take().Value;
                    break;
                case "PlainTextSelection":
                    AddSelection(selections, Take(), name, syncPoints: null);
                    break;
                case "SyncPoint":
                    AddSyncPoint(syncPoints, Take());
                    break;
                case "TranscriptSelection":
                    AddSelection(selections, Take(), name, syncPoints);
                    break;
                case "VariableValue":
                    if (Value(Take()) is { } value)
                        values.Add(value);
                    break;
                default:
                    CountLostPart(child, "", QdaLoss.Unknown, name);
                    Skip();
                    break;
            }
        if (content is null && path is null)
            Losses.Add(rich is null ? QdaLoss.MissingText : QdaLoss.DocumentWithoutText, name);
        else if (rich is not null)
            Losses.Add(QdaLoss.RichText, name);
        // An empty element beside a path says nothing.
        return new QdaSource(guid, name, string.IsNullOrEmpty(content) ? path : null, string.IsNullOrEmpty(content) && path is not null ? null : content)
        {
            Selections = selections, Values = values, CreatedAtUtc = created,
        };
    }

    private void AddSyncPoint(Dictionary<Guid, int> syncPoints, XElement e)
    {
        if (ParseGuid((string?)e.Attribute("guid")) is { } guid && Position(e, "position") is { } position)
            syncPoints[guid] = position;
    }

    /// <summary>Adds a selection; one of a transcript lies between two points that tie the words to the sound.</summary>
    private void AddSelection(List<QdaSelection> selections, XElement e, string sourceName, Dictionary<Guid, int>? syncPoints)
    {
        if (++_selections > MostSelections)
            throw new RuleException($"Projektet har flere end {MostSelections.ToString("N0", DanishText.Culture)} uddrag. Del det op i det program, det kommer fra.");
        int? Bound(string position, string point) => syncPoints is null ? Position(e, position)
            : ParseGuid((string?)e.Attribute(point)) is { } guid && syncPoints.TryGetValue(guid, out var found) ? found : null;
        var guid = GuidOf(e);
        if (Bound("startPosition", "fromSyncPoint") is not { } start || Bound("endPosition", "toSyncPoint") is not { } end || end <= start)
        {
            Losses.Add(QdaLoss.EmptySelection, sourceName);
            return;
        }
        selections.Add(new QdaSelection(guid, NameOf(e), start, end, ParseGuid((string?)e.Attribute("creatingUser")), Moment((string?)e.Attribute("creationDateTime")))
        {
            Description = e.Elements().FirstOrDefault(c => c.Name.LocalName == "Description")?.Value ?? "",
            Codings = [.. e.Elements().Where(c => c.Name.LocalName == "Coding").Select(Coding).OfType<QdaCoding>()],
            NoteRefs = [.. References(e, "NoteRef"), .. e.Elements().Where(c => c.Name.LocalName == "Coding").SelectMany(c => References(c, "NoteRef"))],
        });
    }

    private QdaCoding? Coding(XElement e) => References(e, "CodeRef").Select(g => (Guid?)g).FirstOrDefault() is { } code
        ? new QdaCoding(GuidOf(e), code, ParseGuid((string?)e.Attribute("creatingUser")), Moment((string?)e.Attribute("creationDateTime")))
        : null;

    private static int? Position(XElement e, string name) =>
        int.TryParse((string?)e.Attribute(name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= 0 ? value : null;
}
