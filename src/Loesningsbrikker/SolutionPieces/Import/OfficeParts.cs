using System.Xml;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Finds the parts of an Office file by what its parts say of each other (ECMA-376 part 2).</summary>
internal static class OfficeParts
{
    /// <summary>The targets that a part names, by their id, as paths in the archive; those outside it are left out.</summary>
    /// <param name="part">E.g. "xl/workbook.xml"; empty for the whole package.</param>
    public static Dictionary<string, (string Path, string Type)> TargetsOf(this DocumentArchive archive, string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var targets = new Dictionary<string, (string, string)>();
        using var reader = archive.Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                targets[id] = (target.StartsWith('/') ? target[1..] : folder + target, reader.GetAttribute("Type") ?? "");
        return targets;
    }

    /// <summary>Where the package says its main part is; not every program calls it the same.</summary>
    public static string MainPart(this DocumentArchive archive, string usual) =>
        archive.TargetsOf("").Values.Where(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Select(t => t.Path).FirstOrDefault() ?? usual;
}
