using System;
using System.Collections.Generic;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>One route of the Onefile side.</summary>
/// <param name="NeedsSession">Whether the call must carry <c>X-TokenID</c>.</param>
/// <param name="ReadsBody">False where the path is enough. Clients then send an empty array, a form's content type or nothing, and it is not read.</param>
public sealed record OnefileRoute(string Method, string Path, Func<OnefileCall, WireResponse> Handle, bool NeedsSession = true, bool ReadsBody = true);

/// <summary>All routes of the Onefile side, relative to its base address. Letter case does not matter.</summary>
public static class OnefileRoutes
{
    /// <summary>The path before the routes, as at the vendor's servers but for the first part.</summary>
    public const string Prefix = "/onefile/api/v2.1";

    public static IReadOnlyList<OnefileRoute> All { get; } =
    [
        new("POST", "/Authentication", CentreHandlers.Authenticate, NeedsSession: false, ReadsBody: false),
        new("GET", "/Customer", CentreHandlers.Customer),
        .. Search("Organisation", CentreHandlers.SearchCentres),
        new("GET", "/Organisation/{id}", CentreHandlers.GetCentre),
        new("GET", "/Organisation/{id}/AssignedStandards", StandardHandlers.Assigned),
        .. Search("User", UserHandlers.Search),
        new("GET", "/User/{id}", UserHandlers.Get),
        new("POST", "/User/{id}", UserHandlers.Update),
        new("POST", "/User", UserHandlers.Create),
        new("DELETE", "/User/{id}", UserHandlers.Delete, ReadsBody: false),
        new("POST", "/User/{id}/Archive", UserHandlers.Archive, ReadsBody: false),
        new("POST", "/User/{id}/Unarchive", UserHandlers.Unarchive, ReadsBody: false),
        .. Search("Placement", CentreHandlers.SearchPlacements),
        new("GET", "/Placement/{id}", CentreHandlers.GetPlacement),
        new("POST", "/Placement/{id}", CentreHandlers.UpdatePlacement),
        new("POST", "/Placement", CentreHandlers.CreatePlacement),
        .. Search("Classroom", CentreHandlers.SearchClassrooms),
        new("GET", "/Classroom/{id}", CentreHandlers.GetClassroom),
        new("POST", "/Classroom/{id}", CentreHandlers.UpdateClassroom),
        new("POST", "/Classroom", CentreHandlers.CreateClassroom),
        .. Search("Standard", StandardHandlers.Search),
        new("GET", "/Standard/{id}", StandardHandlers.Get),
        new("POST", "/Standard/{id}/Assign/{learner}", StandardHandlers.Assign, ReadsBody: false),
        .. Search("Unit", StandardHandlers.SearchUnits),
        new("GET", "/Unit/{id}", StandardHandlers.GetUnit),
        new("POST", "/Unit/{id}/Assign/{learner}/{standard}", StandardHandlers.AssignUnit, ReadsBody: false),
        .. Search("LearningAim", StandardHandlers.SearchAims),
        new("GET", "/LearningAim/{id}", StandardHandlers.GetAim),
        new("POST", "/LearningAim/{id}", StandardHandlers.UpdateAim),
    ];

    private static OnefileRoute[] Search(string entity, Func<OnefileCall, WireResponse> handle)
    {
        WireResponse Handle(OnefileCall call) => SearchPages.Refusal(call) ?? handle(call);
        return [new("POST", $"/{entity}/Search", Handle), new("POST", $"/{entity}/Search/{{page}}/{{size}}", Handle)];
    }
}
