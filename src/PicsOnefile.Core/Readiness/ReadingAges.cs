using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.PicsWeb;
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
            .. Listed<Officer>(workspace.Terms.Officer.Many, PicsWebOperation.OfficersList, workspace.Profile.OfficerPath),
            .. Listed<Organisation>(workspace.Terms.Organisation.Many, PicsWebOperation.OrganisationsList, workspace.Profile.OrganisationPath),
            .. Listed<Qualification>("qualifications", PicsWebOperation.QualificationsList, workspace.Profile.QualificationPath),
        ];
    }

    private IEnumerable<ReadingAge> OfCentre(Centre centre) =>
        Cached<Assessor>($"{workspace.Terms.Assessor.Many} of {centre.Name}", centre.CentreId, ReadAnew)
            .Concat(Cached<Placement>($"{workspace.Terms.Placement.Many} of {centre.Name}", centre.CentreId, ReadAnew))
            .Concat(Cached<LearningAim>($"learning aims of {centre.Name}", centre.CentreId, "Invoke-QualificationRefresh"));

    // Reading an exported list today does not make it younger than the day it was exported on.
    private IEnumerable<ReadingAge> Listed<T>(string what, PicsWebOperation list, string? path)
        where T : class =>
        path is not null && IsMissing(list) && File.Exists(path)
            ? [new ReadingAge(what, new DateTimeOffset(File.GetLastWriteTimeUtc(path)), $"Export the {what} from PICSWeb again.")]
            : Cached<T>(what, "", ReadAnew);

    private IEnumerable<ReadingAge> Cached<T>(string what, string scope, string remedy)
        where T : class => workspace.Cache.Records.Read<T>(scope) is { } list ? [new ReadingAge(what, list.ReadAt, remedy)] : [];

    private bool IsMissing(PicsWebOperation operation) =>
        !workspace.PicsWeb.Operations.TryGetValue(operation, out var availability) || availability == OperationAvailability.Missing;
}
