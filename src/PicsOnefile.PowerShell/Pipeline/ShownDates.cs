using System;
using System.Management.Automation;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>
/// The dates of the module's objects as the views show them. PicsOnefile.PowerShell.Types.ps1xml makes hidden properties of these methods: a view must work in
/// Constrained Language Mode, where it may read properties and call nothing.
/// </summary>
public static class ShownDates
{
    /// <summary>When it was done, said or found.</summary>
    public static string? At(PSObject row) => Text(row, nameof(At));

    /// <summary>Since when it is as it is.</summary>
    public static string? Since(PSObject row) => Text(row, nameof(Since));

    /// <summary>When it was read.</summary>
    public static string? ReadAt(PSObject row) => Text(row, nameof(ReadAt));

    /// <summary>When its details were read.</summary>
    public static string? DetailsReadAt(PSObject row) => Text(row, nameof(DetailsReadAt));

    /// <summary>When it was changed in its system.</summary>
    public static string? LastModified(PSObject row) => Text(row, nameof(LastModified));

    /// <summary>When PICSWeb last synchronised learners.</summary>
    public static string? LastSynchronised(PSObject row) => Text(row, nameof(LastSynchronised));

    /// <summary>When the connection was opened.</summary>
    public static string? ConnectedAt(PSObject row) => Text(row, nameof(ConnectedAt));

    /// <summary>When a person keyed it in.</summary>
    public static string? KeyedInAt(PSObject row) => Text(row, nameof(KeyedInAt));

    /// <summary>The day of birth.</summary>
    public static string? DateOfBirth(PSObject row) => Text(row, nameof(DateOfBirth));

    private static string? Text(PSObject? row, string property) =>
        row?.Properties[property]?.Value switch
        {
            DateTimeOffset time => ReadableTime.Minute(time),
            DateTime day => ReadableTime.Day(day),
            _ => null,
        };
}
