using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>Recovers qualifications that an ended run began to add: PICSWeb's list tells whether they arrived.</summary>
internal sealed class NewQualificationRecovery(Workspace workspace) : IRecoverable
{
    /// <summary>Settles what an ended run left open by looking at PICSWeb's list.</summary>
    /// <param name="run">The run.</param>
    public async Task RecoverAsync(RunContext run)
    {
        var due = Recovery.Left(workspace.Cache.Journal, workspace.Environment, row => row.Kind == NewQualifications.Kind);
        if (due.Count == 0 || !workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
            return;
        var now = await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        var settled = due.Where(left => left.IsQuiet || Carrier(now, left.Intent.Key) is not null).ToList();
        workspace.Cache.Journal.Append([
            .. settled.Select(left =>
                Carrier(now, left.Intent.Key) is not null
                    ? left.Intent with
                    {
                        State = ChangeState.Done,
                    }
                    : left.Intent with
                    {
                        State = ChangeState.Failed,
                        Error = "The process ended before the outcome was known, and PICSWeb's list does not have the qualification.",
                    }
            ),
        ]);
        Recovery.Tell(run, settled.Count, [.. due.Except(settled)]);
    }

    /// <summary>The qualification of a list that carries a reference, or null.</summary>
    public static Qualification? Carrier(IReadOnlyList<Qualification> list, string reference) => list.FirstOrDefault(one => Carries(one, reference));

    /// <summary>Whether a qualification in use carries a reference.</summary>
    public static bool Carries(Qualification one, string reference) => RecordStatus.IsLive(one.Status) != false && one.VqReference == reference;
}
