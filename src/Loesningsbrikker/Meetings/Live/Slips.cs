using System.Globalization;
using System.Security.Cryptography;
using Loesningsbrikker.Privacy;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// The codes of slips and meetings, and the one place that names the purposes of their ciphers. A slip is found by a blind index and
/// printed from its cipher, so that a stolen database lets nobody into a meeting.
/// </summary>
public sealed class Slips(MasterKey key)
{
    /// <summary>How many signs a slip's code has.</summary>
    public const int Length = 6;

    // No vowels, so that no code is a word; no 0, O, 1, I and L, which look alike.
    private const string Alphabet = "BCDFGHJKMNPQRSTVWXZ23456789";
    private const string Purpose = "meeting slip";

    /// <summary>A random code.</summary>
    /// <param name="length">How many signs.</param>
    public static string NewCode(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>A code as people type it: capitals, without spaces and hyphens; null when it cannot be a code of that length.</summary>
    public static string? Read(string? typed, int length)
    {
        // Nobody types more than a handful of spaces.
        if (typed is null || typed.Length > 4 * length)
            return null;
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return code.Length == length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>Gives a participant a slip.</summary>
    /// <param name="code">A code of <see cref="Length"/> signs that no other slip of the meeting has.</param>
    public void Write(MeetingParticipant participant, string code) =>
        (participant.SlipCipher, participant.SlipIndex) = (key.Encrypt(code, Purpose), IndexOf(participant.MeetingId, code));

    /// <summary>The code of a participant's slip; null without one.</summary>
    /// <exception cref="CryptographicException">The row was changed, or its key is not in the key file.</exception>
    public string? CodeOf(MeetingParticipant participant) => participant.SlipCipher is null ? null : key.Decrypt(participant.SlipCipher, Purpose);

    /// <summary>The blind index under which a slip of the meeting is found.</summary>
    public byte[] IndexOf(long meetingId, string code) => key.BlindIndex(string.Create(CultureInfo.InvariantCulture, $"slip/{meetingId}/{code}"));

    /// <summary>The blind index of a phone that joins without a slip.</summary>
    public byte[] DeviceIndexOf(long meetingId, string device) => key.BlindIndex(string.Create(CultureInfo.InvariantCulture, $"device/{meetingId}/{device}"));

    /// <summary>Encrypts a slip anew under the current key; false when it already is, or there is none.</summary>
    public bool Renew(MeetingParticipant participant)
    {
        if (participant.SlipCipher is null || MasterKey.NameOf(participant.SlipCipher) == key.CurrentName)
            return false;
        Write(participant, CodeOf(participant)!);
        return true;
    }
}
