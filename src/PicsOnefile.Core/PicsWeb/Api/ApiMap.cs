using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using PicsOnefile.Errors;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>How one tenant's PICSWeb API looks: routes, paging, field names. Only the tenant's Swagger page knows, hence a document and not code.</summary>
/// <remarks>
/// The default map's routes and names are an assumption of this project: Pellcomp publishes neither. A tenant's own map need only
/// say what differs: it is laid over the default entry by entry, and within an entry property by property and field by field.
/// An operation, a paging, a version or a field that is <c>null</c> in it is one that the tenant does not have.
/// </remarks>
public sealed class ApiMap
{
    private static readonly Lazy<string> DefaultText = new(ReadDefault);
    private static readonly Lazy<ApiMap> DefaultMap = new(() => new ApiMapReader("default.map.json").Read(DefaultText.Value, null));
    private const int NameBytes = 8;
    private readonly Dictionary<PicsWebOperation, ApiOperation> _operations;

    internal ApiMap(IReadOnlyList<string> prefixes, string openApiPath, IReadOnlyList<string> tokenNames, IEnumerable<ApiOperation> operations)
    {
        Prefixes = prefixes;
        OpenApiPath = openApiPath;
        TokenNames = tokenNames;
        _operations = operations.ToDictionary(operation => operation.Rule.Operation);
    }

    /// <summary>The map that is used where the tenant's own says nothing else.</summary>
    public static ApiMap Default => DefaultMap.Value;

    /// <summary>The default map's text, as an example to start a tenant's own from.</summary>
    public static string DefaultJson => DefaultText.Value;

    /// <summary>
    /// The prefixes of relative paths under the PICSWeb address; the first one with a working sign-in is used.
    /// Whether it is /api/v1 or /app/api/v1 is not published, so the default names both.
    /// </summary>
    public IReadOnlyList<string> Prefixes { get; }

    /// <summary>Where the tenant serves its OpenAPI document, under the PICSWeb address.</summary>
    public string OpenApiPath { get; }

    /// <summary>The identity of the map: lists that were read by one map are not those of another.</summary>
    public string Name { get; private set; } = "API";

    /// <summary>The possible names of the token in the sign-in's response, where it is not a bare text.</summary>
    public IReadOnlyList<string> TokenNames { get; }

    /// <summary>Reads a tenant's own map over the default.</summary>
    /// <param name="json">The map's text; JSON, comments allowed, letter case of names does not count.</param>
    /// <param name="source">What to call it in messages: the file's name or the profile's.</param>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.ApiMapInvalid"/>, naming the JSON path, the line and the column.</exception>
    public static ApiMap Parse(string json, string source)
    {
        var map = new ApiMapReader(source).Read(DefaultText.Value, json);
        using var sha = SHA256.Create();
        map.Name = $"API by map {BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(json)), 0, NameBytes).Replace("-", "").ToLowerInvariant()}";
        return map;
    }

    /// <summary>The entry of an operation, or null where the map says that the tenant does not have it.</summary>
    internal ApiOperation? Find(PicsWebOperation operation) => _operations.TryGetValue(operation, out var entry) ? entry : null;

    private static string ReadDefault()
    {
        using var stream = typeof(ApiMap).Assembly.GetManifestResourceStream("default.map.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
