using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loesningsbrikker.Interviews;

/// <summary>How the coding page's tools are written into its markup; Razor encodes the result as an attribute.</summary>
internal static class CodingPageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
