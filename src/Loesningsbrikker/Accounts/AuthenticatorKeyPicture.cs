using System.Globalization;
using System.Text;
using QRCoder;

namespace Loesningsbrikker.Accounts;

/// <summary>An authenticator key as a QR code and as text.</summary>
/// <param name="Address">The otpauth address (Google Authenticator's "Key Uri Format"), which opens an app on the same phone.</param>
/// <param name="Groups">The key in groups of four letters.</param>
/// <param name="Side">Modules per side, quiet zone included.</param>
/// <param name="Path">Outline of the dark modules, for the d attribute of an SVG path.</param>
public sealed record AuthenticatorKeyPicture(string Address, string Groups, int Side, string Path)
{
    private const string Issuer = "Løsningsbrikker";

    /// <summary>Draws the key.</summary>
    /// <param name="key">Base32, as Identity makes it.</param>
    /// <param name="email">What the app calls the account.</param>
    public static AuthenticatorKeyPicture Of(string key, string email)
    {
        var issuer = Uri.EscapeDataString(Issuer);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={issuer}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var groups = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        return new AuthenticatorKeyPicture(address, groups, code.ModuleMatrix.Count, PathOf(code));
    }

    private static string PathOf(QRCodeData code)
    {
        // One stroke per run of dark modules in a row: a third of the size of one square per module.
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x])
                    continue;
                var start = x;
                while (x < row.Count && row[x])
                    x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
        return path.ToString();
    }
}
