using System.Globalization;
using System.Text;
using System.Xml;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// Writes a project or a codebook strictly by the schema: UTF-8, children and attributes in its order, no empty lists.
/// The same project gives the same bytes.
/// </summary>
internal sealed class QdaWriter : IDisposable
{
    /// <summary>Namespace of a project.</summary>
    public const string ProjectNamespace = "urn:QDA-XML:project:1.0";

    /// <summary>Namespace of a codebook.</summary>
    public const string CodebookNamespace = "urn:QDA-XML:codebook:1.0";

    private readonly XmlWriter _xml;

    private QdaWriter(Stream to) => _xml = XmlWriter.Create(to, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n",
        // A carriage return would otherwise come back as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    });

    /// <summary>Writes project.qde; the texts of the sources are the caller's.</summary>
    public static void WriteProject(Stream to, QdaProject project)
    {
        using var writer = new QdaWriter(to);
        writer.Project(project);
    }

    /// <summary>Writes a codebook (.qdc): codes and sets only.</summary>
    public static void WriteCodebook(Stream to, string origin, IEnumerable<QdaCode> codes, IEnumerable<QdaSet> sets)
    {
        using var writer = new QdaWriter(to);
        writer._xml.WriteStartElement("CodeBook", CodebookNamespace);
        writer.Attribute("origin", origin);
        writer.List("Codes", codes, writer.Code);
        // Here a member is named by guid, in a project by targetGUID.
        writer.List("Sets", sets, set => writer.Set(set, "guid"));
        writer._xml.WriteEndElement();
    }

    /// <inheritdoc />
    public void Dispose() => _xml.Dispose();

    private void Project(QdaProject project)
    {
        _xml.WriteStartElement("Project", ProjectNamespace);
        Attribute("name", project.Name);
        Attribute("origin", project.Origin);
        Attribute("creationDateTime", project.CreatedAtUtc);
        Attribute("modifiedDateTime", project.ModifiedAtUtc);
        List("Users", project.Users, user => Element("User", user.Guid, () => Attribute("name", user.Name)));
        Codebook(project.Codes);
        List("Variables", project.Variables, Variable);
        List("Cases", project.Cases, Case);
        List("Sources", project.Sources, Source);
        List("Notes", project.Notes, Note);
        List("Links", project.Links, Link);
        List("Sets", project.Sets, set => Set(set, "targetGUID"));
        NoteRefs(project.NoteRefs);
        _xml.WriteEndElement();
    }

    private void Codebook(IEnumerable<QdaCode> codes)
    {
        _xml.WriteStartElement("CodeBook");
        List("Codes", codes, Code);
        _xml.WriteEndElement();
    }

    private void Code(QdaCode code) => Element("Code", code.Guid, () =>
    {
        Attribute("name", code.Name);
        _xml.WriteAttributeString("isCodable", code.IsCodable ? "true" : "false");
        Text("Description", code.Description);
        NoteRefs(code.NoteRefs);
        foreach (var child in code.Children)
            Code(child);
    });

    private void Variable(QdaVariable variable) => Element("Variable", variable.Guid, () =>
    {
        Attribute("name", variable.Name);
        _xml.WriteAttributeString("typeOfVariable", variable.Type.ToString());
    });

    private void Case(QdaCase of) => Element("Case", of.Guid, () =>
    {
        Attribute("name", of.Name);
        Values(of.Values);
        foreach (var source in of.SourceRefs)
            Reference("SourceRef", "targetGUID", source);
    });

    private void Source(QdaSource source) => Element("TextSource", source.Guid, () =>
    {
        Attribute("name", source.Name);
        Attribute("plainTextPath", source.Path);
        Attribute("creationDateTime", source.CreatedAtUtc);
        Text("PlainTextContent", source.Content);
        foreach (var selection in source.Selections)
            Selection(selection);
        Values(source.Values);
    });

    private void Selection(QdaSelection selection) => Element("PlainTextSelection", selection.Guid, () =>
    {
        Attribute("name", selection.Name);
        _xml.WriteAttributeString("startPosition", selection.Start.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("endPosition", selection.End.ToString(CultureInfo.InvariantCulture));
        Attribute("creatingUser", selection.User);
        Attribute("creationDateTime", selection.AtUtc);
        Text("Description", selection.Description);
        foreach (var coding in selection.Codings)
            Element("Coding", coding.Guid, () =>
            {
                Attribute("creatingUser", coding.User);
                Attribute("creationDateTime", coding.AtUtc);
                Reference("CodeRef", "targetGUID", coding.Code);
            });
        NoteRefs(selection.NoteRefs);
    });

    private void Values(IReadOnlyList<QdaValue> values)
    {
        foreach (var value in values)
        {
            _xml.WriteStartElement("VariableValue");
            Reference("VariableRef", "targetGUID", value.Variable.Guid);
            _xml.WriteElementString($"{value.Variable.Type}Value", XmlText.Clean(value.Value));
            _xml.WriteEndElement();
        }
    }

    private void Note(QdaNote note) => Element("Note", note.Guid, () =>
    {
        Attribute("name", note.Name);
        Attribute("plainTextPath", note.Path);
        Text("PlainTextContent", note.Content);
    });

    private void Link(QdaLink link) => Element("Link", link.Guid, () =>
    {
        Attribute("name", link.Name);
        _xml.WriteAttributeString("direction", "OneWay");
        Attribute("originGUID", link.Origin);
        Attribute("targetGUID", link.Target);
    });

    private void Set(QdaSet set, string memberAttribute) => Element("Set", set.Guid, () =>
    {
        Attribute("name", set.Name);
        foreach (var code in set.Codes)
            Reference("MemberCode", memberAttribute, code);
    });

    private void NoteRefs(IReadOnlyList<Guid> notes)
    {
        foreach (var note in notes)
            Reference("NoteRef", "targetGUID", note);
    }

    /// <summary>A wrapper may not be empty, and whether a lazy list is shows only at its first item.</summary>
    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        var open = false;
        foreach (var item in items)
        {
            if (!open)
                _xml.WriteStartElement(name);
            open = true;
            write(item);
        }
        if (open)
            _xml.WriteEndElement();
    }

    private void Element(string name, Guid guid, Action content)
    {
        _xml.WriteStartElement(name);
        Attribute("guid", guid);
        content();
        _xml.WriteEndElement();
    }

    private void Reference(string name, string attribute, Guid target)
    {
        _xml.WriteStartElement(name);
        Attribute(attribute, target);
        _xml.WriteEndElement();
    }

    private void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            _xml.WriteElementString(name, XmlText.Clean(text));
    }

    private void Attribute(string name, string? value)
    {
        if (value is not null)
            _xml.WriteAttributeString(name, XmlText.Clean(value));
    }

    private void Attribute(string name, Guid? value)
    {
        if (value is { } guid)
            _xml.WriteAttributeString(name, guid.ToString("D"));
    }

    private void Attribute(string name, DateTime? utc)
    {
        if (utc is { } moment)
            _xml.WriteAttributeString(name, moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}

/// <summary>What XML can carry (XML 1.0, 2.2 Char).</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML has no way to write.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]))
                return Rebuild(text);
        return text;
    }

    private static string Rebuild(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        return clean.ToString();
    }
}
