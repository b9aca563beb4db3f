using System;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>
/// Restores Additional IDs, MIS Values and VQ References from the backup before the first write of this profile. Only differing values are written, as a run
/// that can be undone. Records that are newer than the backup are left alone.
/// </summary>
[Cmdlet(VerbsData.Restore, "LinkBackup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Change))]
public sealed class RestoreLinkBackupCommand : UndoCommandBase
{
    /// <summary>The backup; by default the one beside this profile's cache, of the connected environment.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string? Path { get; set; }

    /// <summary>
    /// Only these kinds of record: Officer and Organisation (Additional IDs), Assessor and Placement (MIS Values), Qualification (VQ References).
    /// </summary>
    [Parameter]
    [ValidateSet("Officer", "Organisation", "Assessor", "Placement", "Qualification")]
    public string[]? Kind { get; set; }

    /// <summary>
    /// How many records may change at most: a number, or a percentage of those in the backup ('10%'). Nothing is written when there are more.
    /// </summary>
    [Parameter]
    public ChangeLimit? MaximumChange { get; set; }

    private protected override ResultForm? Wording => ResultForm.Restore;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var restore = Session.Backup;
        var path = Path is null ? restore.Location : FilePath(Path);
        var kinds = Kind?.Select(name => (RecordKind)Enum.Parse(typeof(RecordKind), name, ignoreCase: true)).ToList();
        var plan = Run(run => restore.PlanAsync(path, kinds, Reason, run));
        foreach (var problem in plan.Problems)
            Refuse(problem);
        EndIfExceeded(plan.Plan.Exceeded(MaximumChange, plan.Values, "records in the backup"));
        Apply(plan.Plan);
        ShowResult();
    }
}
