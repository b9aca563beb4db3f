using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace PicsOnefile.Reliability.Kills;

/// <summary>A step of the protocol at which the process is killed.</summary>
/// <param name="Name">The step in words, as the table shows it.</param>
/// <param name="Strikes">Whether a call to the twin is of the kind that marks it.</param>
public sealed partial record KillPoint(string Name, Func<CallSeen, bool> Strikes)
{
    /// <summary>True where the process is killed when the twin has done the call's work and answered.</summary>
    public bool After { get; init; }

    /// <summary>True where the call itself is not to be done any more: it was about to be made.</summary>
    public bool Undone { get; init; }

    /// <summary>Among how many of the calls that mark the step its turn is; reading back in bulk is a call or two.</summary>
    public int Turns { get; init; } = 37;

    /// <summary>The steps. Intents are written in blocks, so that others of a block are under way at each of them.</summary>
    public static IReadOnlyList<KillPoint> All { get; } =
    [
        new("the intent was written", call => call.IsRead && !call.Written) { Undone = true },
        new("compared, before the write", call => call.IsWrite) { Undone = true },
        new("the write was made, before its answer", call => call.IsWrite),
        new("the write was answered", call => call.IsWrite) { After = true },
        new("before reading back", call => (call.IsRead || call.IsList) && call.Written) { Undone = true, Turns = 2 },
        new("read back, before the outcome", call => (call.IsRead || call.IsList) && call.Written) { After = true, Turns = 2 },
        new("any call", _ => true) { Turns = 90 },
        new("a random moment", call => call.IsRead) { Turns = 80 },
    ];

    /// <summary>True for the last one: the process is killed some time after the call, whatever it does then.</summary>
    public bool IsMoment => Name == All[^1].Name;
}

/// <summary>A call that the twin sees.</summary>
/// <param name="Text">METHOD and path.</param>
/// <param name="Written">Whether its record was written before (of a list: any record).</param>
public sealed partial record CallSeen(string Text, bool Written)
{
    /// <summary>A single record is read.</summary>
    public bool IsRead => ReadCall().IsMatch(Text);

    /// <summary>A single record is written.</summary>
    public bool IsWrite => IsWriteOf(Text);

    /// <summary>A list is read.</summary>
    public bool IsList => ListCall().IsMatch(Text);

    /// <summary>Whether a call writes a single record.</summary>
    public static bool IsWriteOf(string text) => WriteCall().IsMatch(text);

    /// <summary>The record's path.</summary>
    public static string Record(string text) => text[(text.IndexOf(' ') + 1)..];

    [GeneratedRegex("^GET .*/(User|Placement|officers|organisations)/[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex ReadCall();

    [GeneratedRegex("^(PUT .*/(officers|organisations)|POST .*/(User|Placement))/[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex WriteCall();

    [GeneratedRegex("^(GET .*/(officers|organisations)|POST .*/(User|Placement)/Search/.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex ListCall();
}
