using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Limits for a child process that reads a hostile file (prlimit(2); Linux only).</summary>
internal static class ProcessLimits
{
    // <sys/resource.h>, as on x86-64 and ARM64.
    private const int ProcessorTime = 0;
    private const int FileSize = 1;
    private const int CoreSize = 4;
    private const int Processes = 6;
    private const int AddressSpace = 9;

    private const ulong MostSeconds = 2;
    private const ulong MostBytes = 512UL << 20;

    /// <summary>Whether this system has them.</summary>
    public static bool AreSupported { get; } =
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>Two seconds of processor time, 512 MiB of memory, no file written, no core dump, no child of its own.</summary>
    /// <exception cref="Win32Exception">The system refuses; then the process must not go on.</exception>
    public static void Apply(int processId)
    {
        Set(processId, ProcessorTime, MostSeconds);
        Set(processId, AddressSpace, MostBytes);
        Set(processId, FileSize, 0);
        Set(processId, CoreSize, 0);
        Set(processId, Processes, 0);
    }

    private static void Set(int processId, int resource, ulong most)
    {
        var limit = new Limit { Soft = most, Hard = most };
        if (SetLimit(processId, resource, ref limit, IntPtr.Zero) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
            throw new Win32Exception(error);
    }

    /// <summary>ESRCH: it has ended already.</summary>
    private const int NoSuchProcess = 3;

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int processId, int resource, ref Limit limit, IntPtr old);
}
