using System.Management.Automation;
using PicsOnefile.Integration;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;

namespace PicsOnefile.PowerShell.Integration;

/// <summary>Switches PICSWeb's Onefile integration on, unless the readiness report has errors; sets only what is asked for.</summary>
[Cmdlet(VerbsLifecycle.Enable, "PicsWebSync", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IntegrationSettings), typeof(SettingsStep))]
public sealed class EnablePicsWebSyncCommand : SyncSwitchCommandBase
{
    /// <summary>The environment; it must be the connected one.</summary>
    [Parameter(Position = 0)]
    public OnefileEnvironment? Environment { get; set; }

    /// <summary>
    /// Whether PICSWeb gets the connection's customer token. By default it does, unless it is switched on for this environment already and its connection test
    /// succeeds.
    /// </summary>
    [Parameter]
    public bool? HandOverCustomerToken { get; set; }

    /// <summary>Update Learner Demographics Mode, in PICSWeb's words.</summary>
    [Parameter]
    public string? UpdateLearnerDemographicsMode { get; set; }

    /// <summary>Update Officer Demographics Mode, in PICSWeb's words.</summary>
    [Parameter]
    public string? UpdateOfficerDemographicsMode { get; set; }

    /// <summary>Update Organisation Demographics Mode, in PICSWeb's words.</summary>
    [Parameter]
    public string? UpdateOrganisationDemographicsMode { get; set; }

    /// <summary>Upload Reviews to OneFile.</summary>
    [Parameter]
    public bool? UploadReviews { get; set; }

    /// <summary>Download Reviews from OneFile.</summary>
    [Parameter]
    public bool? DownloadReviews { get; set; }

    /// <summary>Visit Type for Uploaded Reviews.</summary>
    [Parameter]
    [ValidateSet("Not Specified", "Remote Session", "Face to Face")]
    public string? VisitType { get; set; }

    /// <summary>Create Learner: Classroom from Main Tag.</summary>
    [Parameter]
    public bool? ClassroomFromMainTag { get; set; }

    /// <summary>What you attest of the older PICS Desktop integration; kept with who and when.</summary>
    [Parameter]
    public DesktopIntegration? DesktopIntegration { get; set; }

    /// <summary>You attest that "Enable MIS value fields" is ticked in every centre; kept with who and when.</summary>
    [Parameter]
    public MisValueFields? MisValueFields { get; set; }

    /// <summary>Switches on in spite of errors; needs -Reason.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var settings = new SyncSettings
        {
            Environment = Environment,
            HandOverCustomerToken = HandOverCustomerToken,
            UpdateLearnerDemographicsMode = UpdateLearnerDemographicsMode,
            UpdateOfficerDemographicsMode = UpdateOfficerDemographicsMode,
            UpdateOrganisationDemographicsMode = UpdateOrganisationDemographicsMode,
            UploadReviews = UploadReviews,
            DownloadReviews = DownloadReviews,
            VisitType = VisitType,
            ClassroomFromMainTag = ClassroomFromMainTag,
        };
        var request = new ReadinessRequest
        {
            DesktopIntegration = DesktopIntegration,
            MisValueFields = MisValueFields,
            KeepsAttestations = !IsWhatIf,
            Freshness = Freshness.WhenOld,
        };
        Switch(
            async (sync, run) =>
            {
                var report = await Session.Readiness.ReportAsync(request, run).ConfigureAwait(false);
                return await sync.PlanEnableAsync(settings, report.Findings, Force, Reason, run, report.Facts.Attestations).ConfigureAwait(false);
            }
        );
    }
}
