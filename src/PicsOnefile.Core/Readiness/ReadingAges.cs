using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Reading;

namespace PicsOnefile.Readiness;

/// <summary>The ages of the lists of both sides.</summary>
internal sealed class ReadingAges(Workspace workspace)
{
    private const string ReadAnew = "Update-MappingCache";

    /// <summary>Reads the age of each list that was read; Onefile's lists centre by centre.</summary>
    /// <returns>The ages.</returns>
    public IReadOnlyList<ReadingAge> For(IReadOnlyList<Centre>? centres)
    {
        var inPlay = (centres ?? []).Where(centre => workspace.Profile.CentreId is null || centre.CentreId == workspace.Profile.CentreId);
        return
        [
            .. inPlay.SelectMany(OfCentre),
            .. Cached<Officer>(workspace.Terms.Officer.Many, "", ReadAnew),
            .. Cached<Organisation>(workspace.Terms.Organisation.Many, "", ReadAnew),
            .. Cached<Qualification>("qualifications", "", ReadAnew),
        ];
    }

    private IEnumerable<ReadingAge> OfCentre(Centre centre) =>
        Cached<Assessor>($"{workspace.Terms.Assessor.Many} of {centre.Name}", centre.CentreId, ReadAnew)
            .Concat(Cached<Placement>($"{workspace.Terms.Placement.Many} of {centre.Name}", centre.CentreId, ReadAnew))
            .Concat(Cached<LearningAim>($"learning aims of {centre.Name}", centre.CentreId, "Invoke-QualificationRefresh"));

    private IEnumerable<ReadingAge> Cached<T>(string what, string scope, string remedy)
        where T : class =>
        workspace.Cache.Records.Read<T>(scope) is { } list
            ? [new ReadingAge(what, list.AsOf, list.File is null ? remedy : $"Export the {what} from PICSWeb again.")]
            : [];
}
