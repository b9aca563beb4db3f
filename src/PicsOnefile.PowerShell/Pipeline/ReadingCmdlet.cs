using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Reading;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>A cmdlet that reads through the cache.</summary>
public abstract class ReadingCmdlet : ConnectedCmdlet
{
    /// <summary>Reads from the systems, however young the cache is.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    /// <summary>Reads the cache only, however old it is, and makes no call.</summary>
    [Parameter]
    public SwitchParameter Offline { get; set; }

    private protected Freshness Freshness =>
        Offline ? Freshness.Never
        : Refresh ? Freshness.Always
        : Freshness.WhenOld;

    /// <summary>Writes an error for each requested ID that no record has. Silence would look like a result.</summary>
    /// <param name="asked">The requested IDs, or null.</param>
    /// <param name="known">The existing IDs.</param>
    /// <param name="what">The kind of record, in a person's words.</param>
    /// <param name="all">All existing IDs, for a hint, where the known ones were read for these IDs alone.</param>
    private protected void TellUnknown(IEnumerable<string>? asked, IEnumerable<string?> known, string what, Func<IEnumerable<string?>>? all = null)
    {
        var unknown = (asked ?? []).Where(id => !RecordId.IsAmong(id, known)).ToList();
        if (unknown.Count == 0)
            return;
        var alike = (all?.Invoke() ?? known).ToList();
        foreach (var id in unknown)
            WriteError(ErrorKinds.RecordUnknown.For(id, $"There is no {what} '{id}'.{AutoConversion.Hint(id, alike)}"));
    }

    /// <summary>The same for a centre, by which a cmdlet filters its output.</summary>
    private protected void TellUnknownCentre(string? centreId)
    {
        if (centreId is null)
            return;
        // Whatever is read of Onefile, the centres were just read before it.
        var centres = Run(run => Session.Workspace.OnefileLists.CentresAsync(Offline ? Freshness.Never : Freshness.WhenOld, run));
        TellUnknown([centreId], centres.Select(centre => centre.CentreId), "centre of this customer with the ID");
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Refresh && Offline)
            ThrowTerminatingError(
                new ErrorRecord(
                    new PSArgumentException("-Refresh reads again and -Offline never does: give one of them."),
                    "RefreshAndOffline",
                    ErrorCategory.InvalidArgument,
                    null
                )
            );
        base.BeginProcessing();
    }
}
