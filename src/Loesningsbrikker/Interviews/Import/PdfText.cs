using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Takes the text out of a pdf with pdftotext (Poppler), where it is installed: a child process without a shell, that gets the file
/// through a pipe and gives the text through another, so that nothing lies on a disk and no name of the user's is ever an argument.
/// It has little time and memory and may write no file (<see cref="ProcessLimits"/>).
/// </summary>
/// <param name="settings">May name the program; else it is looked for in PATH.</param>
public sealed class PdfText(HouseSettings settings)
{
    private const int MostBytes = 4 * TranscriptFile.LongestText;
    private const int MostErrorBytes = 4096;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);
    private static readonly string[] Arguments = ["-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"];

    private const string Missing = "Vi kan ikke læse .pdf her. Åbn filen, markér og kopiér teksten, og sæt den ind i feltet, eller gem den som .docx.";
    private const string Broken = "Pdf-filen er beskadiget og kan ikke læses. Åbn den, kopiér teksten, og sæt den ind i feltet.";
    private const string TooMuch = "Pdf-filen er for tung at læse. Åbn den, kopiér teksten, og sæt den ind i feltet.";
    private const string Locked = "Pdf-filen er låst med en adgangskode. Gem den uden, og vælg den igen.";

    private readonly string? _program = ProcessLimits.AreSupported ? Find(settings.PdfToText) : null;

    /// <summary>The text; lines as they stand on the pages.</summary>
    /// <exception cref="RuleException">The program is not installed, or the file cannot be read.</exception>
    public async Task<string> ReadAsync(byte[] bytes, CancellationToken cancellation = default)
    {
        using var process = Start(_program ?? throw Refused(Missing));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(MostTime);
        try
        {
            // It waits for the file until the limits stand.
            ProcessLimits.Apply(process.Id);
            var errors = ReadAsync(process.StandardError.BaseStream, MostErrorBytes, keepReading: true, deadline.Token);
            var text = ReadAsync(process.StandardOutput.BaseStream, MostBytes, keepReading: false, deadline.Token);
            await WriteAsync(process, bytes, deadline.Token);
            var (result, complaint) = (await text, Encoding.ASCII.GetString(await errors));
            await process.WaitForExitAsync(deadline.Token);
            if (process.ExitCode != 0)
                throw Refused(complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? Locked : process.ExitCode > 128 ? TooMuch : Broken);
            return Encoding.UTF8.GetString(result);
        }
        catch (Exception exception) when (exception is TooMuchException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Refused(TooMuch);
        }
        finally
        {
            End(process);
        }
    }

    private static Process Start(string program)
    {
        var start = new ProcessStartInfo(program, Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        start.Environment.Clear();
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Refused(Missing);
        }
    }

    private static async Task WriteAsync(Process process, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    /// <exception cref="TooMuchException">More came than the limit, and reading on was not asked for.</exception>
    private static async Task<byte[]> ReadAsync(Stream stream, int most, bool keepReading, CancellationToken cancellation)
    {
        using var result = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
            if (result.Length + read <= most)
                result.Write(buffer, 0, read);
            else if (!keepReading)
                throw new TooMuchException();
        return result.ToArray();
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended in this moment.
        }
    }

    private static string? Find(string? named) => !string.IsNullOrWhiteSpace(named)
        ? (File.Exists(named) ? named : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "pdftotext")).FirstOrDefault(File.Exists);

    private static RuleException Refused(string sentence) => new(sentence, nameof(TranscriptForm.File));
}
