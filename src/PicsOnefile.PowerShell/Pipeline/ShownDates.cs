using System;
using System.Management.Automation;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>
/// The dates of the module's objects as the views show them. PicsOnefile.PowerShell.Types.ps1xml makes hidden properties of these methods. A view must work in
/// Constrained Language Mode, where it may read properties and call nothing.
/// </summary>
public static class ShownDates
{
    /// <summary>Formats the time at which it was done, said or found.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? At(PSObject row) => Text(row, nameof(At));

    /// <summary>Formats the time since when it is in this state.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? Since(PSObject row) => Text(row, nameof(Since));

    /// <summary>Formats the time at which it was read.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? ReadAt(PSObject row) => Text(row, nameof(ReadAt));

    /// <summary>Formats the time at which the list was read that the row comes from.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? AsOf(PSObject row) => Text(row, nameof(AsOf));

    /// <summary>Formats the time at which its details were read.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? DetailsReadAt(PSObject row) => Text(row, nameof(DetailsReadAt));

    /// <summary>Formats the time at which it was changed in its system.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? LastModified(PSObject row) => Text(row, nameof(LastModified));

    /// <summary>Formats the time at which PICSWeb last synchronised learners.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? LastSynchronised(PSObject row) => Text(row, nameof(LastSynchronised));

    /// <summary>Formats the time at which the sandbox was started.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? StartedAt(PSObject row) => Text(row, nameof(StartedAt));

    /// <summary>Formats the time at which the connection was opened.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? ConnectedAt(PSObject row) => Text(row, nameof(ConnectedAt));

    /// <summary>Formats the time at which a person keyed it in.</summary>
    /// <returns>The local time, or null.</returns>
    public static string? KeyedInAt(PSObject row) => Text(row, nameof(KeyedInAt));

    /// <summary>Formats the day of birth.</summary>
    /// <returns>The day, or null.</returns>
    public static string? DateOfBirth(PSObject row) => Text(row, nameof(DateOfBirth));

    private static string? Text(PSObject? row, string property) =>
        row?.Properties[property]?.Value switch
        {
            DateTimeOffset time => ReadableTime.Minute(time),
            DateTime day => ReadableTime.Day(day),
            _ => null,
        };
}
