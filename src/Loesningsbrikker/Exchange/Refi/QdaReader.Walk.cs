using System.Xml;
using System.Xml.Linq;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>Walking through the file one child at a time, so that a big project is never a tree in memory.</summary>
internal sealed partial class QdaReader
{
    /// <summary>The names of the current element's children. Whoever gets one must read it whole: <see cref="Take"/>, <see cref="Skip"/> or its children.</summary>
    private IEnumerable<string> Children()
    {
        var depth = _xml.Depth;
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            yield break;
        }
        _xml.Read();
        while (!_xml.EOF && _xml.Depth > depth)
            if (_xml.NodeType == XmlNodeType.Element)
                yield return _xml.LocalName;
            else
                _xml.Read();
        _xml.Read();
    }

    /// <summary>The children of that name, one after the other; others are passed over.</summary>
    private IEnumerable<XElement> Elements(string name)
    {
        foreach (var child in Children())
            if (child == name)
                yield return Take();
            else
                Skip();
    }

    /// <summary>The current element whole.</summary>
    private XElement Take() => (XElement)XNode.ReadFrom(_xml);

    private void Skip() => _xml.Skip();
}
