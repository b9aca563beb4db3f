using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>The tenant's OpenAPI document, made from the route table, so that it names exactly the operations that the tenant has.</summary>
public static class OpenApiDocument
{
    public static JsonObject Create(IReadOnlyList<PicsWebRoute> routes, string prefix) =>
        new()
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = "PICS Web API", ["version"] = "v1" },
            ["paths"] = Paths(routes, prefix),
            ["components"] = new JsonObject
            {
                ["schemas"] = Schemas(),
                ["securitySchemes"] = new JsonObject
                {
                    ["Bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
            },
        };

    private static JsonObject Paths(IReadOnlyList<PicsWebRoute> routes, string prefix)
    {
        var paths = new JsonObject();
        foreach (var path in routes.GroupBy(route => route.Path))
        {
            var methods = new JsonObject();
            foreach (var route in path)
                methods[route.Method.ToLowerInvariant()] = Operation(route);
            paths[prefix + path.Key] = methods;
        }

        return paths;
    }

    private static JsonObject Operation(PicsWebRoute route)
    {
        var operation = new JsonObject { ["tags"] = new JsonArray(route.Path.Split('/')[1]), ["parameters"] = Parameters(route) };
        var response = new JsonObject { ["description"] = "Success" };
        if (route.Schema.Length > 0)
        {
            response["content"] = Content(route.Operation.EndsWith(".list", System.StringComparison.Ordinal) ? route.Schema + "Page" : route.Schema);
            if (route.Method is "PUT" or "POST")
                operation["requestBody"] = new JsonObject { ["content"] = Content(route.Schema) };
        }

        operation["responses"] = new JsonObject { ["200"] = response };
        return operation;
    }

    private static JsonArray Parameters(PicsWebRoute route)
    {
        var parameters = new JsonArray();
        if (route.Path.Contains("{id}", System.StringComparison.Ordinal))
            parameters.Add(Parameter("id", "path"));
        if (!route.Operation.EndsWith(".list", System.StringComparison.Ordinal))
            return parameters;
        parameters.Add(Parameter("pageNumber", "query"));
        parameters.Add(Parameter("pageSize", "query"));
        return parameters;
    }

    private static JsonObject Parameter(string name, string place) =>
        new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["schema"] = new JsonObject { ["type"] = "integer" },
        };

    private static JsonObject Content(string schema) => new() { ["application/json"] = new JsonObject { ["schema"] = Reference(schema) } };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    private static JsonObject Schemas()
    {
        var schemas = new JsonObject
        {
            ["Officer"] = Schema(PicsFields.Officers),
            ["Organisation"] = Schema(PicsFields.Organisations),
            ["Qualification"] = Schema(PicsFields.Qualifications),
            ["Learner"] = Schema(PicsFields.Learners),
            ["OneFileIntegration"] = Schema(PicsFields.Integration),
        };
        schemas["OneFileIntegration"]!["properties"]!["customerToken"] = new JsonObject { ["type"] = "string", ["writeOnly"] = true };
        foreach (var name in new[] { "Officer", "Organisation", "Qualification", "Learner" })
            schemas[name + "Page"] = Page(name);
        return schemas;
    }

    private static JsonObject Schema<T>(IReadOnlyList<Field<T>> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var type = new JsonObject { ["type"] = field.JsonType };
            if (field.JsonType == "array")
                type["items"] = new JsonObject { ["type"] = "string" };
            if (!field.Is(FieldUse.Write))
                type["readOnly"] = true;
            properties[field.Name] = type;
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Page(string name) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["pageNumber"] = new JsonObject { ["type"] = "integer" },
                ["totalRecordCount"] = new JsonObject { ["type"] = "integer" },
                ["results"] = new JsonObject { ["type"] = "array", ["items"] = Reference(name) },
            },
        };
}
