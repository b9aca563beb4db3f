using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Reads a map over the default and names the place of whatever is wrong in it.</summary>
internal sealed class ApiMapReader(string source)
{
    private static readonly string[] TopLevel = ["prefix", "openApi", "token", "operations", "$schema"];
    private static readonly string[] PagingProperties = ["number", "size", "records", "first"];
    private static readonly JsonLoadSettings Loading = new()
    {
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        LineInfoHandling = LineInfoHandling.Load,
    };

    // The text that is being read, for the columns in messages.
    private string _text = "";

    /// <summary>The default map with the tenant's own laid over it; without one, the default.</summary>
    public ApiMap Read(string defaults, string? own)
    {
        var below = Load(defaults);
        var above = own is null ? new JObject() : Load(own);
        Known(above, TopLevel, "property");
        var operations = (JObject)below.GetValue("operations", StringComparison.OrdinalIgnoreCase)!;
        var changed = Object(Get(above, "operations"));
        foreach (var property in changed?.Properties() ?? [])
        {
            if (OperationRules.Find(property.Name) is null)
                throw Wrong(property, $"'{property.Name}' is not an operation; known are {string.Join(", ", OperationRules.All.Select(rule => rule.Name))}");
        }

        return new ApiMap(
            Paths(Get(above, "prefix") ?? Get(below, "prefix")!),
            Path(Get(above, "openApi") ?? Get(below, "openApi")!, false),
            Texts(Get(above, "token") ?? Get(below, "token")!),
            OperationRules.All.Select(rule => Operation(rule, (JObject)Get(operations, rule.Name)!, Get(changed, rule.Name))).OfType<ApiOperation>().ToList()
        );
    }

    private ApiOperation? Operation(OperationRule rule, JObject below, JToken? given)
    {
        if (given?.Type == JTokenType.Null && rule.Shape != OperationShape.SignIn)
            return null;
        var above = Object(given) ?? new JObject();
        Known(above, OperationRules.Properties(rule.Shape), "property");
        // A null says "the tenant has none"; a property that is not there leaves the default's.
        JToken? Either(string name) => Get(above, name) is { } token ? (token.Type == JTokenType.Null ? null : token) : Get(below, name);
        JToken Needed(string name) => Either(name) ?? throw Wrong(above, $"'{name}' cannot be null");
        var method = Choice(Needed("method"), OperationRules.Methods(rule.Shape));
        return new ApiOperation(rule, method, Path(Needed("path"), rule.TakesId), Fields(rule, below, above))
        {
            Paging = Paging(Either("paging"), Get(below, "paging")),
            Items = OptionalText(Either("items")),
            Total = OptionalText(Either("total")),
            Version = OptionalText(Either("version")),
            Volatile = Either("volatile") is { } names ? Texts(names) : [],
            ChangedOnly = Either("body") is { } body && Choice(body, ["whole", "changed"]) == "changed",
            ClearsByEmptyText = Either("clear") is { } clear && Choice(clear, ["null", "empty"]) == "empty",
            Numbers = Numbers(rule, Either("numbers")),
        };
    }

    private Dictionary<string, string> Fields(OperationRule rule, JObject below, JObject above)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var own = Object(Get(above, "fields"));
        if (own is not null)
            Known(own, rule.Fields, "field");
        foreach (var name in rule.Fields)
        {
            var token = Get(own, name) ?? Get(Object(Get(below, "fields")), name);
            if (token is not null && token.Type != JTokenType.Null)
                result[name] = Text(token);
            else if (rule.Needed.Contains(name))
                throw Wrong(token ?? above, $"{rule.Name} is of no use without the field '{name}'. Give null for the operation if the tenant does not have it");
        }

        return result;
    }

    private ApiPaging? Paging(JToken? given, JToken? defaults)
    {
        if (Object(given) is not { } own)
            return null;
        Known(own, PagingProperties, "property");
        var below = Object(defaults);
        JToken? Either(string name) => Get(own, name) ?? Get(below, name);
        return new ApiPaging(Text(Either("number")!), OptionalText(Either("size")), Whole(Either("records")!, 1), Whole(Either("first")!, 0));
    }

    private string[] Numbers(OperationRule rule, JToken? given)
    {
        if (given is null)
            return [];
        foreach (var token in given is JArray array ? array : (IEnumerable<JToken>)[given])
        {
            if (!rule.Fields.Contains(Text(token), StringComparer.OrdinalIgnoreCase))
                throw Wrong(token, $"'{Text(token)}' is not a field of {rule.Name}; known are {string.Join(", ", rule.Fields)}");
        }

        return Texts(given);
    }

    private JObject Load(string json)
    {
        _text = json;
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
            var token = JToken.Load(reader, Loading);
            while (reader.Read())
            {
                // Reads on to the end, so that a second document behind the first one is not overlooked.
            }

            return Object(token)!;
        }
        catch (JsonReaderException exception)
        {
            var path = string.IsNullOrEmpty(exception.Path) ? "$" : $"$.{exception.Path}";
            var place = $"{path} (line {Math.Max(exception.LineNumber, 1)}, column {Math.Max(exception.LinePosition, 1)})";
            throw ErrorKinds.ApiMapInvalid.For(source, $"The API map {source} is not JSON at {place}.", exception);
        }
    }

    private void Known(JObject holder, IReadOnlyCollection<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in holder.Properties())
        {
            if (!names.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
                throw Wrong(property, $"'{property.Name}' is not a known {what} here; known are {string.Join(", ", names)}");
            if (!seen.Add(property.Name))
                throw Wrong(property, $"'{property.Name}' is here twice in different letter case");
        }
    }

    private string[] Paths(JToken token) =>
        (token is JArray { Count: > 0 } array ? array : (IEnumerable<JToken>)[token]).Select(one => Path(one, false)).ToArray();

    private string[] Texts(JToken token) => (token is JArray array ? array : (IEnumerable<JToken>)[token]).Select(Text).ToArray();

    private string Path(JToken token, bool takesId) => ApiPath.FindError(Text(token), takesId) is { } fault ? throw Wrong(token, fault) : Text(token);

    private string Choice(JToken token, IReadOnlyList<string> choices) =>
        choices.FirstOrDefault(choice => string.Equals(choice, Text(token), StringComparison.OrdinalIgnoreCase))
        ?? throw Wrong(token, $"'{Text(token)}' is not one of {string.Join(", ", choices)}");

    private int Whole(JToken token, int least) =>
        token is JValue { Value: long value } && value >= least && value <= 10_000
            ? (int)value
            : throw Wrong(token, $"a whole number from {least} to 10000 belongs here");

    private string? OptionalText(JToken? token) => token is null || token.Type == JTokenType.Null ? null : Text(token);

    private string Text(JToken token) =>
        token is JValue { Value: string value } && value.Trim().Length > 0 ? value.Trim() : throw Wrong(token, "a text belongs here");

    private JObject? Object(JToken? token) =>
        token switch
        {
            null => null,
            JObject holder => holder,
            _ => throw Wrong(token, "an object in braces belongs here"),
        };

    private static JToken? Get(JObject? holder, string name) => holder?.GetValue(name, StringComparison.OrdinalIgnoreCase);

    private PicsOnefileException Wrong(JToken token, string what) =>
        ErrorKinds.ApiMapInvalid.For(source, $"The API map {source} is wrong at {JsonLocation.Describe(token, _text)}: {what}.");
}
