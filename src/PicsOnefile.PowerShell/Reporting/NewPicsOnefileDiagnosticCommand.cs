using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Connecting;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Reporting;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>Writes one text that goes with an issue of the project: versions, settings and counts, without names and secrets.</summary>
[Cmdlet(VerbsCommon.New, "PicsOnefileDiagnostic", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class NewPicsOnefileDiagnosticCommand : ConnectedCmdlet
{
    /// <summary>The file, for example diagnostic.txt.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string Path { get; set; } = "";

    /// <summary>A saved profile to look at in place of the open connection; nothing is connected.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>A mapping cache to look at in place of the connection's or the profile's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PathOfFile]
    public string? CachePath { get; set; }

    /// <summary>Counts the findings of the readiness rules too, from the cache and without a call. Needs an open connection.</summary>
    [Parameter]
    public SwitchParameter IncludeReadiness { get; set; }

    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // The named connection is meant, and not the one that happens to be open.
    private protected override bool NeedsConnection =>
        Connection is not null || IncludeReadiness || (ProfileName is null && CachePath is null && OpenConnections.Find(null) is not null);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = FilePath(Path);
        var cachePath = CachePath is null ? null : FilePath(CachePath);
        if (!ShouldProcess(path, "Write the diagnostic"))
            return;
        var notRead = new List<PicsOnefileException>();
        var profile = ProfileName is null ? Session?.Profile : OrNoted(() => ProfileStore.Default.Get(ProfileName), notRead);
        cachePath ??=
            ProfileName is null ? Session?.Cache.Location
            : profile is null ? null
            : profile.CachePath ?? DataFolder.GetCachePath(profile.ProfileName);
        var cache = cachePath is null ? null : OrNoted(() => CacheStatistics.ReadFrom(cachePath), notRead);
        // Of a profile it says that it was never connected; a path that is named is meant.
        if (cache is null && CachePath is not null && notRead.All(failure => !Equals(failure.Target, cachePath)))
            notRead.Add(ErrorKinds.FileNotFound.For(cachePath, $"There is no file {cachePath}."));
        var sources = ShellFacts.From(this) with
        {
            Connection = Session?.Describe(),
            Operations = Session?.Workspace.PicsWeb.Operations,
            Profile = profile,
            Cache = cache,
            Findings = IncludeReadiness ? Run(run => Session!.Readiness.TestAsync(new ReadinessRequest { Freshness = Freshness.Never }, run)) : null,
            NotRead = notRead,
        };
        OrEnd(stop =>
        {
            DiagnosticFile.Write(path, sources, Force, stop);
            return true;
        });
        // The text is worth most where something is broken: it is there before a script ends at the error.
        foreach (var failure in notRead)
            WriteError(failure);
        WriteVerbose($"The diagnostic is {path}. Read it before you send it.");
        if (PassThru)
            WriteObject(new FileInfo(path));
    }

    private static T? OrNoted<T>(Func<T?> look, List<PicsOnefileException> notRead)
        where T : class
    {
        try
        {
            return look();
        }
        catch (PicsOnefileException failure)
        {
            notRead.Add(failure);
            return null;
        }
    }
}
