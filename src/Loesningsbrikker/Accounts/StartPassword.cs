using System.Security.Cryptography;

namespace Loesningsbrikker.Accounts;

/// <summary>Passwords that an administrator hands to a user.</summary>
public static class StartPassword
{
    // No letters and digits that look alike on paper or sound alike on the phone.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of four signs, 79 bits: e.g. kfmr-3tqx-wp7d-h2ea.</summary>
    public static string New()
    {
        string password;
        do
            password = string.Join('-', Enumerable.Range(0, 4).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Signs, 4))));
        while (password.Distinct().Count() < 6); // Identity asks for five different signs; nobody should meet the one in a million.
        return password;
    }
}
