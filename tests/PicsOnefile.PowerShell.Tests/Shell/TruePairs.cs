using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>Two IDs of one person or organisation.</summary>
public sealed record TruePair(string Ident, string OnefileId);

/// <summary>Records that a test can count on, found by the twin's truth: live on both sides, one account each, nothing in either linking field.</summary>
internal static class TruePairs
{
    public static IReadOnlyList<TruePair> FreeOfficers(this TwinShell twin)
    {
        var world = twin.Twin.World;
        lock (world.Gate)
        {
            return
            [
                .. Pairs(Truth.From(world).Officers)
                    .Where(pair => world.OfficerByIdent(pair.Ident)!.AdditionalId.Length == 0 && world.Users[Number(pair.OnefileId)].MisId.Length == 0)
                    .Where(pair => world.Officers.Values.All(officer => officer.AdditionalId != pair.OnefileId)),
            ];
        }
    }

    public static IReadOnlyList<TruePair> FreeOrganisations(this TwinShell twin)
    {
        var world = twin.Twin.World;
        lock (world.Gate)
        {
            return
            [
                .. Pairs(Truth.From(world).Organisations)
                    .Where(pair =>
                        world.OrganisationByIdent(pair.Ident)!.AdditionalId.Length == 0 && world.Placements[Number(pair.OnefileId)].MisId.Length == 0
                    )
                    .Where(pair => world.Organisations.Values.All(organisation => organisation.AdditionalId != pair.OnefileId)),
            ];
        }
    }

    /// <summary>What PICSWeb holds as the officer's Additional ID.</summary>
    public static string OfficerLink(this TwinShell twin, string ident) => twin.Twin.World.OfficerByIdent(ident)!.AdditionalId;

    /// <summary>What PICSWeb holds as the organisation's Additional ID.</summary>
    public static string OrganisationLink(this TwinShell twin, string ident) => twin.Twin.World.OrganisationByIdent(ident)!.AdditionalId;

    public static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);

    private static IEnumerable<TruePair> Pairs(IEnumerable<TruePartner> partners) =>
        partners
            .Where(partner => partner.IsLive && partner.Live.Count == 1 && partner.Archived.Count == 0)
            .Select(partner => new TruePair(partner.Ident, partner.Live[0].ToString(CultureInfo.InvariantCulture)));
}
