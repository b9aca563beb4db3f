using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Microsoft.Win32.SafeHandles;
using PicsOnefile.Errors;

namespace PicsOnefile.Files;

/// <summary>
/// Opens all files that a user names. Only regular files are opened: reading a pipe waits for a writer, and a device may never end. A link is followed.
/// </summary>
/// <remarks>
/// A path is looked at before it is opened, for opening a device can have effects of its own, and the open handle once more, for the path may lead elsewhere by
/// then. On Unix the opening itself never waits (O_NONBLOCK). .NET has no call for the kind of a file; its own native library, which every .NET on Unix
/// carries, has one form of stat for all systems. Mono has no such library and takes no handle that it did not open: there a file is opened as usual, and taken
/// for regular if it can be positioned in.
/// </remarks>
internal static class RegularFile
{
    /// <summary>The largest text that is read: 100,000 rows of an exported list are a quarter of it.</summary>
    public const long LargestText = 128L << 20;

    /// <summary>The largest file of settings that is read.</summary>
    public const long LargestSettings = 4L << 20;

    private const int BlockLength = 1 << 16;

    // Of the type bits that .NET's native library gives for every Unix (pal_io.h): S_IFMT and its values.
    private const int TypeMask = 0xF000;
    private const int TypeRegular = 0x8000;

    // Its file status begins with two 32-bit numbers, flags and mode; all of it is shorter than this.
    private const int StatusLength = 512;
    private const int ModeOffset = 4;

    // LOCK_SH | LOCK_NB, and EWOULDBLOCK.
    private const int SharedLockWithoutWaiting = 1 | 4;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    // Windows: winbase.h, FILE_TYPE_DISK.
    private const int TypeDisk = 1;

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // O_NONBLOCK | O_CLOEXEC, of Linux on all the processors that the module runs on, and of macOS.
    private static readonly int WithoutWaiting = RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? 0x4 | 0x1000000 : 0x800 | 0x80000;

