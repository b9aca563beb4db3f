using System;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Api;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Api;

public class ApiMapTests
{
    [Fact]
    public void The_default_map_has_an_entry_for_every_operation()
    {
        Assert.All(Enum.GetValues<PicsWebOperation>(), operation => Assert.NotNull(ApiMap.Default.Find(operation)));
        Assert.Equal(Enum.GetValues<PicsWebOperation>(), OperationRules.All.Select(rule => rule.Operation));
    }

    [Fact]
    public void The_default_map_maps_every_field_that_the_module_knows()
    {
        Assert.All(OperationRules.All, rule => Assert.Equal(rule.Fields.Order(), ApiMap.Default.Find(rule.Operation)!.Fields.Keys.Order()));
    }

    [Fact]
    public void An_own_map_changes_what_it_names_and_leaves_the_rest_to_the_default()
    {
        var map = ApiMap.Parse("""{ "OPERATIONS": { "Officers.List": { "path": "/staff", "fields": { "AdditionalId": "otherSystemId" } } } }""", "own.json");

        var list = map.Find(PicsWebOperation.OfficersList)!;
        Assert.Equal("/staff", list.Path);
        Assert.Equal("GET", list.Method);
        Assert.Equal("otherSystemId", list.Fields["additionalId"]);
        Assert.Equal("surname", list.Fields["surname"]);
        Assert.Equal("pageNumber", list.Paging!.Number);
        Assert.Equal("officers/{id}", map.Find(PicsWebOperation.OfficersGet)!.Path);
    }

    [Fact]
    public void Null_in_a_map_says_that_the_tenant_has_none()
    {
        const string own =
            """{ "operations": { "officers.update": null, "officers.list": { "paging": null, "total": null, "fields": { "mobile": null } } } }""";

        var map = ApiMap.Parse(own, "own.json");

        Assert.Null(map.Find(PicsWebOperation.OfficersUpdate));
        Assert.Null(map.Find(PicsWebOperation.OfficersList)!.Paging);
        Assert.Null(map.Find(PicsWebOperation.OfficersList)!.Total);
        Assert.False(map.Find(PicsWebOperation.OfficersList)!.Fields.ContainsKey("mobile"));
    }

    [Fact]
    public void A_mistake_in_a_map_is_named_by_path_line_and_column()
    {
        var exception = Fault("{\n  \"operations\": {\n    \"officers.list\": { \"path\": \"//elsewhere.example/officers\" }\n  }\n}");

        Assert.Contains("own.json", exception.Message);
        Assert.Contains("$.operations['officers.list'].path (line 3, column 32)", exception.Message);
    }

    [Fact]
    public void Text_that_is_no_JSON_is_named_by_line_and_column()
    {
        Assert.Contains("line 2, column 13", Fault("{\n  \"prefix\": ]\n}").Message);
    }

    [Theory]
    [InlineData("https://elsewhere.example/x")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("mailto:x")]
    [InlineData("a//b")]
    [InlineData("../x")]
    [InlineData("a/%2e%2e/x")]
    [InlineData("a/./x")]
    [InlineData("a\\\\b")]
    [InlineData("a%5Cb")]
    [InlineData("%2F%2Felsewhere.example")]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData("a/{id}")]
    [InlineData("a/{name}")]
    [InlineData(" ")]
    public void A_path_that_could_lead_elsewhere_is_refused(string path)
    {
        Assert.Contains("$.operations['officers.list'].path", Fault($$"""{ "operations": { "officers.list": { "path": "{{path}}" } } }""").Message);
    }

    [Theory]
    [InlineData("""{ "prefix": "//elsewhere.example" }""", "$.prefix")]
    [InlineData("""{ "prefix": ["/api", "https://elsewhere.example"] }""", "$.prefix[1]")]
    [InlineData("""{ "openApi": "https://elsewhere.example/x.json" }""", "$.openApi")]
    [InlineData("""{ "operations": { "officers.get": { "path": "officers" } } }""", "needs {id}")]
    [InlineData("""{ "operations": { "officers.lst": {} } }""", "known are authenticate, officers.list")]
    [InlineData("""{ "operations": { "officers.list": { "fields": { "forename": "x" } } } }""", "known are id, ident, firstName")]
    [InlineData("""{ "operations": { "officers.list": { "body": "whole" } } }""", "known are method, path, paging")]
    [InlineData("""{ "operations": { "officers.list": { "paging": { "page": "p" } } } }""", "known are number, size")]
    [InlineData("""{ "operations": { "officers.list": { "paging": { "records": 0 } } } }""", "whole number from 1")]
    [InlineData("""{ "operations": { "officers.update": { "body": "half" } } }""", "whole, changed")]
    [InlineData("""{ "operations": { "officers.update": { "method": "GET" } } }""", "PUT, POST, PATCH")]
    [InlineData("""{ "operations": { "officers.update": { "numbers": ["surname"] } } }""", "not a field of officers.update")]
    [InlineData("""{ "operations": { "officers.list": { "fields": { "ident": null } } } }""", "no use without the field 'ident'")]
    [InlineData("""{ "operations": { "authenticate": null } }""", "an object in braces")]
    [InlineData("""{ "operations": { "officers.list": { "path": null } } }""", "'path' cannot be null")]
    [InlineData("""{ "operations": { "officers.list": { "path": "a", "PATH": "b" } } }""", "twice")]
    [InlineData("""{ "operations": { "officers.list": { "path": "a", "path": "b" } } }""", "line 1")]
    [InlineData("""{ "hosts": [] }""", "known are prefix")]
    [InlineData("""{ "openApi": 7 }""", "a text belongs here")]
    [InlineData("""{} {}""", "not JSON")]
    [InlineData("""[]""", "an object in braces")]
    [InlineData("", "not JSON")]
    public void Every_other_mistake_in_a_map_says_what_belongs_there(string map, string says)
    {
        Assert.Contains(says, Fault(map).Message);
    }

    [Fact]
    public void The_default_map_given_as_ones_own_is_the_default()
    {
        var map = ApiMap.Parse(ApiMap.DefaultJson, "own.json");

        Assert.All(OperationRules.All, rule => Assert.Equal(ApiMap.Default.Find(rule.Operation)!.Path, map.Find(rule.Operation)!.Path));
    }

    private static PicsOnefileException Fault(string map)
    {
        var exception = Assert.Throws<PicsOnefileException>(() => ApiMap.Parse(map, "own.json"));
        Assert.Same(ErrorKinds.ApiMapInvalid, exception.Kind);
        return exception;
    }
}
