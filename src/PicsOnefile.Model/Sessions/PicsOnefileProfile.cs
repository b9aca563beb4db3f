using System;
using System.Collections.Generic;

namespace PicsOnefile;

/// <summary>Named settings of a connection. It holds the names of secrets, never their values.</summary>
public sealed record PicsOnefileProfile
{
    /// <summary>The name of settings that were given at the connection and not saved.</summary>
    public const string AdHoc = "(ad hoc)";

    /// <summary>The name under which Start-PicsOnefileSandbox connects; no profile of another address than the loopback one may have it.</summary>
    public const string Sandbox = "Sandbox";

    /// <summary>The profile's name.</summary>
    public string ProfileName { get; init; } = "";

    /// <summary>Onefile's environment.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>Onefile's base address, or null for the environment's own.</summary>
    public string? OnefileAddress { get; init; }

    /// <summary>PICSWeb's address, for example https://tenant.picsweb.co.uk; null where exported lists are used alone.</summary>
    public string? PicsWebAddress { get; init; }

    /// <summary>The tenant's own API map as JSON, or null for the default map.</summary>
    public string? ApiMap { get; init; }

    /// <summary>The exported list of officers, used where the API does not serve them.</summary>
    public string? OfficerPath { get; init; }

    /// <summary>The exported list of organisations.</summary>
    public string? OrganisationPath { get; init; }

    /// <summary>The exported list of qualifications.</summary>
    public string? QualificationPath { get; init; }

    /// <summary>The exported list of learners.</summary>
    public string? LearnerPath { get; init; }

    /// <summary>
    /// Headings of the exported lists that are none of the known ones: OfficerIdent = Staff no., or for one list alone Officer.AdditionalId = Portfolio no.
    /// </summary>
    public IReadOnlyDictionary<string, string> ColumnMap { get; init; } = new Dictionary<string, string>();

    /// <summary>What ties records together; null until it is known (one centre: Additional ID).</summary>
    public LinkBy? LinkBy { get; init; }

    /// <summary>The one centre to work with; null for all.</summary>
    public string? CentreId { get; init; }

    /// <summary>Onefile calls a minute, 1 to 300. 240 leaves room for PICSWeb's own sync, which uses the same token.</summary>
    public int CallLimit { get; init; } = 240;

    /// <summary>How old what was read may be before a Get- cmdlet reads anew.</summary>
    public TimeSpan CacheAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The share of the last accepted reading, in percent (0 to 100), that officers, organisations, assessors or placements may lack before the list is
    /// withheld. Both this and
    /// <see cref="ShrinkRecords"/> have to be exceeded. An empty list is withheld in any case.
    /// </summary>
    public int ShrinkPercent { get; init; } = 10;

    /// <summary>The number of records that a list may lack before it is withheld, whatever share that is.</summary>
    public int ShrinkRecords { get; init; } = 5;

    /// <summary>How many wrong links a run of the matching may expect among its Certain ones: more than 0, and at most 1.</summary>
    public double MaximumExpectedWrong { get; init; } = 0.01;

    /// <summary>The mapping cache's file, or null for the user's local application data.</summary>
    public string? CachePath { get; init; }

    /// <summary>A proxy where the system's is not enough.</summary>
    public string? Proxy { get; init; }

    /// <summary>The SecretManagement vault that holds the secrets, or null for the default one.</summary>
    public string? Vault { get; init; }

    /// <summary>The name of the customer token in the vault.</summary>
    public string? CustomerTokenSecret { get; init; }

    /// <summary>The name of the API user's credential in the vault.</summary>
    public string? ApiUserSecret { get; init; }

    /// <summary>The customer's own words for the vendors' labels, for example Assessor = Tutor.</summary>
    public IReadOnlyDictionary<string, string> Terminology { get; init; } = new Dictionary<string, string>();

    /// <summary>Rules with a lower severity than their own, each with the reason, as "Warning: reason".</summary>
    public IReadOnlyDictionary<string, string> RuleSeverity { get; init; } = new Dictionary<string, string>();

    /// <summary>Describes it in few words: the profile.</summary>
    public override string ToString() => Described.By(ProfileName);
}
