using System;

namespace PicsOnefile.Files;

/// <summary>The forms of a path on Windows (learn.microsoft.com/dotnet/standard/io/file-path-formats).</summary>
internal enum PathForm
{
    /// <summary>On a drive or in the current folder.</summary>
    Drive,

    /// <summary>In the current folder of a drive: <c>C:rel</c>.</summary>
    DriveRelative,

    /// <summary>On a server: <c>\\server\share\name</c>.</summary>
    Share,

    /// <summary>Behind the prefix that takes names literally and may be longer than 260 characters: <c>\\?\C:\name</c>.</summary>
    Literal,

    /// <summary>On a server, behind the same prefix: <c>\\?\UNC\server\share\name</c>.</summary>
    LiteralShare,

    /// <summary>A device: <c>\\.\name</c>.</summary>
    Device,
}

/// <summary>Recognises the form of a path on Windows by its beginning. Nothing is looked up.</summary>
internal static class PathForms
{
    private const string LiteralPrefix = @"\\?\";
    private const string LiteralShare = @"\\?\UNC\";

    /// <summary>Returns the form of a path.</summary>
    public static PathForm Recognise(string path)
    {
        var start = path.Replace('/', '\\');
        if (start.StartsWith(LiteralShare, StringComparison.OrdinalIgnoreCase))
            return PathForm.LiteralShare;
        if (start.StartsWith(LiteralPrefix, StringComparison.Ordinal) || start.StartsWith(@"\??\", StringComparison.Ordinal))
            return PathForm.Literal;
        if (start.StartsWith(@"\\.\", StringComparison.Ordinal))
            return PathForm.Device;
        if (start.StartsWith(@"\\", StringComparison.Ordinal))
            return PathForm.Share;
        return start.Length >= 2 && start[1] == ':' && IsDriveLetter(start[0]) && (start.Length == 2 || start[2] != '\\')
            ? PathForm.DriveRelative
            : PathForm.Drive;
    }

    /// <summary>Whether a path of Windows leads to a server, with the literal prefix or without.</summary>
    public static bool IsOnServer(string path) => Recognise(path) is PathForm.Share or PathForm.LiteralShare;

    /// <summary>Whether a path takes its names literally: Windows drops nothing at their ends.</summary>
    public static bool IsLiteral(PathForm form) => form is PathForm.Literal or PathForm.LiteralShare;

    /// <summary>Takes the literal prefix off: <c>\\?\C:\a</c> is <c>C:\a</c>, and <c>\\?\UNC\server\share</c> is <c>\\server\share</c>.</summary>
    /// <returns>The path; what has no such prefix, or names a volume behind it, as it is.</returns>
    public static string WithoutPrefix(string path)
    {
        if (path.StartsWith(LiteralShare, StringComparison.OrdinalIgnoreCase))
            return @"\\" + path.Substring(LiteralShare.Length);
        return path.StartsWith(LiteralPrefix, StringComparison.Ordinal) && path.Length > 5 && path[5] == ':' ? path.Substring(LiteralPrefix.Length) : path;
    }

    /// <summary>Puts the literal prefix before a full path.</summary>
    public static string WithPrefix(string path) =>
        Recognise(path) switch
        {
            PathForm.Drive => LiteralPrefix + path.Replace('/', '\\'),
            PathForm.Share => LiteralShare + path.Replace('/', '\\').Substring(2),
            _ => path,
        };

    /// <summary>The part of a path that consists of names: without drive, server and share.</summary>
    public static string Names(string path)
    {
        var plain = WithoutPrefix(path.Replace('/', '\\'));
        switch (Recognise(plain))
        {
            case PathForm.Share:
                var share = plain.IndexOf('\\', 2);
                var name = share < 0 ? -1 : plain.IndexOf('\\', share + 1);
                return name < 0 ? "" : plain.Substring(name);
            case PathForm.Literal:
                // A volume by its number.
                var volume = plain.IndexOf('\\', LiteralPrefix.Length);
                return volume < 0 ? "" : plain.Substring(volume);
            default:
                return plain.Length >= 2 && plain[1] == ':' && IsDriveLetter(plain[0]) ? plain.Substring(2) : plain;
        }
    }

    private static bool IsDriveLetter(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
}
