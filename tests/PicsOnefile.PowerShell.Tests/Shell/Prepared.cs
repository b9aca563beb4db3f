using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>A centre where everything has been done by hand already and rightly.</summary>
internal static class Prepared
{
    /// <summary>Sets all links and VQ References by the twin's truth. One centre only.</summary>
    public static void PrepareByHand(this TwinShell twin) =>
        twin.Edit(world =>
        {
            var truth = Truth.From(world);
            foreach (var partner in truth.Officers)
                world.OfficerByIdent(partner.Ident)!.AdditionalId = First(partner);
            foreach (var partner in truth.Organisations)
                world.OrganisationByIdent(partner.Ident)!.AdditionalId = First(partner);
            foreach (var reference in truth.Qualifications.Where(reference => reference.IsLive && reference.OfferedIn.Count > 0))
                world.Qualifications[reference.QualificationId].VqReference = reference.Code;
        });

    private static string First(TruePartner partner) =>
        partner.IsLive && partner.LastUsed.Count > 0 ? partner.LastUsed[0].ToString(CultureInfo.InvariantCulture) : "";
}
