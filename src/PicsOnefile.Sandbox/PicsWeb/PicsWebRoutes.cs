using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>One operation of the PICSWeb side, by its name in picsweb-api.md.</summary>
/// <param name="Path">Relative to the prefix <c>/api/v1</c>.</param>
/// <param name="Schema">The name of the record in the OpenAPI document; empty for none.</param>
/// <param name="ReadsBody">False where the path is enough, and no body is read.</param>
public sealed record PicsWebRoute(string Operation, string Method, string Path, string Schema, Func<PicsWebCall, WireResponse> Handle, bool ReadsBody = true);

/// <summary>All operations of the PICSWeb side.</summary>
public static class PicsWebRoutes
{
    /// <summary>The path of the tenant; the API's own prefix is a switch and follows it.</summary>
    public const string Tenant = "/picsweb";

    /// <summary>Where the OpenAPI document is, relative to the tenant.</summary>
    public const string OpenApiPath = "/app/api/swagger/v1/swagger.json";

    public const string Authenticate = "authenticate";

    public static IReadOnlyList<PicsWebRoute> All { get; } =
    [
        new(Authenticate, "POST", "/Authentication", "", IntegrationHandlers.Authenticate),
        new("officers.list", "GET", "/officers", "Officer", PicsWebRecords.Officers.List),
        new("officers.get", "GET", "/officers/{id}", "Officer", PicsWebRecords.Officers.Get),
        new("officers.update", "PUT", "/officers/{id}", "Officer", PicsWebRecords.Officers.Update),
        new("organisations.list", "GET", "/organisations", "Organisation", PicsWebRecords.Organisations.List),
        new("organisations.get", "GET", "/organisations/{id}", "Organisation", PicsWebRecords.Organisations.Get),
        new("organisations.update", "PUT", "/organisations/{id}", "Organisation", PicsWebRecords.Organisations.Update),
        new("qualifications.list", "GET", "/qualifications", "Qualification", PicsWebRecords.Qualifications.List),
        new("qualifications.get", "GET", "/qualifications/{id}", "Qualification", PicsWebRecords.Qualifications.Get),
        new("qualifications.update", "PUT", "/qualifications/{id}", "Qualification", PicsWebRecords.Qualifications.Update),
        new("qualifications.create", "POST", "/qualifications", "Qualification", PicsWebRecords.CreateQualification),
        new("learners.list", "GET", "/learners", "Learner", PicsWebRecords.ListLearners),
        new("learners.update", "PUT", "/learners/{id}", "Learner", PicsWebRecords.UpdateLearner),
        new("integration.get", "GET", "/integrations/onefile", "OneFileIntegration", IntegrationHandlers.Get),
        new("integration.update", "PUT", "/integrations/onefile", "OneFileIntegration", IntegrationHandlers.Update),
        new(
            "integration.refreshQualificationLinks",
            "POST",
            "/integrations/onefile/refresh-qualification-links",
            "",
            IntegrationHandlers.RefreshQualificationLinks,
            ReadsBody: false
        ),
    ];

    /// <summary>The operations that a tenant has.</summary>
    /// <exception cref="FormatException">An operation that is left out does not exist; the message lists those that do.</exception>
    public static IReadOnlyList<PicsWebRoute> For(TwinOptions options)
    {
        string[] unknown = [.. options.Without.Where(name => !All.Any(route => route.Operation == name))];
        if (unknown.Length > 0)
            throw new FormatException($"There is no operation '{unknown[0]}'. The operations are: {string.Join(", ", All.Select(route => route.Operation))}.");
        return options.PicsWebApi ? All.Where(route => !options.Without.Contains(route.Operation)).ToList() : [];
    }
}
