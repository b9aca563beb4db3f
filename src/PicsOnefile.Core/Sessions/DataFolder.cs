using System;
using System.Globalization;
using System.IO;
using System.Text;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Sessions;

/// <summary>The folder of profiles and caches: the user's local application data, or the folder that PICSONEFILE_HOME names.</summary>
/// <remarks>A task account or a container without a profile of its own sets the variable.</remarks>
public static class DataFolder
{
    private const string Variable = "PICSONEFILE_HOME";

    /// <summary>The folder; it need not exist yet.</summary>
    /// <exception cref="PicsOnefileException">FileNotFound: the account has no folder of its own, and none was given. PathInvalid: no folder can
    /// have the path that was given.</exception>
    public static string Root =>
        GetRoot(
            Environment.GetEnvironmentVariable(Variable),
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
        );

    /// <summary>The folder of the profiles.</summary>
    public static string Profiles => Path.Combine(Root, "profiles");

    /// <summary>The folder in which the sandbox's program is looked for.</summary>
    public static string Sandbox => Path.Combine(Root, "sandbox");

    /// <summary>Makes the path of a profile's mapping cache.</summary>
    /// <returns>The path; the file need not exist.</returns>
    public static string GetCachePath(string profileName) => Path.Combine(Root, "caches", FileName(profileName) + ".db");

    /// <summary>
    /// Makes a file name that every file system takes, in lower case. A profile is so the same one everywhere, however its name is typed. Any character but
    /// letters, digits, blank, hyphen and underscore is written as its code.
    /// </summary>
    /// <returns>The file name, without an extension.</returns>
    public static string FileName(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')
                text.Append(c);
            else
                text.Append(Code(c));
        }
        return PathRules.IsReserved(text.ToString()) ? Code(text[0]) + text.ToString(1, text.Length - 1) : text.ToString();
    }

    internal static string GetRoot(string? home, string localApplicationData)
    {
        if (!string.IsNullOrWhiteSpace(home))
            return Path.GetFullPath(PathRules.Check(home!));
        // A relative path would put a journal into the shell's current folder.
        return localApplicationData.Length > 0
            ? Path.Combine(localApplicationData, "PicsOnefile.PowerShell")
            : throw ErrorKinds.FileNotFound.For(Variable, $"This account has no folder for application data: set {Variable} to one, or give -CachePath.");
    }

    private static string Code(char c) => "%" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
