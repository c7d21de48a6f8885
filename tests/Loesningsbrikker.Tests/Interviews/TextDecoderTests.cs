using System.Text;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class TextDecoderTests
{
    private const string Danish = "Børnene på Åkanden får for få voksne – ’æøåÆØÅ’";

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(false)).SetName("UTF-8 keeps Danish letters");
        yield return new TestCaseData(new UTF8Encoding(true)).SetName("UTF-8 with a byte order mark keeps Danish letters");
        yield return new TestCaseData(new UnicodeEncoding(bigEndian: false, byteOrderMark: true)).SetName("UTF-16 little-endian keeps Danish letters");
        yield return new TestCaseData(new UnicodeEncoding(bigEndian: true, byteOrderMark: true)).SetName("UTF-16 big-endian keeps Danish letters");
        yield return new TestCaseData(CodePagesEncodingProvider.Instance.GetEncoding(1252)).SetName("Windows-1252 keeps Danish letters");
    }

    [TestCaseSource(nameof(Encodings))]
    public void It_decodes(Encoding encoding) =>
        Assert.That(TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Danish)]), Is.EqualTo(Danish));

    [Test]
    public void The_encoding_of_DOS_is_refused_instead_of_guessed() =>
        Assert.That(Refusal(CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes("Børnene på Åkanden er glæde")), Does.Contain("tegnsæt"));

    [Test]
    public void Damaged_UTF8_is_told_instead_of_becoming_gibberish()
    {
        var bytes = Encoding.UTF8.GetBytes(Danish).Append((byte)0xC3).Append((byte)0x20).ToArray();
        Assert.That(Refusal(bytes), Does.Contain("ødelagte"));
    }

    [Test]
    public void UTF32_is_refused() => Assert.That(Refusal([.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Danish)]), Does.Contain("tegnsæt"));

    [Test]
    public void Binary_is_refused()
    {
        Assert.That(Refusal([1, 2, 3, 0, 5, 6]), Does.Contain("ikke ren tekst"));
        Assert.That(Refusal([.. Enumerable.Repeat((byte)0x01, 50), .. "abc"u8]), Does.Contain("ikke ren tekst"));
    }

    private static string Refusal(byte[] bytes)
    {
        var refused = Assert.Throws<RuleException>(() => TextDecoder.Decode(bytes))!;
        Assert.That(refused.Field, Is.EqualTo("File"));
        return refused.Message;
    }
}
