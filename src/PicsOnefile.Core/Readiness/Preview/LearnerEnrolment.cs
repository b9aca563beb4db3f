using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Preview;

/// <summary>One learner as an enrolment takes him: in which centre, with whom, where, on what.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Centre">The centre; null where it is not known or not one of the customer's.</param>
internal sealed record LearnerEnrolment(Learner Learner, Centre? Centre)
{
    /// <summary>Reads a learner's row. With one centre the row need not name it.</summary>
    /// <returns>The enrolment.</returns>
    public static LearnerEnrolment For(Learner learner, IReadOnlyList<Centre> centres)
    {
        var named = learner.OnefileOrganisation?.Trim() ?? "";
        var centre =
            named.Length == 0
                ? centres.Count == 1
                    ? centres[0]
                    : null
                : centres.FirstOrDefault(known => known.CentreId == named)
                    ?? centres.FirstOrDefault(known => string.Equals(known.Name.Trim(), named, StringComparison.OrdinalIgnoreCase));
        return new(learner, centre);
    }

    /// <summary>The learner's name.</summary>
    public string Name => $"{Learner.FirstName} {Learner.Surname}".Trim();

    /// <summary>The centre as PICSWeb writes it; null where it does not say.</summary>
    public string? NamedCentre => string.IsNullOrWhiteSpace(Learner.OnefileOrganisation) ? null : Learner.OnefileOrganisation!.Trim();

    /// <summary>The Idents of the officers, in PICSWeb's order.</summary>
    public IReadOnlyList<string> Officers => Parts(Learner.Officers) is { Count: > 0 } all ? all : Parts(Learner.MainOfficer);

    /// <summary>The Ident of the organisation, or null.</summary>
    public string? Organisation => string.IsNullOrWhiteSpace(Learner.OrganisationIdent) ? null : Learner.OrganisationIdent!.Trim();

    /// <summary>The VQ References; an empty one for each qualification without.</summary>
    public IReadOnlyList<string> References =>
        Learner.VqReferences is { } text ? [.. text.Split(',').Select(part => part.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)] : [];

    private static IReadOnlyList<string> Parts(string? text) =>
        [.. (text ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()).Where(part => part.Length > 0)];
}
