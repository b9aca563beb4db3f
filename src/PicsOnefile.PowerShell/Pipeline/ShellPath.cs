using System;
using System.IO;
using System.Management.Automation;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>Paths and addresses as they are typed in the shell.</summary>
internal static class ShellPath
{
    // The name of PowerShell's own provider of files.
    private const string FileSystem = "FileSystem";

    private static readonly Regex EscapedBracket = new(@"`[\[\]]", RegexOptions.CultureInvariant);

    /// <summary>The file system path, by PowerShell's rules and without wildcards.</summary>
    /// <returns>The full path, as the system takes it.</returns>
    /// <exception cref="PicsOnefileException">PathNotOfAFile: the path is one of another provider (Env:, Cert:). PathInvalid: no file can have it.</exception>
    public static string Resolve(SessionState session, string path)
    {
        try
        {
            return PathRules.Check(FullPath(session, path));
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            // Some versions of .NET look at the characters first, with an error of their own.
            _ = PathRules.Check(path);
            throw;
        }
    }

    private static string FullPath(SessionState session, string path)
    {
        var full = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != FileSystem)
            throw ErrorKinds.PathNotOfAFile.For(path, $"{path} is in {provider.Name} and not on a disk. Nothing was read or written.");
        // Tab completion writes list`[1`].csv for list[1].csv; a file that has the backticks in its name goes before it.
        return EscapedBracket.IsMatch(path) && !File.Exists(full)
            ? session.Path.GetUnresolvedProviderPathFromPSPath(WildcardPattern.Unescape(path))
            : full;
    }

    /// <summary>
    /// The text of an address with the host as it was typed. .NET may write another host ("loopback" becomes "localhost"), and the typed one decides whether it
    /// may be called.
    /// </summary>
    public static string? AsTyped(Uri? address) =>
        address is { IsAbsoluteUri: true } && address.OriginalString.IndexOf(address.Host, StringComparison.OrdinalIgnoreCase) < 0
            ? address.OriginalString
            : address?.ToString();
}
