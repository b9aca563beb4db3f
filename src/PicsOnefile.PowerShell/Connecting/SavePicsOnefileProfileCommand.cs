using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Readiness;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;
using ColumnMaps = PicsOnefile.PicsWeb.Export.ColumnMap;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>
/// Saves named settings of a connection. Secrets are named; Windows can keep them protected beside the profile. A setting that is not given is unchanged in a
/// profile of that name.
/// </summary>
[Cmdlet(VerbsData.Save, "PicsOnefileProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PicsOnefileProfile))]
public sealed class SavePicsOnefileProfileCommand : PicsOnefileCmdlet
{
    /// <summary>The profile's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string ProfileName { get; set; } = "";

    /// <summary>Onefile's environment.</summary>
    [Parameter]
    public OnefileEnvironment Environment { get; set; }

    /// <summary>Onefile's base address; by default the environment's own.</summary>
    [Parameter]
    public Uri? OnefileAddress { get; set; }

    /// <summary>PICSWeb's address.</summary>
    [Parameter]
    public Uri? PicsWebAddress { get; set; }

    /// <summary>A file with the tenant's own API map; its content is kept with the profile.</summary>
    [Parameter]
    [PathOfFile]
    public string? ApiMap { get; set; }

    /// <summary>The exported list of officers.</summary>
    [Parameter]
    [PathOfFile]
    public string? OfficerPath { get; set; }

    /// <summary>The exported list of organisations.</summary>
    [Parameter]
    [PathOfFile]
    public string? OrganisationPath { get; set; }

    /// <summary>The exported list of qualifications.</summary>
    [Parameter]
    [PathOfFile]
    public string? QualificationPath { get; set; }

    /// <summary>The exported list of learners.</summary>
    [Parameter]
    [PathOfFile]
    public string? LearnerPath { get; set; }

    /// <summary>
    /// Headings of the exported lists that differ from the known ones, for example @{ OfficerIdent = 'Staff no.'; 'Officer.AdditionalId' = 'Portfolio no.' }.
    /// </summary>
    [Parameter]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>What ties records together.</summary>
    [Parameter]
    public LinkBy LinkBy { get; set; }

    /// <summary>The one centre to work with.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CentreCompleter))]
    public string? CentreId { get; set; }

    /// <summary>Onefile calls a minute, 1 to 300.</summary>
    [Parameter]
    [ValidateRange(1, 300)]
    public int CallLimit { get; set; }

    /// <summary>The age at which a Get- cmdlet reads a list anew.</summary>
    [Parameter]
    public TimeSpan CacheAge { get; set; }

    /// <summary>
    /// The share in percent, 0 to 100, of the last accepted reading that a list may lack before it is withheld; 10 by default. It holds for officers,
    /// organisations, assessors and placements. -ShrinkRecords has to be exceeded too.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int ShrinkPercent { get; set; }

    /// <summary>The number of records that such a list may lack before it is withheld; 5 by default. -ShrinkPercent has to be exceeded too.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ShrinkRecords { get; set; }

    /// <summary>How many wrong links a run of the matching may expect among its Certain ones, more than 0 and at most 1; 0.01 by default.</summary>
    [Parameter]
    [ValidateRange(0.000001, 1.0)]
    [Fraction]
    public double MaximumExpectedWrong { get; set; }

    /// <summary>The mapping cache's file.</summary>
    [Parameter]
    [PathOfFile]
    public string? CachePath { get; set; }

    /// <summary>A proxy, where the system's is not enough.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>Onefile's customer token, kept for this account on this computer as Windows protects it; on other systems an error.</summary>
    [Parameter]
    public SecureString? CustomerToken { get; set; }

    /// <summary>PICSWeb's API user, kept in the same way.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ApiUser { get; set; }

    /// <summary>The SecretManagement vault.</summary>
    [Parameter]
    public string? Vault { get; set; }

    /// <summary>The name of the customer token in the vault.</summary>
    [Parameter]
    public string? CustomerTokenSecret { get; set; }

    /// <summary>The name of the API user's credential in the vault.</summary>
    [Parameter]
    public string? ApiUserSecret { get; set; }

    /// <summary>The customer's own words for Assessor, Placement, Officer and Organisation, for example @{ Assessor = 'Tutor' }.</summary>
    [Parameter]
    public Hashtable? Terminology { get; set; }

    /// <summary>Rules with a lower severity than their own, each with its reason, for example @{ 'PO-Q004' = 'Information: units are wanted here' }.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleSeverityCompleter))]
    public Hashtable? RuleSeverity { get; set; }

    /// <summary>Shows the profile as it was saved.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var old = OrEnd(() => ProfileStore.Default.Find(ProfileStore.RequireName(ProfileName))) ?? new PicsOnefileProfile { ProfileName = ProfileName };
        var profile = old with
        {
            ProfileName = ProfileName,
            Environment = Given(nameof(Environment), Environment, old.Environment),
            OnefileAddress = Given(nameof(OnefileAddress), ShellPath.AsTyped(OnefileAddress), old.OnefileAddress),
            PicsWebAddress = Given(nameof(PicsWebAddress), ShellPath.AsTyped(PicsWebAddress), old.PicsWebAddress),
            ApiMap = Given(nameof(ApiMap), ReadApiMap(ApiMap), old.ApiMap),
            OfficerPath = Given(nameof(OfficerPath), Full(OfficerPath), old.OfficerPath),
            OrganisationPath = Given(nameof(OrganisationPath), Full(OrganisationPath), old.OrganisationPath),
            QualificationPath = Given(nameof(QualificationPath), Full(QualificationPath), old.QualificationPath),
            LearnerPath = Given(nameof(LearnerPath), Full(LearnerPath), old.LearnerPath),
            ColumnMap = Given(nameof(ColumnMap), OrEnd(() => ColumnMaps.Validate(TextTable.From(ColumnMap))), old.ColumnMap),
            LinkBy = Given<LinkBy?>(nameof(LinkBy), LinkBy, old.LinkBy),
            CentreId = Given(nameof(CentreId), CentreId, old.CentreId),
            CallLimit = Given(nameof(CallLimit), CallLimit, old.CallLimit),
            CacheAge = Given(nameof(CacheAge), CacheAge, old.CacheAge),
            ShrinkPercent = Given(nameof(ShrinkPercent), ShrinkPercent, old.ShrinkPercent),
            ShrinkRecords = Given(nameof(ShrinkRecords), ShrinkRecords, old.ShrinkRecords),
            MaximumExpectedWrong = Given(nameof(MaximumExpectedWrong), MaximumExpectedWrong, old.MaximumExpectedWrong),
            CachePath = Given(nameof(CachePath), Full(CachePath), old.CachePath),
            Proxy = Given(nameof(Proxy), ShellPath.AsTyped(Proxy), old.Proxy),
            Vault = Given(nameof(Vault), Vault, old.Vault),
            CustomerTokenSecret = Given(nameof(CustomerTokenSecret), CustomerTokenSecret, old.CustomerTokenSecret),
            ApiUserSecret = Given(nameof(ApiUserSecret), ApiUserSecret, old.ApiUserSecret),
            Terminology = Given<IReadOnlyDictionary<string, string>>(
                nameof(Terminology),
                OrEnd(() => Terms.Checked(TextTable.From(Terminology))),
                old.Terminology
            ),
            RuleSeverity = Given<IReadOnlyDictionary<string, string>>(nameof(RuleSeverity), TextTable.From(RuleSeverity), old.RuleSeverity),
        };
        _ = OrEnd(() => AddressCheck.Validate(profile));
        if (RuleSeverity is not null)
            Run(run => Task.FromResult(ProfileSeverity.Parse(profile.RuleSeverity, run.Log)));
        // Only what is given here: an older path is looked at when the profile is connected.
        Run(run =>
            Task.Run(() =>
                SessionOpening
                    .Lists(
                        profile with
                        {
                            OfficerPath = Given(nameof(OfficerPath), profile.OfficerPath, null),
                            OrganisationPath = Given(nameof(OrganisationPath), profile.OrganisationPath, null),
                            QualificationPath = Given(nameof(QualificationPath), profile.QualificationPath, null),
                            LearnerPath = Given(nameof(LearnerPath), profile.LearnerPath, null),
                        }
                    )
                    .Check(mayBeMissing: true, run)
            )
        );
        var hasSecrets = CustomerToken is not null || ApiUser is not null;
        if (hasSecrets)
        {
            OrEnd(() =>
            {
                SecretStore.Default.ThrowUnlessAvailable(ProfileName);
                return true;
            });
        }

        if (!ShouldProcess($"Profile {ProfileName}", hasSecrets ? "Save, and keep the secrets for this account" : "Save"))
            return;
        OrEnd(() =>
        {
            ProfileStore.Default.Save(profile);
            if (hasSecrets)
                SecretStore.Default.Save(ProfileName, CustomerToken, ApiUser?.GetNetworkCredential());
            return true;
        });
        if (PassThru)
            WriteObject(profile);
    }

    private T Given<T>(string parameter, T value, T old) => MyInvocation.BoundParameters.ContainsKey(parameter) ? value : old;

    private string? Full(string? path) => string.IsNullOrEmpty(path) ? null : FilePath(path!);
}
