using System;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Connecting;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Reporting;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>Says where you are and what is next: the steps of the report, at the prompt. Without a connection it says how to get one.</summary>
[Cmdlet(VerbsCommon.Get, "PicsOnefileGuide")]
[OutputType(typeof(GuideStep))]
public sealed class GetPicsOnefileGuideCommand : ReadingCmdlet
{
    private protected override bool NeedsConnection => Connection is not null || OpenConnections.Find(null) is not null;

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteObject(
            Session is { } session
                ? Guide.For(Run(run => session.Report.MakeAsync(Freshness, run)))
                : Guide.ForNobody(
                    [
                        .. RunningSandbox.Here is { IsRunning: true } sandbox ? [sandbox.Profile.ProfileName] : Array.Empty<string>(),
                        .. ProfileStore.Default.All(WriteError).Select(profile => profile.ProfileName),
                    ]
                ),
            enumerateCollection: true
        );
}
