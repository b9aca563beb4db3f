using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PicsOnefile.Sandbox.Control;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Onefile;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>One request as somebody sends who means harm or whose program is broken.</summary>
public sealed record HostileRequest(string Method, string PathAndQuery, byte[] Body, string ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    public override string ToString()
    {
        string body = Encoding.UTF8.GetString(Body);
        return $"{Method} {PathAndQuery} ({ContentType}) {string.Join(", ", Headers)}: {(body.Length > 300 ? body[..300] + "..." : body)}";
    }
}

/// <summary>Requests to every route of the twin with texts that break programs, drawn from a seed: the same seed makes the same requests.</summary>
public sealed class HostileRequests(int seed, TwinWorld world)
{
    // Texts that have broken programs: numbers that are none or too large, dates at the edges, other digits, half characters, other languages' words for
    // nothing.
    private static readonly string[] Texts =
    [
        "",
        " ",
        "0",
        "-1",
        "1",
        "7",
        "abc",
        "null",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e300",
        "1e-300",
        "1.5",
        "007",
        "+5",
        "2147483647",
        "2147483648",
        "99999999999",
        "99999999999999999999999999",
        "9999-12-31T23:59:59Z",
        "9999-12-31",
        "0001-01-01T00:00:00+14:00",
        "0001-01-01",
        "2026-03-29T01:30:00Z",
        "2026-02-30",
        "10675199.02:48:05",
        "-10675199.02:48:05",
        "3650000.00:00:00",
        "24:00:00",
        "true",
        "yes",
        "[]",
        "{}",
        "\u0000",
        "\u202e",
        "\ufeff",
        "\u0661\u0662",
        "\U0001F600",
        "é",
        "a\r\nb",
        "%",
        "%ZZ",
        "../..",
        "<a href=''>",
        "'; --",
        "*",
        "a*a*a*a*a*a*a*a*a*b",
        "Live",
        "Dormant",
        "Practice",
        "Status",
        "users",
        "officers",
        "integration",
        "additionalId",
        "AssignedStandards",
        "OtherEdit",
        "Echo",
        "ClockJump",
        "PageRepeat",
    ];

    // What JSON allows by the letter and few programs bear; the last ones are not JSON.
    private static readonly string[] JsonValues =
    [
        "\"\\ud800\"",
        "\"\\udfff\\ud800\"",
        "1e999",
        "-0",
        "1E400",
        "123456789012345678901234567890",
        "[]",
        "[null]",
        "[[[[1]]]]",
        "{}",
        "{\"a\":{\"a\":null}}",
        "[\"\\ud800\"]",
        "true",
        "null",
        "NaN",
        "'x'",
        "01",
        "\"a",
        "}",
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json",
        "application/json; charset=utf-8",
        "application/x-www-form-urlencoded",
        "",
        "application/json",
        "text/plain",
        "text/html; charset=utf-7",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=nothing",
        ";;;",
        "application/x-www-form-urlencoded; charset=\"",
        "application/vnd.api+json",
    ];

    private static readonly string[] HeaderNames =
    [
        "X-TokenID",
        "X-CustomerToken",
        "Authorization",
        "If-Match",
        "If-None-Match",
        "Accept",
        "Content-Encoding",
        "Cookie",
        "Range",
        "X-HTTP-Method-Override",
        "Expect-CT",
        "Origin",
    ];

    private static readonly string[] Fields =
    [
        .. OnefileFields.Users.Select(field => field.Name),
        .. OnefileFields.Placements.Select(field => field.Name),
        .. OnefileFields.LearningAims.Select(field => field.Name),
        .. PicsFields.Officers.Select(field => field.Name),
        .. PicsFields.Organisations.Select(field => field.Name),
        .. PicsFields.Qualifications.Select(field => field.Name),
        .. PicsFields.Integration.Select(field => field.Name),
        "customerToken",
        "username",
        "password",
        "rowVersion",
        "CustomerID",
        "LearningAimCompletionStatus",
        "DateFrom",
        "DateTo",
        "Address1",
        "Postcode",
        "kind",
        "id",
        "field",
        "value",
        "keep",
        "drop",
        "learners",
        "advance",
        "seconds",
        "route",
        "rate",
        "next",
        "skip",
        "retryAfterSeconds",
        "milliseconds",
        "status",
        "spelling",
    ];

