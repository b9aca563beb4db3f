using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Pages;
using PicsOnefile.Files.Tables;
using PicsOnefile.Reading;

namespace PicsOnefile.Reporting;

/// <summary>The worklist as a file in a person's hands. It is a CSV to work through and give back, or a page to print.</summary>
/// <remarks>The CSV is UTF-8 with byte order mark; texts that a spreadsheet would take for formulas are written with an apostrophe before them.</remarks>
public static class WorklistFile
{
    /// <summary>A CSV that Excel opens well, with a column Done for the person.</summary>
    public const string Csv = SheetFormat.Csv;

    /// <summary>One printable HTML page with tick boxes.</summary>
    public const string Html = SheetFormat.Html;

    private static readonly IReadOnlyList<(string Name, Func<WorklistItem, string?> Value)> Columns =
    [
        (WorklistSheet.Done, _ => null),
        (nameof(WorklistItem.Page), item => item.Page),
        (nameof(WorklistItem.Record), item => item.Record),
        (nameof(WorklistItem.Field), item => item.Field),
        (nameof(WorklistItem.OldValue), item => item.OldValue),
        (nameof(WorklistItem.NewValue), item => item.NewValue),
        (nameof(WorklistItem.State), item => item.State.ToString()),
        (nameof(WorklistItem.Detail), item => item.Detail),
        (WorklistSheet.ItemId, item => item.ItemId),
    ];

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="items">The items in the order in which they are keyed in.</param>
    /// <param name="format">Csv or Html; null takes it from the path's extension.</param>
    /// <param name="about">The heading of the page: the profile, and when it was made.</param>
    /// <param name="overwrite">Replaces an existing file; a person's marks in it are lost.</param>
    /// <param name="separator">The separator between the cells of a CSV.</param>
    /// <param name="cancellation">Stops the writing; an existing file is still whole then.</param>
    /// <exception cref="PicsOnefileException">FileExists. FileNotWritten: an existing file is still whole. WorklistFormatUnknown: neither the format nor the
    /// extension is known. FileExtensionUnfit: the path names a workbook.</exception>
    public static void Write(
        string path,
        IReadOnlyList<WorklistItem> items,
        string? format,
        WorklistHead about,
        bool overwrite = false,
        char separator = ',',
        CancellationToken cancellation = default
    )
    {
        var sheet = SheetFormat.Choose(path, format) switch
        {
            Csv => SheetFile.ForTable(() => Table(items), separator),
            Html => SheetFile.ForPage(
                "worklist.html",
                () =>
                    new
                    {
                        about.ProfileName,
                        about.Environment,
                        about.MadeAt,
                        Items = items,
                    }
            ),
            _ => throw ErrorKinds.WorklistFormatUnknown.For(path, $"The extension of {path} is neither .csv nor .html."),
        };
        sheet.Write(path, overwrite, "marks", cancellation);
    }

    private static CellTable Table(IReadOnlyList<WorklistItem> items) =>
        new([.. Columns.Select(column => column.Name)], [.. items.Select(item => Columns.Select(column => column.Value(item)).ToList())]);
}

/// <summary>The heading of a worklist.</summary>
/// <param name="ProfileName">The profile.</param>
/// <param name="Environment">Onefile's environment of the values.</param>
/// <param name="MadeAt">The time when the list was made.</param>
public sealed record WorklistHead(string ProfileName, string Environment, DateTimeOffset MadeAt)
{
    /// <summary>Makes the heading of a worklist that is made now.</summary>
    /// <returns>The heading.</returns>
    public static WorklistHead For(Workspace workspace) => new(workspace.Profile.ProfileName, workspace.Environment.ToString(), workspace.Clock.GetUtcNow());
}
