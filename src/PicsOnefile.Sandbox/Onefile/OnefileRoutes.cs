using System;
using System.Collections.Generic;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>One route of the Onefile side.</summary>
/// <param name="NeedsSession">Whether the call must carry <c>X-TokenID</c>.</param>
public sealed record OnefileRoute(string Method, string Path, Func<OnefileCall, WireAnswer> Handle, bool NeedsSession = true);

/// <summary>All routes of the Onefile side, relative to its base address. Letter case does not matter.</summary>
public static class OnefileRoutes
{
    /// <summary>The path before the routes, as at the vendor's servers but for the first part.</summary>
    public const string Prefix = "/onefile/api/v2.1";

    public static IReadOnlyList<OnefileRoute> All { get; } =
    [
        new("POST", "/Authentication", CentreHandlers.Authenticate, NeedsSession: false),
        new("GET", "/Customer", CentreHandlers.Customer),
        .. Search("Organisation", CentreHandlers.SearchCentres),
        new("GET", "/Organisation/{id}", CentreHandlers.GetCentre),
        new("GET", "/Organisation/{id}/AssignedStandards", StandardHandlers.Assigned),
        .. Search("User", UserHandlers.Search),
        new("GET", "/User/{id}", UserHandlers.Get),
        new("POST", "/User/{id}", UserHandlers.Update),
        new("POST", "/User", UserHandlers.Create),
        new("DELETE", "/User/{id}", UserHandlers.Delete),
        new("POST", "/User/{id}/Archive", UserHandlers.Archive),
        new("POST", "/User/{id}/Unarchive", UserHandlers.Unarchive),
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
        new("POST", "/Standard/{id}/Assign/{learner}", StandardHandlers.Assign),
        .. Search("Unit", StandardHandlers.SearchUnits),
        new("GET", "/Unit/{id}", StandardHandlers.GetUnit),
        new("POST", "/Unit/{id}/Assign/{learner}/{standard}", StandardHandlers.AssignUnit),
        .. Search("LearningAim", StandardHandlers.SearchAims),
        new("GET", "/LearningAim/{id}", StandardHandlers.GetAim),
    ];

    private static OnefileRoute[] Search(string entity, Func<OnefileCall, WireAnswer> handle) =>
        [new("POST", $"/{entity}/Search", handle), new("POST", $"/{entity}/Search/{{page}}/{{size}}", handle)];
}
