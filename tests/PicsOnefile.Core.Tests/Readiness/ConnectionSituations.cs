using System.Collections.Generic;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using static PicsOnefile.Core.Tests.Readiness.Given;
using static PicsOnefile.Core.Tests.Readiness.Situation;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>Situations for the rules about the connection, PICSWeb's settings, the older integration and the journal (PO-C, PO-D, PO-I, PO-J).</summary>
internal static class ConnectionSituations
{
    private const LinkBy ByMis = LinkBy.MisValue;

    public static readonly IReadOnlyList<Situation> Firing =
    [
        new(
            "PO-C001",
            "Onefile does not answer",
            AllWell() with
            {
                Onefile = new(false, "No route.", ErrorKinds.HostUnreachable.Id),
            },
            FindingSeverity.Error,
            "Live"
        ),
        new(
            "PO-C002",
            "PICSWeb does not answer",
            AllWell() with
            {
                PicsWeb = new(false, "No route.", ErrorKinds.HostUnreachable.Id),
            },
            FindingSeverity.Error,
            "https://provider.picsweb.co.uk"
        ),
        new(
            "PO-C003",
            "the token is of another environment",
            AllWell() with
            {
                Onefile = new(false, "Refused.", ErrorKinds.CustomerTokenRefused.Id),
            },
            FindingSeverity.Error,
            "Live"
        ),
        new(
            "PO-C004",
            "a second centre, linked by Additional ID",
            AllWell() with
            {
                Centres = ReadResult.From(Centres(2)),
                CentresBefore = new(LinkBy.AdditionalId, ["1"]),
            },
            FindingSeverity.Error,
            "2"
        ),
        new(
            "PO-C004",
            "a third centre, linked by MIS Value",
            AllWell(ByMis) with
            {
                Centres = ReadResult.From(Centres(3)),
                CentresBefore = new(ByMis, ["1", "2"]),
            },
            FindingSeverity.Warning,
            "3"
        ),
        new("PO-C004", "a centre is gone", AllWell() with { CentresBefore = new(LinkBy.AdditionalId, ["1", "9"]) }, FindingSeverity.Warning, "9"),
        new("PO-C005", "several centres, linked by Additional ID", AllWell() with { Centres = ReadResult.From(Centres(2)) }, FindingSeverity.Error, null),
        new(
            "PO-C005",
            "one of several centres chosen, linked by Additional ID",
            AllWell() with
            {
                Centres = ReadResult.From(Centres(2)),
                OnlyCentre = "1",
            },
            FindingSeverity.Warning,
            null
        ),
        new("PO-C005", "one centre, linked by MIS Value", AllWell(ByMis) with { Centres = ReadResult.From(Centres(1)) }, FindingSeverity.Error, null),
        new(
            "PO-C006",
            "a reading of the day before yesterday",
            AllWell() with
            {
                Readings = [Read("officers", 1), Read("assessors", 50)],
            },
            FindingSeverity.Warning,
            "assessors"
        ),
        new(
            "PO-C007",
            "a training system and Live",
            AllWell() with
            {
                PicsWebAddress = "https://provider-training.picsweb.co.uk",
            },
            FindingSeverity.Warning,
            "provider-training.picsweb.co.uk"
        ),
        new(
            "PO-C007",
            "the real system and Practice",
            AllWell() with
            {
                Environment = OnefileEnvironment.Practice,
            },
            FindingSeverity.Information,
            "provider.picsweb.co.uk"
        ),
        new(
            "PO-C008",
            "twelve officers yesterday and none today",
            AllWell() with
            {
                Withheld = [new(GuardedList.Officer, "", "officers", WithheldWhy.Empty, 12, 0) { EarlierIsUsed = true }],
            },
            FindingSeverity.Error,
            "Officer"
        ),
        new(
            "PO-C008",
            "a customer who was never seen to have a placement",
            AllWell() with
            {
                Withheld = [new(GuardedList.Placement, "1", "placements of Aber", WithheldWhy.Empty, null, 0)],
            },
            FindingSeverity.Error,
            "Placement 1"
        ),
        new(
            "PO-C008",
            "half of a centre's assessors",
            AllWell() with
            {
                Withheld = [new(GuardedList.Assessor, "1", "assessors of Aber", WithheldWhy.Shrunk, 40, 20) { EarlierIsUsed = true }],
            },
            FindingSeverity.Error,
            "Assessor 1"
        ),
        new(
            "PO-C008",
            "a total that counts more than came",
            AllWell() with
            {
                Withheld = [new(GuardedList.Organisation, "", "organisations", WithheldWhy.Incomplete, 12, 0) { Missing = 12, EarlierIsUsed = true }],
            },
            FindingSeverity.Error,
            "Organisation"
        ),
        new(
            "PO-C008",
            "officers that were there before and cannot be read now",
            Blind(LinkBy.AdditionalId) with
            {
                Outages = [(LinkKind.Officer, "A page of the firewall came back.")],
            },
            FindingSeverity.Error,
            "Officer"
        ),
        new("PO-D001", "nobody spoke of PICS Desktop", AllWell() with { Attestations = [] }, FindingSeverity.Error, null),
        new("PO-I001", "switched on already", AllWell() with { Integration = SwitchedOn() }, FindingSeverity.Information, null),
        new(
            "PO-I002",
            "switched on for another environment",
            AllWell() with
            {
                Integration = SwitchedOn(OnefileEnvironment.Practice),
            },
            FindingSeverity.Error,
            "Practice"
        ),
        new(
            "PO-I002",
            "set to another environment while switched off",
            AllWell() with
            {
                Integration = ReadResult.From(new IntegrationSettings { IntegrationEnabled = false, Environment = OnefileEnvironment.Beta }),
            },
            FindingSeverity.Information,
            "Beta"
        ),
        new(
            "PO-I003",
            "the connection test fails",
            AllWell() with
            {
                Integration = SwitchedOn(connectionTest: "Failed: not authorised"),
            },
            FindingSeverity.Error,
            null
        ),
        new(
            "PO-I003",
            "the connection test says something unknown",
            AllWell() with
            {
                Integration = SwitchedOn(connectionTest: "Pending"),
            },
            FindingSeverity.NotChecked,
            null
        ),
        new(
            "PO-J001",
            "an open change",
            AllWell() with
            {
                OpenIntents =
                [
                    new Change
                    {
                        Kind = "Officer",
                        Key = "O1",
                        Field = "AdditionalId",
                        NewValue = "11",
                    },
                ],
            },
            FindingSeverity.Warning,
            "O1"
        ),
        new(
            "PO-J001",
            "an open change of another environment",
            AllWell() with
            {
                OpenIntents =
                [
                    new Change
                    {
                        Kind = "Officer",
                        Key = "O1",
                        Environment = OnefileEnvironment.Practice,
                    },
                ],
            },
            FindingSeverity.Information,
            "O1"
        ),
        new(
            "PO-D002",
            "a former Desktop customer before the first run",
            AllWell() with
            {
                Attestations = [Said(nameof(DesktopIntegration), nameof(DesktopIntegration.Deactivated))],
            },
            FindingSeverity.Information,
            null
        ),
    ];

