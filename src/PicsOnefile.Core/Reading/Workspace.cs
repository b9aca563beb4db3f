using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>The parts of a workspace; the upper rooms add none.</summary>
public sealed record WorkspaceParts
{
    /// <summary>The settings in force, with LinkBy decided.</summary>
    public required PicsOnefileProfile Profile { get; init; }

    /// <summary>The customer that the token belongs to.</summary>
    public required OnefileCustomer Customer { get; init; }

    /// <summary>Onefile.</summary>
    public required IOnefileClient Onefile { get; init; }

    /// <summary>PICSWeb.</summary>
    public required IPicsWeb PicsWeb { get; init; }

    /// <summary>The mapping cache.</summary>
    public required IMappingCache Cache { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The customer token, kept so that Enable-PicsWebSync can hand it to PICSWeb; null where there is none.</summary>
    public System.Security.SecureString? CustomerToken { get; init; }
}

/// <summary>
/// What the rooms above read from: both systems, their lists through the cache, the cache and the settings in force. It holds data alone; how something is
/// written, the rooms above ask for themselves.
/// </summary>
public sealed class Workspace
{
    private readonly WorkspaceParts _parts;

    /// <summary>A workspace of these parts. It owns none of them.</summary>
    public Workspace(WorkspaceParts parts)
    {
        _parts = parts;
        var reading = new CachedReading(parts.Cache.Records, parts.Clock, parts.Profile.CacheAge, ShrinkLimit.From(parts.Profile));
        OnefileLists = new OnefileLists(parts.Onefile, parts.Cache.Records, reading, parts.Customer, parts.Profile.CentreId);
        OnefileDetails = new OnefileDetails(parts.Onefile, parts.Cache.Records, parts.Clock);
        OnefileLookUps = new OnefileLookUps(parts.Onefile, parts.Clock, parts.Profile.CacheAge);
        PicsWebLists = new PicsWebLists(parts.PicsWeb, reading);
        Terms = Terms.From(parts.Profile.Terminology);
    }

    /// <summary>The settings in force.</summary>
    public PicsOnefileProfile Profile => _parts.Profile;

    /// <summary>What the customer calls the records.</summary>
    public Terms Terms { get; }

    /// <summary>What ties records together.</summary>
    public LinkBy LinkBy => Profile.LinkBy ?? LinkBy.AdditionalId;

    /// <summary>Onefile's environment.</summary>
    public OnefileEnvironment Environment => Profile.Environment;

    /// <summary>The customer.</summary>
    public OnefileCustomer Customer => _parts.Customer;

    /// <summary>The customer, as far as rows can be compared with it.</summary>
    public ConnectedCustomer Connected =>
        new(Profile.ProfileName)
        {
            Origin = Origin,
            Name = Customer.Name,
            CentreIds = [.. (Cache.Records.Read<Centre>()?.Rows ?? []).Select(centre => centre.CentreId)],
        };

    /// <summary>The origin of the records of this workspace.</summary>
    public RecordOrigin Origin => RecordOrigin.From(Environment, Customer.CustomerId, Profile.PicsWebAddress);

    /// <summary>Onefile.</summary>
    public IOnefileClient Onefile => _parts.Onefile;

    /// <summary>PICSWeb.</summary>
    public IPicsWeb PicsWeb => _parts.PicsWeb;

    /// <summary>The mapping cache.</summary>
    public IMappingCache Cache => _parts.Cache;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => _parts.Clock;

    /// <summary>The customer token, or null.</summary>
    public System.Security.SecureString? CustomerToken => _parts.CustomerToken;

    /// <summary>Onefile's lists through the cache.</summary>
    public OnefileLists OnefileLists { get; }

    /// <summary>Details of single Onefile records through the cache.</summary>
    public OnefileDetails OnefileDetails { get; }

    /// <summary>Single Onefile records that its lists do not show.</summary>
    public OnefileLookUps OnefileLookUps { get; }

    /// <summary>PICSWeb's lists through the cache.</summary>
    public PicsWebLists PicsWebLists { get; }

    /// <summary>The lists whose last reading does not count, in the order of their kinds.</summary>
    public IReadOnlyList<WithheldList> Withheld => new ShrunkLists(this).Standing();

    /// <summary>The way in which PICSWeb is read, as Get-PicsOnefileConnection and the report name it.</summary>
    public string PicsWebBy
    {
        get
        {
            var lists = new[] { Profile.OfficerPath, Profile.OrganisationPath, Profile.QualificationPath, Profile.LearnerPath }.Any(path => path is not null);
            var api = PicsWeb.Operations.Any(operation => operation.Value != OperationAvailability.Missing);
            return (api, lists) switch
            {
                (true, true) => "Api, ExportedLists",
                (true, false) => "Api",
                (false, true) => "ExportedLists",
                _ => "None",
            };
        }
    }

    /// <summary>Finds the system that keeps a kind of record.</summary>
    /// <returns>Onefile or PICSWeb.</returns>
    public IRemoteRecords SystemOf(RecordKind kind) => RecordType.For(kind).IsOnefiles ? Onefile : PicsWeb;
}
