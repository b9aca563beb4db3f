using System.Linq;
using System.Management.Automation;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>
/// Drops what was read from both systems, all of it or what is known of one person. The journal, exclusions and attestations are never touched.
/// </summary>
[Cmdlet(VerbsCommon.Clear, "MappingCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = Everything)]
public sealed class ClearMappingCacheCommand : ConnectedCmdlet
{
    private const string Everything = "All";
    private const string OnePerson = "Person";

    /// <summary>Drops what is cached about one person, on both sides, and nothing else.</summary>
    [Parameter(ParameterSetName = OnePerson)]
    public SwitchParameter Person { get; set; }

    /// <summary>The person as an officer of PICSWeb.</summary>
    [Parameter(ParameterSetName = OnePerson, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OfficerCompleter))]
    public string? OfficerIdent { get; set; }

    /// <summary>The person as an assessor of Onefile.</summary>
    [Parameter(ParameterSetName = OnePerson, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AssessorCompleter))]
    public string? AssessorId { get; set; }

    /// <summary>The person as a learner of PICSWeb.</summary>
    [Parameter(ParameterSetName = OnePerson, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LearnerCompleter))]
    public string? LearnerIdent { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != OnePerson)
            return;
        // Not mandatory, because PowerShell would ask for a switch at the prompt. Somebody who forgets it may have meant everything.
        if (!Person)
            ThrowTerminatingError(ErrorRecords.From(ErrorKinds.InputUnusable.For(null, "A person was named without -Person; nothing was dropped.")));
        var keys = new PersonKeys(Key(OfficerIdent), Key(AssessorId), Key(LearnerIdent));
        if (keys is (null, null, null))
            WriteError(
                ErrorKinds.InputUnusable.For(null, "No person was named: give -OfficerIdent, -AssessorId or -LearnerIdent, or an object that has one.")
            );
        else if (ShouldProcess($"{Session.Cache.Location}: {Named(keys)}", "Drop what is cached about this person (the journal stays)"))
            Tell(keys, OrEnd(() => Session.Cache.Clear(keys)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == OnePerson)
            return;
        // Piped input that names no record is no order to drop everything.
        if (MyInvocation.ExpectingInput)
            ThrowTerminatingError(ErrorRecords.From(ErrorKinds.InputUnusable.For(null, "Objects were piped in that name no person; nothing was dropped.")));
        var cache = Session.Cache;
        if (ShouldProcess(cache.Location, "Drop the cached records (the journal stays)"))
        {
            OrEnd(() =>
            {
                cache.Clear();
                return true;
            });
        }
    }

    private void Tell(PersonKeys keys, PersonCleared cleared)
    {
        if (cleared.Records.Count == 0)
            WriteWarning($"Nothing was cached about {Named(keys)}.");
        else
            WriteVerbose($"Dropped: {string.Join(", ", cleared.Records.Select(record => $"{Terms.From(record.Kind)} {record.Key}"))}.");
        if (!cleared.IsGone)
            WriteWarning(
                $"Another process works with {Session.Cache.Location}, whose log may still hold what was dropped: run the command again when it has ended."
            );
        foreach (
            var older in NamedFiles.Find(
                System.IO.Path.GetDirectoryName(Session.Cache.Location)!,
                System.IO.Path.GetFileName(Session.Cache.Location) + ".v",
                ".bak"
            )
        )
            WriteWarning($"A copy from before an update of the module is beside the cache, and may hold this person's data: {older}");
    }

    private string Named(PersonKeys keys) =>
        string.Join(
            ", ",
            new[]
            {
                keys.OfficerIdent is { } officer ? $"{Terms.Officer} {officer}" : null,
                keys.AssessorId is { } assessor ? $"{Terms.Assessor} {assessor}" : null,
                keys.LearnerIdent is { } learner ? $"learner {learner}" : null,
            }.Where(name => name is not null)
        );

    private static string? Key(string? given) => string.IsNullOrWhiteSpace(given) ? null : given!.Trim();
}