    public static readonly IReadOnlyList<Situation> Quiet =
    [
        Silence(
            "PO-C001",
            "the token is refused, which another rule names",
            AllWell() with
            {
                Onefile = new(false, "Refused.", ErrorKinds.CustomerTokenRefused.Id),
            }
        ),
        Silence("PO-C004", "the centres are the ones first seen", AllWell() with { CentresBefore = new(LinkBy.AdditionalId, ["1"]) }),
        Silence("PO-C004", "another link mode was chosen since", AllWell(ByMis) with { CentresBefore = new(LinkBy.AdditionalId, ["1"]) }),
        Silence("PO-C008", "another rule says that nothing could be read", Blind(LinkBy.AdditionalId)),
        Silence(
            "PO-C007",
            "a training system and Practice",
            AllWell() with
            {
                Environment = OnefileEnvironment.Practice,
                PicsWebAddress = "https://provider-training.picsweb.co.uk",
            }
        ),
        Silence("PO-I003", "the connection test succeeds", AllWell() with { Integration = SwitchedOn() }),
        Silence(
            "PO-D002",
            "PICSWeb has synchronised before",
            AllWell() with
            {
                Attestations = [Said(nameof(DesktopIntegration), nameof(DesktopIntegration.Deactivated))],
                Integration = ReadResult.From(new IntegrationSettings { LastSynchronised = Now }),
            }
        ),
    ];
}
