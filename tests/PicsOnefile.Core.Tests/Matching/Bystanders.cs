using System.Collections.Generic;
using PicsOnefile.Core.Tests.Matching.MadeUp;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>Some hundred other records beside the pair under test, so that names have frequencies as in a real list.</summary>
internal static class Bystanders
{
    private static readonly NoiseLevel None = new("none", 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static readonly MadeUpPeople People = MadeUpPeople.From(seed: 4, people: 300, None);
    private static readonly MadeUpOrganisations Firms = MadeUpOrganisations.From(seed: 4, organisations: 300, None);

    public static IReadOnlyList<Assessor> Assessors => People.Onefile;

    public static IReadOnlyList<Officer> Officers => People.PicsWeb;

    public static IReadOnlyList<Placement> Placements => Firms.Onefile;

    public static IReadOnlyList<Organisation> Organisations => Firms.PicsWeb;
}
