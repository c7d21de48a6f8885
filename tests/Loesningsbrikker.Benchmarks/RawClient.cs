using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Loesningsbrikker.Benchmarks;

/// <summary>One keep-alive connection that sends ready-made bytes: a load generator that costs little beside what it measures.</summary>
public sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[1 << 16];
    private int _have;

    public RawClient(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>The bytes of a request. The forwarded header tells the Host that a proxy in front speaks HTTPS.</summary>
    public static byte[] Request(string method, string path, Session? session, string? json = null)
    {
        var body = json is null ? [] : Encoding.UTF8.GetBytes(json);
        var head = new StringBuilder().Append(method).Append(' ').Append(path).Append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 127.0.0.1\r\n");
        if (session is not null)
            head.Append("Cookie: ").Append(session.Cookie).Append("\r\nRequestVerificationToken: ").Append(session.Token).Append("\r\n");
        if (json is not null)
            head.Append("Accept: application/json\r\nContent-Type: application/json\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
    }

    /// <summary>Sends and reads the whole answer; gives the status and the length of the body in bytes.</summary>
    public (int Status, int Length) Send(byte[] request)
    {
        _socket.Send(request);
        _have = 0;
        int headEnd;
        while ((headEnd = _buffer.AsSpan(0, _have).IndexOf("\r\n\r\n"u8)) < 0)
            Read();
        var head = Encoding.ASCII.GetString(_buffer, 0, headEnd);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var start = headEnd + 4;
        var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return (status, status == 204 ? 0 : ReadChunks(start));
        var lineEnd = head.IndexOf('\r', at);
        var length = int.Parse(head.AsSpan(at + 15, (lineEnd < 0 ? head.Length : lineEnd) - at - 15), CultureInfo.InvariantCulture);
        while (_have < start + length)
            Read();
        return (status, length);
    }

    public void Dispose() => _socket.Dispose();

    private int ReadChunks(int position)
    {
        var sum = 0;
        while (true)
        {
            int lineEnd;
            while ((lineEnd = _buffer.AsSpan(position, _have - position).IndexOf("\r\n"u8)) < 0)
                Read();
            var size = int.Parse(Encoding.ASCII.GetString(_buffer, position, lineEnd), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var next = position + lineEnd + 2 + size + 2;
            while (_have < next)
                Read();
            if (size == 0)
                return sum;
            sum += size;
            position = next;
        }
    }

    private void Read()
    {
        if (_have == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _socket.Receive(_buffer, _have, _buffer.Length - _have, SocketFlags.None);
        _have += read > 0 ? read : throw new IOException("The server closed the connection.");
    }
}

/// <summary>A signed-in session: the cookies and the antiforgery token of a page.</summary>
public sealed record Session(string Cookie, string Token);