    // FileSystemInfo File.ResolveLinkTarget(string, bool), of .NET 6 and later.
    private static readonly Func<string, bool, FileSystemInfo?>? LinkTarget = (Func<string, bool, FileSystemInfo?>?)
        typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)])?.CreateDelegate(typeof(Func<string, bool, FileSystemInfo?>));

    // .NET on Unix: a FileStream of Mono refuses a handle that it did not open itself.
    private static readonly bool OpensWithoutWaiting = !IsWindows && LinkTarget is not null;

    /// <summary>
    /// Returns the target of a path: itself, or the last of a chain of links, whether or not it exists. Windows PowerShell 5.1 does not resolve links.
    /// </summary>
    /// <exception cref="PicsOnefileException">PathInvalid: no file can have this path.</exception>
    /// <exception cref="IOException">Links in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">A link that this account may not read.</exception>
    public static string Target(string path)
    {
        path = Path.GetFullPath(PathRules.Check(path));
        try
        {
            return LinkTarget?.Invoke(path, true)?.FullName ?? path;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return path;
        }
    }

    /// <summary>Throws for a path to anything but a regular file; a missing file passes.</summary>
    /// <exception cref="IOException">It is a folder, a pipe, a device or a socket.</exception>
    public static void ThrowUnlessRegular(string path)
    {
        if (Directory.Exists(path))
            throw new IOException("It is a folder.");
        if (!IsWindows && IsOther(status => Stat(Encoding.UTF8.GetBytes(path + '\0'), status)))
            throw NoFile();
    }

    /// <summary>Whether there is a regular file.</summary>
    public static bool Exists(string path)
    {
        try
        {
            ThrowUnlessRegular(path);
            return File.Exists(path);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Reads the whole content.</summary>
    /// <param name="path">The file. Other programs may have it open: Excel keeps a file open while people look at it.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <param name="cancellation">
    /// Stops the reading between two blocks, and abandons a block that does not arrive: a file on a network may block for ever.
    /// </param>
    /// <exception cref="PicsOnefileException">PathInvalid: no file can have this path.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">It is no regular file, is longer than the limit, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static byte[] Read(string path, long limit, CancellationToken cancellation = default) => Read(() => OpenForReading(path), limit, cancellation);

    /// <summary>The same of a stream, for tests.</summary>
    internal static byte[] Read(Func<Stream> open, long limit, CancellationToken cancellation) =>
        AbandonableWork.Run(() => ReadOn(open, limit, cancellation), cancellation);

    private static byte[] ReadOn(Func<Stream> open, long limit, CancellationToken cancellation)
    {
        using var file = open();
        if (file.Length > limit)
            throw TooLarge(limit);
        using var content = new MemoryStream((int)file.Length);
        var block = new byte[BlockLength];
        for (int count; (count = file.Read(block, 0, block.Length)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            // The file may grow, or its length may not be known beforehand.
            if (content.Length + count > limit)
                throw TooLarge(limit);
            content.Write(block, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>Reads the whole content as UTF-8, or by its byte order mark.</summary>
    /// <exception cref="IOException">As <see cref="Read(string, long, CancellationToken)"/>.</exception>
    public static string ReadText(string path, long limit, CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(new MemoryStream(Read(path, limit, cancellation)), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>
    /// Appends text in UTF-8 to a file of the module's own, durably. A missing file is created for this account only.
    /// </summary>
    /// <exception cref="IOException">It is no regular file, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write it.</exception>
    public static void AppendForOwner(string path, string text)
    {
        ThrowUnlessRegular(path);
        OwnerOnly.CreateFile(path);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(bytes, 0, bytes.Length);
        file.Flush(flushToDisk: true);
    }

    private static FileStream OpenForReading(string path)
    {
        path = PathRules.Check(path);
        ThrowUnlessRegular(path);
        // .NET would wait for a writer where a pipe has replaced the file since.
        var file = OpensWithoutWaiting
            ? new FileStream(OpenWithoutWaiting(path), FileAccess.Read)
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var handle = file.SafeFileHandle;
        if (IsWindows ? FileType(handle) == TypeDisk : file.CanSeek && !IsOther(status => FStat(handle, status)))
            return file;
        file.Dispose();
        throw NoFile();
    }

    private static SafeFileHandle OpenWithoutWaiting(string path)
    {
        var handle = Open(Encoding.UTF8.GetBytes(path + '\0'), WithoutWaiting);
        if (handle >= 0)
        {
            var opened = new SafeFileHandle((IntPtr)handle, ownsHandle: true);
            // What .NET does on Unix for FileShare: a file that a program of .NET has to itself is not read.
            if (FLock(opened, SharedLockWithoutWaiting) == 0 || Marshal.GetLastWin32Error() is not (WouldBlockOnLinux or WouldBlockOnMac))
                return opened;
            opened.Dispose();
            throw new IOException("Another process has it open.");
        }

        var error = new Win32Exception(Marshal.GetLastWin32Error());
        const int NoEntry = 2,
            NotPermitted = 1,
            NoAccess = 13;
        throw error.NativeErrorCode switch
        {
            NoEntry => new FileNotFoundException(error.Message, path),
            NotPermitted or NoAccess => new UnauthorizedAccessException(error.Message, error),
            _ => new IOException(error.Message, error),
        };
    }

    // An unreadable path counts as regular: opening it reports the error.
    private static bool IsOther(Func<byte[], int> look)
    {
        var status = new byte[StatusLength];
        try
        {
            return look(status) == 0 && (BitConverter.ToInt32(status, ModeOffset) & TypeMask) != TypeRegular;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static IOException NoFile() => new("It is not a file but a pipe, a device or the like.");

    private static IOException TooLarge(long limit) => new(FormattableString.Invariant($"It is larger than {limit >> 20} MiB, the most that is read."));

    // Without the flag for making a file, open takes no third argument.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int FLock(SafeHandle file, int operation);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, byte[] status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FStat(SafeHandle file, byte[] status);

    [DllImport("kernel32", EntryPoint = "GetFileType")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int FileType(SafeHandle file);
}