    private static readonly IReadOnlyList<(string Method, string Path)> Routes =
    [
        .. OnefileRoutes.All.Select(route => (route.Method, OnefileRoutes.Prefix + route.Path)),
        .. PicsWebRoutes.All.Select(route => (route.Method, $"{PicsWebRoutes.Tenant}/api/v1{route.Path}")),
        .. ControlRoutes.All.Select(route => (route.Method, ControlRoutes.Prefix + route.Path)),
        // The control routes change what the others stand on: they come twice as often.
        .. ControlRoutes.All.Where(route => route.Method != "GET").Select(route => (route.Method, ControlRoutes.Prefix + route.Path)),
        ("GET", PicsWebRoutes.Tenant + PicsWebRoutes.OpenApiPath),
        ("PATCH", OnefileRoutes.Prefix + "/User/{id}"),
        ("HEAD", "/"),
        ("OPTIONS", "/twin/{kind}"),
    ];

    private readonly Random random = new(seed);

    public HostileRequest Next()
    {
        var (method, path) = Pick(Routes);
        string whole = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(Segment(part)) : part));
        if (random.Next(4) == 0)
            whole += $"?pageNumber={Uri.EscapeDataString(Pick(Texts))}&pageSize={Uri.EscapeDataString(Pick(Texts))}&{Uri.EscapeDataString(Pick(Texts))}";
        bool bare = method is "GET" or "HEAD" && random.Next(3) > 0;
        var headers = Enumerable.Range(0, random.Next(3)).Select(_ => (Pick(HeaderNames), Printable(Pick(Texts)))).ToList();
        return new HostileRequest(method, whole, bare ? [] : Body(), bare ? "" : Pick(ContentTypes), headers);
    }

    private string Segment(string name) =>
        random.Next(3) switch
        {
            0 => Pick(Texts),
            1 when name == "{kind}" => Pick(["users", "truth", "learning-aims", "integration", "pics-learners"]),
            1 when name == "{name}" => Pick(ExportedLists.Names),
            _ => RealId(),
        };

    private string RealId() =>
        random.Next(6) switch
        {
            0 => Some(world.Users.Keys),
            1 => Some(world.Placements.Keys),
            2 => Some(world.Officers.Keys),
            3 => Some(world.Standards.Keys),
            4 => Some(world.LearningAims.Keys),
            _ => Some(world.Qualifications.Keys),
        };

    private string Some(ICollection<int> ids)
    {
        lock (world.Gate)
            return ids.Count == 0 ? "1" : ids.ElementAt(random.Next(ids.Count)).ToString(CultureInfo.InvariantCulture);
    }

    private byte[] Body() =>
        random.Next(8) switch
        {
            0 => Encoding.UTF8.GetBytes(Pick(Texts)),
            1 => Encoding.UTF8.GetBytes(Pick(JsonValues)),
            2 => [0xC3, 0x28, 0xED, 0xA0, 0x80, 0xFF, 0x00],
            3 => Encoding.UTF8.GetBytes(
                string.Join('&', Enumerable.Range(0, 4).Select(_ => $"{Pick(Fields)}={(random.Next(2) == 0 ? Uri.EscapeDataString(Value()) : Value())}"))
            ),
            4 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"kind\":", 200)) + "1" + new string('}', random.Next(2) * 200)),
            _ => Encoding.UTF8.GetBytes(JsonBody()),
        };

    // Now and then a key stands twice, or is half a character.
    private string JsonBody()
    {
        var parts = Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"{JsonKey()}:{(random.Next(3) == 0 ? Pick(JsonValues) : Quoted(Value()))}").ToList();
        if (random.Next(6) == 0)
            parts.Add(parts[0]);
        return "{" + string.Join(',', parts) + "}";
    }

    private string JsonKey() => random.Next(20) == 0 ? "\"\\ud800\"" : Quoted(Pick(Fields));

    private string Value() =>
        random.Next(4) switch
        {
            0 => RealId(),
            1 => Pick(Enum.GetNames<FaultKind>()),
            2 when random.Next(50) == 0 => new string('x', 200_000),
            _ => Pick(Texts),
        };

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Printable(string text) => new([.. text.Where(letter => letter is >= ' ' and < (char)127)]);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
