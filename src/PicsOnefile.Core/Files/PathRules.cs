using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using PicsOnefile.Errors;

namespace PicsOnefile.Files;

/// <summary>
/// The paths that no file can have, as a table: the rules of Windows for names, and the one character that no system takes. The rules look at the text alone,
/// so that a file called NUL.csv is fine on other systems, and each rule can be tested on all of them.
/// </summary>
/// <remarks>Windows: learn.microsoft.com/windows/win32/fileio/naming-a-file, and "File path formats on Windows systems" of .NET's documentation.</remarks>
public static class PathRules
{
    // What Windows refuses in a name; the separators are no part of one, and a colon has a rule of its own.
    private const string RefusedInNames = "<>\"|?*";

    private static readonly bool OnWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // The superscript digits count as digits, for they are in Windows' older code pages.
    private static readonly HashSet<string> Devices = new(
        new[] { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" }.Concat("123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" })),
        StringComparer.OrdinalIgnoreCase
    );

    // The form decides first: without it the names cannot be told.
    private static readonly Dictionary<PathForm, Func<string, string>> Forms = new()
    {
        [PathForm.DriveRelative] = path => $"it depends on the current folder of the drive {path.Substring(0, 2)}",
        [PathForm.Device] = _ => "it names a device of Windows and no file",
    };

    // Each name of the path, the first rule that fits. A server may have any name in its shares; only the own system's devices are reserved.
    private static readonly IReadOnlyList<(Func<string, PathForm, bool> Fits, Func<string, string> Says)> Names =
    [
        (
            (name, form) => form is not (PathForm.Share or PathForm.LiteralShare) && IsReserved(name),
            name => $"{name} is a reserved name, which Windows keeps for a device"
        ),
        ((name, _) => name.IndexOf(':') >= 0, name => $"{name} names a stream inside a file, which other programs do not show"),
        ((name, _) => Refused(name) is not null, name => $"{Readable.ShowInvisible(name)} holds the character {Refused(name)}, which Windows takes in no name"),
        (
            (name, form) => PathForms.IsLiteral(form) ? name.TrimEnd('.', ' ').Length < name.Length : IsNoFolder(name),
            name => $"'{name}' ends with a dot or a blank, and most programs could not open such a file"
        ),
    ];

    /// <summary>Checks that a file can have a path on this system.</summary>
    /// <param name="path">The path, full or relative.</param>
    /// <returns>The path as the system takes it: Windows drops dots and blanks at its end.</returns>
    /// <exception cref="PicsOnefileException">PathInvalid: no file can have it; the message says why.</exception>
    public static string Check(string path) => Check(path, OnWindows);

    /// <summary>The same by the rules of a system.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isWindows">Whether the rules of Windows hold.</param>
    internal static string Check(string path, bool isWindows)
    {
        var taken = isWindows ? Trim(path) : path;
        return FindFault(taken, isWindows) is { } fault
            ? throw ErrorKinds.PathInvalid.For(path, $"The path {Readable.ShowInvisible(path)} cannot be used: {fault}.")
            : taken;
    }

    /// <summary>Whether Windows keeps a name for a device, in any letter case and with any ending.</summary>
    public static bool IsReserved(string name) => Devices.Contains(name.Split('.', ':')[0].TrimEnd(' '));

    private static string? FindFault(string path, bool isWindows)
    {
        if (path.IndexOf('\0') >= 0)
            return "it holds the character NUL, which no path may hold";
        if (!isWindows)
            return null;
        var form = PathForms.Recognise(path);
        if (Forms.TryGetValue(form, out var says))
            return says(path);
        return PathForms
            .Names(path)
            .Split('\\')
            .SelectMany(name => Names.Where(rule => rule.Fits(name, form)).Select(rule => rule.Says(name)))
            .FirstOrDefault();
    }

    // Windows drops dots and blanks at the end of the last name alone, and of the others one dot.
    private static bool IsNoFolder(string name) =>
        name.Trim('.').Length > 0 && (name.EndsWith(" ", StringComparison.Ordinal) || name.EndsWith("..", StringComparison.Ordinal));

    private static string? Refused(string name) =>
        name.FirstOrDefault(character => character < ' ' || RefusedInNames.IndexOf(character) >= 0) is var found and not '\0'
            ? Readable.ShowInvisible(found.ToString())
            : null;

    // What .NET does on Windows in Path.GetFullPath.
    private static string Trim(string path) => PathForms.IsLiteral(PathForms.Recognise(path)) || EndsAsFolder(path) ? path : path.TrimEnd('.', ' ');

    // A last name of nothing but dots is a folder, and what is left of it is refused as one.
    private static bool EndsAsFolder(string path) => path.Length == 0 || Path.GetFileName(path.Replace('\\', '/')).Trim('.', ' ').Length == 0;
}
