using System;
using System.Runtime.InteropServices;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>
/// Paths as SQLite takes them. .NET itself opens paths of any length on Windows; SQLite opens one beyond 260 characters only behind the literal prefix.
/// </summary>
internal static class SqlitePath
{
    // Of the 260 characters of MAX_PATH, what SQLite puts behind the name ("-journal") and the end of the text.
    private const int LongestPlainPath = 260 - 8 - 1;

    private static readonly bool OnWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Returns the name of a file for SQLite.</summary>
    /// <param name="path">The full path.</param>
    public static string For(string path) => For(path, OnWindows);

    /// <summary>The same by the rules of a system.</summary>
    internal static string For(string path, bool isWindows) =>
        !isWindows ? path
        : PathForms.WithoutPrefix(path) is { Length: > LongestPlainPath } plain ? PathForms.WithPrefix(plain)
        : PathForms.WithoutPrefix(path);

    /// <summary>Returns the address of a file for SQLite (sqlite.org/uri.html).</summary>
    /// <param name="path">The full path.</param>
    public static string Address(string path) => Address(path, OnWindows);

    /// <summary>
    /// The same by the rules of a system. SQLite takes no host in an address: a server stands in its path. Windows takes the literal prefix with backslashes
    /// alone.
    /// </summary>
    internal static string Address(string path, bool isWindows) =>
        isWindows ? "file:" + Uri.EscapeDataString(For(path, isWindows)) : new Uri(path).AbsoluteUri;
}
