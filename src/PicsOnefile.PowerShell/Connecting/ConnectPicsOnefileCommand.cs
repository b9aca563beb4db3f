using System;
using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Opens a connection to Onefile and PICSWeb, by a saved profile or by settings given here.</summary>
[Cmdlet(VerbsCommunications.Connect, "PicsOnefile", DefaultParameterSetName = ByProfile)]
[OutputType(typeof(PicsOnefileConnection))]
public sealed class ConnectPicsOnefileCommand : PicsOnefileCmdlet
{
    private const string ByProfile = "Profile";
    private const string BySettings = "Settings";

    /// <summary>The profile to open.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByProfile, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string ProfileName { get; set; } = "";

    /// <summary>Onefile's environment; a customer token belongs to one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySettings)]
    public OnefileEnvironment Environment { get; set; }

    /// <summary>Onefile's base address; by default the environment's own.</summary>
    [Parameter(ParameterSetName = BySettings)]
    public Uri? OnefileAddress { get; set; }

    /// <summary>PICSWeb's address, for example https://tenant.picsweb.co.uk.</summary>
    [Parameter(ParameterSetName = BySettings)]
    public Uri? PicsWebAddress { get; set; }

    /// <summary>A file with the tenant's own API map.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [PathOfFile]
    public string? ApiMap { get; set; }

    /// <summary>The exported list of officers.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [PathOfFile]
    public string? OfficerPath { get; set; }

    /// <summary>The exported list of organisations.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [PathOfFile]
    public string? OrganisationPath { get; set; }

    /// <summary>The exported list of qualifications.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [PathOfFile]
    public string? QualificationPath { get; set; }

    /// <summary>The exported list of learners.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [PathOfFile]
    public string? LearnerPath { get; set; }

    /// <summary>
    /// Headings of the exported lists that differ from the known ones, for example @{ OfficerIdent = 'Staff no.'; 'Officer.AdditionalId' = 'Portfolio no.' }.
    /// </summary>
    [Parameter(ParameterSetName = BySettings)]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>What ties records together. With one centre AdditionalId by default; with several it must be said.</summary>
    [Parameter]
    public LinkBy? LinkBy { get; set; }

    /// <summary>The one centre to work with.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CentreCompleter))]
    public string? CentreId { get; set; }

    /// <summary>Onefile calls a minute, 1 to 300. The default of 240 leaves room for PICSWeb's own sync, which uses the same token.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [ValidateRange(1, 300)]
    public int CallLimit { get; set; } = 240;

    /// <summary>
    /// The share in percent, 0 to 100, of the last accepted reading that a list may lack before it is withheld. It holds for officers, organisations, assessors
    /// and placements. -ShrinkRecords has to be exceeded too.
    /// </summary>
    [Parameter(ParameterSetName = BySettings)]
    [ValidateRange(0, 100)]
    public int ShrinkPercent { get; set; } = 10;

    /// <summary>The number of records that such a list may lack before it is withheld. -ShrinkPercent has to be exceeded too.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [ValidateRange(0, int.MaxValue)]
    public int ShrinkRecords { get; set; } = 5;

    /// <summary>How many wrong links a run of the matching may expect among its Certain ones, more than 0 and at most 1.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [ValidateRange(0.000001, 1.0)]
    [Fraction]
    public double MaximumExpectedWrong { get; set; } = 0.01;

    /// <summary>The mapping cache's file; by default in the user's local application data.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [PathOfFile]
    public string? CachePath { get; set; }

    /// <summary>A proxy, where the system's is not enough.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>The account for the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Onefile's customer token. Without it: the profile's vault, what Windows keeps for the profile, then PICSONEFILE_CUSTOMER_TOKEN.</summary>
    [Parameter]
    public SecureString? CustomerToken { get; set; }

    /// <summary>
    /// PICSWeb's API user. Without it: the profile's vault, what Windows keeps for the profile, then PICSONEFILE_API_USER and PICSONEFILE_API_PASSWORD.
    /// </summary>
    [Parameter]
    [Credential]
    public PSCredential? ApiUser { get; set; }

    /// <summary>Saves the settings as a profile of this name, without the secrets.</summary>
    [Parameter(ParameterSetName = BySettings)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? SaveAs { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // The sandbox of this session is no saved profile, and goes before one. Its settings and secrets are lost with its process.
        var sandbox = ParameterSetName == ByProfile ? RunningSandbox.Find(ProfileName) : null;
        var profile = OrEnd(() => Complete(sandbox?.Profile ?? Profile));
        Terms = Terms.From(profile.Terminology);
        // Checked before either system is queried. A path that is given here must be right. A profile's list may be written by an export that is yet to run.
        Run(run => Task.Run(() => SessionOpening.Lists(profile).Check(mayBeMissing: ParameterSetName == ByProfile, run)));
        var secrets = sandbox?.Secrets ?? OrEnd(() =>
            ConnectionSecrets.Complete(
                CustomerToken ?? SecretManagement.Token(InvokeCommand, profile),
                (ApiUser ?? SecretManagement.ApiUser(InvokeCommand, profile))?.GetNetworkCredential(),
                profile.PicsWebAddress is not null,
                () => ParameterSetName == ByProfile ? SecretStore.Default.Find(profile.ProfileName) : null
            )
        );
        var session = Run(run => SessionOpening.OpenAsync(profile, secrets, ProxyCredential?.GetNetworkCredential(), run));
        OpenConnections.Add(session);
        OpenConnections.Rest(session, WriteWarning);
        sandbox?.Add(session);
        if (SaveAs is not null || (ParameterSetName == ByProfile && sandbox is null))
            OrEnd(() => Keep(session));
        WriteObject(session.Describe());
    }

    private PicsOnefileProfile Profile => ParameterSetName == ByProfile ? ProfileStore.Default.Get(ProfileName) : FromSettings();

    private PicsOnefileProfile Complete(PicsOnefileProfile profile) =>
        profile with
        {
            LinkBy = LinkBy ?? profile.LinkBy,
            CentreId = CentreId ?? profile.CentreId,
            Proxy = ShellPath.AsTyped(Proxy) ?? profile.Proxy,
        };

    private PicsOnefileProfile FromSettings() =>
        new()
        {
            ProfileName = SaveAs is null ? PicsOnefileProfile.AdHoc : ProfileStore.RequireName(SaveAs),
            Environment = Environment,
            OnefileAddress = ShellPath.AsTyped(OnefileAddress),
            PicsWebAddress = ShellPath.AsTyped(PicsWebAddress),
            ApiMap = ReadApiMap(ApiMap),
            OfficerPath = Full(OfficerPath),
            OrganisationPath = Full(OrganisationPath),
            QualificationPath = Full(QualificationPath),
            LearnerPath = Full(LearnerPath),
            ColumnMap = TextTable.From(ColumnMap),
            CallLimit = CallLimit,
            ShrinkPercent = ShrinkPercent,
            ShrinkRecords = ShrinkRecords,
            MaximumExpectedWrong = MaximumExpectedWrong,
            CachePath = Full(CachePath),
        };

    // -LinkBy is kept once it is decided, so the next connection does not need it.
    private static bool Keep(PicsOnefileSession session)
    {
        ProfileStore.Default.Save(session.Profile);
        return true;
    }

    private string? Full(string? path) => path is null ? null : FilePath(path);
}
