using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// Reads a project (project.qde) or a codebook (.qdc) as other programs really write them: any order of children, any namespace, no
/// dates, the same GUID twice, GUIDs in braces or no GUIDs. What cannot come along is counted. No DTD, nothing outside the stream.
/// </summary>
internal sealed partial class QdaReader
{
    /// <summary>Most codes of a project: they are shown on one page, one choice each.</summary>
    public const int MostCodes = 1_000;

    /// <summary>Most texts of a project.</summary>
    public const int MostSources = 500;

    /// <summary>Most selections of a project.</summary>
    public const int MostSelections = 100_000;

    private const int DeepestCode = 40;
    private const long MostCharacters = 64 * 1024 * 1024;

    private readonly XmlReader _xml;
    private readonly HashSet<(string Kind, Guid Guid)> _used = [];
    private readonly Dictionary<Guid, QdaVariable> _variables = [];
    private int _codes;
    private int _selections;

    private QdaReader(Stream from) => _xml = XmlReader.Create(from, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostCharacters, CheckCharacters = true,
    });

    /// <summary>What could not come along.</summary>
    public QdaLosses Losses { get; } = new();

    /// <summary>Reads the whole stream.</summary>
    /// <exception cref="RuleException">It is no REFI-QDA, or holds more than can be brought in at once.</exception>
    /// <exception cref="XmlException">It is broken, or has a DTD.</exception>
    public static (QdaProject Project, QdaLosses Losses) Read(Stream from)
    {
        var reader = new QdaReader(from);
        using (reader._xml)
        {
            reader._xml.MoveToContent();
            return reader._xml.LocalName switch
            {
                "Project" => (reader.Project(), reader.Losses),
                "CodeBook" => (reader.Codebook(), reader.Losses),
                _ => throw new RuleException("Filen er hverken et REFI-QDA-projekt eller en kodebog. Vælg en fil af typen .qdpx eller .qdc."),
            };
        }
    }

    private QdaProject Project()
    {
        var project = new QdaProject(Attribute("name"), Attribute("origin")) { CreatedAtUtc = Moment(_xml.GetAttribute("creationDateTime")) };
        foreach (var name in Children())
            project = name switch
            {
                "Users" => project with { Users = [.. Elements("User").Select(e => new QdaUser(GuidOf(e), NameOf(e)))] },
                "CodeBook" => project with { Codes = CodesInBook() },
                "Variables" => project with { Variables = [.. Elements("Variable").Select(Variable)] },
                "Cases" => project with { Cases = [.. Elements("Case").Select(Case)] },
                "Sources" => project with { Sources = Sources() },
                "Notes" => project with { Notes = [.. Elements("Note").Select(Note)] },
                "Links" => project with { Links = [.. Elements("Link").Select(Link).OfType<QdaLink>()] },
                "Sets" => project with { Sets = [.. Elements("Set").Select(Set)] },
                "NoteRef" => project with { NoteRefs = [.. project.NoteRefs, .. References([Take()])] },
                _ => Lost(project, name),
            };
        return project;
    }

    private QdaProject Codebook()
    {
        var project = new QdaProject("", Attribute("origin"));
        foreach (var name in Children())
            project = name switch
            {
                "Codes" => project with { Codes = [.. project.Codes, .. Codes(level: 0)] },
                "Sets" => project with { Sets = [.. Elements("Set").Select(Set)] },
                _ => Lost(project, name),
            };
        return project;
    }

    private QdaProject Lost(QdaProject project, string name)
    {
        if (name == "Graphs")
            Losses.Add(QdaLoss.Graph, count: Elements("Graph").Count());
        else if (name is "Description")
            Losses.Add(QdaLoss.ProjectNote, Take().Value.Length > 0 ? "beskrivelsen" : "");
        else
            Skip();
        return project;
    }

    private List<QdaCode> CodesInBook()
    {
        List<QdaCode> codes = [];
        foreach (var name in Children())
            if (name == "Codes")
                codes.AddRange(Codes(level: 0));
            else
                Skip();
        return codes;
    }

    private List<QdaCode> Codes(int level)
    {
        List<QdaCode> codes = [];
        foreach (var name in Children())
            if (name == "Code")
                codes.Add(Code(level));
            else
                Skip();
        return codes;
    }

    private QdaCode Code(int level)
    {
        if (++_codes > MostCodes)
            throw new RuleException($"Projektet har flere end {MostCodes.ToString("N0", DanishText.Culture)} koder. Det er flere, end der kan vælges imellem på én side.");
        var (guid, name, isCodable) = (Unique("Code", _xml.GetAttribute("guid")), Attribute("name"), Attribute("isCodable"));
        var description = "";
        List<QdaCode> children = [];
        List<Guid> notes = [];
        foreach (var child in Children())
            switch (child)
            {
                case "Description":
                    description = Take().Value;
                    break;
                case "NoteRef":
                    notes.AddRange(References([Take()]));
                    break;
                case "Code" when level < DeepestCode:
                    children.Add(Code(level + 1));
                    break;
                default:
                    if (child == "Code")
                        Losses.Add(QdaLoss.DeepCode, Attribute("name"));
                    Skip();
                    break;
            }
        // A program that does not say it means an ordinary code.
        return new QdaCode(guid, name, isCodable is not ("false" or "0"), description, children) { NoteRefs = notes };
    }

    private QdaVariable Variable(XElement e)
    {
        var variable = new QdaVariable(GuidOf(e), NameOf(e), Enum.TryParse<QdaType>((string?)e.Attribute("typeOfVariable"), out var type) ? type : QdaType.Text);
        _variables.TryAdd(variable.Guid, variable);
        return variable;
    }

    private QdaCase Case(XElement e) =>
        new(GuidOf(e), NameOf(e), [.. e.Elements().Where(v => v.Name.LocalName == "VariableValue").Select(Value).OfType<QdaValue>()],
            [.. References(e, "SourceRef")]);

    /// <summary>Null when it names no variable that came before it.</summary>
    private QdaValue? Value(XElement e)
    {
        var variable = References(e, "VariableRef").Select(v => _variables.GetValueOrDefault(v)).FirstOrDefault();
        var value = e.Elements().FirstOrDefault(v => v.Name.LocalName != "VariableRef");
        return variable is null || value is null ? null : new QdaValue(variable, value.Value);
    }

    private QdaNote Note(XElement e) =>
        new(GuidOf(e), NameOf(e), (string?)e.Attribute("plainTextPath"), e.Elements().FirstOrDefault(c => c.Name.LocalName == "PlainTextContent")?.Value);

    private QdaLink? Link(XElement e) =>
        ParseGuid((string?)e.Attribute("originGUID")) is { } origin && ParseGuid((string?)e.Attribute("targetGUID")) is { } target
            ? new QdaLink(GuidOf(e), NameOf(e), origin, target) : null;

    private QdaSet Set(XElement e)
    {
        if (e.Elements().Any(m => m.Name.LocalName is "MemberSource" or "MemberNote"))
            Losses.Add(QdaLoss.Set, NameOf(e));
        return new QdaSet(GuidOf(e), NameOf(e), [.. References(e, "MemberCode")]);
    }

    private Guid GuidOf(XElement e) => Unique(e.Name.LocalName, (string?)e.Attribute("guid"));

    /// <summary>The GUID, or one made for something without one or with one that was used before; the same at every reading.</summary>
    private Guid Unique(string kind, string? text)
    {
        var guid = ParseGuid(text) ?? StableGuid.Of("unnamed", kind, _used.Count.ToString(CultureInfo.InvariantCulture));
        for (var n = 0; !_used.Add((kind, guid)); n++)
            guid = StableGuid.Below(guid, "again", n.ToString(CultureInfo.InvariantCulture));
        return guid;
    }

    /// <summary>GUIDs stand with and without braces; what is none still names one thing and the same.</summary>
    private static Guid? ParseGuid(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Guid.TryParse(text, out var guid) ? guid : StableGuid.Of("named", text.Trim());

    /// <summary>What children of that name point at.</summary>
    private static IEnumerable<Guid> References(XElement e, string name) => References(e.Elements().Where(c => c.Name.LocalName == name));

    private static IEnumerable<Guid> References(IEnumerable<XElement> references) =>
        references.Select(r => ParseGuid((string?)r.Attribute("targetGUID") ?? (string?)r.Attribute("guid"))).OfType<Guid>();

    private static string NameOf(XElement e) => (string?)e.Attribute("name") ?? "";

    private string Attribute(string name) => _xml.GetAttribute(name) ?? "";

    /// <summary>A moment in UTC; one without a zone is taken for UTC. Null for what is no moment.</summary>
    private static DateTime? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.UtcDateTime : null;
}
